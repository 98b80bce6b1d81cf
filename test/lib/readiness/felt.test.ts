import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import type { Score } from '../../../lib/readiness/check-in';
import { FELT_ITEMS, judgeAnswers, type UsualFelt, usualFelt } from '../../../lib/readiness/felt';
import type { DayCheckIn } from '../../../lib/readiness/types';
import { meanSd, TODAY } from './mornings';

/** docs/readiness.md, "The answers". */

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const said = (on: readonly number[], answers: (daysAgo: number) => Partial<DayCheckIn>): DayCheckIn[] =>
  on.map((daysAgo) => ({ day: addDays(TODAY, -daysAgo), ...answers(daysAgo) }));
const judge = (today: Partial<DayCheckIn>, before: readonly DayCheckIn[] = []) =>
  judgeAnswers({ day: TODAY, ...today }, usualFelt(before, TODAY));
/** The only answer's distance from usual. */
const computeZ = (today: Partial<DayCheckIn>, before: readonly DayCheckIn[] = []) => judge(today, before)?.answers[0]?.z;
/** 2 and 4 in turn: mean 3, and the SD is `SD`. */
const inTurn = (daysAgo: number): Score => (daysAgo % 2 === 0 ? 2 : 4);
const FIELDS = [
  ['sleep', 'sleepQuality', 1],
  ['soreness', 'soreness', -1],
  ['energy', 'energy', 1],
  ['mood', 'mood', 1],
  ['stress', 'stress', -1],
] as const;

describe('one answer', () => {
  it('the items are named once each', () => {
    expect(FELT_ITEMS).toEqual(['sleep', 'soreness', 'energy', 'mood', 'stress']);
  });

  it.each(FIELDS)('%s is judged against the middle of the scale until seven answers are known', (item, field, sign) => {
    for (const score of [1, 3, 5] as const) {
      const [answer] =
        judge(
          { [field]: score },
          said(days(1, 6), () => ({ [field]: 5 })),
        )?.answers ?? [];
      expect(answer).toEqual({ item, z: sign * (score - 3), usual: null });
    }
  });

  it.each(FIELDS)('%s is judged in SDs from its own mean from seven answers on', (item, field, sign) => {
    const before = said(days(1, 8), (ago) => ({ [field]: inTurn(ago) }));
    const { sd } = meanSd(days(1, 8).map(inTurn));
    expect(computeZ({ [field]: 5 }, before)).toBeCloseTo((sign * 2) / sd, 12);
    // Alike for a week: half a point is the least SD.
    const alike = said(days(1, 7), () => ({ [field]: 4 }));
    expect(computeZ({ [field]: 5 }, alike)).toBeCloseTo(sign * 2, 12);
    expect(judge({ [field]: 5 }, alike)?.answers[0]?.usual).toBe(item === 'sleep' ? null : 4);
  });

  it('what was not answered is none of them, nor counts as usual', () => {
    expect(judge({ mood: null })).toBeNull();
    expect(judge({})).toBeNull();
    expect(judgeAnswers(undefined, usualFelt([], TODAY))).toBeNull();
    expect(
      computeZ(
        { mood: 5 },
        said(days(1, 12), (ago) => ({ mood: ago > 6 ? null : 1 })),
      ),
    ).toBe(2);
  });

  it('soreness is that of the sorest region', () => {
    expect(computeZ({ soreness: 2, sore: [{ region: 'quads', level: 4 }] })).toBe(-1);
  });

  it('usual is of the 60 days before, the day itself not among them', () => {
    const week = (from: number) => said(days(from, from + 6), () => ({ mood: 1 }));
    expect([-7, -6, 0, 1, 54, 55].map((from) => computeZ({ mood: 3 }, week(from)))).toEqual([0, 0, 0, 2, 2, 0]);
  });

  it('counts as two SDs at most, so that one bad answer is one bad answer', () => {
    const before = said(days(1, 7), () => ({ stress: 2, energy: 4 }));
    expect([2.5, 3, 5].map((stress) => computeZ({ stress: stress as Score }, before))).toEqual([-1, -2, -2]);
    expect(computeZ({ energy: 1 }, before)).toBe(-2);
  });
});

