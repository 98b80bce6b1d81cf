import { CATALOGUE, canSpend, modalitiesIn } from '../../catalogue';
import { MINUTE_MS } from '../../core/time';
import { regionsFor } from './modality-rules';
import type { PlacementCandidate, TimeRule } from './rule';

/** Rules about the dose. */

/** Limits of the massage gun. Our choice. */
const GUN = { perMuscleMin: 2, allMin: 15 } as const;

const minutes = ({ startMs, endMs }: PlacementCandidate) => (endMs - startMs) / MINUTE_MS;

/** Temperature and minutes come as a pair from one source: never combine the colder temperature with the longer time. */
const oneSourceDose: TimeRule = {
  name: 'one-source-dose',
  scope: 'dose',
  from: ['ours'],
  against: (candidate) => {
    const { dose, modality } = candidate;
    const own = CATALOGUE[modality].doses.find(({ id }) => id === dose.id);
    if (own === undefined || String(own.temperatureC) !== String(dose.temperatureC)) return { dose: dose.id };
    const most = own.temperatureC === undefined ? Number.POSITIVE_INFINITY : (own.minutesRange?.[1] ?? own.minutes);
    return minutes(candidate) > most ? { dose: dose.id, minutes: most } : null;
  },
};

/** Limits the minutes per muscle: a longer dose needs more muscles. */
const gunDose: TimeRule = {
  name: 'gun-dose',
  scope: 'dose',
  from: ['ours'],
  concerns: modalitiesIn('gun'),
  against: (candidate, scene) => {
    const { dose, modality } = candidate;
    const within = minutes(candidate) <= GUN.allMin && (dose.minutesPerMuscle ?? 0) <= GUN.perMuscleMin && dose.level === 1;
    return within && canSpend(dose, minutes(candidate), regionsFor(CATALOGUE[modality], scene)) ? null : { minutes: GUN.allMin };
  },
};

/** Intense soreness leaves massage, heat or cold, and rest (Svetness); of movement only a short walk. */
const severity: TimeRule = {
  name: 'severity',
  scope: 'dose',
  from: ['svetness', 'ours'],
  concerns: modalitiesIn('movement'),
  against: ({ dose }, { severity: how }) => (how === 'intense' && dose.id !== 'short-walk' ? { how } : null),
};

/** Only a night that has already begun may be shorter than seven hours. */
const sleepSevenToNine: TimeRule = {
  name: 'sleep-7-9-h',
  from: ['fleet-feet', 'running-recovery'],
  concerns: ['sleep'],
  against: (candidate, { situation }) => {
    const least = candidate.startMs <= situation.nowMs + 30 * MINUTE_MS ? 0 : 7 * 60;
    return minutes(candidate) < least || minutes(candidate) > 9 * 60 ? { from: 7, to: 9 } : null;
  },
};

export const DOSE_RULES: readonly TimeRule[] = [oneSourceDose, gunDose, severity, sleepSevenToNine];
