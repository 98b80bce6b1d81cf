import { FAMILIES, type Modality } from '../../catalogue/screening';

/** Families that the rules across modalities speak of. */
export const WHOLE_BODY_COLD: ReadonlySet<Modality> = new Set(['cold-water-immersion', 'contrast', 'cryotherapy']);
export const LOCAL_COLD: ReadonlySet<Modality> = new Set(['local-cold', 'ice-compression']);
export const HEAT: ReadonlySet<Modality> = new Set(FAMILIES.heat.modalities);
/** Where breath-holding or fast breathing may kill. */
export const WATER: ReadonlySet<Modality> = new Set(['cold-water-immersion', 'contrast', 'warm-bath']);
/** Worn, eaten, drunk or slept: may overlap with anything, quiet hours excepted. */
export const FOOD_AND_DRINK: ReadonlySet<Modality> = new Set(['protein', 'carbohydrate', 'fluids', 'creatine', 'tart-cherry']);
