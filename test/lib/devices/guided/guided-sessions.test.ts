import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { type DoseChoice, findExclusions, measuredIn, type SessionPlan, toSessionPlan } from '../../../../lib/catalogue';
import { heldClock } from '../../../../lib/core/clock';
import type { TimerConditions } from '../../../../lib/devices/guided/blocks';
import { GuidedSessions, type Thermometer, thermometersAmong } from '../../../../lib/devices/guided/guided-sessions';
import type { LiveDevice } from '../../../../lib/devices/links/live-device';
import type { SessionRecord } from '../../../../lib/storage';

const DOSES: Readonly<Record<string, DoseChoice>> = {
  boots: { modality: 'pneumatic-compression', doseId: 'trials' },
  'gun-legs': { modality: 'massage-gun', doseId: 'three-muscles' },
  sauna: { modality: 'sauna', doseId: 'alyze' },
  'cold-first': { modality: 'cold-water-immersion', doseId: 'first-three' },
  contrast: { modality: 'contrast', doseId: 'in-turn', variant: 'warm-bath' },
};
const session = (id: string): SessionPlan => {
  const choice = DOSES[id];
  const plan = choice === undefined ? null : toSessionPlan(choice);
  if (plan === null) throw new Error(id);
  return plan;
};

const clear = (nowMs: number): TimerConditions => ({
  screeningDue: null,
  exclusions: findExclusions({ ticked: [], ill: false, injured: false, pain: [] }),
  oneTap: { answer: 'none', atMs: nowMs },
  waterRulesRead: true,
  nowMs,
});

function makeSessions() {
  const clock = heldClock(1_000_000);
  const written: SessionRecord[] = [];
  const thermometers = signal<readonly Thermometer[]>([]);
  let id = 0;
  const guided = new GuidedSessions({
    clock,
    records: {
      put: async (record) => {
        written.push(record);
      },
      addLater: () => Promise.reject(new Error('a guided session has no device')),
      putNow: (record) => written.push(record),
    },
    thermometers,
    timeZone: () => 'UTC',
    newId: () => `s${++id}`,
  });
  const start = (what: string, before = 0, thermometer: string | null = 't') =>
    guided.start(session(what), before, thermometer, clear(clock.now()));
  return { clock, written, thermometers, guided, start, last: () => written.at(-1) };
}

function thermometer(id: string, celsius: number | null, probe: number | null = null): Thermometer {
  return { id, device: id, probe, celsius };
}

