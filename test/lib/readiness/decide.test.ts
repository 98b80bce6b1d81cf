import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decideMorning, decideNow, rankVerdict } from '../../../lib/readiness/decide';
import type { Evidence } from '../../../lib/readiness/evidence';
import { weighAll } from '../../../lib/readiness/weigh';
import { feltLike, makeEvidence } from './make-evidence';

/** Every rule of docs/readiness.md, at its threshold and just beyond it. */

type Trend = 'low' | 'low by today alone' | 'within' | 'high';
const trendLike = (trend: Trend): NonNullable<Evidence['trend']> => ({
  z: 0,
  mean7: 4,
  position: trend === 'within' ? 'within' : trend === 'high' ? 'above' : 'below',
  lowWithoutToday: trend === 'low',
});
const hrvLike = (position: 'below' | 'within' | 'above', z = 0): NonNullable<Evidence['hrv']> => ({ z, position });
const hrLike = (z: number): NonNullable<Evidence['hr']> => ({ z, position: 'within' });
const loadLike = (z: number): NonNullable<Evidence['load']> => ({ z, ctl: 50, atl: 50 });

/** A day whose HRV stands so: in the middle of its range, or one and a half SDs outside it. */
const day = (position: 'below' | 'within' | 'above', trend: Trend, more: Partial<Evidence> = {}) =>
  makeEvidence({ hrv: hrvLike(position, { below: -1.5, within: 0, above: 1.5 }[position]), trend: trendLike(trend), ...more });
const decide = (evidence: Evidence) => decideMorning(evidence, 'no-check');
const said = ({ verdict, rule }: Decision) => `${verdict}: ${rule}`;

const PUSH = day('within', 'within');
const NORMAL = day('above', 'within');
const EASY = day('below', 'within');
const REST = day('below', 'low', { hrv: hrvLike('below', -2.5), week: { z: -2.5 } });

describe('with HRV', () => {
  it.each([
    ['within', 'within', 'push: in-range'],
    ['within', 'high', 'push: in-range'],
    // Low by a figure that all signs together do not bear out.
    ['within', 'low', 'normal: only-trend-low'],
    ['above', 'within', 'normal: day-high'],
    ['above', 'low', 'normal: only-trend-low'],
    ['below', 'within', 'easy: day-low'],
    ['below', 'low', 'easy: day-low'],
    ['below', 'low by today alone', 'easy: day-low'],
  ] as const)('alone, day %s and trend %s: %s', (position, trend, verdict) => {
    expect(said(decide(day(position, trend)))).toBe(verdict);
  });

  it('a low week makes an easy day, and one of rest with a low day', () => {
    expect(said(decide(day('within', 'low', { week: { z: -3 } })))).toBe('easy: trend-low');
    expect(said(decide(REST))).toBe('rest: day-and-trend-low');
    // One morning that drags the week down by itself is one sign: an answer is the second.
    const once = { ...REST, trend: trendLike('low by today alone') };
    expect(said(decide(once))).toBe('easy: day-low');
    expect(said(decide({ ...once, felt: feltLike(-2, [-1]) }))).toBe('rest: day-and-felt-low');
  });

  it('the lower end of the range is no day to push, however good the rest is', () => {
    const good = (z: number) => said(decide(day('within', 'within', { hrv: hrvLike('within', z), felt: feltLike(2) })));
    expect([-0.81, -0.8].map(good)).toEqual(['normal: below-middle', 'push: in-range']);
    // HRV alone is all there is.
    const alone = (z: number) => said(decide(day('within', 'within', { hrv: hrvLike('within', z) })));
    expect([-0.11, -0.1].map(alone)).toEqual(['normal: not-best', 'push: in-range']);
  });

  it('names what a rest day rests on', () => {
    const bad = { felt: feltLike(-3, [-1, -1]), hr: hrLike(-2) };
    expect(decide(day('below', 'within', bad)).rule).toBe('day-and-felt-low');
    expect(decide(day('within', 'low', { ...bad, week: { z: -2 } })).rule).toBe('trend-and-felt-low');
    expect(decide(day('within', 'within', { ...bad, hrv: hrvLike('within', -0.9) })).rule).toBe('felt-very-low');
  });

  it('fresh muscles after strength work outrank a day that alone is low', () => {
    const muscles = { daysSince: 1, worst: null, bar: 'usual', says: 'ready' } as const;
    expect(said(decide(day('below', 'within', { muscles })))).toBe('normal: muscles-outrank');
    expect(decide(day('below', 'low by today alone', { muscles })).rule).toBe('day-low');
    expect(decide(day('below', 'within', { muscles, felt: feltLike(-1.5) })).rule).toBe('day-low');
  });
});

