import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeartRateMeasurement } from '../../../../lib/bluetooth/services/heart-rate';
import type { SessionStep } from '../../../../lib/catalogue';
import { type Clock, heldClock } from '../../../../lib/core/clock';
import type { Capabilities } from '../../../../lib/devices/driver';
import { PaceGuard } from '../../../../lib/devices/pace/pace-guard';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import { SessionRunner } from '../../../../lib/devices/session/runner';
import { startSession } from '../../../../lib/devices/session/start-session';
import { freshDatabase } from '../../../support/database';
import { BELT, FakeDevice, memoryRecords, nothingInTheWay } from '../session/fake-device';
import { click, makePlan, NOON, setUp } from '../session/set-up';

const SETTINGS = { capBpm: 110, maxKmh: 4, beltMinKmh: 0.5, beltStepKmh: 0.1, heartRateMedicine: false };

const walk = (...steps: SessionStep[]) => walkOn(BELT, ...steps);

/** A walk under a cap on the real session, with a wall clock that can be set. */
function walkOn(capabilities: Capabilities, ...steps: SessionStep[]) {
  const held = heldClock(NOON);
  let offsetMs = 0;
  const clock: Clock = { now: () => held.now() + offsetMs, wait: (ms, signal) => held.wait(ms, signal) };
  const device = new FakeDevice(held, capabilities);
  const runner = new SessionRunner(makePlan(...steps), {
    clock,
    driver: device,
    kind: { id: 'fake', disabled: null },
    device: { id: 'd1', name: 'Belt' },
    connected: device.connected,
    records: memoryRecords(),
    timeZone: () => 'UTC',
    newId: () => 's1',
    demo: true,
  });
  runner.holdLowest();
  runner.setCeiling('belt', SETTINGS.beltMinKmh);
  runner.start(click(held), nothingInTheWay(clock.now()));
  const strap = signal<HeartRateMeasurement | null>(null);
  const guard = new PaceGuard(runner, SETTINGS, { clock, strap, beltKmh: () => null });
  return {
    device,
    runner,
    guard,
    setClock: (byMs: number) => {
      offsetMs += byMs;
    },
    tap: () => guard.tap(click(heldClock(clock.now()))),
    skip: () => runner.skip(click(heldClock(clock.now()))),
    async walkFor(seconds: number, hrBpm: number | null) {
      for (let s = 0; s < seconds; s++) {
        if (hrBpm !== null)
          strap.value = { hrBpm, contact: 'detected', energyKj: null, energySaturated: false, rrTicks: [], trailingByte: false };
        await held.advance(1000);
      }
    },
    kmh: () => device.levels.belt ?? 0,
  };
}

describe('the cap holds whatever the plan says', () => {
  it('a usual level is not reached without taps', async () => {
    const the = walk({ levels: { belt: 3 }, seconds: 1200, rampS: 60 });
    await the.walkFor(90, 85);
    expect(the.kmh()).toBe(0.5);
    the.tap();
    await the.walkFor(5, 85);
    expect(the.kmh()).toBe(0.7);
  });

  it('a later and faster step does not speed the belt up', async () => {
    const the = walk({ levels: { belt: 2 }, seconds: 120 }, { levels: { belt: 4 }, seconds: 600 });
    await the.walkFor(60, 85);
    the.tap();
    await the.walkFor(100, 85);
    expect([the.runner.view.stepIndex.value, the.kmh()]).toEqual([1, 0.7]);
  });

  it('a slower step slows the belt', async () => {
    const the = walk({ levels: { belt: 2 }, seconds: 60 }, { levels: { belt: 0.5 }, seconds: 600 });
    await the.walkFor(30, 85);
    the.tap();
    await the.walkFor(10, 85);
    expect(the.kmh()).toBe(0.7);
    await the.walkFor(40, 85);
    expect(the.kmh()).toBe(0.5);
  });

  it('a walk that goes on after a pause, or over a new link, begins at the lowest speed again', async () => {
    for (const how of ['pause', 'link'] as const) {
      const the = walk({ levels: { belt: 3 }, seconds: 1200 });
      await the.walkFor(30, 85);
      the.tap();
      await the.walkFor(25, 85);
      the.tap();
      await the.walkFor(5, 85);
      expect(the.kmh()).toBe(0.9);
      if (how === 'pause') the.runner.pause();
      else {
        the.device.reports = true;
        the.device.lose();
      }
      await the.walkFor(5, 85);
      if (how === 'pause') the.runner.resume(click(heldClock(NOON + 65_000)));
      else the.device.comeBack();
      await the.walkFor(30, 85);
      expect([how, the.runner.view.state.value, the.kmh()]).toEqual([how, 'running', 0.5]);
    }
  });

  it('above the cap the belt slows at any speed that it was sped up to', async () => {
    const the = walk({ levels: { belt: 3 }, seconds: 1200 });
    await the.walkFor(30, 85);
    the.tap();
    await the.walkFor(21, 85);
    the.tap();
    await the.walkFor(10, 85);
    await the.walkFor(15, 108);
    expect(the.kmh()).toBeLessThan(0.9);
    await the.walkFor(60, 118);
    expect([the.runner.view.state.value, the.guard.why.value]).toEqual(['ended', 'over-cap']);
  });
});

