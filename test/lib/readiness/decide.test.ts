import { describe, expect, it } from 'vitest';
import { type Decision, decideMorning, decideNow, rankVerdict } from '../../../lib/readiness/decide';
import type { Evidence } from '../../../lib/readiness/evidence';
import { feltLike, makeEvidence } from './make-evidence';

/** Every rule of docs/readiness.md, at its threshold and just beyond it. */

type Trend = 'low' | 'low by today alone' | 'within' | 'high';
const trendLike = (trend: Trend): NonNullable<Evidence['trend']> => ({
  z: 0,
  mean7: 4,
  position: trend === 'within' ? 'within' : trend === 'high' ? 'above' : 'below',
  lowWithoutToday: trend === 'low',
});
const hrvLike = (position: 'below' | 'within' | 'above', z = 0): NonNullable<Evidence['hrv']> => ({ z, sureZ: z, position });
const hrLike = (z: number): NonNullable<Evidence['hr']> => ({ z, position: 'within' });
const loadLike = (z: number): NonNullable<Evidence['load']> => ({ z, ctl: 50, atl: 50 });

/** A day whose HRV stands so, in the middle of its range unless told. */
const day = (position: 'below' | 'within' | 'above', trend: Trend, more: Partial<Evidence> = {}) =>
  makeEvidence({ hrv: hrvLike(position), trend: trendLike(trend), ...more });
const decide = (evidence: Evidence) => decideMorning(evidence, 'no-check');
const said = ({ verdict, rule }: Decision) => `${verdict}: ${rule}`;

const PUSH = day('within', 'within');
const NORMAL = day('above', 'within');
const EASY = day('below', 'within');
const REST = day('below', 'low');

describe('with HRV', () => {
  it.each([
    ['within', 'within', 'push: in-range'],
    ['within', 'high', 'push: in-range'],
    ['within', 'low', 'easy: trend-low'],
    ['above', 'within', 'normal: day-high'],
    ['above', 'low', 'easy: trend-low'],
    ['below', 'within', 'easy: day-low'],
    ['below', 'low', 'rest: day-and-trend-low'],
    // One morning that drags the week down by itself is one sign.
    ['below', 'low by today alone', 'easy: day-low'],
  ] as const)('alone, day %s and trend %s: %s', (position, trend, verdict) => {
    expect(said(decide(day(position, trend)))).toBe(verdict);
  });

  it('the lower half of the range is no day to push, its very middle is', () => {
    expect(said(decide(day('within', 'within', { hrv: hrvLike('within', -0.01) })))).toBe('normal: below-middle');
    expect(said(decide(day('within', 'within', { hrv: hrvLike('within', 0) })))).toBe('push: in-range');
  });

  it.each([
    // Side alone decides, and is what was answered where there is nothing else.
    ['within', 'within', -0.41, 'normal: not-best'],
    ['within', 'within', -0.4, 'push: in-range'],
    ['below', 'within', -1.3, 'rest: day-and-felt-low'],
    ['below', 'within', -1.29, 'easy: day-low'],
    ['below', 'within', -0.01, 'easy: day-low'],
    ['below', 'within', 0, 'normal: only-day-low'],
    ['below', 'low by today alone', 0.9, 'easy: day-low'],
    ['below', 'low', -1.3, 'rest: trend-and-felt-low'],
    ['within', 'low', -1.3, 'rest: trend-and-felt-low'],
    ['within', 'low', -1.29, 'easy: trend-low'],
    ['within', 'low by today alone', -1.3, 'easy: trend-low'],
    ['below', 'low', 0, 'rest: day-and-trend-low'],
    ['below', 'low', 0.01, 'easy: day-low'],
    ['within', 'low', 0.49, 'easy: trend-low'],
    ['within', 'low', 0.5, 'normal: only-trend-low'],
  ] as const)('day %s, trend %s and answers of %d SD: %s', (position, trend, z, verdict) => {
    expect(said(decide(day(position, trend, { felt: feltLike(z) })))).toBe(verdict);
  });

  it('what contradicts two low tests is an answer or the heart rate, and not the load alone', () => {
    expect(decide(day('below', 'low', { hr: hrLike(1) })).rule).toBe('day-low');
    expect(decide(day('below', 'low', { load: loadLike(1) })).rule).toBe('day-and-trend-low');
  });

  it('without answers a single low test is no better for a good heart rate', () => {
    expect(decide(day('below', 'within', { hr: hrLike(1) })).rule).toBe('day-low');
    expect(decide(day('within', 'low', { hr: hrLike(1) })).rule).toBe('trend-low');
  });

  it('fresh muscles after strength work outrank a day that alone is low', () => {
    const muscles = { daysSince: 1, worst: null, bar: 'usual', says: 'ready' } as const;
    expect(said(decide(day('below', 'within', { muscles })))).toBe('normal: muscles-outrank');
    expect(decide(day('below', 'low by today alone', { muscles })).rule).toBe('day-low');
    expect(decide(day('below', 'within', { muscles, felt: feltLike(-1.3) })).rule).toBe('day-and-felt-low');
  });
});

