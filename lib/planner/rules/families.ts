import { type Modality, modalitiesIn } from '../../catalogue';

/** Families of the catalogue that the rules refer to. */
export const WHOLE_BODY_COLD: ReadonlySet<Modality> = new Set(modalitiesIn('whole-body-cold'));
export const LOCAL_COLD: ReadonlySet<Modality> = new Set(modalitiesIn('local-cold'));
export const HEAT: ReadonlySet<Modality> = new Set(modalitiesIn('heat'));
/** Modalities in or under water, where breath-holding or fast breathing can kill. */
export const WATER: ReadonlySet<Modality> = new Set(modalitiesIn('water'));
/** Food and drink may overlap with anything except quiet hours. */
export const FOOD_AND_DRINK: ReadonlySet<Modality> = new Set(modalitiesIn('food-and-drink'));
