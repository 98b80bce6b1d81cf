import { type Modality, modalitiesIn } from '../../catalogue';

/** Families that the rules across modalities speak of, as the catalogue has them. */
export const WHOLE_BODY_COLD: ReadonlySet<Modality> = new Set(modalitiesIn('whole-body-cold'));
export const LOCAL_COLD: ReadonlySet<Modality> = new Set(modalitiesIn('local-cold'));
export const HEAT: ReadonlySet<Modality> = new Set(modalitiesIn('heat'));
/** Where breath-holding or fast breathing may kill. */
export const WATER: ReadonlySet<Modality> = new Set(modalitiesIn('water'));
/** Eaten or drunk: may overlap with anything, quiet hours excepted. */
export const FOOD_AND_DRINK: ReadonlySet<Modality> = new Set(modalitiesIn('food-and-drink'));
