import type { Modality } from '../catalogue';
import { CONTRAINDICATIONS, type Contraindication } from './contraindications';
import { findExclusions } from './excluded';

/** The answers to the health questions that exclude a modality. */
export function findContraindications(modality: Modality): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter((one) =>
    findExclusions({ ticked: [one], ill: false, injured: false, pain: [] }).modalities.has(modality),
  );
}
