import { findIllnesses, findInjuries, type IllCause, type InjuryCause, type Pain, type PainReason } from '../../readiness';
import type { Region } from '../../training';
import { CATALOGUE, classesIn, MODALITIES, type Modality, modalitiesIn } from '../catalogue';
import type { Family } from '../entry';
import { TREATMENT_CLASSES, type TreatmentClass } from '../treatment-class';
import { CONTACT_MODALITIES, WORN_ON } from './body-sites';
import type { Contraindication } from './contraindications';

/** The rule that applied: what was ticked, answered this morning, or where it hurts. */
export type RuleCode = Contraindication | IllCause | 'injured' | `pain-${PainReason}`;

export interface Reason {
  readonly rule: RuleCode;
  /** Whether a doctor or pharmacist may allow it. */
  readonly askDoctor: boolean;
}

/** What is known about a user that may exclude something. */
export interface HealthState {
  readonly ticked: readonly Contraindication[];
  readonly ill: boolean;
  readonly injured: boolean;
  readonly pain: readonly Pain[];
}

export interface Exclusions {
  readonly modalities: ReadonlyMap<Modality, readonly Reason[]>;
  readonly classes: ReadonlyMap<TreatmentClass, readonly Reason[]>;
  /** Regions where nothing may press, strike, roll or cool. */
  readonly regions: ReadonlyMap<Region, readonly Reason[]>;
  /** Everything ticked, for rules of single devices. */
  readonly ticked: readonly Contraindication[];
  /** Whether a heart-rate loop is meaningful: no medicine slows the heart. */
  readonly heartRateCap: boolean;
}

/**
 * What excludes what (docs/recovery-sources.md, "Who must not"). Ours, on the cautious side: severe oedema with the compression rules,
 * syncope with the heat and cold ones, foam rolling with massage, medicines with supplements.
 */
const RULES: Readonly<Record<Contraindication, readonly Family[]>> = {
  dvt: ['compression', 'massage'],
  'recent-surgery': ['compression', 'massage'],
  'acute-injury': ['compression', 'massage', 'heat'],
  'open-wound': ['compression', 'massage'],
  'skin-infection': ['compression', 'massage'],
  'severe-oedema': ['compression', 'massage'],
  // Everything except FEVER_LEAVES; see below.
  fever: [],
  'heart-disease': ['cold', 'heat'],
  'hypertension-uncontrolled': ['cold', 'heat'],
  arrhythmia: ['cold', 'heat'],
  'heart-rate-medicine': ['supplements'],
  syncope: ['cold', 'heat'],
  pregnancy: ['cold', 'heat', 'electrical'],
  'peripheral-artery-disease': ['cold', 'compression'],
  raynaud: ['cold', 'compression'],
  'cold-urticaria': ['cold', 'compression'],
  'reduced-sensation': ['cold', 'compression', 'gun'],
  anticoagulant: ['gun', 'supplements'],
  'active-cancer': ['gun'],
  'implanted-device': ['electrical'],
  photosensitivity: ['light'],
  'photosensitising-medicine': ['light', 'supplements'],
  epilepsy: ['light'],
  'kidney-disease': ['protein'],
  'under-18': ['sauna-plunge-cryo', 'supplements'],
};

/** What an injury of the verdict excludes everywhere. An injury that nobody has named further counts as a fresh one. */
const BY_INJURY: Readonly<Record<Exclude<InjuryCause, 'pain'>, readonly Family[]>> = {
  injured: RULES['acute-injury'],
  'acute-injury': RULES['acute-injury'],
  'recent-surgery': RULES['recent-surgery'],
  dvt: RULES.dvt,
};

/** A doctor's or pharmacist's word may settle these; the others are no without asking. */
const ASK_DOCTOR: ReadonlySet<RuleCode> = new Set(['anticoagulant', 'active-cancer', 'kidney-disease', 'heart-rate-medicine']);

/** When ill or feverish: only sleep, a rest day, fluids, food. */
const FEVER_LEAVES: ReadonlySet<Modality> = new Set(modalitiesIn('when-ill'));

/** What a user's health excludes, each with all rules that applied. */
export function findExclusions({ ticked, ill, injured, pain }: HealthState): Exclusions {
  const found = {
    modalities: new Map<Modality, Reason[]>(),
    classes: new Map<TreatmentClass, Reason[]>(),
    regions: new Map<Region, Reason[]>(),
  };
  const exclude = (rule: RuleCode, modalities: readonly Modality[], classes: readonly TreatmentClass[]) => {
    for (const modality of modalities) add(found.modalities, modality, rule);
    for (const one of classes) add(found.classes, one, rule);
  };
  const families = (rule: RuleCode, of: readonly Family[]) => {
    for (const family of of) exclude(rule, modalitiesIn(family), classesIn(family));
  };

  for (const one of ticked) {
    families(one, RULES[one]);
    exclude(
      one,
      MODALITIES.filter((modality) => CATALOGUE[modality].notFor?.includes(one)),
      [],
    );
  }
  for (const cause of findInjuries(ticked, { injured, pain })) {
    // A pain excludes only its place: see below.
    if (cause !== 'pain') families(cause, BY_INJURY[cause]);
  }
  for (const rule of findIllnesses(ticked, { ill })) {
    exclude(
      rule,
      MODALITIES.filter((modality) => !FEVER_LEAVES.has(modality)),
      TREATMENT_CLASSES,
    );
  }
  for (const { region, signs } of pain) {
    for (const sign of signs) {
      add(found.regions, region, `pain-${sign}`);
      // Boots and beds cannot avoid a single place.
      const worn = WORN_ON.filter(({ regions }) => regions.includes(region));
      for (const { modalities, classes } of worn) exclude(`pain-${sign}`, modalities, classes);
    }
  }
  return { ...found, ticked, heartRateCap: !ticked.includes('heart-rate-medicine') };
}

/** Why a modality must not be used at a region (null: it has none); empty when it may. */
export function reasonsAgainst(exclusions: Exclusions, modality: Modality, region: Region | null = null): readonly Reason[] {
  const there = region !== null && CONTACT_MODALITIES.has(modality) ? exclusions.regions.get(region) : undefined;
  return [...(exclusions.modalities.get(modality) ?? []), ...(there ?? [])];
}

/** A reason given by a rule of another room. */
export function toReason(rule: RuleCode): Reason {
  return { rule, askDoctor: ASK_DOCTOR.has(rule) };
}

function add<Key>(to: Map<Key, Reason[]>, key: Key, rule: RuleCode): void {
  const before = to.get(key) ?? [];
  if (before.some((reason) => reason.rule === rule)) return;
  to.set(key, [...before, toReason(rule)]);
}
