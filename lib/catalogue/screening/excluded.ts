import type { Pain } from '../../readiness';
import type { Region } from '../../training';
import { CATALOGUE, MODALITIES, type Modality } from '../catalogue';
import { type Equipment, MACHINES } from '../entry/equipment';
import { FAMILIES } from '../entry/families';
import type { TreatmentClass } from '../treatment-class';
import { ExclusionCollector } from './collector';
import type { Contraindication } from './contraindications';
import type { FastingHours } from './fasting';
import { type Reason, toReason } from './reason';
import { type FoodFigure, SCREENING } from './table';

/** What the user said with the ticks of the health questions. Omitted: nothing. */
export interface TickDetails {
  /** The ticks for which a doctor agreed to what the table lets a doctor decide. */
  readonly doctorAgreed?: readonly Contraindication[];
  /** Where an injury, a wound or a device is. A tick without places is everywhere. */
  readonly places?: Readonly<Partial<Record<Contraindication, readonly Region[]>>>;
  /** Null: the hours are not known. */
  readonly fasting?: FastingHours | null;
}

/** What is known about a user that may exclude something. */
export interface HealthState extends TickDetails {
  readonly ticked: readonly Contraindication[];
  readonly ill: boolean;
  readonly injured: boolean;
  readonly pain: readonly Pain[];
}

type Reasons<Key> = ReadonlyMap<Key, readonly Reason[]>;

export interface Exclusions {
  readonly modalities: Reasons<Modality>;
  readonly classes: Reasons<TreatmentClass>;
  /** The regions where a modality must not be used that is allowed elsewhere. */
  readonly places: ReadonlyMap<Modality, Reasons<Region>>;
  /** Figures that must not be shown. */
  readonly figures: Reasons<FoodFigure>;
  /** Everything ticked, for rules of single devices. */
  readonly ticked: readonly Contraindication[];
  /** Whether a heart-rate loop is meaningful: no medicine slows the heart. */
  readonly heartRateCap: boolean;
}

/** What was answered this morning counts as the tick that means the same. */
const LIKE = { injured: 'acute-injury', ill: 'fever' } as const satisfies Readonly<Record<string, Contraindication>>;

/** What a user's health excludes, each with all rules that applied. */
export function findExclusions(health: HealthState): Exclusions {
  const { ticked, pain, doctorAgreed = [], places = {} } = health;
  const found = new ExclusionCollector();
  for (const tick of ticked) {
    found.addRow(tick, SCREENING[tick], places[tick] ?? [], doctorAgreed.includes(tick));
    for (const modality of MODALITIES) if (CATALOGUE[modality].notFor?.includes(tick)) found.addEverywhere([modality], toReason(tick));
  }
  for (const cause of ['injured', 'ill'] as const) {
    const like = LIKE[cause];
    // The ticked injury says where, if there is one.
    if (health[cause]) found.addRow(cause, SCREENING[like], ticked.includes(like) ? (places[like] ?? []) : [], false);
  }
  for (const { region, signs } of pain) for (const sign of signs) found.addPain(region, toReason(`pain-${sign}`));
  const { modalities, classes, regions, figures } = found;
  return { modalities, classes, places: regions, figures, ticked, heartRateCap: !goesByEffort(ticked) };
}

/**
 * Whether heart rates say nothing about load and effort, because a medicine slows the heart: load goes by effort, and no heart-rate cap is
 * offered.
 */
export function goesByEffort(ticked: readonly Contraindication[]): boolean {
  return ticked.some((tick) => SCREENING[tick].off.includes('heart-rate-caps'));
}

/** Whether body mass is neither asked for nor shown, nor any word about energy: food is named, never counted. */
export function hidesBodyMass(ticked: readonly Contraindication[]): boolean {
  return ticked.some((tick) => SCREENING[tick].off.includes('body-mass'));
}

/** Why a modality must not be used at a region (null: it has none); empty when it may. */
export function reasonsAgainst(exclusions: Exclusions, modality: Modality, region: Region | null = null): readonly Reason[] {
  const there = region === null ? undefined : exclusions.places.get(modality)?.get(region);
  return [...(exclusions.modalities.get(modality) ?? []), ...(there ?? [])];
}

const NOWHERE: Reasons<Region> = new Map();

/** The regions where a modality must not be used although it is allowed elsewhere. */
export function placesAgainst(exclusions: Exclusions, modality: Modality): Reasons<Region> {
  return exclusions.places.get(modality) ?? NOWHERE;
}

/** The equipment that a user may have and use. Machines for gentle movement are no modality of their own. */
export function withoutExcludedMachines(equipment: readonly Equipment[], { classes }: Exclusions): readonly Equipment[] {
  const machines: readonly Equipment[] = MACHINES;
  return FAMILIES.machines.some((one) => classes.has(one)) ? equipment.filter((one) => !machines.includes(one)) : equipment;
}
