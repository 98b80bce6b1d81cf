import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../lib/readiness';
import { randomFrom } from '../support/rr-generator';
import { type Athlete, anAthlete, DAYS } from './athlete';
import { computeAuc, judge } from './judge';

/** The verdict for athletes of known state (200 of them, two years each). */
const ATHLETES = 200;
/** Number of days of each athlete that are judged: fatigued ones up to this number, and as many fresh ones. */
const JUDGED = 12;
const AFTER_CHANGE_DAYS = 14;
const LEARNED_FROM = 90;

const RANK: Readonly<Record<Verdict, number>> = { rest: 0, easy: 1, normal: 2, push: 3, learning: Number.NaN };

interface Sample {
  readonly fatigued: number[];
  readonly fresh: number[];
}
type Of = 'both' | 'hrv' | 'felt';
type Samples = Readonly<Record<Of, Sample>>;

function takeSample(samples: Samples, athlete: Athlete, state: 'fatigued' | 'fresh', random: () => number): void {
  // Days with both a check and answers, so that the three are compared on the same mornings.
  const days = Array.from({ length: DAYS - LEARNED_FROM }, (_, i) => i + LEARNED_FROM)
    .filter((i) => athlete.states[i] === state && athlete.checks[i] !== null && athlete.checkIns[i] !== null)
    .map((i) => ({ i, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, JUDGED);
  for (const { i } of days) {
    const ranks = [
      ['both', judge(i, athlete.checks, athlete.checkIns)],
      ['hrv', judge(i, athlete.checks, null)],
      ['felt', judge(i, null, athlete.checkIns)],
    ] as const;
    if (ranks.some(([, { verdict }]) => verdict === 'learning')) continue;
    for (const [name, { verdict }] of ranks) samples[name][state].push(RANK[verdict]);
  }
}

/** An easy or rest verdict on a fresh day soon after the change, which the old strap would not have given. */
function alarmAfterChange(athlete: Athlete): boolean {
  for (let i = athlete.strapChangedOn; i < athlete.strapChangedOn + AFTER_CHANGE_DAYS; i++) {
    if (athlete.states[i] !== 'fresh' || athlete.checks[i] === null) continue;
    const now = judge(i, athlete.checks, athlete.checkIns).verdict;
    if ((now === 'easy' || now === 'rest') && RANK[judge(i, athlete.unchanged, athlete.checkIns).verdict] > RANK.easy) return true;
  }
  return false;
}

function judgeAll(first: number): { readonly samples: Samples; readonly falseAlarms: number } {
  const empty = (): Sample => ({ fatigued: [], fresh: [] });
  const samples: Samples = { both: empty(), hrv: empty(), felt: empty() };
  let falseAlarms = 0;
  for (let seed = first; seed < first + ATHLETES; seed++) {
    const athlete = anAthlete(seed);
    const random = randomFrom(seed + 1e6);
    takeSample(samples, athlete, 'fatigued', random);
    takeSample(samples, athlete, 'fresh', random);
    if (alarmAfterChange(athlete)) falseAlarms++;
  }
  return { samples, falseAlarms };
}

const aucIn = (samples: Samples, of: Of) => computeAuc(samples[of].fatigued, samples[of].fresh);
const shareIn = (samples: Samples, of: Of, state: keyof Sample, rank: number) =>
  samples[of][state].filter((value) => value === rank).length / samples[of][state].length;

function report(name: string, { samples, falseAlarms }: ReturnType<typeof judgeAll>): void {
  const figures = (['both', 'hrv', 'felt'] as const).map((of) => {
    const shares = (state: keyof Sample) => [0, 1, 2, 3].map((rank) => shareIn(samples, of, state, rank).toFixed(3)).join(' ');
    return `${of}: AUC ${aucIn(samples, of).toFixed(3)}; rest, easy, normal, push of fresh days ${shares('fresh')}, of fatigued ${shares('fatigued')}`;
  });
  console.log([name, ...figures, `new strap: ${falseAlarms} false alarms in ${ATHLETES} changes`].join('\n'));
}

/** @param first the seed of the first athlete */
export function describeAthletes(name: string, first: number): void {
  describe(name, () => {
    let judged: ReturnType<typeof judgeAll>;
    beforeAll(() => {
      judged = judgeAll(first);
      report(name, judged);
    }, 240_000);
    const auc = (of: Of) => aucIn(judged.samples, of);

    it('are enough days to tell', () => {
      expect(judged.samples.both.fatigued.length).toBeGreaterThan(1500);
      expect(judged.samples.both.fresh.length).toBeGreaterThan(1500);
    });

    it('the verdict separates fatigued from fresh days, and better from both than from either alone', () => {
      expect(auc('both')).toBeGreaterThanOrEqual(0.85);
      expect(auc('both')).toBeGreaterThan(auc('hrv'));
      expect(auc('both')).toBeGreaterThan(auc('felt'));
    });

    it('calls at most one fresh day in twenty one of rest', () => {
      for (const of of ['both', 'hrv', 'felt'] as const) {
        expect(shareIn(judged.samples, of, 'fresh', RANK.rest)).toBeLessThanOrEqual(0.05);
      }
    });

    it('a new strap gives no false alarm in 95 % of changes', () => {
      expect(judged.falseAlarms / ATHLETES).toBeLessThanOrEqual(0.05);
    });
  });
}
