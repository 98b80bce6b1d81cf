import { isIll, type Modality, modalitiesIn } from '../../catalogue';
import { WHOLE_BODY_COLD } from './families';
import type { Scene } from './scene';

/**
 * What makes one modality better than another today. These rules only weigh; they forbid nothing. The factors are our choice, their
 * directions come from the sources. Soreness asks for nothing while ill: massage, heat, cold and movement are then left out.
 */

export const PREFERENCE_NAMES = [
  'light-soreness',
  'intense-soreness',
  'heavy-more-cold',
  'taper-sleep-and-food',
  'recovery-day',
  'high-stress',
  'cold-blunts-strength',
] as const;
export type PreferenceName = (typeof PREFERENCE_NAMES)[number];

interface Preference {
  readonly name: PreferenceName;
  readonly holds: (scene: Scene) => boolean;
  readonly modalities: ReadonlySet<Modality>;
  readonly factor: number;
  /** Factor for all other modalities. */
  readonly others?: number;
}

const LIGHT: ReadonlySet<Modality> = new Set(modalitiesIn('for-light-soreness'));
const INTENSE: ReadonlySet<Modality> = new Set(modalitiesIn('for-intense-soreness'));
const SLEEP_AND_FOOD: ReadonlySet<Modality> = new Set(modalitiesIn('sleep-and-food'));
const CALM: ReadonlySet<Modality> = new Set(modalitiesIn('calm'));

export const PREFERENCES: readonly Preference[] = [
  {
    name: 'light-soreness',
    holds: ({ severity, situation }) => severity === 'light' && !isIll(situation.health),
    modalities: LIGHT,
    factor: 1.3,
  },
  {
    name: 'intense-soreness',
    holds: ({ severity, situation }) => severity === 'intense' && !isIll(situation.health),
    modalities: INTENSE,
    factor: 1.5,
    others: 0.8,
  },
  { name: 'heavy-more-cold', holds: ({ situation }) => situation.phase === 'heavy', modalities: WHOLE_BODY_COLD, factor: 1.5 },
  {
    name: 'taper-sleep-and-food',
    holds: ({ situation }) => situation.phase === 'taper',
    modalities: SLEEP_AND_FOOD,
    factor: 1.5,
    others: 0.8,
  },
  { name: 'recovery-day', holds: ({ situation }) => ['easy', 'rest'].includes(situation.verdict), modalities: CALM, factor: 1.3 },
  { name: 'high-stress', holds: ({ situation }) => (situation.stress ?? 0) >= 4, modalities: new Set(['breathwork']), factor: 1.3 },
  // Applies even hours apart if used often (Running recovery).
  { name: 'cold-blunts-strength', holds: ({ strengthCounts }) => strengthCounts, modalities: WHOLE_BODY_COLD, factor: 0.7 },
];

/** The factor on a modality's value in this situation, and the preferences that it comes from. */
export function preferred(modality: Modality, scene: Scene): { readonly factor: number; readonly because: readonly PreferenceName[] } {
  let factor = 1;
  const because: PreferenceName[] = [];
  for (const one of PREFERENCES) {
    if (!one.holds(scene)) continue;
    const named = one.modalities.has(modality);
    factor *= named ? one.factor : (one.others ?? 1);
    if (named) because.push(one.name);
  }
  return { factor, because };
}
