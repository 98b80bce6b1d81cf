import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { DriverFault } from '../../../../lib/devices/driver';
import { Click } from '../../../../lib/devices/safety/click';
import { BELT, BOOTS, nothingInTheWay } from './fake-device';
import { click, makePlan, NOON, setUp, THREE_STEPS } from './set-up';

describe('a session from the click to the record', () => {
  it('runs its steps, counts down, stops, and is recorded', async () => {
    const { clock, device, runner, start, record } = setUp();
    expect(runner.prepare(nothingInTheWay(clock.now()))).toEqual([]);
    expect(runner.view.state.value).toBe('cleared');
    expect(start()).toBe(true);
    await clock.advance(10_000);
    expect([runner.view.state.value, runner.view.stepIndex.value]).toEqual(['running', 0]);
    expect(device.levels).toEqual({ legs: 3 });
    expect(runner.view.remainingS.value).toBeGreaterThan(139);
    expect(runner.view.remainingS.value).toBeLessThan(142);
    await clock.advance(100_000);
    expect([runner.view.stepIndex.value, device.levels]).toEqual([1, { legs: 6 }]);
    await clock.advance(60_000);
    expect([runner.view.state.value, runner.view.end.value, device.moves]).toEqual(['ended', 'finished', false]);
    expect(record()).toMatchObject({ end: 'finished', day: '2026-05-04', startedAtMs: NOON, device: { id: 'd1', class: 'compression' } });
    const { activeS = 0, endedAtMs, done = [] } = record() ?? {};
    expect(Math.abs(activeS - 150)).toBeLessThanOrEqual(2);
    expect(Math.abs(((endedAtMs ?? 0) - NOON) / 1000 - 150)).toBeLessThanOrEqual(2);
    expect(Math.max(...done.map(({ levels }) => levels.legs ?? 0))).toBe(6);
  });

  it('sets the device’s own timer before anything moves, to at least the time left', async () => {
    const { clock, device, start } = setUp();
    start();
    await clock.advance(5000);
    const kinds = device.wire.map(({ what }) => what.kind);
    expect(kinds[0]).toBe('timer');
    const timers = device.wire.flatMap(({ what }) => (what.kind === 'timer' ? [what.seconds] : []));
    // 150 s on a grid of 60 s.
    expect(timers.every((seconds) => seconds === 180)).toBe(true);
  });

  it('never changes a level by more than one a second, nor above its limit', async () => {
    const { clock, device, runner, start } = setUp(THREE_STEPS, BOOTS, { levels: { legs: 6 } });
    start();
    await clock.advance(160_000);
    const levels = device.wire.flatMap(({ atMs, what }) => (what.kind === 'level' ? [{ atMs, level: what.level }] : []));
    expect(levels[0]?.level).toBe(1);
    for (const [i, { atMs, level }] of levels.entries()) {
      const before = levels[i - 1];
      expect(level).toBeLessThanOrEqual(6);
      if (before === undefined) continue;
      expect(Math.abs(level - before.level)).toBeLessThanOrEqual(1);
      expect(atMs - before.atMs).toBeGreaterThanOrEqual(999);
    }
    // From 3 to 6 in 30 s: one every 10 s.
    const second = levels.filter(({ atMs, level }) => level > 3 && atMs > NOON + 60_000 && atMs < NOON + 120_000);
    expect((second.at(-1)?.atMs ?? 0) - NOON).toBeGreaterThan(88_000);
    expect((second.at(-1)?.atMs ?? 0) - NOON).toBeLessThan(95_000);
    expect(runner.view.end.value).toBe('finished');
  });

  it('does not start twice, with a spent or old click, or without a link', async () => {
    const { clock, device, runner } = setUp();
    const old = click(clock);
    await clock.advance(6000);
    expect(runner.start(old, nothingInTheWay(clock.now()))).toBe(false);
    const spent = click(clock);
    spent.spend(clock.now());
    expect(runner.start(spent, nothingInTheWay(clock.now()))).toBe(false);
    device.lose();
    expect(runner.start(click(clock), nothingInTheWay(clock.now()))).toBe(false);
    device.comeBack();
    expect(runner.start(click(clock), nothingInTheWay(clock.now()))).toBe(true);
    expect(runner.start(click(clock), nothingInTheWay(clock.now()))).toBe(false);
    expect(Click.of({ isTrusted: false }, clock.now())).toBeNull();
    await clock.advance(1000);
    expect(device.told('start')).toBe(1);
  });

  it('does not start, and sends nothing, while something blocks it', async () => {
    const { clock, device, runner } = setUp();
    const wayward = { ...nothingInTheWay(clock.now()), oneTap: { answer: 'some' as const, atMs: clock.now() } };
    expect(runner.start(click(clock), wayward)).toBe(false);
    expect(runner.blocks).toEqual([{ code: 'one-tap-signs' }]);
    await clock.advance(5000);
    expect([runner.view.state.value, device.wire]).toEqual(['blocked', []]);
  });
});

