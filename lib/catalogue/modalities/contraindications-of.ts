import { CONTRAINDICATIONS, type Contraindication, findExclusions, type Modality } from '../screening';

/** What, ticked in the screening, rules a modality out. The screening decides; the catalogue only asks it. */
export function findContraindications(modality: Modality): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter((one) =>
    findExclusions({ ticked: [one], ill: false, injured: false, pain: [] }).modalities.has(modality),
  );
}
