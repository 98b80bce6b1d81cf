import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginPace,
  heartRateCap,
  LONGEST_STOP_KMH,
  LOST_MS,
  look,
  type PaceInput,
  type PaceSettings,
  TAP_KMH,
  TAP_MARGIN_BPM,
  tap,
} from '../../../../lib/devices/pace';
import { walk } from './walker';

const SETTLING_S = 180;
const settings: PaceSettings = { capBpm: 110, maxKmh: 4, beltMinKmh: 0.5, beltStepKmh: 0.1, heartRateMedicine: false };
const nothingKnown = { year: 2026, birthYear: null, hrMaxBpm: null, hrRestBpm: null };

describe('the cap', () => {
  it('computed by hand: the lower of 63 % of the maximum and 39 % of the reserve', () => {
    // 40 years: 208 − 28 = 180; 63 % is 113.4.
    expect(heartRateCap({ ...nothingKnown, birthYear: 1986 })).toEqual({
      ok: true,
      cap: { capBpm: 113, hrMaxBpm: 180, hrMaxFrom: 'tanaka', by: 'maximum' },
    });
    // 50 + 0.39 × 130 = 100.7.
    expect(heartRateCap({ ...nothingKnown, birthYear: 1986, hrRestBpm: 50 })).toMatchObject({ cap: { capBpm: 100, by: 'reserve' } });
    // 75 + 0.39 × 105 = 115.95 is above 113.4.
    expect(heartRateCap({ ...nothingKnown, birthYear: 1986, hrRestBpm: 75 })).toMatchObject({ cap: { capBpm: 113, by: 'maximum' } });
    // A measured maximum is preferred to the formula: 63 % of 195 is 122.85.
    expect(heartRateCap({ ...nothingKnown, birthYear: 1986, hrMaxBpm: 195 })).toMatchObject({
      cap: { capBpm: 122, hrMaxFrom: 'measured' },
    });
  });

  it.each([
    [{}, 'needs-birth-year-or-maximum'],
    [{ birthYear: 2020 }, 'age-out-of-range'],
    [{ birthYear: 1900 }, 'age-out-of-range'],
    [{ birthYear: 1986, hrMaxBpm: 300 }, 'maximum-out-of-range'],
    [{ birthYear: 1986, hrMaxBpm: Number.NaN }, 'maximum-out-of-range'],
    [{ birthYear: 1986, hrRestBpm: 160 }, 'rest-out-of-range'],
  ])('%o: %s', (given, error) => {
    expect(heartRateCap({ ...nothingKnown, ...given })).toEqual({ ok: false, error });
  });
});

describe('1,000 seeded walkers who tap whenever they may', () => {
  const walks = Array.from({ length: 1000 }, (_, seed) => walk(seed + 1));

  it('stay below the cap 99 % of the time after settling', () => {
    const shares = walks.map(({ seconds, settings: { capBpm } }) => {
      const settled = seconds.slice(SETTLING_S);
      return settled.filter(({ bpm }) => bpm <= capBpm).length / settled.length;
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.99);
    expect(shares.filter((share) => share < 0.99).length).toBeLessThanOrEqual(5);
  });

  it('test the loop: many tap, many are slowed down, most still walk', () => {
    const taps = walks.map(({ seconds }) => seconds.filter(({ tapped }) => tapped).length);
    expect(taps.filter((count) => count >= 5).length).toBeGreaterThan(700);
    const slowed = walks.filter(({ seconds }) => seconds.some(({ command, tapped }) => command?.kind === 'speed' && !tapped));
    expect(slowed.length).toBeGreaterThan(300);
    expect(walks.filter(({ end }) => end.phase === 'walking').length).toBeGreaterThan(900);
  });

  it('come near the cap, so the cap is what limits them', () => {
    const near = walks.filter(({ settings: { capBpm }, seconds }) => {
      const peak = Math.max(...seconds.slice(SETTLING_S).map(({ bpm }) => bpm));
      return peak > capBpm - 15;
    });
    expect(near.length).toBeGreaterThan(600);
  });

  it('are never sped up by the loop; each tap adds at most 0.2 km/h, and none exceeds the maximum', () => {
    for (const { seconds, settings: own } of walks) {
      for (const { command, tapped, setKmh, beltKmh } of seconds) {
        if (command?.kind !== 'speed') continue;
        if (tapped) {
          expect(command.kmh - setKmh).toBeLessThanOrEqual(TAP_KMH + 1e-9);
          expect(command.kmh).toBeLessThanOrEqual(Math.min(own.maxKmh, LONGEST_STOP_KMH) + 1e-9);
        } else {
          expect(command.kmh).toBeLessThan(setKmh);
          expect(command.kmh).toBeLessThanOrEqual(Math.max(own.beltMinKmh, beltKmh));
        }
      }
    }
  });

  it('stop when the heart rate is lost at any time and speed: the ramp begins after 10 s, and the belt stands within 20 s', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const lostS = 30 + ((seed * 37) % 900);
      const { seconds } = walk(seed, { strapUntilS: lostS, lengthS: lostS + 60 });
      const stands = seconds.find(({ atMs, beltKmh }) => atMs > lostS * 1000 && beltKmh === 0);
      expect((stands?.atMs ?? Number.POSITIVE_INFINITY) / 1000 - lostS).toBeLessThanOrEqual(20);
      expect(seconds.at(-1)).toMatchObject({ beltKmh: 0 });
    }
  });
});

