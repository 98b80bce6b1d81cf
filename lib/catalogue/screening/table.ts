import type { Region } from '../../training';
import type { Modality } from '../catalogue';
import type { Family } from '../entry';
import type { Contraindication } from './contraindications';

/** Figures that the plan and the food card leave out for some users: food is then named, never counted. */
export const FOOD_FIGURES = ['protein-figures', 'carbohydrate-figures', 'fluid-figures', 'supplement-figures', 'body-mass'] as const;
export type FoodFigure = (typeof FOOD_FIGURES)[number];

/** What is neither a modality nor a figure. */
type Practice = 'heart-rate-caps' | 'food-in-the-fast' | 'fasting-gaps' | 'all-but-rest-and-food';

/** What a row of the table names. */
export type Subject = Family | Modality | FoodFigure | Practice;

/** Part of a row that holds only for some places of the body. */
export interface AtPlaces {
  /** `said`: where the user says that it is; everywhere until they say it. */
  readonly place: 'said' | readonly Region[];
  readonly what: readonly Subject[];
}

export interface ScreeningRow {
  /** Never planned, never started. */
  readonly off: readonly Subject[];
  readonly offAt?: AtPlaces;
  /** Off until the user ticks that a doctor agreed. A modality that stands here by its own name is in none of the families that are off. */
  readonly ask: readonly Subject[];
  readonly askAt?: AtPlaces;
}

/** The ticks that may be in one place of the body. */
export const PLACED_TICKS = [
  'acute-injury',
  'open-wound',
  'skin-infection',
  'implanted-device',
] as const satisfies readonly Contraindication[];

const LEGS: readonly Region[] = ['hips', 'glutes', 'quads', 'hamstrings', 'adductors', 'calves', 'shins', 'feet', 'knees'];

/** Heart disease, high blood pressure, an irregular rhythm, fainting. Boots move blood to the heart; a warm bath lowers the blood pressure. */
const HEART: ScreeningRow = { off: ['whole-body-cold', 'heat'], ask: ['pneumatic-compression', 'warm-bath'] };

/** Infection and wetting: no bath, no sweat; nothing presses, rubs or shines on the place. */
const BROKEN_SKIN: ScreeningRow = {
  off: ['water', 'sauna'],
  offAt: { place: 'said', what: ['pneumatic-compression', 'garments', 'massage', 'light'] },
  ask: [],
};

/**
 * What excludes what: one row for each tick (docs/recovery-sources.md, "Who must not"). Everything else is derived from it: the plan's rule,
 * the clearance of devices, the texts of the form, and the command line. Hard sessions are the verdict's: `judgeHealth` names those ticks.
 *
 * Ours, on the cautious side: ice with compression goes with garments, rolling and the massage bed with massage, devices that warm or cool a
 * bed with heat and cold, and medicines with supplements.
 */
export const SCREENING: Readonly<Record<Contraindication, ScreeningRow>> = {
  dvt: { off: ['compression', 'massage', 'heat'], ask: ['machines'] },
  'recent-surgery': { off: ['pneumatic-compression', 'massage', 'whole-body-cold', 'heat'], ask: ['garments', 'stretching'] },
  'acute-injury': {
    off: [],
    // Local cold stays.
    offAt: { place: 'said', what: ['massage', 'pneumatic-compression', 'ice-compression', 'heat', 'stretching'] },
    ask: [],
  },
  'open-wound': BROKEN_SKIN,
  'skin-infection': BROKEN_SKIN,
  'severe-oedema': { off: ['heat', 'massage'], ask: ['pneumatic-compression'] },
  fever: { off: ['all-but-rest-and-food'], ask: [] },
  'heart-disease': HEART,
  'hypertension-uncontrolled': HEART,
  arrhythmia: HEART,
  syncope: HEART,
  'heart-rate-medicine': { off: ['heart-rate-caps'], ask: ['sauna', 'infrared', 'cold-water-immersion', 'contrast', 'supplements'] },
  pregnancy: {
    off: ['whole-body-cold', 'heat', 'electrical', 'supplements'],
    ask: ['pneumatic-compression', 'gun', 'warm-bath'],
  },
  'peripheral-artery-disease': {
    off: ['pneumatic-compression', 'garments', 'cold', 'heat'],
    offAt: { place: LEGS, what: ['gun', 'foam-rolling'] },
    ask: [],
  },
  raynaud: { off: ['cold'], ask: [] },
  'cold-urticaria': { off: ['cold'], ask: [] },
  'reduced-sensation': { off: ['cold', 'heat', 'gun', 'pneumatic-compression'], ask: [] },
  anticoagulant: { off: ['gun'], ask: ['by-hand', 'foam-rolling', 'pneumatic-compression', 'supplements'] },
  'active-cancer': { off: ['gun', 'electrical', 'light'], ask: ['by-hand', 'pneumatic-compression', 'heat'] },
  'implanted-device': { off: ['electrical'], ask: [], askAt: { place: 'said', what: ['gun'] } },
  photosensitivity: { off: ['light'], ask: [] },
  'photosensitising-medicine': { off: ['light'], ask: ['sauna', 'infrared', 'supplements'] },
  epilepsy: { off: ['light', 'water', 'sauna'], ask: [] },
  'kidney-disease': { off: ['protein', 'supplements'], ask: ['fluid-figures'] },
  diabetes: { off: [], ask: ['sauna', 'fasting-gaps', 'carbohydrate-figures'] },
  'eating-disorder': {
    off: ['protein-figures', 'carbohydrate-figures', 'fluid-figures', 'supplement-figures', 'body-mass'],
    ask: [],
  },
  fasting: { off: ['food-in-the-fast'], ask: [] },
  'under-18': { off: ['sauna-plunge-cryo', 'supplements'], ask: [] },
};
