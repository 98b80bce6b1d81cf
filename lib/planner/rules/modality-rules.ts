import type { CatalogueEntry } from '../../catalogue';
import { isNever, type Modality, modalitiesIn, type RuleCode, reasonsAgainst, waitsForAnswers } from '../../catalogue';
import type { IllCause } from '../../readiness';
import type { Region } from '../../training';
import type { Against, ModalityRule, RuleName } from './rule';
import type { Scene } from './scene';

/** Rules that speak about a modality as a whole: screening, illness, equipment, what nobody asked for. */

const SUPPLEMENTS: ReadonlySet<Modality> = new Set(modalitiesIn('supplements'));
/** Soreness of a region (1 … 5) from which it asks for something. */
const LIGHTLY_SORE = 2;
const ILL: ReadonlySet<RuleCode> = new Set<IllCause>(['ill', 'fever']);

const screeningFirst: ModalityRule = {
  name: 'screening-first',
  from: ['facts'],
  against: ({ modality }, { situation }) =>
    waitsForAnswers(modality, situation.screeningDue) ? [{ rule: 'screening-first', values: { why: situation.screeningDue ?? '' } }] : [],
};

const screening: ModalityRule = {
  name: 'ill-or-feverish',
  from: ['facts'],
  against: ({ modality }, { exclusions }) => {
    const seen = new Set<RuleName>();
    return reasonsAgainst(exclusions, modality).flatMap<Against>(({ rule: by, askDoctor }) => {
      const rule: RuleName = ILL.has(by) ? 'ill-or-feverish' : `screening-${by}`;
      if (seen.has(rule)) return [];
      seen.add(rule);
      return [{ rule, values: { by, askDoctor: askDoctor ? 1 : 0 } }];
    });
  },
};

const equipment: ModalityRule = {
  name: 'equipment',
  from: ['facts'],
  against: ({ equipment: sets }, { situation }) => {
    if (sets.length === 0 || sets.some((set) => set.every((one) => situation.equipment.includes(one)))) return [];
    // What is missing of the set that lacks the least.
    const missing = sets.map((set) => set.filter((one) => !situation.equipment.includes(one))).sort((a, b) => a.length - b.length)[0];
    return [{ rule: 'equipment', values: { missing: (missing ?? []).join() } }];
  },
};

const optionalSupplement: ModalityRule = {
  name: 'optional-supplement',
  from: ['facts'],
  against: ({ modality }, { situation }) =>
    SUPPLEMENTS.has(modality) && !situation.supplements.includes(modality) ? [{ rule: 'optional-supplement', values: {} }] : [],
};

/** Svetness's only rule of selection: intense soreness is for massage, hot or cold and rest, light soreness for movement, rolling and fluids. */
const MOVEMENT: ReadonlySet<Modality> = new Set(modalitiesIn('movement'));
const severity: ModalityRule = {
  name: 'severity',
  from: ['svetness'],
  against: ({ modality }, { severity: how }) =>
    how === 'intense' && MOVEMENT.has(modality) ? [{ rule: 'severity', values: { how } }] : [],
};

/** Where it is wanted, all of it, it may not go: neck, shin, knee, or a place that hurts. */
const neverThere: ModalityRule = {
  name: 'never-there',
  from: ['facts'],
  against: (entry, scene) => {
    const wanted = entry.local ? wantedRegions(entry, scene) : [];
    return wanted.length > 0 && regionsFor(entry, scene).length === 0 ? [{ rule: 'never-there', values: { regions: wanted.join() } }] : [];
  },
};

/** Sore regions, the sorest first; where there are none, those that the last session trained, else where the modality usually goes. */
function wantedRegions({ usualRegions = [] }: CatalogueEntry, { situation, sessions }: Scene): readonly Region[] {
  const sore = situation.sore.filter(({ level }) => level >= LIGHTLY_SORE).sort((a, b) => b.level - a.level);
  if (sore.length > 0) return sore.map(({ region }) => region);
  const trained = sessions.filter(({ done }) => done).at(-1)?.regions ?? [];
  return trained.length > 0 ? trained : usualRegions;
}

/** Where a local modality may go: the regions wanted, without those that screening or anatomy forbids. */
export function regionsFor(entry: CatalogueEntry, scene: Scene): readonly Region[] {
  return wantedRegions(entry, scene).filter((region) => !isNever(entry.modality, region) && !scene.exclusions.regions.has(region));
}

/** In the order in which they are named to the user. */
export const MODALITY_RULES: readonly ModalityRule[] = [screening, screeningFirst, equipment, optionalSupplement, severity, neverThere];

/** All that speaks against a modality, whenever it is done. */
export function againstModality(entry: CatalogueEntry, scene: Scene): readonly Against[] {
  return MODALITY_RULES.flatMap((rule) => rule.against(entry, scene));
}