/** A person who has walked this long at this heart rate. */
function walking(bpm: number, untilMs: number, own = settings) {
  let state = beginPace(own, 0);
  for (let atMs = 1000; atMs <= untilMs; atMs += 1000) {
    state = look(state, own, { atMs, heartRate: { atMs, bpm }, beltKmh: state.setKmh }).state;
  }
  return state;
}
const at = (atMs: number, bpm: number, beltKmh: number | null = 0.5): PaceInput => ({ atMs, heartRate: { atMs, bpm }, beltKmh });

describe('taps', () => {
  it('are refused at and above the margin below the cap', () => {
    for (const [bpm, refused] of [
      [settings.capBpm - TAP_MARGIN_BPM, 'near-cap'],
      [settings.capBpm - 3, 'near-cap'],
      [settings.capBpm - TAP_MARGIN_BPM - 1, null],
    ] as const) {
      const answer = tap(walking(bpm, 30_000), settings, at(31_000, bpm));
      if (refused === null) expect(answer).toMatchObject({ command: { kind: 'speed', kmh: 0.7 } });
      else expect(answer).toMatchObject({ refused });
    }
  });

  it('are refused while the heart rate rises towards it', () => {
    let state = beginPace(settings, 0);
    for (let s = 1; s <= 30; s++) state = look(state, settings, at(s * 1000, 70 + s)).state;
    // 100 bpm now; at this rate 130 in half a minute.
    expect(tap(state, settings, at(31_000, 101))).toMatchObject({ refused: 'near-cap' });
  });

  it('must be apart, end at the maximum, and need a recent heart rate', () => {
    const own = { ...settings, maxKmh: 0.8 };
    const first = tap(walking(80, 30_000, own), own, at(31_000, 80));
    expect(first).toMatchObject({ command: { kmh: 0.7 } });
    expect(tap(first.state, own, at(40_000, 80, 0.7))).toMatchObject({ refused: 'too-soon' });
    const second = tap(first.state, own, at(52_000, 80, 0.7));
    expect(second).toMatchObject({ command: { kmh: 0.8 } });
    expect(tap(second.state, own, at(80_000, 80, 0.8))).toMatchObject({ refused: 'at-maximum' });
    const old = { atMs: 100_000, heartRate: { atMs: 96_000, bpm: 80 }, beltKmh: 0.8 };
    expect(tap(second.state, own, old)).toMatchObject({ refused: 'no-heart-rate' });
    expect(tap(beginPace(own, 0), own, { atMs: 60_000, heartRate: null, beltKmh: 0.5 })).toMatchObject({ refused: 'no-heart-rate' });
  });

  it('start from the belt’s speed after somebody slowed it by hand', () => {
    const state = { ...walking(80, 30_000), setKmh: 3 };
    expect(tap(state, settings, at(31_000, 80, 2))).toMatchObject({ command: { kmh: 2.2 } });
  });
});

