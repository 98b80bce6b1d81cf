import { CATALOGUE, type CatalogueEntry, MODALITIES, type Modality } from '../catalogue';
import type { DeviceUse, Dose, Preset } from '../entry';
import type { TreatmentClass } from '../treatment-class';
import { canSpend } from './course-steps';
import type { DoseChoice } from './to-session-plan';

/** What can be chosen without a plan: by the timer, and on a device. */

/** A choice of the timer, with the dose behind it. */
export interface TimerOffer {
  /** Names the choice on screen: modality, dose and variant. */
  readonly id: string;
  readonly entry: CatalogueEntry;
  readonly dose: Dose;
  readonly variant: string | null;
}

/** Whether a modality is timed here at all, by the guided timer or the pacer. */
export function isTimed(modality: Modality): boolean {
  return CATALOGUE[modality].timer !== 'none';
}

/** Whether a dose is for somebody who has done the modality this often. */
export function suits({ only }: Pick<Dose, 'only'>, { firstTimes = 0 }: Pick<CatalogueEntry, 'firstTimes'>, timesBefore: number): boolean {
  return only === undefined || (only === 'beginners') === timesBefore < firstTimes;
}

/** The doses that somebody may choose who has done each modality this often. Variants that run differently are offered apart. */
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

/** Of doses that go from region to region only the fullest that the usual regions have room for: fewer are a matter of the plan. */
function dosesListed({ doses, usualRegions = [] }: CatalogueEntry): readonly Dose[] {
  const fullest = doses.find((dose) => dose.course?.by === 'regions' && canSpend(dose, dose.minutes, usualRegions));
  return doses.filter((dose) => dose.course?.by !== 'regions' || dose === fullest);
}

/** The offer that a plan's item stands for; null: its modality is not timed, or there is no such dose. */
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

/** A session that is ready for a class of devices. */
export interface DevicePreset extends Preset {
  readonly modality: Modality;
  readonly dose: Dose;
  readonly use: DeviceUse;
}

/** The presets that devices of a class carry out. */
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

/** What a device of a class does where the user makes a session by hand; null: the catalogue knows nothing that it does. */
export function modalityOfClass(of: TreatmentClass): Modality | null {
  return MODALITIES.find((modality) => CATALOGUE[modality].devices?.some((one) => one.class === of)) ?? null;
}
