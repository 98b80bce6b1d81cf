import {
  asksOneTap,
  type CatalogueEntry,
  computeAmount,
  isIll,
  MACHINES,
  placesAgainst,
  regionsWithin,
  type Step,
  sitesNot,
} from '../catalogue';
import { HOUR_MS, MINUTE_MS } from '../core/time';
import type { Chosen } from './combine';
import { type PreferenceName, preferred, type RuleValues, regionsFor, type Scene } from './rules';
import type { GivenDose, PlanItem } from './types';

/** Adds everything that a view shows of an item: dose and its source, reasons, place, exclusions and device. */

/** Preferences that rest on today's state, which says little about the day after tomorrow. */
const OF_TODAY: ReadonlySet<PreferenceName> = new Set(['light-soreness', 'intense-soreness', 'recovery-day', 'high-stress']);

/** Steps that suggest movement: left out while ill. */
const MOVES: ReadonlySet<Step> = new Set(['rest_or_easy']);

export function toPlanItem({ choice, placement }: Chosen, scene: Scene): PlanItem {
  const { occasion, entry, moved } = choice;
  const { modality, dose, startMs, endMs, day } = placement;
  const { situation } = scene;
  const variant = findVariant(choice, scene);
  const minutes = Math.round((endMs - startMs) / MINUTE_MS);
  const [windowFromMs, windowToMs] = windowAround(choice, placement);
  const own = entry.variants.find(({ id }) => id === variant);
  return {
    id: occasion.id,
    modality,
    variant,
    windowFromMs,
    windowToMs,
    startMs,
    minutes,
    day: day.day,
    counts: entry.counts,
    doseId: dose.id,
    dose: givenDose(choice, placement, scene),
    whose: dose.amount === 'protein-day' && situation.massKg === null ? 'palm-health' : dose.whose,
    minutesWhose: dose.minutesWhose ?? dose.whose,
    reason: { code: occasion.reason, values: reasonValues(choice) },
    because: preferred(modality, scene).because.filter((one) => !OF_TODAY.has(one) || startMs < situation.nowMs + 24 * HOUR_MS),
    evidence: entry.grades.trials,
    evidenceKind: entry.grades.kind,
    seedGrade: entry.grades.seed,
    sources: [...entry.guides, ...entry.literature],
    steps: [...(dose.steps ?? []), ...entry.steps, ...(own?.steps ?? [])].filter((step) => !(isIll(situation.health) && MOVES.has(step))),
    regions: entry.local ? regionsWithin(dose, minutes, regionsFor(entry, scene)) : [],
    notOn: sitesNot(modality),
    notRegions: [...placesAgainst(scene.exclusions, modality).keys()],
    asksOneTap: asksOneTap({ modality }),
    device: findDevice(entry, scene),
    moved,
    benefit: placement.value,
  };
}

/** The first available device that can carry out a modality; null if there is none. */
function findDevice({ devices = [] }: CatalogueEntry, { situation, exclusions }: Scene): string | null {
  const usable = devices.filter((use) => !exclusions.classes.has(use.class));
  return situation.devices.find((one) => usable.some((use) => use.class === one.class))?.id ?? null;
}

function findVariant({ occasion, entry }: Chosen['choice'], { situation }: Scene): string | null {
  if (occasion.window.variant !== undefined) {
    const wanted = occasion.window.variant;
    // Without a machine, walking is as good.
    return wanted === 'machine' && !MACHINES.some((one) => situation.equipment.includes(one)) ? 'walk' : wanted;
  }
  return entry.variants.find(({ equipment }) => equipment?.some((one) => situation.equipment.includes(one)))?.id ?? null;
}

/** The range of starts around the chosen one that are equally free, and the end of the last. */
function windowAround({ placements, unmoved }: Chosen['choice'], chosen: Chosen['placement']): [number, number] {
  const others = unmoved.filter(({ startMs }) => startMs !== chosen.startMs);
  const same = [...placements, ...others].filter(({ dose }) => dose.id === chosen.dose.id).sort((a, b) => a.startMs - b.startMs);
  const at = same.indexOf(chosen);
  const step = 60 * MINUTE_MS;
  let [first, last] = [at, at];
  while (first > 0 && (same[first]?.startMs ?? 0) - (same[first - 1]?.startMs ?? 0) <= step) first--;
  while (last < same.length - 1 && (same[last + 1]?.startMs ?? 0) - (same[last]?.startMs ?? 0) <= step) last++;
  return [same[first]?.startMs ?? chosen.startMs, same[last]?.endMs ?? chosen.endMs];
}

function givenDose({ occasion }: Chosen['choice'], { dose, startMs }: Chosen['placement'], { situation, sessions }: Scene): GivenDose {
  const {
    id: _,
    whose: _whose,
    minutesWhose: _minutesWhose,
    minutes: _minutes,
    lengthsMin: _lengthsMin,
    only: _only,
    course: _course,
    steps: _steps,
    share: _share,
    amount,
    ...figures
  } = dose;
  if (amount === undefined) return figures;
  const { session } = occasion;
  const last = sessions.filter(({ done }) => done).at(-1);
  return {
    ...figures,
    ...computeAmount(amount, {
      massKg: situation.massKg,
      airC: situation.airC,
      lossMl: session !== null && session === last ? situation.fluidLossMl : null,
      hoursBefore: session === null ? 0 : (session.startMs - startMs) / HOUR_MS,
      session,
    }),
  };
}

function reasonValues({ occasion: { session, day } }: Chosen['choice']): RuleValues {
  if (session !== null) return { sessionFromMs: session.startMs, sessionToMs: session.endMs, effort: session.effort };
  return day === null ? {} : { day: day.day };
}
