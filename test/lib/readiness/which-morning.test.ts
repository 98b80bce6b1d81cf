import { describe, expect, it } from 'vitest';
import { countedMornings, firstTraining, type MorningCheck, ruledOut } from '../../../lib/readiness/mornings';
import { morning, TODAY } from './mornings';

/** docs/readiness.md, "What counts". */

const SEVEN = Date.parse(`${TODAY}T07:00:00Z`);
const MIN = 60_000;
const check = (id: string, minutes: number, changes: Partial<MorningCheck> = {}): MorningCheck => ({
  id,
  day: TODAY,
  startedAtMs: SEVEN + minutes * MIN,
  readable: true,
  check: morning(0, 4),
  ...changes,
});
const trained = (minutes: number, day = TODAY, timeZone = 'UTC') => ({ day, startMs: SEVEN + minutes * MIN, timeZone });

describe('when training began', () => {
  const first = (activities: Parameters<typeof firstTraining>[0], checks = [check('a', 0)]) => [...firstTraining(activities, checks)];

  it('is the first of the day that lies before its last check', () => {
    expect(first([trained(-10), trained(-30), trained(-20)])).toEqual([[TODAY, SEVEN - 30 * MIN]]);
    expect(first([trained(10)])).toEqual([]);
    expect(first([trained(0)])).toEqual([]);
    expect(first([trained(10)], [check('a', 0), check('b', 20), check('c', 5)])).toEqual([[TODAY, SEVEN + 10 * MIN]]);
  });

  it('does not matter on a day without a check', () => {
    expect(first([trained(-10, '2026-05-03')])).toEqual([]);
    expect(first([trained(-10)], [])).toEqual([]);
  });

  it('is not known where it is midnight sharp of its zone', () => {
    expect(first([trained(-7 * 60)])).toEqual([]);
    expect(first([trained(-7 * 60 + 1 / MIN)])).toHaveLength(1);
    // Midnight in UTC is seven in the morning of Bangkok.
    expect(first([trained(-7 * 60, TODAY, 'Asia/Bangkok')])).toHaveLength(1);
  });
});

describe('why a check is no morning check', () => {
  const began = new Map([[TODAY, SEVEN]]);
  it.each([
    [check('a', 1), 'trained'],
    [check('a', 0), null],
    [check('a', -1), null],
    [check('a', 1, { day: '2026-05-03' }), null],
    [check('a', 1, { saidNot: true }), 'said'],
    [check('a', -1, { saidNot: true }), 'said'],
  ] as const)('%o: %s', (one, why) => {
    expect(ruledOut(one, began)).toBe(why);
  });
});

describe('the check that stands for a day', () => {
  const standing = (checks: readonly MorningCheck[], first = new Map<string, number>()) =>
    countedMornings(checks, first).map(({ id, out }) => [id, out]);

  it('is the first readable one', () => {
    expect(standing([check('a', 0), check('b', 5)])).toEqual([['a', null]]);
    expect(standing([check('a', 0, { readable: false }), check('b', 5), check('c', 6)])).toEqual([['b', null]]);
    expect(standing([check('a', 0, { check: null }), check('b', 5)])).toEqual([['b', null]]);
    expect(standing([check('a', 0, { readable: false })])).toEqual([]);
    expect(standing([check('a', 0, { check: null })])).toEqual([]);
  });

  it('is one that is no morning check only where there is no other', () => {
    const not = { saidNot: true } as const;
    expect(standing([check('a', 0, not)])).toEqual([['a', 'said']]);
    expect(standing([check('a', 0, not), check('b', 5)])).toEqual([['b', null]]);
    expect(standing([check('a', 0, not), check('b', 5, not)])).toEqual([['a', 'said']]);
    expect(standing([check('a', 0), check('b', 5, not)])).toEqual([['a', null]]);
    expect(standing([check('a', 0), check('b', 9)], new Map([[TODAY, SEVEN + 5 * MIN]]))).toEqual([['a', null]]);
  });

  it('is marked where it is ruled out, and left as it is where not', () => {
    const [out] = countedMornings([check('a', 0, { saidNot: true })], new Map());
    expect(out).toEqual({ id: 'a', check: { ...morning(0, 4), ruledOut: true }, out: 'said' });
    const [counts] = countedMornings([check('a', 0)], new Map());
    expect(counts).toEqual({ id: 'a', check: morning(0, 4), out: null });
  });

  it('is one for each day, oldest first', () => {
    const yesterday = check('y', -1440, { day: '2026-05-03' });
    expect(standing([yesterday, check('a', 0)])).toEqual([
      ['y', null],
      ['a', null],
    ]);
  });
});
