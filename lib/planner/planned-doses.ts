import type { CatalogueEntry, Dose } from '../catalogue';

/** The doses of a modality that a plan uses. */
export function plannedDoses({ doses, windows }: CatalogueEntry): readonly Dose[] {
  const named = windows.flatMap((window) => window.doses ?? []);
  return windows.some((window) => window.doses === undefined) ? doses : doses.filter(({ id }) => named.includes(id));
}
