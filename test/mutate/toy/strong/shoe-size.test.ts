import { expect, it } from 'vitest';
import { fits } from './shoe-size';

it.each([
  [40, 40, true],
  [41, 40, true],
  [42, 40, false],
  [39, 40, false],
  [1, 1, true],
  [1, 0, false],
  [0, 0, false],
])('%d on %d: %s', (size, foot, expected) => {
  expect(fits(size, foot)).toBe(expected);
});
