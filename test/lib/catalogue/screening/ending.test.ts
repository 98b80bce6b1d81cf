import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRAINDICATIONS, ENDING_TICKS, findAskedAgain } from '../../../../lib/catalogue';
import { addDays } from '../../../../lib/core/day';

const MONDAY = '2026-05-04';

describe('a tick that has an end', () => {
  it('is fever, a fresh injury, or an operation', () => {
    expect(ENDING_TICKS).toEqual(['fever', 'acute-injury', 'recent-surgery']);
  });

  it('is not asked about on the day on which it was ticked, and on the next one is', () => {
    const ticked = { ticked: ['fever', 'raynaud'], answeredOn: MONDAY, still: {} } as const;
    expect(findAskedAgain(ticked, MONDAY)).toEqual([]);
    expect(findAskedAgain(ticked, addDays(MONDAY, 1))).toEqual(['fever']);
  });

  it('is asked about once a day', () => {
    const still = { fever: { day: MONDAY, still: true } };
    const ticked = { ticked: ['fever', 'acute-injury'], answeredOn: addDays(MONDAY, -3), still } as const;
    expect(findAskedAgain(ticked, MONDAY)).toEqual(['acute-injury']);
    expect(findAskedAgain(ticked, addDays(MONDAY, 1))).toEqual(['fever', 'acute-injury']);
  });

  it('is asked about when nobody knows since when it is ticked', () => {
    expect(findAskedAgain({ ticked: ['recent-surgery'], answeredOn: null, still: {} }, MONDAY)).toEqual(['recent-surgery']);
  });

  it('property: only what is ticked is asked about, whatever was answered', () => {
    const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(MONDAY, days));
    const answer = fc.option(fc.record({ day, still: fc.boolean() }), { nil: undefined });
    fc.assert(
      fc.property(fc.subarray([...CONTRAINDICATIONS]), fc.option(day), answer, (ticked, answeredOn, fever) => {
        const asked = findAskedAgain({ ticked, answeredOn, still: fever === undefined ? {} : { fever } }, MONDAY);
        for (const tick of asked) expect(ticked).toContain(tick);
        expect(asked.includes('acute-injury')).toBe(ticked.includes('acute-injury') && answeredOn !== MONDAY);
      }),
    );
  });
});
