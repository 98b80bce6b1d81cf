import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../lib/core/day';
import { findAssociations, OUTCOMES, type TrendDay } from '../../lib/trends';
import { randomFrom } from '../support/rr-generator';
import { gaussian } from './athlete';

/** "What went with better mornings" for simulated people with known effects. */
const RUNS = 2000;
const DAYS = 150;
const EFFECT = 0.08;
const NAMES = ['sauna', 'alcohol', 'rolling', 'cold', 'late'] as const;

const CALENDAR = Array.from({ length: DAYS }, (_, i) => addDays('2025-01-01', i));

/** Mornings that resemble the one before, lower after load and after bad nights; things done by chance, after load, and in spells. */
function person(seed: number, effect: number): TrendDay[] {
  const random = randomFrom(seed);
  const noise = { lnRmssd: 0, hrBpm: 0, soreness: 0 };
  let spell = false;
  let [loadBefore, doneBefore] = [0, false];
  return CALENDAR.map((day) => {
    const shared = gaussian(random);
    noise.lnRmssd = 0.3 * noise.lnRmssd + 0.15 * (0.8 * shared + 0.6 * gaussian(random));
    noise.hrBpm = 0.3 * noise.hrBpm + 2.5 * (-0.4 * shared + 0.9 * gaussian(random));
    noise.soreness = 0.3 * noise.soreness + 0.7 * gaussian(random);
    const morning = {
      lnRmssd: 4 + noise.lnRmssd - 0.001 * loadBefore + (doneBefore ? effect : 0),
      hrBpm: 50 + noise.hrBpm + 0.02 * loadBefore,
      soreness: 2 + noise.soreness + 0.008 * loadBefore,
    };
    const load = random() < 0.3 ? 0 : 40 + 80 * random();
    if (random() < 0.15) spell = !spell;
    const done = {
      sauna: random() < (load > 60 ? 0.5 : 0.2),
      alcohol: random() < 0.25,
      rolling: random() < 0.5,
      cold: spell,
      late: random() < (noise.lnRmssd < 0 ? 0.4 : 0.2),
    };
    [loadBefore, doneBefore] = [load, done.sauna];
    const missing = random() < 0.1;
    return {
      day,
      lnRmssd: missing ? null : morning.lnRmssd,
      hrBpm: missing ? null : morning.hrBpm,
      soreness: random() < 0.1 ? null : Math.min(5, Math.max(1, Math.round(morning.soreness))),
      load,
      with: NAMES.filter((name) => done[name]),
    };
  });
}

let covered = 0;
let toldOfNone = 0;
const misses = new Map<string, number>();

beforeAll(() => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const found = findAssociations(person(seed, EFFECT), ['sauna']).find(({ outcome }) => outcome === 'lnRmssd');
    if (found?.known && found.low <= EFFECT && found.high >= EFFECT) covered++;
    const none = findAssociations(person(seed + RUNS, 0));
    for (const one of none) {
      if (one.known && (one.low > 0 || one.high < 0))
        misses.set(`${one.name} ${one.outcome}`, (misses.get(`${one.name} ${one.outcome}`) ?? 0) + 1);
    }
    if (none.some((one) => one.known && one.told)) toldOfNone++;
  }
  const [least, most] = [Math.min(...misses.values()) / RUNS, Math.max(...misses.values()) / RUNS];
  console.log(
    `intervals hold the effect in ${covered / RUNS}; told of none ${toldOfNone / RUNS}; misses of none ${least}–${most} by comparison`,
  );
}, 60_000);

describe('2,000 people', () => {
  it('95 % intervals contain a known effect in 93 to 97 %', () => {
    expect(covered / RUNS).toBeGreaterThanOrEqual(0.93);
    expect(covered / RUNS).toBeLessThanOrEqual(0.97);
  });

  it('without any effect, at most 6 % get a result over all their comparisons', () => {
    expect(toldOfNone / RUNS).toBeLessThanOrEqual(0.06);
  });

  it('with treatments in spells, after load, or after a bad morning, intervals miss zero no more often', () => {
    expect(misses.size).toBe(NAMES.length * OUTCOMES.length);
    for (const count of misses.values()) expect(count / RUNS).toBeLessThanOrEqual(0.075);
  });
});