describe('side and whole', () => {
  /** Docs: each in SDs within ± 4, weighted and scaled so that the SD is 1. */
  const low = (parts: Partial<Evidence>) => decide(day('below', 'within', parts)).rule === 'day-and-felt-low';

  it('answers weigh 1 and the heart rate 0.6', () => {
    // (−1 + 0.6 · h) ÷ √1.36 = −1.3 at h = −0.860.
    expect([-0.85, -0.87].map((h) => low({ felt: feltLike(-1), hr: hrLike(h) }))).toEqual([false, true]);
  });

  it('the load weighs 0.2', () => {
    // (−1 + 0.2 · l) ÷ √1.04 = −1.3 at l = −1.629.
    expect([-1.62, -1.64].map((l) => low({ felt: feltLike(-1), load: loadLike(l) }))).toEqual([false, true]);
  });

  it('nothing counts beyond 4 SD', () => {
    // (f ∓ 0.8) ÷ √1.04 = −1.3 at f = −0.526 and −2.126.
    expect([-0.52, -0.53].map((z) => low({ felt: feltLike(z), load: loadLike(-9) }))).toEqual([false, true]);
    expect([-2.12, -2.13].map((z) => low({ felt: feltLike(z), load: loadLike(9) }))).toEqual([false, true]);
  });

  it.each([
    // (f + 0.5 · h) ÷ √1.25 = −1.1, h at most 1.
    ['in the middle', 0, -1.229, -1.23],
    ['half an SD up', 0.5, -1.479, -1.48],
    ['one SD up', 1, -1.729, -1.73],
    ['far up', 3, -1.729, -1.73],
  ])('the whole is low from −1.1, HRV %s weighing 0.5', (_, z, before, from) => {
    const rule = (felt: number) => decide(day('within', 'within', { hrv: hrvLike('within', z), felt: feltLike(felt) })).rule;
    expect([rule(before), rule(from)]).toEqual(['not-best', 'felt-low']);
  });

  it('the whole has HRV no lower than is sure', () => {
    // (−1 + 0.5 · h) ÷ √1.25 = −1.1 at h = −0.460.
    const rule = (sureZ: number) =>
      decide(day('within', 'within', { hrv: { z: -0.9, sureZ, position: 'within' }, felt: feltLike(-1) })).rule;
    expect([rule(-0.45), rule(-0.47)]).toEqual(['below-middle', 'felt-low']);
  });

  it('the whole has heart rate and load as well', () => {
    // (0.6 · −1.2 + 0.2 · l) ÷ √(0.36 + 0.04 + 0.25) = −1.1 at l = −0.834.
    const rule = (l: number) => decide(day('within', 'within', { hr: hrLike(-1.2), load: loadLike(l) })).rule;
    expect([rule(-0.83), rule(-0.84)]).toEqual(['not-best', 'felt-low']);
  });
});

