import type { TreatmentClass } from '../treatment-class';

/** Every modality of the command line's contract. */
export const MODALITIES = [
  'cool-down',
  'active-recovery',
  'foam-rolling',
  'stretching',
  'mobility',
  'massage-gun',
  'massage-therapy',
  'pneumatic-compression',
  'compression-garment',
  'kinesiology-tape',
  'ice-compression',
  'cold-water-immersion',
  'cryotherapy',
  'local-cold',
  'sauna',
  'infrared',
  'contrast',
  'red-light',
  'pemf',
  'warm-bath',
  'breathwork',
  'protein',
  'carbohydrate',
  'fluids',
  'creatine',
  'tart-cherry',
  'sleep',
  'rest-day',
] as const;
export type Modality = (typeof MODALITIES)[number];

/** Families that rules speak of: everything that does this to the body, by hand, by device or in water. */
export const FAMILIES = {
  compression: { modalities: ['pneumatic-compression', 'compression-garment', 'ice-compression'], classes: ['compression'] },
  massage: { modalities: ['massage-gun', 'massage-therapy', 'foam-rolling'], classes: ['percussion', 'massage'] },
  gun: { modalities: ['massage-gun'], classes: ['percussion'] },
  // A device of the thermal class may be set to either.
  cold: { modalities: ['cold-water-immersion', 'local-cold', 'ice-compression', 'contrast', 'cryotherapy'], classes: ['thermal'] },
  heat: { modalities: ['sauna', 'infrared', 'warm-bath', 'contrast'], classes: ['thermal'] },
  electrical: { modalities: ['pemf'], classes: [] },
  light: { modalities: ['red-light'], classes: ['light'] },
  supplements: { modalities: ['creatine', 'tart-cherry'], classes: [] },
  protein: { modalities: ['protein'], classes: [] },
  // Sauna and plunge, alone and in turn; an infrared cabin is a sauna to whoever sits in it.
  'sauna-plunge-cryo': { modalities: ['sauna', 'infrared', 'cold-water-immersion', 'contrast', 'cryotherapy'], classes: [] },
} as const satisfies Record<string, { readonly modalities: readonly Modality[]; readonly classes: readonly TreatmentClass[] }>;
export type Family = keyof typeof FAMILIES;
