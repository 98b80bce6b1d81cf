import { expect, it } from 'vitest';
import { PageLimit } from '../../../lib/browser/page-limit';

function set(most = 3) {
  const clock = { ms: 1_000_000 };
  return { clock, limit: new PageLimit(most, () => clock.ms) };
}

it('allows so many writes of an origin in any minute', () => {
  const { clock, limit } = set();
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([true, true, true, false]);
  clock.ms += 59_999;
  expect(limit.take('a')).toBe(false);
  clock.ms += 1;
  expect(limit.take('a')).toBe(true);
});

it('counts each origin by itself', () => {
  const { limit } = set(1);
  expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([true, true, false]);
});

it('gives nothing for a clock that is set back, and does not wait an hour for it', () => {
  const { clock, limit } = set(1);
  limit.take('a');
  clock.ms -= 1000;
  expect(limit.take('a')).toBe(false);
  clock.ms -= 3_600_000;
  expect(limit.take('a')).toBe(true);
});