describe('an incline under a cap', () => {
  const inclined = (min: number): Capabilities => ({
    ...BELT,
    zones: [...BELT.zones, { id: 'incline', control: 'absolute', range: { min, max: 15, step: 0.5 }, unit: 'percent' }],
  });
  const steps: readonly SessionStep[] = [
    { levels: { belt: 1, incline: 4 }, seconds: 60 },
    { levels: { belt: 3, incline: 12 }, seconds: 1200 },
  ];

  it.each([0, -3])('does not follow the plan, and is never downhill: from %s %%', async (min) => {
    const the = walkOn(inclined(min), ...steps);
    await the.walkFor(150, 85);
    const inclines = the.device.wire.flatMap(({ what }) => (what.kind === 'level' && what.zone === 'incline' ? [what.level] : []));
    expect([...new Set(inclines)]).toEqual([0]);
    expect(the.device.levels).toEqual({ belt: 0.5, incline: 0 });
  });

  it('is at its lowest from the first command on', async () => {
    const clock = heldClock(NOON);
    const driver = new FakeDevice(clock, inclined(0));
    const started = startSession(
      { db: freshDatabase(), deviceSessions: new DeviceSessions(), clock, strap: signal(null), guards: new WeakMap() },
      {
        id: 'd1',
        name: 'Belt',
        driverKind: { id: 'fake', disabled: null } as never,
        driver,
        connected: driver.connected,
        unasked: driver.unasked,
        demo: true,
      },
      makePlan({ levels: { belt: 3, incline: 12 }, seconds: 1200 }),
      click(clock),
      nothingInTheWay(NOON),
      SETTINGS,
    );
    await clock.advance(5000);
    expect([started, driver.levels]).toEqual([true, { belt: 0.5, incline: 0 }]);
    expect(driver.wire.flatMap(({ what }) => (what.kind === 'level' ? [what.level] : []))).toEqual([0.5, 0]);
  });

  it('is raised by a click, to the level of that click, and begins at its lowest again after a lost link', async () => {
    const the = walkOn(inclined(0), ...steps);
    await the.walkFor(20, 85);
    expect(the.runner.setLevel('incline', 2, null)).toBe(false);
    expect(the.runner.setLevel('incline', 2, click(heldClock(NOON + 20_000)))).toBe(true);
    await the.walkFor(90, 85);
    expect([the.runner.view.stepIndex.value, the.device.levels.incline]).toEqual([1, 2]);
    the.device.reports = true;
    the.device.lose();
    await the.walkFor(5, 85);
    the.device.comeBack();
    await the.walkFor(30, 85);
    expect([the.runner.view.state.value, the.device.levels]).toEqual(['running', { belt: 0.5, incline: 0 }]);
  });
});

