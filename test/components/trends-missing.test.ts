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
  expect(describeMissing(load, first)).toBe('Days from your first training up to today: 1. This needs 2.');
  expect(describeMissing(monotony, withLoad(null, 12, 12, 12))).toBe('Days from your first training up to today: 3. This needs 8.');
  expect(describeMissing(load, withLoad(null, null))).not.toBeNull();
  expect(describeMissing({ ...load, name: 'load', has: () => true }, withLoad(12, 12))).toBeNull();
});
