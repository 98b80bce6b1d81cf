import { CATALOGUE, isPlanned, MODALITIES, type Modality } from '../catalogue';
import type { OptionModality } from './routine';

/** What takes time and may be planned: what a day can offer "if you have time". */
export const OPTION_MODALITIES: readonly OptionModality[] = MODALITIES.filter(isOption);

function isOption(modality: Modality): modality is OptionModality {
  return CATALOGUE[modality].counts && isPlanned(CATALOGUE[modality]);
}
