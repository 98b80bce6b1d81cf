import { expect, it } from 'vitest';
import { analyse, sanitise, timeDomain } from '../../../lib/hrv';

it('removes and counts values that are no intervals, and keeps implausible ones', () => {
  const { rrMs, dropped, keptIndex } = sanitise([800, 0, Number.NaN, 5, -3, Number.POSITIVE_INFINITY, 1e5, 810]);
  expect([...rrMs]).toEqual([800, 5, 1e5, 810]);
  expect([...keptIndex]).toEqual([0, 3, 6, 7]);
  expect(dropped).toBe(4);
});

it('recognises seconds', () => {
  const { rrMs, unit } = sanitise([0.8, 0.75, 1.5]);
  expect(unit).toBe('s');
  expect([...rrMs]).toEqual([800, 750, 1500]);
  expect(sanitise([800, 0.8, 810]).unit).toBe('ms');
});

it('places a gap after the last interval before it', () => {
  expect(sanitise([800, 0, 810, 820], [1, 3, 99, -1]).gapsAfter).toEqual([0]);
});

it('returns a result for empty input', () => {
  const empty = analyse({ rrMs: [] });
  expect(empty).toMatchObject({ beats: 0, durationS: 0, meanHrBpm: null, dropped: 0 });
  expect(empty.quality.rating).toBe('unusable');
});

it('takes no difference across a gap', () => {
  const rrMs = [...new Array<number>(40).fill(800), ...new Array<number>(40).fill(1000)];
  expect(timeDomain({ rrMs, gapsAfter: [39] }).rmssdMs).toBe(0);
  expect(timeDomain({ rrMs }).rmssdMs).toBeCloseTo(Math.sqrt(200 ** 2 / 79), 9);
});