describe('pause, resume, skip', () => {
  it('nothing moves while paused, the time stops, and the session resumes from low levels', async () => {
    const { clock, device, runner, start } = setUp();
    start();
    await clock.advance(20_000);
    const left = runner.view.remainingS.value;
    runner.pause();
    await clock.advance(30_000);
    expect([device.moves, runner.view.doing.value]).toEqual([false, 'paused']);
    expect(Math.abs(runner.view.remainingS.value - left)).toBeLessThanOrEqual(1);
    const before = device.wire.length;
    expect(runner.resume(click(clock))).toBe(true);
    await clock.advance(500);
    expect(device.levels.legs).toBe(1);
    await clock.advance(5000);
    expect(device.levels.legs).toBe(3);
    expect(device.wire.slice(before)[0]?.what.kind).toBe('timer');
  });

  it('no level is sent between pause and resume, even if one was under way', async () => {
    const { clock, device, runner, start } = setUp();
    device.latencyMs = 700;
    start();
    await clock.advance(3100);
    runner.pause();
    await clock.advance(8000);
    expect(device.moves).toBe(false);
    expect(device.wire.at(-1)?.what.kind).toBe('stop');
  });

  it('a session that stays paused ends', async () => {
    const { clock, runner, start } = setUp();
    start();
    await clock.advance(5000);
    runner.pause();
    await clock.advance(11 * 60_000);
    expect([runner.view.state.value, runner.view.end.value]).toEqual(['ended', 'paused-too-long']);
  });

  it('a pause step rests the device, and the next step starts it again', async () => {
    const plan = makePlan({ levels: { legs: 2 }, seconds: 20 }, { seconds: 15, pause: true }, { levels: { legs: 2 }, seconds: 20 });
    const { clock, device, runner, start, record } = setUp(plan);
    start();
    await clock.advance(25_000);
    expect([device.moves, runner.view.doing.value]).toEqual([false, 'resting']);
    await clock.advance(15_000);
    expect(device.levels.legs).toBe(2);
    await clock.advance(20_000);
    expect(runner.view.end.value).toBe('finished');
    expect(Math.abs((record()?.activeS ?? 0) - 40)).toBeLessThanOrEqual(2);
  });

  it('skip goes to the next step; after the last one the session ends', async () => {
    const { clock, runner, start } = setUp();
    start();
    await clock.advance(3000);
    runner.skip(click(clock));
    runner.skip(click(clock));
    await clock.advance(500);
    expect(runner.view.stepIndex.value).toBe(2);
    runner.skip(click(clock));
    await clock.advance(500);
    expect([runner.view.state.value, runner.view.end.value]).toEqual(['ended', 'skipped-to-end']);
  });

  it('skip does nothing by a click that is spent or old', async () => {
    const { clock, runner, start } = setUp();
    start();
    await clock.advance(3000);
    const spent = click(clock);
    expect(runner.skip(spent)).toBe(true);
    expect(runner.skip(spent)).toBe(false);
    const old = click(clock);
    await clock.advance(5001);
    expect(runner.skip(old)).toBe(false);
    expect(runner.view.stepIndex.value).toBe(1);
  });

  it('a device that can pause is paused, not stopped', async () => {
    const plan = { ...makePlan({ levels: { belt: 2 }, seconds: 120 }), modality: 'active-recovery' };
    const { clock, device, runner, start } = setUp(plan, BELT);
    start();
    await clock.advance(20_000);
    expect(device.levels.belt).toBe(2);
    runner.pause();
    await clock.advance(1000);
    expect([device.told('pause'), device.told('stop'), device.moves]).toEqual([1, 0, false]);
    runner.resume(click(clock));
    await clock.advance(1000);
    expect(device.told('start')).toBe(2);
    // From the lowest speed again, 0.2 km/h a second at most.
    expect(device.levels.belt).toBeLessThanOrEqual(0.9);
  });
});

