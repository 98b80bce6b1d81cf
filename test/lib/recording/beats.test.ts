import { describe, expect, it } from 'vitest';
import { beatTimeMs, ticksToMs, toRrMs } from '../../../lib/recording';

/** Heart Rate Service 1.0: an RR interval is in units of 1/1024 s. */
describe('ticks of 1/1024 s', () => {
  it('in ms', () => {
    expect(ticksToMs(1024)).toBe(1000);
    expect(ticksToMs(512)).toBe(500);
    expect(ticksToMs(1)).toBeCloseTo(0.9765625, 10);
  });

  it('a stretch of them, as intervals and as time', () => {
    const ticks = Uint16Array.of(1024, 512, 2048, 1024);
    expect([...toRrMs(ticks)]).toEqual([1000, 500, 2000, 1000]);
    expect([...toRrMs(ticks, 1, 3)]).toEqual([500, 2000]);
    expect(beatTimeMs(ticks)).toBe(4500);
    expect(beatTimeMs(ticks, 1, 3)).toBe(2500);
  });

  it('an empty stretch', () => {
    expect([...toRrMs([1024], 1, 1)]).toEqual([]);
    expect([...toRrMs([1024], 3, 1)]).toEqual([]);
    expect(beatTimeMs([])).toBe(0);
  });
});
