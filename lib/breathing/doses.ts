import type { GuidedDose, GuidedStep } from '../devices/guided/doses';
import { RESONANCE_RATES } from '../hrv';

/** Breathing as the guided timer runs it: the same record in the diary, the same screening before it. */

const step = (seconds: number): GuidedStep => ({ seconds, exposure: null, temperatureC: null, region: null, pause: false });
const plain = { modality: 'breathwork', doseOf: 'ours', lengthsS: null, water: false, timesBefore: null } as const;

export const BREATHING: GuidedDose = { ...plain, id: 'breathing', steps: (seconds) => [step(seconds)] };

/** One step a rate; the length is that of each. */
export const RESONANCE_SEARCH: GuidedDose = { ...plain, id: 'resonance', steps: (seconds) => RESONANCE_RATES.map(() => step(seconds)) };

/** How long each rate is breathed, minutes (Lehrer 2013: two and more), and how much of that is settling and not counted, s (ours). */
export const SEARCH_MINUTES = [2, 3] as const;
export const SETTLE_S = 30;