describe('manual changes', () => {
  it('two quick clicks are two steps, even before anything is sent or drawn; each increase needs its own click', async () => {
    const { clock, runner, start, device } = setUp(makePlan({ levels: { legs: 1 }, seconds: 60 }));
    start();
    await clock.advance(3000);
    expect([runner.stepLevel('legs', 1, click(clock)), runner.stepLevel('legs', 1, click(clock))]).toEqual([true, true]);
    expect(runner.stepLevel('legs', 1, null)).toBe(false);
    await clock.advance(5000);
    expect(device.wire.at(-1)?.what).toMatchObject({ kind: 'level', level: 3 });
    expect(runner.stepLevel('legs', -1, null)).toBe(true);
    await clock.advance(5000);
    expect(device.wire.at(-1)?.what).toMatchObject({ kind: 'level', level: 2 });
  });

  it('lowering needs no click, raising needs one, and limits apply', async () => {
    const { clock, device, runner, start } = setUp(THREE_STEPS, BOOTS, { levels: { legs: 6 } });
    start();
    await clock.advance(10_000);
    expect(runner.setLevel('legs', 1, null)).toBe(true);
    await clock.advance(5000);
    expect(device.levels.legs).toBe(1);
    expect(runner.setLevel('legs', 4, null)).toBe(false);
    expect(runner.setLevel('legs', 7, click(clock))).toBe(false);
    expect(runner.setLevel('legs', 4, click(clock))).toBe(true);
    await clock.advance(5000);
    expect(device.levels.legs).toBe(4);
    // Into the next step, which has its own level, and 30 s to get there.
    await clock.advance(75_000);
    expect(device.levels.legs).toBe(6);
  });
});

describe('failures', () => {
  it('a refusal ends the session with a stop', async () => {
    const { clock, device, runner, start } = setUp();
    device.failures.push(new DriverFault('refused-by-device'), new DriverFault('refused-by-device'));
    start();
    await clock.advance(5000);
    expect([runner.view.state.value, runner.view.end.value, runner.view.fault.value]).toEqual(['ended', 'fault', 'device-refused']);
    expect(device.told('stop')).toBeGreaterThan(0);
  });

  it('a press at the device that did not come is named as such, not as a fault', async () => {
    const { clock, device, runner, start } = setUp();
    device.failures.push(new DriverFault('not-pressed'));
    start();
    await clock.advance(2000);
    expect([runner.view.state.value, runner.view.end.value, runner.view.fault.value]).toEqual(['ended', 'did-not-start', 'not-pressed']);
  });

  it('one failed command is retried; three in a row end the session', async () => {
    const fault = () => new BluetoothFault('gatt-error');
    const one = setUp();
    one.device.failures.push(fault());
    one.start();
    await one.clock.advance(10_000);
    expect([one.runner.view.state.value, one.device.levels.legs]).toEqual(['running', 3]);
    const three = setUp();
    three.device.failures.push(fault(), fault(), fault());
    three.start();
    await three.clock.advance(10_000);
    expect([three.runner.view.state.value, three.runner.view.fault.value]).toEqual(['ended', 'commands-failed']);
  });

  it('a stop that cannot be sent is tried three times, and then reported', async () => {
    const { clock, device, runner, start } = setUp();
    start();
    await clock.advance(5000);
    device.failures.push(...Array.from({ length: 9 }, () => new BluetoothFault('gatt-error')));
    const told = runner.stop();
    await clock.advance(5000);
    await told;
    expect([runner.view.state.value, runner.view.fault.value, device.told('stop')]).toEqual(['unknown', 'stop-not-told', 3]);
    expect(runner.view.end.value).toBe('stopped');
    device.failures.splice(0);
    void runner.stop();
    await clock.advance(1000);
    expect([runner.view.state.value, device.moves]).toEqual(['ended', false]);
  });

  it('a device that was stopped by hand is not started again', async () => {
    const { clock, device, runner, start } = setUp();
    start();
    await clock.advance(3000);
    device.telemetry.value = { running: true };
    await clock.advance(3000);
    device.telemetry.value = { running: false };
    await clock.advance(5000);
    expect([runner.view.end.value, runner.view.fault.value]).toEqual(['at-device', 'stopped-at-device']);
  });

  it('a page that slept longer than the session stops the device when it wakes', async () => {
    const { clock, device, runner, start } = setUp();
    start();
    await clock.advance(5000);
    // Nothing fires in between: the machine slept.
    const asleep = clock.now.bind(clock);
    clock.now = () => asleep() + 3_600_000;
    await clock.advance(1500);
    expect([runner.view.end.value, device.told('stop')]).toEqual(['finished', 1]);
  });

  it('a clock that is set back does not make it endless', async () => {
    const { clock, runner, start } = setUp();
    start();
    await clock.advance(5000);
    const real = clock.now.bind(clock);
    clock.now = () => real() - 86_400_000;
    await clock.advance(150_000);
    expect(runner.view.end.value).toBe('finished');
  });
});

