import type { CatalogueEntry } from '../../catalogue';
import {
  findMissingEquipment,
  isNever,
  type Modality,
  modalitiesIn,
  placesAgainst,
  type RuleCode,
  reasonsAgainst,
  waitsForAnswers,
} from '../../catalogue';
import { ILL_CAUSES } from '../../readiness';
import type { Region } from '../../training';
import type { Against, ModalityRule, RuleName } from './rule';
import type { Scene } from './scene';

/** Rules about a modality as a whole: screening, illness, equipment, and optional items that the user did not choose. */

const SUPPLEMENTS: ReadonlySet<Modality> = new Set(modalitiesIn('supplements'));
/** Soreness of a region (1 to 5) from which it needs treatment. */
const LIGHTLY_SORE = 2;
const ILL: ReadonlySet<RuleCode> = new Set<RuleCode>(ILL_CAUSES);

const screeningFirst: ModalityRule = {
  name: 'screening-first',
  from: ['ours'],
  against: ({ modality }, { situation }) =>
    waitsForAnswers(modality, situation.screeningDue) ? [{ rule: 'screening-first', values: { why: situation.screeningDue ?? '' } }] : [],
};

const screening: ModalityRule = {
  name: 'ill-or-feverish',
  from: ['ours'],
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
  from: ['ours'],
  against: ({ equipment: sets }, { situation }) =>
    findMissingEquipment(sets, situation.equipment) === null ? [] : [{ rule: 'equipment', values: {} }],
};

const optionalSupplement: ModalityRule = {
  name: 'optional-supplement',
  from: ['ours'],
  against: ({ modality }, { situation }) =>
    SUPPLEMENTS.has(modality) && !situation.supplements.includes(modality) ? [{ rule: 'optional-supplement', values: {} }] : [],
};

/** Excludes the modality if every wanted region is forbidden: neck, shin, knee, or a place that hurts. */
const neverThere: ModalityRule = {
  name: 'never-there',
  from: ['ours'],
  against: (entry, scene) => {
    const wanted = entry.local ? wantedRegions(entry, scene) : [];
    return wanted.length > 0 && regionsFor(entry, scene).length === 0 ? [{ rule: 'never-there', values: { regions: wanted.join() } }] : [];
  },
};

/** The sore regions, worst first; otherwise those that the last session trained, else the modality's usual regions. */
function wantedRegions({ usualRegions = [] }: CatalogueEntry, { situation, sessions }: Scene): readonly Region[] {
  const sore = situation.sore.filter(({ level }) => level >= LIGHTLY_SORE).sort((a, b) => b.level - a.level);
  if (sore.length > 0) return sore.map(({ region }) => region);
  const trained = sessions.filter(({ done }) => done).at(-1)?.regions ?? [];
  return trained.length > 0 ? trained : usualRegions;
}

/** Where a local modality may go: the wanted regions, without those that screening or anatomy forbids. */
export function regionsFor(entry: CatalogueEntry, scene: Scene): readonly Region[] {
  const avoided = placesAgainst(scene.exclusions, entry.modality);
  return wantedRegions(entry, scene).filter((region) => !isNever(entry.modality, region) && !avoided.has(region));
}

/** In the order in which the user sees them. */
export const MODALITY_RULES: readonly ModalityRule[] = [screening, screeningFirst, equipment, optionalSupplement, neverThere];

/** Everything that excludes a modality at any time. */
export function againstModality(entry: CatalogueEntry, scene: Scene): readonly Against[] {
  return MODALITY_RULES.flatMap((rule) => rule.against(entry, scene));
}
