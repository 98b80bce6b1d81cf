import { beforeEach, expect, it } from 'vitest';
import { describeMissing } from '../../components/app/trends/missing';
import type { Trends } from '../../lib/views/trends';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());

it('says how much training there is, and how much a chart needs', () => {
  const withLoad = (...ctl: (number | null)[]) => ({ days: ctl.map(() => '2026-05-04'), load: { ctl } }) as unknown as Trends;
  const first = withLoad(null, null, 12);
  const load = { name: 'load', has: (place: number) => place === 2 };
  const monotony = { name: 'monotony', has: () => false };
  expect(describeMissing(load, first)).toBe('This chart needs 2 days from your first training on. There have been 1.');
  expect(describeMissing(monotony, withLoad(null, 12, 12, 12))).toBe(
    'This chart needs 8 days from your first training on. There have been 3.',
  );
  expect(describeMissing(load, withLoad(null, null))).not.toBeNull();
  expect(describeMissing({ ...load, name: 'load', has: () => true }, withLoad(12, 12))).toBeNull();
});
