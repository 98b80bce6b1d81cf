import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, Telemetry } from '../../../../lib/devices/driver';
import { BELT, BOOTS } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const GUN: Capabilities = { ...BOOTS, class: 'percussion', telemetry: ['running'], timerS: null };
const PRESSING: Capabilities = { ...BOOTS, telemetry: ['pressureMmHg'] };
const OUTPUT: Capabilities = { ...BOOTS, zones: BOOTS.zones.map((zone) => ({ ...zone, output: true })), telemetry: ['running', 'levels'] };

/** What it reports, and how long its class has to begin, s, with two for the radio (lib/devices/session/start-watch.ts). */
const SAYS: readonly (readonly [string, Capabilities, number, (moves: boolean, paused?: boolean) => Telemetry])[] = [
  ['boots that say whether they run', { ...BOOTS, telemetry: ['running'] }, 12, (moves) => ({ running: moves })],
  ['boots that say their pressure alone', PRESSING, 12, (moves) => ({ pressureMmHg: { legs: moves ? 20 : 1 } })],
  ['boots that say what they put out', OUTPUT, 12, (moves) => ({ running: moves, levels: { legs: moves ? 1 : 0 } })],
  ['a gun that says whether it runs', GUN, 6, (moves) => ({ running: moves })],
  ['a belt that says its speed', { ...BELT, telemetry: ['speedKmh'] }, 12, (moves) => ({ speedKmh: moves ? 1 : 0 })],
  [
    'a belt that says that it runs from its countdown on',
    { ...BELT, telemetry: ['running', 'speedKmh'] },
    12,
    (moves, paused = false) => ({ running: !paused, speedKmh: moves ? 1 : 0 }),
  ],
];

const MODALITIES: Readonly<Record<string, string>> = {
  compression: 'pneumatic-compression',
  percussion: 'percussion',
  belt: 'active-recovery',
};

function begun(capabilities: Capabilities, report: () => Telemetry, level = 3) {
  const zone = capabilities.zones[0]?.id ?? '';
  const plan = {
    ...makePlan({ levels: { [zone]: level }, seconds: 100, region: 'quads' }),
    modality: MODALITIES[capabilities.class] ?? '',
  };
  const all = setUp(plan, capabilities);
  /** It reports every half a second. */
  const pass = async (seconds: number) => {
    for (let halves = 0; halves < seconds * 2; halves++) {
      await all.clock.advance(500);
      all.device.telemetry.value = report();
    }
  };
  all.device.telemetry.value = report();
  all.start();
  return { ...all, pass };
}

describe.each(SAYS)('%s', (_, capabilities, beginsS, say) => {
  it('and rest after a start that they took end the session by an end of its own, with nothing but a stop', async () => {
    const { device, runner, record, pass } = begun(capabilities, () => say(false));
    await pass(beginsS - 1);
    expect(runner.view.state.value).toBe('running');
    const told = device.wire.length;
    await pass(4);
    expect([runner.view.end.value, runner.view.fault.value]).toEqual(['did-not-start', 'did-not-start']);
    expect(record()).toMatchObject({ end: 'did-not-start', activeS: 0 });
    await pass(20);
    expect(device.wire.slice(told).filter(({ what }) => what.kind !== 'stop' && what.kind !== 'level')).toEqual([]);
    expect(device.wire.at(-1)?.what.kind).toBe('stop');
  });

  it('and begin in time run on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: (beginsS - 1) * 2 }), async (halves) => {
        let moves = false;
        const { runner, pass } = begun(capabilities, () => say(moves));
        await pass(halves / 2);
        moves = true;
        await pass(beginsS * 2);
        expect([runner.view.state.value, runner.view.end.value]).toEqual(['running', null]);
      }),
      { numRuns: 12 },
    );
  });

  it('and do not start again after a pause end it too', async () => {
    let moves = true;
    let paused = false;
    const { clock, runner, pass } = begun(capabilities, () => say(moves, paused));
    await pass(10);
    runner.pause();
    moves = false;
    paused = true;
    await pass(20);
    paused = false;
    runner.resume(click(clock));
    await pass(beginsS + 3);
    expect(runner.view.end.value).toBe('did-not-start');
  });
});

it('a device that reports nothing of movement is never said not to have started', async () => {
  const { runner, pass } = begun(BOOTS, () => ({ batteryPct: 50 }));
  await pass(60);
  expect([runner.view.state.value, runner.view.end.value]).toEqual(['running', null]);
});

it('a device that says once after the start that it rests, and nothing after that, did not start', async () => {
  const once = { running: false };
  let reports = 0;
  // The first is from before the start; the same object again is no report.
  const { runner, pass } = begun({ ...BOOTS, telemetry: ['running'] }, () => (reports++ === 0 ? { running: false } : once));
  await pass(20);
  expect(runner.view.end.value).toBe('did-not-start');
});

it('a device that says so before it is told its level did not start either', async () => {
  const once = { running: false };
  const { clock, device, runner } = begun({ ...BOOTS, telemetry: ['running'] }, () => ({ running: false }));
  device.latencyMs = 1000;
  while (device.told('timer') < 2) await clock.advance(100);
  device.telemetry.value = once;
  expect(device.told('level')).toBe(0);
  await clock.advance(25_000);
  expect(runner.view.end.value).toBe('did-not-start');
});

it('a device whose level is 0 need not move', async () => {
  const { runner, pass } = begun({ ...BOOTS, telemetry: ['running'] }, () => ({ running: false }), 0);
  await pass(60);
  expect([runner.view.state.value, runner.view.end.value]).toEqual(['running', null]);
});

it('a device that goes on to say how an earlier run ended did not start', async () => {
  const { runner, pass } = begun({ ...BOOTS, telemetry: ['running'] }, () => ({ running: false, ended: 'stopped' }));
  await pass(20);
  expect(runner.view.end.value).toBe('did-not-start');
});
