import { CATALOGUE, type CatalogueEntry, MODALITIES, type Modality } from '../catalogue';
import type { DeviceUse, Dose, Preset } from '../entry';
import type { TreatmentClass } from '../treatment-class';
import { canSpend } from './course-steps';
import type { DoseChoice } from './to-session-plan';

/** Sessions without a plan: with the timer, and on a device. */

/** A choice in the timer, with its dose. */
export interface TimerOffer {
  /** Identifies the choice on screen: modality, dose and variant. */
  readonly id: string;
  readonly entry: CatalogueEntry;
  readonly dose: Dose;
  readonly variant: string | null;
}

/** Whether a modality is timed by the guided timer or the pacer. */
export function isTimed(modality: Modality): boolean {
  return CATALOGUE[modality].timer !== 'none';
}

/** Whether a dose is for a user who has done the modality this often. */
export function suits({ only }: Pick<Dose, 'only'>, { firstTimes = 0 }: Pick<CatalogueEntry, 'firstTimes'>, timesBefore: number): boolean {
  return only === undefined || (only === 'beginners') === timesBefore < firstTimes;
}

/** The doses for a user who has done each modality this often. Variants that run differently are offered separately. */
export function timerOffers(timesBefore: (modality: Modality) => number): readonly TimerOffer[] {
  return MODALITIES.flatMap((modality) => {
    const entry = CATALOGUE[modality];
    if (entry.timer !== 'listed') return [];
    const variants = entry.variants.filter(({ course }) => course !== undefined).map(({ id }) => id);
    return dosesListed(entry)
      .filter((dose) => suits(dose, entry, timesBefore(modality)))
      .flatMap((dose) => (variants.length === 0 ? [null] : variants).map((variant) => toOffer(entry, dose, variant)));
  });
}

/** For doses that go from region to region, only the largest that the usual regions have room for; smaller ones come from the plan. */
function dosesListed({ doses, usualRegions = [] }: CatalogueEntry): readonly Dose[] {
  const fullest = doses.find((dose) => dose.course?.by === 'regions' && canSpend(dose, dose.minutes, usualRegions));
  return doses.filter((dose) => dose.course?.by !== 'regions' || dose === fullest);
}

/** The offer for a plan's item; null when its modality is not timed, or the dose does not exist. */
export function offerOfItem({
  modality,
  doseId,
  variant,
}: Pick<DoseChoice, 'doseId' | 'variant'> & { readonly modality: Modality }): TimerOffer | null {
  const entry = CATALOGUE[modality];
  const dose = entry.doses.find(({ id }) => id === doseId);
  return dose === undefined || !isTimed(modality) ? null : toOffer(entry, dose, variant ?? null);
}

function toOffer(entry: CatalogueEntry, dose: Dose, variant: string | null): TimerOffer {
  return { id: [entry.modality, dose.id, ...(variant === null ? [] : [variant])].join(' '), entry, dose, variant };
}

/** A ready-made session for a class of devices. */
export interface DevicePreset extends Preset {
  readonly modality: Modality;
  readonly dose: Dose;
  readonly use: DeviceUse;
}

/** The presets for a class of devices. */
export function presetsFor(of: TreatmentClass): readonly DevicePreset[] {
  return MODALITIES.flatMap((modality) => {
    const { doses, devices = [], presets = [] } = CATALOGUE[modality];
    const use = devices.find((one) => one.class === of);
    if (use === undefined) return [];
    return presets.flatMap((preset) => {
      const dose = doses.find(({ id }) => id === preset.doseId);
      return dose === undefined ? [] : [{ ...preset, modality, dose, use }];
    });
  });
}

/** The modality of the user's own session on a class of devices; null when the catalogue has none. */
export function modalityOfClass(of: TreatmentClass): Modality | null {
  return MODALITIES.find((modality) => CATALOGUE[modality].devices?.some((one) => one.class === of)) ?? null;
}
