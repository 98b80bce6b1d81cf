import { describe, expect, it } from 'vitest';
import { Elapsed } from '../../../lib/core/elapsed';

function set() {
  const wall = { ms: 1_000_000 };
  return { wall, elapsed: new Elapsed(() => wall.ms) };
}

describe('time that has passed', () => {
  it('goes with the wall clock', () => {
    const { wall, elapsed } = set();
    wall.ms += 250;
    expect(elapsed.ms).toBe(250);
    expect(elapsed.ms).toBe(250);
  });

  it('goes on by timers while the wall clock is set back', () => {
    const { wall, elapsed } = set();
    wall.ms += 1000;
    const since = elapsed.ms;
    wall.ms -= 3_600_000;
    elapsed.waited(since, 1000);
    expect(elapsed.ms).toBe(2000);
    wall.ms += 500;
    expect(elapsed.ms).toBe(2500);
  });

  it('counts what the wall clock saw of a machine that slept, and counts no timer twice', () => {
    const { wall, elapsed } = set();
    const since = elapsed.ms;
    wall.ms += 8 * 3_600_000;
    elapsed.waited(since, 1000);
    expect([elapsed.ms, elapsed.leastMs]).toEqual([8 * 3_600_000, 1000]);
  });
});