describe('the loop', () => {
  it('is off with heart-rate medicine: neither watches nor accepts taps', () => {
    const own = { ...settings, heartRateMedicine: true };
    const state = beginPace(own, 0);
    expect(state.phase).toBe('off');
    expect(look(state, own, at(60_000, 150))).toEqual({ state, command: null });
    expect(tap(state, own, at(60_000, 70))).toMatchObject({ refused: 'not-walking' });
  });

  it('stays stopped once it stops, even if the heart rate comes back', () => {
    let state = { ...walking(80, 30_000), setKmh: 3 };
    const commands = [];
    for (let s = 31; s <= 60; s++) {
      const heartRate = s > 42 ? { atMs: s * 1000, bpm: 80 } : { atMs: 30_000, bpm: 80 };
      const looked = look(state, settings, { atMs: s * 1000, heartRate, beltKmh: state.setKmh });
      state = looked.state;
      if (looked.command !== null) commands.push([s, looked.command]);
    }
    expect(commands).toEqual([
      [40, { kind: 'speed', kmh: 1.5 }],
      [41, { kind: 'stop', why: 'heart-rate-lost' }],
    ]);
    expect(state).toMatchObject({ phase: 'stopped', why: 'heart-rate-lost' });
    expect(tap(state, settings, at(61_000, 70))).toMatchObject({ refused: 'not-walking' });
  });

  it('stops a walker whose heart rate is over the cap at the lowest speed', () => {
    let state = beginPace(settings, 0);
    for (let s = 1; s <= 90; s++) state = look(state, settings, at(s * 1000, 120)).state;
    expect(state).toMatchObject({ phase: 'stopped', why: 'over-cap' });
  });

  it.each([0, 10, 255, Number.NaN])('ignores %d bpm', (bpm) => {
    let state = { ...walking(80, 30_000), setKmh: 0.5 };
    for (let s = 31; s <= 30 + LOST_MS / 1000; s++) state = look(state, settings, at(s * 1000, bpm)).state;
    expect(state.phase).toBe('stopped');
  });

  it('ignores a heart rate from the future', () => {
    let state = beginPace(settings, 0);
    const heartRate = { atMs: 1e12, bpm: 80 };
    for (let s = 1; s <= 20; s++) state = look(state, settings, { atMs: s * 1000, heartRate, beltKmh: 0.5 }).state;
    expect(state.phase).toBe('stopped');
  });

  it('follows a lowered maximum, and a belt that was sped up beyond it', () => {
    const state = { ...walking(80, 30_000), setKmh: 3 };
    expect(look(state, { ...settings, maxKmh: 2 }, at(31_000, 80, 3)).command).toEqual({ kind: 'speed', kmh: 2 });
    expect(look(state, settings, at(31_000, 80, 5)).command).toEqual({ kind: 'speed', kmh: 3 });
    expect(look(state, { ...settings, maxKmh: 0.3 }, at(31_000, 80, 0.5)).state).toMatchObject({
      phase: 'stopped',
      why: 'slower-than-belt',
    });
  });

  it('sends no command faster than the set speed, or than the belt, for any input', () => {
    const input = fc.record({
      step: fc.integer({ min: 0, max: 15_000 }),
      bpm: fc.oneof(fc.integer({ min: 40, max: 200 }), fc.constant(null)),
      belt: fc.oneof(fc.double({ min: 0, max: 7, noNaN: true }), fc.constant(null)),
      tapping: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(input, { maxLength: 120 }), fc.double({ min: 0, max: 8, noNaN: true }), (inputs, maxKmh) => {
        const own = { ...settings, maxKmh };
        let state = beginPace(own, 0);
        let atMs = 0;
        for (const { step, bpm, belt, tapping } of inputs) {
          atMs += step;
          const before = state.setKmh;
          const given = { atMs, heartRate: bpm === null ? null : { atMs, bpm }, beltKmh: belt };
          const looked = look(state, own, given);
          state = looked.state;
          if (looked.command?.kind === 'speed') {
            expect(looked.command.kmh).toBeLessThanOrEqual(before);
            if (belt !== null) expect(looked.command.kmh).toBeLessThanOrEqual(Math.max(own.beltMinKmh, belt));
          }
          if (!tapping) continue;
          const answer = tap(state, own, given);
          if ('command' in answer && answer.command.kind === 'speed') {
            expect(answer.command.kmh).toBeLessThanOrEqual(Math.max(own.beltMinKmh, Math.min(state.setKmh, belt ?? 9) + TAP_KMH) + 1e-9);
          }
          state = answer.state;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