describe('a belt that is sped up at the belt itself', () => {
  const levels = (the: ReturnType<typeof walk>) => the.device.wire.flatMap(({ what }) => (what.kind === 'level' ? [what.level] : []));

  it('is told its speed again, and the walk goes on when it heeds that', async () => {
    const the = walk({ levels: { belt: 3 }, seconds: 1200 });
    await the.walkFor(30, 85);
    const before = levels(the).length;
    the.device.telemetry.value = { speedKmh: 6 };
    await the.walkFor(7, 85);
    expect(levels(the).slice(before)).toEqual([0.5]);
    the.device.telemetry.value = { speedKmh: 3 };
    await the.walkFor(4, 85);
    the.device.telemetry.value = { speedKmh: 0.5 };
    await the.walkFor(30, 85);
    expect([levels(the).slice(before), the.runner.view.state.value]).toEqual([[0.5], 'running']);
  });

  it('is stopped when it ignores two commands', async () => {
    const the = walk({ levels: { belt: 3 }, seconds: 1200 });
    await the.walkFor(30, 85);
    const before = levels(the).length;
    the.device.telemetry.value = { levels: { belt: 6 } };
    await the.walkFor(20, 85);
    expect([levels(the).slice(before), the.device.moves, the.runner.view.fault.value]).toEqual([[0.5, 0.5], false, 'device-refused']);
  });

  it('is left alone without a cap', async () => {
    const { clock, device, runner, start } = setUp(makePlan({ levels: { belt: 3 }, seconds: 1200 }), BELT);
    start();
    await clock.advance(30_000);
    const before = device.wire.length;
    device.telemetry.value = { speedKmh: 6 };
    await clock.advance(30_000);
    expect([device.wire.length, runner.view.state.value]).toEqual([before, 'running']);
  });
});

describe('a heart rate is lost, never fresh, when', () => {
  it.each([
    ['the clock is set back', -3_600_000],
    ['the machine slept', 8 * 3_600_000],
    ['the clock stands', 0],
  ])('%s and no beat comes', async (_, byMs) => {
    const the = walk({ levels: { belt: 3 }, seconds: 3600 });
    await the.walkFor(40, 85);
    the.setClock(byMs);
    await the.walkFor(20, null);
    expect(the.runner.view.state.value).toBe('ended');
    if (byMs <= 0) expect(the.guard.why.value).toBe('heart-rate-lost');
  });

  it('a clock that is set back does not hide a heart over the cap', async () => {
    const the = walk({ levels: { belt: 3 }, seconds: 3600 });
    await the.walkFor(40, 85);
    the.setClock(-3_600_000);
    await the.walkFor(70, 170);
    expect([the.runner.view.state.value, the.guard.why.value]).toEqual(['ended', 'over-cap']);
  });
});

it('no level ever rises without a tap, whatever happens', async () => {
  const event = fc.oneof(
    { weight: 6, arbitrary: fc.record({ walk: fc.integer({ min: 1, max: 30 }), bpm: fc.integer({ min: 60, max: 150 }) }) },
    fc.constantFrom('skip' as const, 'lose' as const, 'back' as const, 'pause' as const),
    fc.record({ setClock: fc.constantFrom(-3_600_000, 60_000) }),
  );
  const step = fc.record({ belt: fc.integer({ min: 5, max: 40 }), seconds: fc.integer({ min: 10, max: 120 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.array(event, { maxLength: 15 }), async (steps, events) => {
      const the = walk(...steps.map(({ belt, seconds }) => ({ levels: { belt: belt / 10 }, seconds })));
      for (const what of events) {
        if (what === 'skip') the.skip();
        else if (what === 'lose') the.device.lose();
        else if (what === 'back') the.device.comeBack();
        else if (what === 'pause') the.runner.pause();
        else if ('setClock' in what) the.setClock(what.setClock);
        else await the.walkFor(what.walk, what.bpm);
      }
      const levels = the.device.wire.flatMap(({ what }) => (what.kind === 'level' ? [what.level] : []));
      expect(levels.every((level) => level <= SETTINGS.beltMinKmh)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
