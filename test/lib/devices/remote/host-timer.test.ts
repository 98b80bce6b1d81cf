import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breathingHost } from '../../../../lib/breathing/breathing-host';
import { BreathingSessions, type BreathRun } from '../../../../lib/breathing/breathing-sessions';
import { pacedPlan, searchPlan } from '../../../../lib/breathing/plans';
import { findExclusions, type SessionPlan, toSessionPlan } from '../../../../lib/catalogue';
import { heldClock } from '../../../../lib/core/clock';
import { guidedHost } from '../../../../lib/devices/guided/guided-host';
import { GuidedSessions } from '../../../../lib/devices/guided/guided-sessions';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { type CommandParts, carryOut } from '../../../../lib/devices/remote/carry-out';
import { EmergencyStop } from '../../../../lib/devices/remote/emergency-stop';
import { type HostTimer, toTimerStates } from '../../../../lib/devices/remote/host-timer';
import type { CommandOutcome } from '../../../../lib/devices/remote/schema';
import { speakEnglish } from '../../../support/english';
import { memoryRecords } from '../session/fake-device';
import { NOON } from '../session/set-up';

/** The guided timer and breathing, as every surface shows and stops them. */

beforeEach(() => {
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => void vi.restoreAllMocks());

const made = (plan: SessionPlan | null): SessionPlan => {
  if (plan === null) throw new Error('no such dose');
  return plan;
};
const BOOTS = made(toSessionPlan({ modality: 'pneumatic-compression', doseId: 'trials' }));

function app(stopDevices: () => Promise<CommandOutcome> = async () => 'accepted') {
  const clock = heldClock(NOON);
  const records = memoryRecords();
  const parts = { clock, records, timeZone: () => 'UTC', newId: () => `s${records.kept.size}` };
  const guided = new GuidedSessions({ ...parts, thermometers: signal([]) });
  const heart = { beats: signal([]), end: () => {} } as never;
  const breath = new BreathingSessions({ ...parts, heart, found: () => {} });
  const now = () => ({
    screeningDue: null,
    exclusions: findExclusions({ ticked: [], ill: false, injured: false, pain: [] }),
    oneTap: { answer: 'none' as const, atMs: clock.now() },
    waterRulesRead: true,
    nowMs: clock.now(),
  });
  const timers = [guidedHost(guided), breathingHost(breath)];
  const stopAll = vi.fn(stopDevices);
  const stop = vi.fn(async () => 'unknown-device' as const);
  const sessions = { deviceSessions: { sessions: signal(new Map()) }, clock } as unknown as CommandParts['sessions'];
  const command: CommandParts = { devices: { stopAll, stop } as unknown as DeviceRegistry, sessions, timers };
  return {
    clock,
    records,
    guided,
    breath,
    timers,
    stop,
    stopAll,
    command,
    startGuided: (plan: SessionPlan = BOOTS) => expect(guided.start(plan, 0, null, now())).toEqual([]),
    startBreathing: (plan = made(pacedPlan(6, 10))) => expect(breath.start(plan, null, now())).toEqual([]),
    states: () => toTimerStates(timers, () => clock.now()),
    running: () => toTimerStates(timers, () => clock.now()).map(({ name }) => name),
  };
}

describe('a timer as shown by every surface', () => {
  it('is there while it runs or is paused, with its name and the way to its screen', () => {
    const { guided, breath, startGuided, startBreathing, states, running } = app();
    expect(states()).toEqual([]);
    startGuided();
    startBreathing();
    expect(states()).toEqual([
      {
        id: 'timer:guided',
        name: 'Compression boots',
        address: '#devices/timer',
        state: 'running',
        endsAtMs: NOON + 20 * 60_000,
        leftS: null,
      },
      { id: 'timer:breathing', name: 'Breathing', address: '#breathe', state: 'running', endsAtMs: NOON + 10 * 60_000, leftS: null },
    ]);
    guided.timer.value?.pause();
    breath.pause();
    expect(running()).toHaveLength(2);
    void breath.stop();
    expect(running()).toEqual(['Compression boots']);
    void guided.timer.value?.stop();
    expect(states()).toEqual([]);
  });

  it('leads to the item that it is for', () => {
    const item = { id: 'breathwork@a b', modality: 'breathwork', doseId: 'paced', minutes: 5 } as const;
    const one = app();
    one.startGuided(made(toSessionPlan(item)));
    one.startBreathing(made(pacedPlan(6, 5, item)));
    expect(one.states().map(({ address }) => address)).toEqual(['#devices/timer/breathwork%40a%20b', '#breathe/breathwork%40a%20b']);
  });

  it('is a search by its own name', () => {
    const timer = { plan: made(searchPlan(2)), state: signal('running'), remainingS: signal(60) };
    const run = signal({ kind: 'search', timer } as unknown as BreathRun);
    const [state] = toTimerStates([breathingHost({ run, stop: async () => {} })], () => 0);
    expect([state?.name, state?.address]).toEqual(['Find your rate', '#breathe/search']);
  });

  it('does not change with each tick while it runs, and holds the time left while it is paused', async () => {
    const { clock, guided, startGuided, states } = app();
    startGuided();
    const told = new Set<string>();
    for (let second = 0; second < 20; second++) {
      await clock.advance(1000);
      told.add(JSON.stringify(states()));
    }
    expect([...told]).toHaveLength(1);
    guided.timer.value?.pause();
    await clock.advance(60_000);
    expect(states()).toMatchObject([{ state: 'paused', endsAtMs: null, leftS: 20 * 60 - 20 }]);
  });
});

describe('Stop', () => {
  it('ends the timer that it names, and leaves a record', async () => {
    const { command, startGuided, startBreathing, running, records, stop, clock } = app();
    startGuided();
    startBreathing();
    await clock.advance(30_000);
    expect(await carryOut(command, { command: 'stop', id: 'timer:guided' })).toBe('accepted');
    expect([running(), stop.mock.calls]).toEqual([['Breathing'], []]);
    expect([...records.kept.values()].map(({ end }) => end)).toEqual(['stopped', null]);
    // Pressed once more, on what another surface still shows.
    expect(await carryOut(command, { command: 'stop', id: 'timer:guided' })).toBe('accepted');
  });

  it('of everything goes to the devices first, and waits for none of them', async () => {
    const order: string[] = [];
    const one = app(() => {
      order.push('devices');
      return new Promise(() => {});
    });
    one.startGuided();
    one.startBreathing();
    const watched: HostTimer[] = one.timers.map((timer) => ({
      ...timer,
      stop: () => {
        order.push(timer.id);
        return timer.stop();
      },
    }));
    void carryOut({ ...one.command, timers: watched }, { command: 'stop-all', id: 'all' });
    expect([order, one.running()]).toEqual([['devices', 'timer:guided', 'timer:breathing'], []]);
  });

  it('of one timer that fails keeps no other one running', async () => {
    const { command, timers, startGuided, startBreathing, running } = app();
    startGuided();
    startBreathing();
    const [guided, ...rest] = timers;
    if (guided === undefined) throw new Error('no guided timer');
    const broken: HostTimer = { ...guided, stop: () => Promise.reject(new Error('disk full')) };
    expect(await carryOut({ ...command, timers: [broken, ...rest] }, { command: 'stop-all', id: 'all' })).toBe('accepted');
    expect(running()).toEqual(['Compression boots']);
  });

  it('of everything does not end the wait of a search for the strap', async () => {
    const stop = vi.fn(async () => {});
    const { command } = app();
    await carryOut({ ...command, timers: [breathingHost({ run: signal(null), stop })] }, { command: 'stop-all', id: 'all' });
    expect(stop).not.toHaveBeenCalled();
  });
});

describe('Escape', () => {
  const toThing = (name: string) => ({ id: name, name, own: null, linked: true });
  const press = async (devices: readonly string[], timers: readonly string[], outcome: CommandOutcome, owned = true) => {
    const emergency = new EmergencyStop({
      running: () => ({ devices: devices.map(toThing), timers: timers.map(toThing) }),
      stopAll: async () => outcome,
      ownsTimers: () => owned,
    });
    const used = emergency.press();
    await Promise.resolve();
    return { used, answer: emergency.answer.value };
  };

  it.each<[readonly string[], readonly string[], boolean]>([
    [[], [], false],
    [['Bed'], [], true],
    [[], ['Breathing'], true],
    [['Bed'], ['Breathing'], true],
  ])('with %j and %j running is used up: %s', async (devices, timers, runs) => {
    const { used, answer } = await press(devices, timers, 'accepted');
    expect(used).toBe(runs);
    const said = answer && [
      answer.devices.map((one) => [one.name, one.outcome]),
      answer.timers.map(({ name }) => name),
      answer.timersStopped,
    ];
    expect(said).toEqual(runs ? [devices.map((name) => [name, 'accepted']), timers, true] : null);
  });

  it('says that timers of this page stopped, whatever became of the devices; elsewhere only if the app answered', async () => {
    const stopped = async (outcome: CommandOutcome, owned: boolean) =>
      (await press(['Bed'], ['Breathing'], outcome, owned)).answer?.timersStopped;
    expect([await stopped('failed', true), await stopped('failed', false), await stopped('stop-pending', false)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
