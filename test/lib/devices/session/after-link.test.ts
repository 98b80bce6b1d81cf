import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, DeviceEnd } from '../../../../lib/devices/driver';
import { judgeLinkBack, type LinkBack } from '../../../../lib/devices/session/after-link';
import { BELT, BOOTS } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const ENDS: readonly DeviceEnd[] = ['stopped', 'timer', 'watchdog', 'at-device', 'safety-key', 'fault', 'not-said'];
const back: fc.Arbitrary<LinkBack> = fc.record({
  was: fc.constantFrom('running' as const, 'paused' as const, 'other' as const),
  lostForMs: fc.nat(200_000),
  sinceMs: fc.nat(10_000),
  withinMs: fc.constantFrom(6000, 16_000, 120_000),
  reports: fc.boolean(),
  moves: fc.constantFrom(true, false, null),
  steady: fc.boolean(),
  ended: fc.constantFrom(null, ...ENDS),
  elapsedS: fc.record({ before: fc.option(fc.nat(60)), now: fc.option(fc.nat(60)) }),
});

describe('what follows a lost link', () => {
  it('is a run that goes on only where the device reports that this run still moves, and soon enough', () => {
    fc.assert(
      fc.property(back, (it) => {
        const step = judgeLinkBack(it);
        if (step !== 'take-over') return;
        expect([it.was, it.moves, it.steady]).toEqual(['running', true, true]);
        expect(it.lostForMs).toBeLessThanOrEqual(it.withinMs);
        if (it.elapsedS.before !== null && it.elapsedS.now !== null) expect(it.elapsedS.now).toBeGreaterThanOrEqual(it.elapsedS.before - 1);
      }),
    );
  });

  it('is an end where the device says that it ended, whatever its session did, also while it comes to rest', () => {
    fc.assert(
      fc.property(back, fc.constantFrom(...ENDS), fc.constantFrom('running' as const, 'paused' as const), (it, ended, was) => {
        expect(judgeLinkBack({ ...it, was, ended })).toBe('ended');
      }),
    );
  });

  it('is a question only for a device that does not report', () => {
    const quiet = {
      was: 'running',
      lostForMs: 3000,
      withinMs: 120_000,
      moves: null,
      steady: true,
      ended: null,
      elapsedS: { before: null, now: null },
    } as const;
    expect(judgeLinkBack({ ...quiet, reports: false, sinceMs: 0 })).toBe('ask');
    expect(judgeLinkBack({ ...quiet, reports: true, sinceMs: 4999 })).toBe('wait');
    expect(judgeLinkBack({ ...quiet, reports: true, sinceMs: 5000 })).toBe('ask');
  });
});

const LONG = { ...makePlan({ levels: { belt: 2 }, seconds: 1200 }), modality: 'active-recovery' };
const REPORTING: Capabilities = { ...BELT, telemetry: ['running'] };

/** A belt that runs for 20 s and is lost. */
async function lost(capabilities: Capabilities = REPORTING, plan = LONG) {
  const all = setUp(plan, capabilities);
  all.device.reports = capabilities.telemetry.includes('running');
  all.start();
  await all.clock.advance(20_000);
  expect(all.device.moves).toBe(true);
  all.device.lose();
  await all.clock.advance(3000);
  return { ...all, told: all.device.wire.length };
}

describe('a device that somebody switched off while the link was lost', () => {
  it('stays off, at whatever moment, until somebody clicks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.integer({ min: 0, max: 100_000 }), async (offAfterMs, backAfterMs) => {
        const { clock, device, runner, told } = await lost();
        await clock.advance(offAfterMs);
        device.switchOff();
        await clock.advance(backAfterMs);
        device.comeBack();
        await clock.advance(60_000);
        // Perhaps a stop, and nothing else.
        expect(device.wire.slice(told).filter(({ what }) => what.kind !== 'stop')).toEqual([]);
        expect(device.moves).toBe(false);
        const { state, fault } = runner.view;
        expect([state.value, fault.value]).toEqual(['paused', 'rests-after-link']);
        expect(runner.resume(click(clock))).toBe(true);
        await clock.advance(5000);
        expect([device.moves, fault.value, state.value]).toEqual([true, null, 'running']);
      }),
      { numRuns: 25 },
    );
  });

  it('is not offered to go on once the session has ended', async () => {
    const { clock, device, runner } = await lost();
    device.switchOff();
    device.comeBack();
    await clock.advance(10_000);
    expect(runner.view.fault.value).toBe('rests-after-link');
    void runner.stop();
    await clock.advance(10_000);
    expect([runner.view.state.value, runner.view.fault.value]).toEqual(['ended', null]);
  });
});

describe('a device that does not report what it does', () => {
  const QUIET: Capabilities = { ...BOOTS, timerS: null, endsByItself: false };
  const plan = makePlan({ levels: { legs: 3 }, seconds: 1200 });

  it('is left as it is, and asked about; a click continues', async () => {
    const { clock, device, runner, told } = await lost(QUIET, plan);
    device.comeBack();
    await clock.advance(10_000);
    expect([runner.view.asks.value, runner.view.doing.value, device.wire.length]).toEqual([true, 'asking', told]);
    expect(runner.resume(click(clock))).toBe(true);
    await clock.advance(10_000);
    expect([runner.view.asks.value, runner.view.state.value, device.levels.legs]).toEqual([false, 'running', 3]);
  });

  it('is stopped when nobody answers, and may be said to be off', async () => {
    const { clock, device, runner } = await lost(QUIET, plan);
    device.comeBack();
    await clock.advance(125_000);
    expect([device.wire.at(-1)?.what.kind, runner.view.state.value, device.moves]).toEqual(['stop', 'ended', false]);
    const other = await lost(QUIET, plan);
    other.device.comeBack();
    await other.clock.advance(1000);
    other.runner.retire();
    await other.clock.advance(300_000);
    expect([other.device.wire.length, other.runner.view.state.value]).toEqual([other.told, 'ended']);
  });
});

describe('a device with a watchdog', () => {
  it('that still runs after its time is stopped, and never taken over', async () => {
    const { clock, device, runner, told } = await lost({ ...REPORTING, watchdogS: 10 });
    await clock.advance(9000);
    device.comeBack();
    await clock.advance(2000);
    expect(device.wire.slice(told).map(({ what }) => what.kind)).toEqual(['stop']);
    expect([runner.view.state.value, runner.view.end.value]).toEqual(['ended', 'link-lost']);
  });
});
