import { CATALOGUE, suits } from '../../catalogue';
import { HOUR_MS } from '../../core/time';
import { HEAT, WATER } from './families';
import { findRaceAfter } from './race-rules';
import type { TimeRule } from './rule';

/** Our choice. A warm bath one to two hours before bed helps sleep (Haghayegh 2019), so that it may end later. */
const BEFORE_BED_H = { heat: 2, bath: 1 } as const;

const heatBeforeBed: TimeRule = {
  name: 'heat-before-bed',
  from: ['ours'],
  concerns: [...HEAT],
  against: ({ modality, startMs, endMs }, { days }) => {
    const hours = BEFORE_BED_H[modality === 'warm-bath' ? 'bath' : 'heat'];
    // The next night, or the one that is running.
    const next = days.findIndex(({ wakeMs }) => wakeMs > startMs);
    const night = days[next - 1];
    return night === undefined || endMs <= night.bedMs - hours * HOUR_MS ? null : { hours, bedMs: night.bedMs };
  },
};

/** Swimmers were slower the morning after a sauna (Skorski 2020). Noon, and every kind of heat, are our choice. */
const heatBeforeRace: TimeRule = {
  name: 'heat-before-race',
  from: ['skorski-2020', 'ours'],
  concerns: [...HEAT],
  against: ({ startMs, endMs }, scene) => {
    const race = findRaceAfter(startMs, endMs, scene);
    return race === null ? null : { raceMs: race.startMs };
  },
};

const notAfterAlcohol: TimeRule = {
  name: 'no-water-or-heat-after-alcohol',
  from: ['ours'],
  concerns: [...new Set([...HEAT, ...WATER])],
  against: ({ startMs }, { situation, days }) => {
    if (!situation.alcohol) return null;
    const today = days.find(({ endMs }) => endMs > situation.nowMs);
    // Lasts until the next morning.
    const next = days.find(({ wakeMs }) => today !== undefined && wakeMs >= Math.max(today.endMs, situation.nowMs));
    return next !== undefined && startMs >= next.wakeMs ? null : {};
  },
};

const heatDehydrated: TimeRule = {
  name: 'heat-dehydrated',
  from: ['ours'],
  concerns: ['sauna', 'infrared', 'contrast'],
  against: ({ startMs }, { situation: { dehydrated, nowMs } }) => (dehydrated && startMs < nowMs + 12 * HOUR_MS ? {} : null),
};

/** Beginners have their own dose of sauna. Without a count, assume that the user is no beginner. */
const firstThreeSaunas: TimeRule = {
  name: 'first-three-saunas',
  scope: 'dose',
  from: ['ours'],
  concerns: ['sauna'],
  against: ({ modality, dose }, { situation: { saunas } }) =>
    suits(dose, CATALOGUE[modality], saunas ?? Number.POSITIVE_INFINITY) ? null : { saunas: saunas ?? CATALOGUE.sauna.firstTimes ?? 0 },
};

export const HEAT_RULES: readonly TimeRule[] = [firstThreeSaunas, heatBeforeBed, heatBeforeRace, notAfterAlcohol, heatDehydrated];
