import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import type { Capabilities, Telemetry } from '../../../../lib/devices/driver';
import { judgeLinkBack } from '../../../../lib/devices/session/after-link';
import { BELT, BOOTS, nothingInTheWay } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const REPORTING: Capabilities = { ...BOOTS, telemetry: ['running', 'elapsedS'] };
const PLAN = makePlan({ levels: { legs: 3 }, seconds: 600 });

async function running(capabilities = REPORTING, plan = PLAN) {
  const all = setUp(plan, capabilities);
  let says: Telemetry = { running: true };
  const pass = async (seconds: number, now = says) => {
    says = now;
    for (let passed = 0; passed < seconds; passed++) {
      if (all.device.connected.value) all.device.telemetry.value = { ...says };
      await all.clock.advance(1000);
    }
  };
  const back = (now: Telemetry) => {
    says = now;
    all.device.telemetry.value = { ...now };
    all.device.comeBack();
  };
  all.start();
  await pass(10);
  expect(all.runner.view.state.value).toBe('running');
  return { ...all, pass, back };
}

describe('a run of somebody else', () => {
  it('is told by its running time, however long the link was lost', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 6, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (before, lostForS, part) => {
        const step = (now: number) =>
          judgeLinkBack({
            was: 'running',
            lostForMs: lostForS * 1000,
            sinceMs: 0,
            withinMs: 120_000,
            reports: true,
            moves: true,
            steady: true,
            ended: null,
            elapsedS: { before, now },
          });
        expect(step(before + lostForS)).toBe('take-over');
        // Begun after the loss, it is younger than this session's own run by all that the latter had run before.
        const other = Math.floor(part * lostForS);
        if (before + lostForS - other > 6) expect(step(other)).toBe('other-run');
      }),
    );
  });

  it('that replaced this one while the link was lost ends the session when it rests, without a command', async () => {
    const { device, runner, pass, back } = await running();
    await pass(2, { running: true, elapsedS: 100 });
    device.lose();
    await pass(3);
    const told = device.wire.length;
    back({ running: true, elapsedS: 5 });
    await pass(2);
    expect([runner.view.state.value, runner.view.fault.value]).toEqual(['released', 'other-run']);
    await pass(10, { running: false });
    expect([runner.view.state.value, device.wire.length]).toEqual(['ended', told]);
  });

  it('is not stopped when the link is lost and comes back, unless a person asked for that', async () => {
    for (const asked of [false, true]) {
      const { device, runner, pass, back } = await running();
      await pass(2, { running: true, controlTaken: 'other-host' });
      expect(runner.view.state.value).toBe('released');
      device.lose();
      await pass(3);
      if (asked) void runner.stop();
      const told = device.told('stop');
      back({ running: true });
      await pass(3);
      expect([runner.view.state.value, device.told('stop') - told]).toEqual([asked ? 'stopping' : 'released', asked ? 1 : 0]);
    }
  });

  it('is stopped at a pressure that the device must not have, and at no other value', async () => {
    const capabilities: Capabilities = {
      ...BOOTS,
      telemetry: ['running', 'pressureMmHg', 'levels'],
      zones: [{ id: 'legs', control: 'absolute', range: { min: 20, max: 100, step: 5 }, unit: 'mmHg' }],
    };
    const { device, runner, pass } = await running(capabilities, makePlan({ levels: { legs: 40 }, seconds: 600 }));
    await pass(2, { running: true, controlTaken: 'other-host' });
    const told = device.told('stop');
    await pass(2, { running: true, controlTaken: 'other-host', pressureMmHg: { legs: 109 }, levels: { legs: 130 } });
    expect([device.told('stop') - told, runner.view.state.value]).toEqual([0, 'released']);
    await pass(1, { running: true, controlTaken: 'other-host', pressureMmHg: { legs: 110 } });
    expect([device.told('stop') - told, runner.view.fault.value]).toEqual([1, 'too-high']);
  });
});

describe('a level that a person lowered while the link was lost', () => {
  const belt: Capabilities = { ...BELT, telemetry: ['running', 'speedKmh'] };
  const plan = { ...makePlan({ levels: { belt: 4 }, seconds: 120 }, { levels: { belt: 5 }, seconds: 600 }), modality: 'active-recovery' };

  it('is never exceeded, in this step or a later one, until somebody raises it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 39 }), fc.boolean(), async (tenths, late) => {
        const kmh = tenths / 10;
        const { clock, device, runner, pass, back } = await running(belt, plan);
        await pass(20, { running: true, speedKmh: 4 });
        device.lose();
        await pass(3);
        const told = device.wire.length;
        back(late ? { running: true } : { running: true, speedKmh: kmh });
        if (late) await clock.advance(2000);
        expect(device.wire.length).toBe(told);
        await pass(200, { running: true, speedKmh: kmh });
        expect(runner.view.state.value).toBe('running');
        const levels = device.wire.slice(told).flatMap(({ what }) => (what.kind === 'level' ? [what.level] : []));
        expect(Math.max(0, ...levels)).toBeLessThanOrEqual(kmh);
        expect(runner.setLevel('belt', kmh + 0.5, click(clock))).toBe(true);
        await pass(30, { running: true, speedKmh: kmh });
        expect(device.levels.belt).toBeCloseTo(kmh + 0.5);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a link that is lost again', () => {
  it('before anybody answered asks no more, and asks anew when it is back', async () => {
    const quiet: Capabilities = { ...BOOTS, timerS: null, endsByItself: false };
    const { clock, device, runner } = setUp(PLAN, quiet);
    runner.start(click(clock), nothingInTheWay(clock.now()));
    await clock.advance(10_000);
    device.lose();
    await clock.advance(3000);
    device.comeBack();
    await clock.advance(3000);
    expect(runner.view.asks.value).toBe(true);
    device.lose();
    await clock.advance(3000);
    const lost = runner.view;
    expect([lost.asks.value, lost.doing.value, lost.fault.value, runner.resume(click(clock))]).toEqual([
      false,
      'link-lost',
      'link-lost',
      false,
    ]);
    device.comeBack();
    await clock.advance(1000);
    expect([runner.view.asks.value, runner.resume(click(clock))]).toEqual([true, true]);
  });
});

describe('a stop right after a pause', () => {
  it('is how the session ended: a pause that it replaced is no failure', async () => {
    for (const waitMs of [0, 1, 50]) {
      const { clock, device, runner } = await running({ ...REPORTING, pauses: true });
      device.failures.push(new BluetoothFault('superseded'));
      runner.pause();
      await clock.advance(waitMs);
      void runner.stop();
      device.telemetry.value = { running: false };
      await clock.advance(5000);
      expect([runner.view.fault.value, runner.view.end.value]).toEqual([null, 'stopped']);
    }
  });
});