describe('the record of what was done', () => {
  it('uses the device’s own report where there is one', async () => {
    const { clock, device, runner, start, record } = setUp();
    start();
    await clock.advance(10_000);
    device.telemetry.value = { levels: { legs: 2 } };
    await clock.advance(10_000);
    expect(runner.view.levels.value.legs).toMatchObject({ target: 3, told: 3, measured: { value: 2 }, levelKnown: true });
    expect(record()?.done.at(-1)).toMatchObject({ levels: { legs: 2 }, measured: true });
    expect(record()?.done[1]).toMatchObject({ measured: false });
  });
});

describe('zones with an unknown level', () => {
  const LINAK = {
    ...BOOTS,
    class: 'massage' as const,
    timerS: null,
    zones: [
      { id: 'head', control: 'relative' as const },
      { id: 'all', control: 'switch' as const, toggleOnly: true },
    ],
  };

  it('a toggle is sent once, after everything was switched off, so that it means on', async () => {
    const { clock, device, runner, start } = setUp(makePlan({ levels: { all: 1 }, seconds: 60 }), LINAK);
    start();
    await clock.advance(20_000);
    const kinds = device.wire.map(({ what }) => what.kind);
    expect(kinds.filter((kind) => kind === 'toggle')).toHaveLength(1);
    expect(kinds.indexOf('stop')).toBeLessThan(kinds.indexOf('toggle'));
    expect(runner.view.levels.value.all?.levelKnown).toBe(false);
  });

  it('nudges are sent by hand, up only with a click, and a relative level cannot be planned', async () => {
    const { clock, device, runner, start } = setUp(makePlan({ seconds: 60 }), LINAK);
    start();
    await clock.advance(2000);
    expect(runner.byHand({ kind: 'nudge', zone: 'head', direction: 'up' }, null)).toBe(false);
    expect(runner.byHand({ kind: 'nudge', zone: 'head', direction: 'up' }, click(clock))).toBe(true);
    expect(runner.byHand({ kind: 'nudge', zone: 'head', direction: 'down' }, null)).toBe(true);
    await clock.advance(500);
    expect(device.told('nudge')).toBe(2);
    const planned = setUp(makePlan({ levels: { head: 3 }, seconds: 60 }), LINAK);
    expect(planned.start()).toBe(false);
    expect(planned.runner.blocks).toEqual([{ code: 'plan', faults: [{ step: 0, code: 'level-not-settable', zone: 'head' }] }]);
  });
});
