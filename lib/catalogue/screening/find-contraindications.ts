import type { Modality } from '../catalogue';
import { CONTRAINDICATIONS, type Contraindication } from './contraindications';
import { findExclusions } from './excluded';

/** What, ticked in the screening, rules a modality out. */
export function findContraindications(modality: Modality): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter((one) =>
    findExclusions({ ticked: [one], ill: false, injured: false, pain: [] }).modalities.has(modality),
  );
}
