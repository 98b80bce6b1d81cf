import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesBetween, toBeats } from '../../../lib/breathing/beats';
import { fullness, phaseAt } from '../../../lib/breathing/breath';

const NOON = Date.UTC(2026, 4, 4, 12);

describe('a pace', () => {
  it('breathes in for four tenths and out for six, repeatedly', () => {
    const breath = { perMin: 6, fromMs: NOON };
    expect([0, 2000, 3000, 7000, 10_000, 32_000].map((ms) => fullness(phaseAt(breath, NOON + ms)))).toEqual(
      [0, 0.5, 0.75, 0.5, 0, 0.5].map((value) => expect.closeTo(value, 9)),
    );
  });

  it('is between empty and full at any time', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 12, noNaN: true }), fc.integer({ min: -1e9, max: 1e9 }), (perMin, ms) => {
        const full = fullness(phaseAt({ perMin, fromMs: NOON }, NOON + ms));
        expect(full).toBeGreaterThanOrEqual(0);
        expect(full).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the beats of packets', () => {
  it('follow each other by their own intervals, however late the packet', () => {
    const first = toBeats([1024, 1024], NOON, null, false);
    expect(first.map(({ atMs }) => atMs)).toEqual([NOON - 1000, NOON]);
    const second = toBeats([1024], NOON + 1900, first.at(-1) ?? null, false);
    expect(second).toEqual([{ atMs: NOON + 1000, rrMs: 1000, gapMs: null }]);
  });

  it('restart after a lost link or missing beats', () => {
    const [last = null] = toBeats([1024], NOON, null, false);
    expect(toBeats([1024], NOON + 1200, last, true)).toEqual([{ atMs: NOON + 1200, rrMs: 1000, gapMs: 200 }]);
    expect(toBeats([1024], NOON + 9000, last, false)).toEqual([{ atMs: NOON + 9000, rrMs: 1000, gapMs: 8000 }]);
  });

  it('of a stretch are those whose interval lies completely in it, with the gaps between them', () => {
    const a = toBeats([1024, 1024, 1024], NOON, null, false);
    const b = toBeats([1024, 1024], NOON + 12_000, a.at(-1) ?? null, true);
    expect(seriesBetween([...a, ...b], NOON - 2000, NOON + 12_000)).toEqual({
      rrMs: [1000, 1000, 1000, 1000],
      gapsAfter: [1],
      gapMs: [10_000],
    });
    expect(seriesBetween([...a, ...b], NOON + 10_000, NOON + 11_000)).toEqual({ rrMs: [1000], gapsAfter: [], gapMs: [] });
  });
});