/**
 * Docs: each sign within its limits, weighted, over the SD that the sum has when HRV and heart rate go together as they do in this person,
 * and mornings as they do from one to the next. Written from the text, not from the code.
 */
const DOCS = {
  felt: [1, -3, 2],
  hrv: [0.5, -2.5, 1],
  week: [0.4, -3, 1],
  hr: [0.45, -2.5, 1],
  weekHr: [0.25, -3, 1],
  load: [0.2, -1.5, 1],
} as const;
type Name = keyof typeof DOCS;
function byTheBook(signs: Partial<Record<Name, number>>, together: number): number {
  const names = Object.keys(signs) as Name[];
  const covariance = (a: Name, b: Name) => {
    if (a === b) return 1;
    const pair = [a, b].sort().join();
    if (pair === 'hr,hrv' || pair === 'week,weekHr') return together;
    return pair === 'hrv,week' || pair === 'hr,weekHr' ? 0.15 : 0;
  };
  const total = names.reduce((sum, name) => sum + DOCS[name][0] * Math.max(DOCS[name][1], Math.min(DOCS[name][2], signs[name] ?? 0)), 0);
  const variance = names.reduce((sum, a) => sum + names.reduce((inner, b) => inner + DOCS[a][0] * DOCS[b][0] * covariance(a, b), 0), 0);
  return total / Math.sqrt(variance);
}

function makeSigns(signs: Partial<Record<Name, number>>, together: number, more: Partial<Evidence> = {}): Evidence {
  const { felt, hrv = 0, week, hr, weekHr, load } = signs;
  return makeEvidence({
    hrv: hrvLike('within', hrv),
    trend: trendLike('within'),
    felt: felt === undefined ? null : feltLike(felt, [-1, -1]),
    week: week === undefined ? null : { z: week },
    hr: hr === undefined ? null : hrLike(hr),
    weekHr: weekHr === undefined ? null : { z: weekHr },
    load: load === undefined ? null : loadLike(load),
    together,
    ...more,
  });
}

