import type { TreatmentClass } from '../treatment-class';

/**
 * The families of modalities in rules. Each modality names its own; rules use a family instead of a list. Each family also names the
 * classes of devices with the same effect on the body.
 */
export const FAMILIES = {
  compression: ['compression'],
  massage: ['percussion', 'massage'],
  gun: ['percussion'],
  'by-hand': ['massage'],
  /** A garment that presses, worn alone or over ice. */
  garments: [],
  // A device of the thermal class can be set to heat or cold.
  cold: ['thermal'],
  heat: ['thermal'],
  electrical: [],
  light: ['light'],
  supplements: [],
  protein: [],
  /** Sauna and plunge, alone and alternating; an infrared cabin counts as a sauna. */
  'sauna-plunge-cryo': [],
  'whole-body-cold': ['thermal'],
  'local-cold': [],
  /** In water, where holding the breath or breathing fast can kill. */
  water: [],
  /** Cold water: for counting the first plunges. */
  plunge: [],
  'food-and-drink': [],
  movement: [],
  /** Machines that a user walks, steps or pedals on. They carry out other modalities, so no modality names this family. */
  machines: ['belt', 'resistance'],
  /** For light soreness, for intense soreness, for a recovery day, and for a taper. */
  'for-light-soreness': [],
  'for-intense-soreness': [],
  calm: [],
  'sleep-and-food': [],
  /** Allowed when ill or feverish. */
  'when-ill': [],
  /** Not excluded by any answer of the health questions. */
  'before-screening': [],
  /** Treats one place and can avoid others. */
  contact: [],
} as const satisfies Readonly<Record<string, readonly TreatmentClass[]>>;
export type Family = keyof typeof FAMILIES;