describe('sleep', () => {
  it('hours count below seven, until the own are known', () => {
    expect([5, 7, 9].map((sleepHours) => computeZ({ sleepHours }))).toEqual([-2, 0, 0]);
  });

  it('hours are judged in SDs from the own mean, from seven nights on', () => {
    const before = said(days(1, 8), (ago) => ({ sleepHours: 6 + inTurn(ago) }));
    const { sd } = meanSd(days(1, 8).map(inTurn));
    expect(judge({ sleepHours: 10 }, before)?.answers).toEqual([{ item: 'sleep', z: expect.closeTo(1 / sd, 12), usual: 9 }]);
    expect(
      computeZ(
        { sleepHours: 6 },
        said(days(1, 6), () => ({ sleepHours: 9 })),
      ),
    ).toBe(-1);
  });

  it('hours and quality are one answer, their mean', () => {
    expect(judge({ sleepHours: 5, sleepQuality: 5 })?.answers).toEqual([{ item: 'sleep', z: 0, usual: null }]);
    expect(computeZ({ sleepHours: 6, sleepQuality: 1 })).toBe(-1.5);
  });
});

describe('all answers together', () => {
  it('are in SDs of what their mean would vary, alike by 0.35, until 14 mornings are known', () => {
    // √((1 + (n − 1) · 0.35) ÷ n)
    expect(judge({ mood: 4 })?.z).toBeCloseTo(1, 12);
    expect(judge({ mood: 4, energy: 2 })?.z).toBeCloseTo(0, 12);
    expect(judge({ mood: 4, energy: 5 })?.z).toBeCloseTo(1.5 / Math.sqrt(1.35 / 2), 12);
    const all = { sleepQuality: 4, soreness: 2, energy: 4, mood: 4, stress: 2 } as const;
    expect(judge(all)?.z).toBeCloseTo(1 / Math.sqrt(2.4 / 5), 12);
    expect(judge(all)?.answers.map(({ item }) => item)).toEqual(['sleep', 'soreness', 'energy', 'mood', 'stress']);
    const before = said(days(1, 13), () => ({ tags: [] }));
    expect(judge({ mood: 4, energy: 5 }, before)?.z).toBeCloseTo(1.5 / Math.sqrt(1.35 / 2), 12);
  });

  it('are in SDs of the own mornings from 14 on', () => {
    /** Mood and energy alike: their mean has the SD of either, and 14 mornings of it are SDs from it. */
    const mornings = (count: number) => said(days(1, count), (ago) => ({ mood: inTurn(ago), energy: inTurn(ago) }));
    const [sd13, sd14] = [13, 14].map((count) => meanSd(days(1, count).map(inTurn)).sd);
    const sums = days(1, 14).map((ago) => (inTurn(ago) - 3) / (sd14 ?? Number.NaN));
    expect(judge({ mood: 5, energy: 5 }, mornings(14))?.z).toBeCloseTo(2 / (sd14 ?? Number.NaN) / meanSd(sums).sd, 9);
    const mean13 = meanSd(days(1, 13).map(inTurn)).mean;
    expect(judge({ mood: 5, energy: 5 }, mornings(13))?.z).toBeCloseTo((5 - mean13) / (sd13 ?? Number.NaN) / Math.sqrt(1.35 / 2), 9);
  });

  it('mornings that hardly vary leave at least 0.3 of an SD', () => {
    const before = said(days(1, 20), () => ({ mood: 4, energy: 4 }));
    expect(judge({ mood: 4, energy: 3 }, before)?.z).toBeCloseTo(-1 / 0.3, 12);
  });

  it('of mornings in which nothing was answered none counts', () => {
    const before = [...said(days(1, 13), (ago) => ({ mood: inTurn(ago) })), ...said([14, 15], () => ({ tags: ['travel'] }))];
    expect(usualFelt(before, TODAY).spread).toBeNull();
  });

  it('know how many check-ins of the last 28 days there are', () => {
    expect(
      judge(
        { mood: 3 },
        said(days(0, 60), () => ({})),
      )?.known,
    ).toBe(28);
    expect(
      usualFelt(
        said([28], () => ({})),
        TODAY,
      ).known,
    ).toBe(1);
    expect(
      usualFelt(
        said([0, 29], () => ({})),
        TODAY,
      ).known,
    ).toBe(0);
  });

  it('nothing is usual without check-ins', () => {
    expect(usualFelt([], TODAY)).toEqual({ items: new Map(), hours: null, spread: null, known: 0 } satisfies UsualFelt);
  });
});