describe('a morning that feels very low', () => {
  const ALL_EVIDENCE = Math.sqrt(1.25);
  const veryLow = (z: number, more: Partial<Evidence>) => said(decide(day('within', 'within', { felt: feltLike(z, [-1, -1]), ...more })));

  it('is one of rest from −2.3 as a whole', () => {
    expect(veryLow(-2.31 * ALL_EVIDENCE, {})).toBe('rest: felt-very-low');
    expect(veryLow(-2.29 * ALL_EVIDENCE, {})).toBe('easy: felt-low');
  });

  it('needs side to be low too', () => {
    // HRV alone cannot make it: −4 SD of it leave answers of −0.7 above −1.3.
    const sunk = { hrv: hrvLike('below', -4), trend: trendLike('within') };
    expect(decide(makeEvidence({ ...sunk, felt: feltLike(-1.29, [-1, -1]) })).rule).toBe('day-low');
    expect(decide(makeEvidence({ ...sunk, felt: feltLike(-1.3, [-1, -1]) })).rule).toBe('felt-very-low');
  });

  it.each([
    ['two answers', { felt: feltLike(-3, [-1, -1, 0]) }, true],
    ['one answer', { felt: feltLike(-3, [-1, -0.99, 0]) }, false],
    ['an answer and the heart rate', { felt: feltLike(-3, [-1]), hr: hrLike(-1) }, true],
    ['an answer and a heart rate that is not clearly worse', { felt: feltLike(-3.5, [-1]), hr: hrLike(-0.99) }, false],
    ['an answer and a low day', { felt: feltLike(-3, [-1]), hrv: hrvLike('below') }, true],
    ['an answer and a high day', { felt: feltLike(-3, [-1]), hrv: hrvLike('above') }, false],
    ['an answer and a trend that is low by today', { felt: feltLike(-3, [-1]), trend: trendLike('low by today alone') }, true],
    ['an answer and a high trend', { felt: feltLike(-3, [-1]), trend: trendLike('high') }, false],
    ['the heart rate alone', { felt: null, hr: hrLike(-4) }, false],
  ] as const)('needs two things clearly worse: %s', (_, more, rest) => {
    expect(decide(day('within', 'within', more)).rule === 'felt-very-low').toBe(rest);
  });
});

describe('without HRV', () => {
  const alone = (z: number, { none = 'no-check' as const, each = [-1, -1, 0] as readonly number[], known = 40 } = {}) =>
    said(decideMorning(makeEvidence({ felt: feltLike(z, each, known) }), none));

  it.each([
    [-2.3, 'rest: felt-very-low'],
    [-2.29, 'easy: felt-low'],
    [-1.1, 'easy: felt-low'],
    [-1.09, 'normal: felt-usual'],
    [0.49, 'normal: felt-usual'],
    [0.5, 'push: felt-good'],
  ])('answers of %d SD: %s', (z, verdict) => {
    expect(alone(z)).toBe(verdict);
  });

  it('rest needs two things clearly worse', () => {
    expect(alone(-3, { each: [-1, -0.9, 0] })).toBe('easy: felt-low');
  });

  it('praise needs 14 check-ins', () => {
    expect([13, 14].map((known) => alone(1, { known }))).toEqual(['normal: felt-usual', 'push: felt-good']);
  });

  it('three answers are needed', () => {
    expect(alone(-3, { each: [-1, -1] })).toBe('learning: no-check');
    expect(said(decideMorning(makeEvidence(), 'unreadable'))).toBe('learning: unreadable');
  });

  it('while HRV is being learned they lower a day and do not praise it', () => {
    const learning = (z: number) => said(decideMorning(makeEvidence({ felt: feltLike(z) }), 'learning'));
    expect([-1.1, -1.09, 2].map(learning)).toEqual(['easy: felt-low', 'learning: learning', 'learning: learning']);
  });
});

