import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { soakRuns } from '../../../support/soak-runs';
import { BELT, BOOTS } from './fake-device';
import { click, makePlan, setUp } from './set-up';

/** Other operations in the device's queue: polls, reads, commands from elsewhere. */
const others = fc.array(fc.record({ ms: fc.integer({ min: 0, max: 800 }), key: fc.constantFrom(null, 'legs', 'poll') }), { maxLength: 3 });
const schedule = fc.record({
  levels: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 2 }),
  rampS: fc.integer({ min: 0, max: 1 }),
  latencyMs: fc.integer({ min: 0, max: 900 }),
  before: fc.integer({ min: 0, max: 2000 }),
  hand: fc.constantFrom('nothing', 'pause', 'pause and resume', 'skip', 'lower'),
  others,
  between: fc.constantFrom(0, 0, 300, 1200),
  presses: fc.integer({ min: 1, max: 2 }),
});

/**
 * The held clock waits for pending work with a new channel and a turn of the event loop each time. That is slow for some hundred thousand
 * turns, and the work here settles within a few dozen microtasks.
 */
class QuickChannel {
  readonly port1: { onmessage: (() => void) | null; close: () => void } = { onmessage: null, close: () => {} };
  readonly port2 = {
    postMessage: async () => {
      for (let microtask = 0; microtask < 64; microtask++) await null;
      this.port1.onmessage?.();
    },
  };
}
beforeAll(() => void vi.stubGlobal('MessageChannel', QuickChannel));
afterAll(() => void vi.unstubAllGlobals());

describe('stop', () => {
  it('is sent within one queue slot whatever is queued, and nothing moves afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ levels, rampS, latencyMs, before, hand, others, between, presses }) => {
        const plan = makePlan(...levels.map((level) => ({ levels: { legs: level }, seconds: 1, rampS })));
        const { clock, device, runner, start } = setUp(plan);
        device.latencyMs = latencyMs;
        start();
        await clock.advance(before);
        if (hand === 'skip') runner.skip(click(clock));
        if (hand === 'lower') runner.setLevel('legs', 0, null);
        if (hand.startsWith('pause')) runner.pause();
        if (hand === 'pause and resume') runner.resume(click(clock));
        // How long each foreign operation was on the radio.
        const slots: { readonly atMs: number; untilMs: number }[] = [];
        for (const { ms, key } of others) {
          const run = async () => {
            const slot = { atMs: clock.now(), untilMs: clock.now() + ms };
            slots.push(slot);
            await clock.wait(ms);
          };
          device.queue.run(run, key === null ? {} : { latest: key }).catch(() => {});
        }
        await clock.advance(between);
        const begun = { wire: device.wire.length, slots: slots.length, atMs: clock.now() };
        for (let press = 0; press < presses; press++) void runner.stop();
        await clock.advance(1000);
        const stop = device.wire.slice(begun.wire)[0];
        // Nothing was sent between the press and the stop except what was already under way.
        expect(stop?.what.kind).toBe('stop');
        expect(slots.slice(begun.slots).every(({ atMs }) => atMs >= (stop?.atMs ?? 0))).toBe(true);
        expect((stop?.atMs ?? 0) - begun.atMs).toBeLessThanOrEqual(Math.max(latencyMs, ...others.map(({ ms }) => ms)));
        await clock.advance(4000);
        expect([device.moves, runner.view.state.value]).toEqual([false, 'ended']);
      }),
      // `npm run soak -- stop` tries 10,000.
      { numRuns: soakRuns(1000) },
    );
  }, 120_000);
});

describe('any valid plan', () => {
  /** Mostly valid plans; some with a level too high, too short, or with a ramp longer than the step. */
  const rarely = <T>(usual: fc.Arbitrary<T>, odd: T) =>
    fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(odd) });
  const boots = fc.nat(7).chain((most) =>
    fc.record({
      most: fc.constant(most),
      steps: fc.array(
        fc.record({
          levels: fc.record({ legs: rarely(fc.nat(most), most + 1) }),
          seconds: rarely(fc.integer({ min: 10, max: 40 }), 0),
          rampS: rarely(fc.nat(10), 41),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  );

  it('never sends a level above the limit or a jump above the ramp, however late its ticks are', async () => {
    let letIn = 0;
    await fc.assert(
      fc.asyncProperty(boots, fc.nat(600), async ({ steps, most }, latencyMs) => {
        const { clock, device, start } = setUp(makePlan(...steps), BOOTS, { levels: { legs: most } });
        device.latencyMs = latencyMs;
        if (!start()) {
          expect(device.wire).toEqual([]);
          return;
        }
        letIn++;
        await clock.advance(210_000);
        let last = 0;
        for (const { what } of device.wire) {
          if (what.kind === 'stop') last = 0;
          if (what.kind !== 'level') continue;
          expect(what.level).toBeLessThanOrEqual(most);
          // From rest to the lowest level, then one step each.
          expect(Math.abs(what.level - last)).toBeLessThanOrEqual(1);
          last = what.level;
        }
        expect(device.moves).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect(letIn).toBeGreaterThan(50);
  });

  it('never changes a belt by more than 0.2 km/h in one command, nor faster than that each second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ min: 0.5, max: 6, noNaN: true }), { minLength: 1, maxLength: 4 }), async (speeds) => {
        const plan = makePlan(...speeds.map((belt) => ({ levels: { belt }, seconds: 30 })));
        const { clock, device, start } = setUp(plan, BELT);
        start();
        await clock.advance(125_000);
        const told = device.wire.flatMap(({ atMs, what }) => (what.kind === 'level' ? [{ atMs, level: what.level }] : []));
        expect(told[0]?.level).toBe(0.5);
        for (const [i, { atMs, level }] of told.entries()) {
          const before = told[i - 1];
          if (before === undefined) continue;
          expect(Math.abs(level - before.level)).toBeLessThanOrEqual(0.2 + 1e-9);
          expect(Math.abs(level - before.level) / ((atMs - before.atMs) / 1000)).toBeLessThanOrEqual(0.2 + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
