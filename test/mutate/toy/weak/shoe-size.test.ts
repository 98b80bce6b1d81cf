import { expect, it } from 'vitest';
import { fits } from './shoe-size';

it('fits one foot', () => {
  expect(fits(40, 40)).toBe(true);
});