describe('the guided timer of the app tab', () => {
  it('does not start while something blocks it', () => {
    const { guided, clock, written } = makeSessions();
    const blocks = guided.start(session('cold-first'), 0, null, { ...clear(clock.now()), waterRulesRead: false });
    expect(blocks.map(({ code }) => code)).toEqual(['water-rules-unread']);
    expect([guided.timer.value, guided.cue.value, written.length]).toEqual([null, null, 0]);
  });

  it('exists before the first cue is heard', () => {
    const { guided, start } = makeSessions();
    const seen: unknown[] = [];
    guided.cue.subscribe((given) => seen.push([given?.cue, guided.timer.peek() !== null]));
    start('boots');
    expect(seen).toEqual([
      [undefined, false],
      ['step-start', true],
    ]);
  });

  it('runs one session at a time, until the ended one is dismissed', async () => {
    const { guided, start } = makeSessions();
    start('boots');
    const first = guided.timer.value;
    guided.dismiss();
    start('gun-legs');
    expect(guided.timer.value).toBe(first);
    await first?.stop();
    guided.dismiss();
    expect(guided.timer.value).toBeNull();
    start('gun-legs');
    expect(guided.timer.value?.plan.modality).toBe('massage-gun');
  });

  it('follows only the chosen thermometer, and ends in water colder than the first times allow', async () => {
    const { guided, start, thermometers, clock } = makeSessions();
    start('cold-first');
    thermometers.value = [thermometer('other', 4), thermometer('t', 14)];
    await clock.advance(30_000);
    expect(guided.timer.value?.state.value).toBe('running');
    expect(guided.timer.value?.celsius.value).toBe(14);
    thermometers.value = [thermometer('t', 12)];
    await Promise.resolve();
    expect(guided.timer.value?.notice.value).toBe('too-cold');
    expect(guided.timer.value?.state.value).toBe('ended');
  });

  it('shows no temperature after the probe was pulled out, and keeps the limit of the coldest one', async () => {
    const { guided, start, thermometers, clock } = makeSessions();
    start('cold-first');
    thermometers.value = [thermometer('t', 14, 1)];
    await clock.advance(10_000);
    expect(guided.timer.value?.celsius.value).toBe(14);
    thermometers.value = [];
    await Promise.resolve();
    expect(guided.timer.value?.celsius.value).toBeNull();
    expect(guided.timer.value?.state.value).toBe('running');
    thermometers.value = [thermometer('t', 6, 1)];
    await Promise.resolve();
    thermometers.value = [];
    await Promise.resolve();
    expect(guided.timer.value?.notice.value).toBe('too-cold');
    expect(guided.timer.value?.state.value).toBe('ended');
  });

  it('shows and records no temperature of a silent thermometer, and takes none of its readings in a later step', async () => {
    const { guided, start, thermometers, clock, last } = makeSessions();
    start('contrast', 5);
    thermometers.value = [{ ...thermometer('t', 14), atMs: clock.now() }];
    await clock.advance(4 * 60_000 + 1000);
    expect(guided.timer.value?.stepIndex.value).toBe(1);
    expect(guided.timer.value?.celsius.value).toBeNull();
    thermometers.value = [{ ...thermometer('t', 13), atMs: clock.now() }];
    await clock.advance(29_000);
    expect(guided.timer.value?.celsius.value).toBe(13);
    await clock.advance(3000);
    expect(guided.timer.value?.celsius.value).toBeNull();
    await guided.timer.value?.stop();
    expect(last()?.done.at(-1)).toMatchObject({ measured: false });
  });

  it('reads no thermometer when none is chosen', async () => {
    const { guided, start, thermometers } = makeSessions();
    start('cold-first', 0, null);
    thermometers.value = [thermometer('t', 2)];
    await Promise.resolve();
    expect(guided.timer.value?.celsius.value).toBeNull();
    expect(guided.timer.value?.state.value).toBe('running');
  });

  it('ignores a thermometer in the cold tub during the heat', async () => {
    const { guided, start, thermometers, clock } = makeSessions();
    start('contrast', 5);
    thermometers.value = [thermometer('t', 14)];
    await Promise.resolve();
    expect(guided.timer.value?.celsius.value).toBeNull();
    await clock.advance(4 * 60_000 + 1000);
    expect(guided.timer.value?.stepIndex.value).toBe(1);
    expect(guided.timer.value?.celsius.value).toBe(14);
    expect(guided.timer.value?.stepRemainingS.value).toBe(59);
  });

  it('closes at once when the page goes away', async () => {
    const { guided, start, clock, last } = makeSessions();
    start('boots');
    await clock.advance(60_000);
    guided.leave();
    expect(last()).toMatchObject({ end: 'tab-closed', activeS: 60 });
  });
});

describe('the place of a thermometer', () => {
  it.each([
    ['cold-first', 'cold'],
    ['contrast', 'cold'],
    ['sauna', 'heat'],
    ['boots', null],
  ] as const)('%s: %s', (id, where) => {
    expect(measuredIn(session(id))).toBe(where);
  });

  it('only connected thermometers are listed', () => {
    const live = (id: string, kind: LiveDevice['kind'], state: LiveDevice['state'], readings: LiveDevice['readings']) =>
      ({ id, kind, state, readings }) as LiveDevice;
    const temperature = [{ quantity: 'temperature', value: 11 }] as const;
    expect(
      thermometersAmong([
        live('a', 'thermometer', 'ready', temperature),
        live('b', 'thermometer', 'ready', []),
        live('c', 'thermometer', 'lost', temperature),
        live('d', 'treadmill', 'ready', temperature),
      ]),
    ).toEqual([thermometer('a', 11), thermometer('b', null)]);
  });
});