describe('limits', () => {
  const sore = (says: Evidence['muscles']['says']) => ({ muscles: { daysSince: 1, worst: null, bar: null, says } }) as const;
  const injured = { health: { ill: [], injured: ['pain'], unread: false, mostConfidence: 'high' } } as const;
  const LEARNING = makeEvidence();

  it.each([
    ['injured', injured, 'easy: injured', 'easy: injured'],
    ['very sore', sore('very-sore'), 'easy: very-sore', 'easy: very-sore'],
    ['bar slower', sore('bar-slower'), 'easy: bar-slower', 'easy: bar-slower'],
    ['sore after strength work', sore('sore-after-strength'), 'easy: sore-after-strength', 'easy: sore-after-strength'],
    ['somewhat sore', sore('somewhat-sore'), 'normal: sore-after-strength', 'learning: no-check'],
    ['ready', sore('ready'), 'push: in-range', 'learning: no-check'],
    ['warned', { warned: true }, 'easy: fatigue-warning', 'easy: fatigue-warning'],
  ] as const)('%s lowers the best day, and one that is being learned where it says easy', (_, limit, best, learning) => {
    expect(said(decide({ ...PUSH, ...limit }))).toBe(best);
    expect(said(decide({ ...LEARNING, ...limit }))).toBe(learning);
  });

  it('name the rule only where they lower the verdict', () => {
    expect(said(decide({ ...EASY, ...injured }))).toBe('easy: day-low');
    expect(said(decide({ ...REST, ...injured, warned: true }))).toBe('rest: day-and-trend-low');
    expect(said(decide({ ...NORMAL, ...sore('somewhat-sore') }))).toBe('normal: day-high');
  });

  it('the first of several that lower it alike is named', () => {
    expect(said(decide({ ...PUSH, ...injured, ...sore('very-sore'), warned: true }))).toBe('easy: injured');
    expect(said(decide({ ...PUSH, ...sore('very-sore'), warned: true }))).toBe('easy: very-sore');
    expect(said(decide({ ...PUSH, ...sore('somewhat-sore'), warned: true }))).toBe('easy: fatigue-warning');
  });
});

describe('illness, and answers that cannot be read', () => {
  const health = (changes: Partial<Evidence['health']>) => ({ health: { ...makeEvidence().health, ...changes } });

  it('illness is rest, before all else', () => {
    const ill = health({ ill: ['fever'], injured: ['injured'], unread: true });
    for (const evidence of [PUSH, REST, makeEvidence(), { ...PUSH, race: 'today' as const }]) {
      expect(said(decide({ ...evidence, ...ill }))).toBe('rest: ill');
    }
  });

  it('unread answers allow easy at most, and rest where the numbers say so', () => {
    expect(
      [PUSH, EASY, REST, makeEvidence()].map((one) => said(decide({ ...one, ...health({ unread: true, injured: ['injured'] }) }))),
    ).toEqual(['easy: answers-unread', 'easy: answers-unread', 'rest: answers-unread', 'easy: answers-unread']);
    expect(said(decide({ ...PUSH, race: 'today', ...health({ unread: true }) }))).toBe('easy: answers-unread');
  });
});

describe('a race', () => {
  const injured = { health: { ...makeEvidence().health, injured: ['injured'] } } as const;

  it('today lifts easy and rest, and leaves every other day as it is', () => {
    expect([REST, EASY, NORMAL, PUSH, makeEvidence()].map((one) => said(decide({ ...one, race: 'today' })))).toEqual([
      'normal: race-today',
      'normal: race-today',
      'normal: day-high',
      'push: in-range',
      'learning: no-check',
    ]);
    expect(said(decide({ ...PUSH, warned: true, race: 'today' }))).toBe('normal: race-today');
  });

  it('today does not lift injury', () => {
    expect(said(decide({ ...PUSH, ...injured, race: 'today' }))).toBe('easy: injured');
    expect(said(decide({ ...REST, ...injured, race: 'today' }))).toBe('easy: injured');
  });

  it('tomorrow lowers a day to push, and nothing else', () => {
    expect([REST, EASY, NORMAL, PUSH, makeEvidence()].map((one) => said(decide({ ...one, race: 'tomorrow' })))).toEqual([
      'rest: day-and-trend-low',
      'easy: day-low',
      'normal: day-high',
      'normal: race-tomorrow',
      'learning: no-check',
    ]);
  });
});

describe('what was done since', () => {
  const hard = makeEvidence({ since: { score: 120, hard: true } });

  it.each([
    ['push', 'in-range', 'easy: hard-since-check'],
    ['normal', 'day-high', 'easy: hard-since-check'],
    ['learning', 'no-check', 'easy: hard-since-check'],
    ['easy', 'day-low', 'easy: day-low'],
    ['rest', 'ill', 'rest: ill'],
  ] as const)('a hard workout makes %s easy', (verdict, rule, now) => {
    expect(said(decideNow({ verdict, rule }, hard))).toBe(now);
    expect(said(decideNow({ verdict, rule }, makeEvidence({ since: { score: 120, hard: false } })))).toBe(`${verdict}: ${rule}`);
  });
});

it('verdicts are ranked from learning, which is no better than any, to push', () => {
  const ranks = (['learning', 'rest', 'easy', 'normal', 'push'] as const).map(rankVerdict);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(5);
});
