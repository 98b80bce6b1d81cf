import { CONTRAINDICATIONS, type Contraindication, exclusionsOf, type Modality } from '../screening';

/** What, ticked in the screening, rules a modality out. The screening decides; the catalogue only asks it. */
export function contraindicationsOf(modality: Modality): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter((one) => exclusionsOf({ ticked: [one], ill: false, injured: false, pain: [] }).modalities.has(modality));
}
