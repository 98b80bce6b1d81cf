import type { Region } from '../../training';
import { CATALOGUE, classesIn, isModality, MODALITIES, type Modality, modalitiesIn } from '../catalogue';
import { FAMILIES, type Family } from '../entry/families';
import { TREATMENT_CLASSES, type TreatmentClass } from '../treatment-class';
import { CONTACT_MODALITIES } from './body-sites';
import { type Reason, type RuleCode, toReason } from './reason';
import { type AtPlaces, FOOD_FIGURES, type FoodFigure, type ScreeningRow, type Subject } from './table';

const WHEN_ILL: ReadonlySet<Modality> = new Set(modalitiesIn('when-ill'));

const isFamily = (subject: Subject): subject is Family => Object.hasOwn(FAMILIES, subject);
const isFigure = (subject: Subject): subject is FoodFigure => FOOD_FIGURES.some((one) => one === subject);

/** The modalities that a word of the table means. */
export function listModalities(subject: Subject): readonly Modality[] {
  if (subject === 'all-but-rest-and-food') return MODALITIES.filter((modality) => !WHEN_ILL.has(modality));
  if (isFamily(subject)) return modalitiesIn(subject);
  return isModality(subject) ? [subject] : [];
}

/** The classes of devices that do the same as a word of the table. */
function listClasses(subject: Subject): readonly TreatmentClass[] {
  if (subject === 'all-but-rest-and-food') return TREATMENT_CLASSES;
  if (isFamily(subject)) return classesIn(subject);
  return isModality(subject) ? listDeviceClasses(subject) : [];
}

function listDeviceClasses(modality: Modality): readonly TreatmentClass[] {
  return (CATALOGUE[modality].devices ?? []).map((one) => one.class);
}

/** Whether it treats single places, so that it can go round another one. */
function treatsPlaces(modality: Modality): boolean {
  return CONTACT_MODALITIES.has(modality) || CATALOGUE[modality].local;
}

/** Collects what rows of the table exclude. The first reason of a rule stays, so `off` is added before `ask`. */
export class ExclusionCollector {
  readonly modalities = new Map<Modality, Reason[]>();
  readonly classes = new Map<TreatmentClass, Reason[]>();
  readonly regions = new Map<Modality, Map<Region, Reason[]>>();
  readonly figures = new Map<FoodFigure, Reason[]>();

  /**
   * @param said where the user says that it is; empty: not said
   * @param agreed whether a doctor agreed to what the row lets a doctor decide
   */
  addRow(rule: RuleCode, { off, offAt, ask, askAt }: ScreeningRow, said: readonly Region[], agreed: boolean): void {
    this.#addPart(off, offAt, said, toReason(rule), ask);
    if (!agreed) this.#addPart(ask, askAt, said, { rule, askDoctor: true }, []);
  }

  #addPart(
    everywhere: readonly Subject[],
    at: AtPlaces | undefined,
    said: readonly Region[],
    reason: Reason,
    except: readonly Subject[],
  ): void {
    this.#addSubjects(everywhere, reason, except);
    if (at === undefined) return;
    const regions = at.place === 'said' ? said : at.place;
    if (regions.length === 0) this.#addSubjects(at.what, reason, except);
    else for (const subject of at.what) this.#addAt(subject, regions, reason);
  }

  #addSubjects(subjects: readonly Subject[], reason: Reason, except: readonly Subject[]): void {
    for (const subject of subjects) {
      this.addEverywhere(
        listModalities(subject).filter((modality) => !except.includes(modality)),
        reason,
      );
      for (const one of listClasses(subject)) add(this.classes, one, reason);
      if (isFigure(subject)) add(this.figures, subject, reason);
    }
  }

  addEverywhere(modalities: readonly Modality[], reason: Reason): void {
    for (const modality of modalities) add(this.modalities, modality, reason);
  }

  /** Only what touches one place can go round another one. What is worn on the place, or warms the whole body, is off. */
  #addAt(subject: Subject, regions: readonly Region[], reason: Reason): void {
    for (const modality of listModalities(subject)) {
      const { covers } = CATALOGUE[modality];
      if (covers === undefined && treatsPlaces(modality)) {
        for (const region of regions) this.#addRegion(modality, region, reason);
      } else if (covers === undefined || covers.some((region) => regions.includes(region))) {
        this.addEverywhere([modality], reason);
        for (const one of listDeviceClasses(modality)) add(this.classes, one, reason);
      }
    }
    // A bed that warms or cools touches every region.
    for (const one of listClasses(subject)) if (one === 'thermal') add(this.classes, one, reason);
  }

  /** A pain that is more than soreness: nothing may press, strike, roll or cool there. Boots and beds cannot go round it. */
  addPain(region: Region, reason: Reason): void {
    for (const modality of MODALITIES) {
      if (treatsPlaces(modality) || CATALOGUE[modality].covers !== undefined) this.#addAt(modality, [region], reason);
    }
  }

  #addRegion(modality: Modality, region: Region, reason: Reason): void {
    const there = this.regions.get(modality) ?? new Map<Region, Reason[]>();
    add(there, region, reason);
    this.regions.set(modality, there);
  }
}

function add<Key>(to: Map<Key, Reason[]>, key: Key, reason: Reason): void {
  const before = to.get(key) ?? [];
  if (before.some(({ rule }) => rule === reason.rule)) return;
  to.set(key, [...before, reason]);
}