describe('all signs together', () => {
  const z = fc.double({ min: -5, max: 5, noNaN: true });
  const maybe = fc.option(z, { nil: undefined });
  const signs = fc.record({ hrv: z, felt: z, week: maybe, hr: maybe, weekHr: maybe, load: maybe });
  const known = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

  it('weigh as docs/readiness.md says', () => {
    fc.assert(
      fc.property(signs, fc.double({ min: 0, max: 0.9, noNaN: true }), (of, together) => {
        expect(weighAll(makeSigns(known(of), together))).toBeCloseTo(byTheBook(known(of), together), 10);
      }),
    );
  });

  it('nothing says easy above −1.25, nor rest above −2.5, and below there is no day to push', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(signs, fc.double({ min: 0, max: 0.9, noNaN: true }), fc.constantFrom('below', 'within'), (of, together, position) => {
        const all = byTheBook(known(of), together);
        fc.pre([1.25, 2.5, 0.1].every((border) => Math.abs(all + border) > 1e-9));
        // One sign that far out makes an easy day by itself: see below.
        fc.pre(of.hrv > -2.5 && (of.hr ?? 0) > -3);
        const { verdict } = decide(makeSigns(known(of), together, { hrv: hrvLike(position, of.hrv) }));
        seen.add(verdict);
        const rest = all < -2.5;
        expect(verdict).toBe(
          rest ? 'rest' : all < -1.25 ? 'easy' : position === 'below' || of.hrv < -0.8 || all < -0.1 ? 'normal' : 'push',
        );
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(['easy', 'normal', 'push', 'rest']);
  });

  it('are not needed where HRV or the heart rate is far out of its range', () => {
    const fine = { felt: feltLike(1), week: { z: 1 } };
    expect([-2.49, -2.51].map((z) => said(decide(day('below', 'within', { ...fine, hrv: hrvLike('below', z) }))))).toEqual([
      'normal: only-day-low',
      'easy: day-low',
    ]);
    expect([-2.99, -3].map((z) => said(decide(day('within', 'within', { ...fine, hr: hrLike(z) }))))).toEqual([
      'push: in-range',
      'easy: heart-rate-high',
    ]);
  });

  it('count a heart rate that goes with HRV anyway less than one that does not', () => {
    const off = { hrv: -1.2, hr: -1.2 };
    expect(weighAll(makeSigns(off, 0.9))).toBeGreaterThan(weighAll(makeSigns(off, 0)));
  });

  it('have no plus from a heart rate far below usual beside an odd HRV', () => {
    const low = makeSigns({ felt: -1, hr: 2, weekHr: 2 }, 0.5);
    expect(weighAll({ ...low, lowHeart: { worse: false } })).toBeLessThan(weighAll(low));
  });

  it('without training have no week, and half of the heart', () => {
    const off = makeSigns({ hrv: -2, hr: -2, week: -3, weekHr: -3, load: 1 }, 0.5);
    expect(weighAll({ ...off, untrained: { weeks: false } })).toBeCloseTo(byTheBook({ hrv: -1, hr: -1 }, 0.5), 10);
  });
});

describe('a rest day by numbers', () => {
  it.each([
    ['two answers', { felt: feltLike(-3, [-1, -1, 0]) }, true],
    ['one answer', { felt: feltLike(-3, [-1, -0.99, 0]) }, false],
    ['an answer and the heart rate', { felt: feltLike(-3, [-1]), hr: hrLike(-1) }, true],
    ['an answer and a heart rate that is not clearly worse', { felt: feltLike(-3, [-1]), hr: hrLike(-0.99) }, false],
    ['an answer and a low day', { felt: feltLike(-3, [-1]), hrv: hrvLike('below', -1) }, true],
    ['an answer and a low trend', { felt: feltLike(-3, [-1]), trend: trendLike('low') }, true],
    ['an answer and a trend that is low by today', { felt: feltLike(-3, [-1]), trend: trendLike('low by today alone') }, false],
    ['an answer and a high trend', { felt: feltLike(-3, [-1]), trend: trendLike('high') }, false],
    ['the heart rate alone', { felt: null, hr: hrLike(-4), weekHr: { z: -3 } }, false],
  ] as const)('needs two things clearly worse: %s', (_, more, rest) => {
    expect(decide(day('within', 'within', { hrv: hrvLike('within', -0.9), week: { z: -0.9 }, ...more })).verdict === 'rest').toBe(rest);
  });

  it('needs training to rest from, and nothing that explains what the heart shows', () => {
    const { disturbances } = makeEvidence();
    const felt = feltLike(-3, [-2, -2]);
    expect(decide({ ...REST, felt }).verdict).toBe('rest');
    expect(decide({ ...REST, felt, untrained: { weeks: false } }).verdict).toBe('easy');
    expect(decide({ ...REST, felt, disturbances: { ...disturbances, altitude: true } }).verdict).toBe('easy');
    const travelled = { daysSince: 1, hoursEast: 8 };
    expect(decide({ ...REST, felt, disturbances: { ...disturbances, travelled } }).verdict).toBe('easy');
  });
});

describe('without HRV', () => {
  const alone = (z: number, { none = 'no-check' as const, each = [-1, -1, 0] as readonly number[], known = 40 } = {}) =>
    said(decideMorning(makeEvidence({ felt: feltLike(z, each, known) }), none));

  it.each([
    [-2.5, 'rest: felt-very-low'],
    [-2.49, 'easy: felt-low'],
    [-1.25, 'easy: felt-low'],
    [-1.24, 'normal: felt-usual'],
    [0.49, 'normal: felt-usual'],
    [0.5, 'push: felt-good'],
  ])('answers of %d SD: %s', (z, verdict) => {
    expect(alone(z)).toBe(verdict);
  });

  it('one bad answer is neither rest nor easy', () => {
    expect(alone(-3, { each: [-1, -0.9, 0] })).toBe('normal: felt-usual');
  });

  it('praise needs 14 check-ins', () => {
    expect([13, 14].map((known) => alone(1, { known }))).toEqual(['normal: felt-usual', 'push: felt-good']);
  });

  it('three answers are needed', () => {
    expect(alone(-3, { each: [-1, -1] })).toBe('learning: no-check');
    expect(said(decideMorning(makeEvidence(), 'unreadable'))).toBe('learning: unreadable');
  });

  it('while HRV is being learned they lower a day and do not praise it', () => {
    const learning = (z: number) => said(decideMorning(makeEvidence({ felt: feltLike(z, [-1, -1, 0]) }), 'learning'));
    expect([-1.25, -1.24, 2].map(learning)).toEqual(['easy: felt-low', 'learning: learning', 'learning: learning']);
  });
});

describe('limits', () => {
  const sore = (says: Evidence['muscles']['says']) => ({ muscles: { daysSince: 1, worst: null, bar: null, says } }) as const;
  const injured = { health: { ill: [], injured: ['pain'], unread: false, mostConfidence: 'high' } } as const;
  const LEARNING = makeEvidence();
  const longEffort = (most: 'rest' | 'easy' | 'normal') => ({ longEffort: { hours: 3.5, daysSince: 1, days: 7, most } }) as const;

  it.each([
    ['injured', injured, 'easy: injured', 'easy: injured'],
    ['very sore', sore('very-sore'), 'easy: very-sore', 'easy: very-sore'],
    ['bar slower', sore('bar-slower'), 'easy: bar-slower', 'easy: bar-slower'],
    ['sore after strength work', sore('sore-after-strength'), 'easy: sore-after-strength', 'easy: sore-after-strength'],
    ['somewhat sore', sore('somewhat-sore'), 'normal: sore-after-strength', 'learning: no-check'],
    ['ready', sore('ready'), 'push: in-range', 'learning: no-check'],
    ['warned', { warned: true }, 'easy: fatigue-warning', 'easy: fatigue-warning'],
    ['back from illness', { returning: { day: 1, of: 6 } }, 'easy: after-illness', 'easy: after-illness'],
    ['after a marathon', longEffort('rest'), 'rest: after-long-effort', 'rest: after-long-effort'],
    ['after a long race', longEffort('easy'), 'easy: after-long-effort', 'easy: after-long-effort'],
    ['after a long session', longEffort('normal'), 'normal: after-long-effort', 'learning: no-check'],
    ['low heart rate', { lowHeart: { worse: true } }, 'easy: low-heart-rate', 'easy: low-heart-rate'],
    ['low heart rate alone', { lowHeart: { worse: false } }, 'normal: low-heart-rate', 'learning: no-check'],
    ['short of sleep', { shortSleep: { kind: 'night', hours: 4.5 } }, 'normal: short-sleep', 'learning: no-check'],
    ['weeks off', { untrained: { weeks: true } }, 'normal: little-training', 'learning: no-check'],
    ['days off', { untrained: { weeks: false } }, 'push: in-range', 'learning: no-check'],
    ['the start of an illness', { illnessStarts: true }, 'rest: illness-start', 'rest: illness-start'],
  ] as const)('%s lowers the best day, and one that is being learned where it says easy', (_, limit, best, learning) => {
    expect(said(decide({ ...PUSH, ...limit }))).toBe(best);
    expect(said(decide({ ...LEARNING, ...limit }))).toBe(learning);
  });

  it('name the rule only where they lower the verdict', () => {
    expect(said(decide({ ...EASY, ...injured }))).toBe('easy: day-low');
    expect(said(decide({ ...REST, ...injured, warned: true }))).toBe('rest: day-and-trend-low');
    expect(said(decide({ ...NORMAL, ...sore('somewhat-sore') }))).toBe('normal: day-high');
  });

  it('too little sleep and too little training are named on every normal day', () => {
    const shortSleep = { kind: 'nights', nights: 3 } as const;
    expect(said(decide({ ...NORMAL, shortSleep }))).toBe('normal: short-sleep');
    expect(said(decide({ ...EASY, shortSleep }))).toBe('easy: day-low');
    expect(said(decide({ ...NORMAL, untrained: { weeks: true } }))).toBe('normal: little-training');
    expect(said(decide({ ...PUSH, shortSleep, race: 'tomorrow' }))).toBe('normal: short-sleep');
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

  it('today does not lift the way back from an illness', () => {
    expect(said(decide({ ...REST, returning: { day: 2, of: 5 }, race: 'today' }))).toBe('easy: after-illness');
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
