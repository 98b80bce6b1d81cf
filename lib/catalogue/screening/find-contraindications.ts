import type { Modality } from '../catalogue';
import { CONTRAINDICATIONS, type Contraindication } from './contraindications';
import { findExclusions } from './excluded';

/** The answers to the health questions that exclude a modality: everywhere, or in some place. */
export function findContraindications(modality: Modality): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter((one) => {
    const { modalities, places } = findExclusions({ ticked: [one], ill: false, injured: false, pain: [] });
    return modalities.has(modality) || places.has(modality);
  });
}
