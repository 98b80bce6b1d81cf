import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/core/day';
import { type DayCheck, type DayCheckIn, judgeReadiness, type Score } from '../../lib/readiness';
import { randomFrom } from '../support/rr-generator';
import { gaussian } from './athlete';

/** Mornings of pure noise: nothing happens to these people, so every easy or rest day is a false one. */
const PEOPLE = 16;
const DAYS = 120;
const LEARNED = 70;

interface Noise {
  /** Share of a deviation that is carried on to the next morning, and the correlation of HRV and heart rate. */
  readonly carried: number;
  readonly together: number;
}

function live(seed: number, { carried, together }: Noise): { readonly check: DayCheck; readonly said: DayCheckIn }[] {
  const random = randomFrom(seed);
  const fresh = Math.sqrt(1 - carried ** 2);
  let [hrv, hr] = [0, 0];
  return Array.from({ length: DAYS }, (_, i) => {
    const shared = gaussian(random);
    hrv = carried * hrv + fresh * shared;
    hr = carried * hr + fresh * (together * shared + Math.sqrt(1 - together ** 2) * gaussian(random));
    const mood = 0.3 * gaussian(random);
    const answer = (usual: number) => Math.min(5, Math.max(1, Math.round(usual + mood + 0.6 * gaussian(random)))) as Score;
    const day = addDays('2025-01-01', i);
    return {
      check: { day, lnRmssd: 4 + 0.15 * hrv, hrBpm: 52 + 2.5 * hr },
      said: { day, sleepQuality: answer(3.6), energy: answer(3.5), mood: answer(3.7), soreness: answer(2.1), stress: answer(2.2) },
    };
  });
}

const KINDS = ['HRV', 'HRV and heart rate', 'HRV, heart rate and answers', 'answers'] as const;
type Kind = (typeof KINDS)[number];

/** Shares of rest, and of easy or rest days, in %. */
function shares(kind: Kind, noise: Noise): { readonly rest: number; readonly easier: number } {
  let [days, rest, easy] = [0, 0, 0];
  for (let seed = 1; seed <= PEOPLE; seed++) {
    const rows = live(seed, noise).map(({ check, said }) => ({ check: kind === 'HRV' ? { ...check, hrBpm: null } : check, said }));
    for (let i = LEARNED; i < DAYS; i++) {
      const until = rows.slice(i - 61, i + 1);
      const today = rows[i];
      if (today === undefined) continue;
      const { verdict } = judgeReadiness({
        day: today.check.day,
        checks: kind === 'answers' ? [] : until.map(({ check }) => check),
        today: kind === 'answers' ? null : today.check,
        checkIns: kind.includes('answers') ? until.map(({ said }) => said) : [],
      });
      days++;
      if (verdict === 'rest') rest++;
      if (verdict === 'easy') easy++;
    }
  }
  return { rest: (100 * rest) / days, easier: (100 * (rest + easy)) / days };
}

describe.each([
  [0, -0.3],
  [0, -0.8],
  [0.25, -0.5],
  [0.4, -0.6],
])('mornings of noise, %d of which is carried on, HRV and heart rate correlated by %d', (carried, together) => {
  it.each(KINDS.map((kind) => [kind]))('by %s: seldom easy, hardly ever rest', (kind) => {
    const { rest, easier } = shares(kind, { carried, together });
    expect(rest).toBeLessThanOrEqual(2);
    expect(easier).toBeLessThanOrEqual(18);
    // Not by never saying anything.
    expect(easier).toBeGreaterThan(1);
  });
});
