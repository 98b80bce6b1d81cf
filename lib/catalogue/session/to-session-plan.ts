import type { Region } from '../../training';
import { type CatalogueEntry, findEntry } from '../catalogue';
import type { Dose } from '../entry';
import { regionsWithin, toSteps } from './course-steps';
import { type DeviceAtHand, findLevels } from './device-at-hand';
import type { ModalityId, SessionPlan, SessionStep } from './session-plan';

/** The dose that was chosen, or that a plan contains; omitted values are the dose's own. An item of a plan is one, by its `id`. */
export interface DoseChoice {
  /** The plan's item that it carries out. */
  readonly id?: string;
  readonly preset?: string;
  readonly modality: ModalityId;
  readonly doseId: string;
  readonly variant?: string | null;
  readonly minutes?: number;
  readonly regions?: readonly Region[];
  /** The chosen pace, within the dose's range. */
  readonly pacePerMin?: number;
}

/**
 * The only conversion from a dose to a session, for timer, device, pacer and log.
 * @param on the device; omitted: none
 * @returns null when the dose does not exist, the device cannot carry it out, or the user's usual level is needed but unknown
 */
export function toSessionPlan(choice: DoseChoice, on: DeviceAtHand | null = null): SessionPlan | null {
  const entry = findEntry(choice.modality);
  const dose = entry?.doses.find(({ id }) => id === choice.doseId);
  if (entry === null || dose === undefined) return null;
  const { minutes = dose.minutes, variant = null, regions: wanted = entry.local ? (entry.usualRegions ?? []) : [] } = choice;
  const regions = regionsWithin(dose, minutes, wanted);
  const steps = toSteps({ entry, dose, variant, minutes, regions, breathsPerMin: paceWithin(dose, choice.pacePerMin) });
  const set = on === null ? steps : onDevice(steps, entry, on);
  if (set === null) return null;
  return {
    modality: entry.modality,
    doseId: dose.id,
    variant,
    doseOf: dose.whose,
    regions,
    steps: set,
    item: choice.id ?? null,
    preset: choice.preset ?? null,
  };
}

/** The chosen pace, limited to the dose's range; its middle when none was chosen. */
function paceWithin({ breathsPerMin }: Dose, chosen: number | undefined): number | undefined {
  if (breathsPerMin === undefined) return undefined;
  const [low, high] = breathsPerMin;
  return Math.min(high, Math.max(low, chosen ?? (low + high) / 2));
}

function onDevice(steps: readonly SessionStep[], { devices = [] }: CatalogueEntry, on: DeviceAtHand): readonly SessionStep[] | null {
  const use = devices.find((one) => one.class === on.class);
  const levels = use === undefined ? null : findLevels(use, on);
  if (levels === null) return null;
  const { rampS } = use ?? {};
  return steps.map((step, index) => {
    if (step.pause === true) return step;
    return { ...step, levels, ...(rampS === undefined || index > 0 ? {} : { rampS: Math.min(rampS, step.seconds) }) };
  });
}
