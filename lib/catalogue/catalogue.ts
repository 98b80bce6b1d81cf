import { MODALITY_ENTRIES } from './all-modalities';
import type { Family, ModalityEntry } from './entry';
import { FAMILIES } from './entry/families';
import type { TreatmentClass } from './treatment-class';

/** Every modality by its id, which is the name of its file in `modalities/`. */
export type Modality = keyof typeof MODALITY_ENTRIES;

export interface CatalogueEntry extends ModalityEntry {
  readonly modality: Modality;
}

const ENTRIES: Readonly<Record<string, ModalityEntry>> = MODALITY_ENTRIES;

export function isModality(id: string): id is Modality {
  return Object.hasOwn(ENTRIES, id);
}

export const MODALITIES: readonly Modality[] = Object.keys(ENTRIES).filter(isModality);

export const CATALOGUE = Object.fromEntries(
  MODALITIES.map((modality): [Modality, CatalogueEntry] => [modality, { ...MODALITY_ENTRIES[modality], modality }]),
) as Readonly<Record<Modality, CatalogueEntry>>;

/** The entry of any id, such as one of a stored row; null when there is none. */
export function findEntry(id: string): CatalogueEntry | null {
  return isModality(id) ? CATALOGUE[id] : null;
}

export function modalitiesIn(family: Family): readonly Modality[] {
  return MODALITIES.filter((modality) => CATALOGUE[modality].families.includes(family));
}

/** Classes of devices with the same effect on the body as a family. */
export function classesIn(family: Family): readonly TreatmentClass[] {
  return FAMILIES[family];
}

/** Whether a plan can contain it. */
export function isPlanned({ windows }: Pick<CatalogueEntry, 'windows'>): boolean {
  return windows.length > 0;
}
