import type { TreatmentClass } from '../treatment-class';

/**
 * Families of modalities that rules speak of. Each modality names its own; a rule never lists modalities where a family says it. Beside
 * each: the classes of devices that do the same to the body.
 */
export const FAMILIES = {
  compression: ['compression'],
  massage: ['percussion', 'massage'],
  gun: ['percussion'],
  // A device of the thermal class may be set to either.
  cold: ['thermal'],
  heat: ['thermal'],
  electrical: [],
  light: ['light'],
  supplements: [],
  protein: [],
  /** Sauna and plunge, alone and in turn; an infrared cabin is a sauna to whoever sits in it. */
  'sauna-plunge-cryo': [],
  'whole-body-cold': [],
  'local-cold': [],
  /** In water, where breath-holding or fast breathing may kill. */
  water: [],
  /** Cold water: what is learned in the first plunges. */
  plunge: [],
  'food-and-drink': [],
  movement: [],
  /** What helps light soreness, what intense soreness asks for, what suits a recovery day, what a taper needs. */
  'for-light-soreness': [],
  'for-intense-soreness': [],
  calm: [],
  'sleep-and-food': [],
  /** Left to somebody who is ill or feverish. */
  'when-ill': [],
  /** Could be ruled out by no answer of the screening. */
  'before-screening': [],
  /** Touches one place and can go round another. */
  contact: [],
} as const satisfies Readonly<Record<string, readonly TreatmentClass[]>>;
export type Family = keyof typeof FAMILIES;
