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
  toSessionPlan,
} from '../catalogue';
import { ceilTo } from '../core/numbers';
import { HOUR_MS, MINUTE_MS } from '../core/time';
import { findCarbohydratePerKg } from '../training';
import type { Placed, Placer } from './place';
import type { Wanted } from './place/wanted';
import { type LocalDay, type RuleValues, regionsFor, type Scene } from './rules';
import type { GivenDose, PlanItem } from './types';
import { findWakingShare } from './waking-share';

/** Adds everything that a view shows of an item: dose and its source, reasons, place, exclusions and device. */

/** Steps that suggest movement: left out while ill. */
const MOVES: ReadonlySet<Step> = new Set(['rest_or_easy']);

export function toPlanItem(placed: Placed, placer: Placer, scene: Scene): PlanItem {
  const { wanted, modality, dose, startMs, endMs, day, moved } = placed;
  const { entry } = wanted;
  const { situation } = scene;
  const variant = findVariant(wanted, scene);
  const minutes = Math.round((endMs - startMs) / MINUTE_MS);
  const [windowFromMs, windowToMs] = windowAround(placed, placer, scene);
  const own = entry.variants.find(({ id }) => id === variant);
  return {
    id: wanted.id,
    modality,
    variant,
    windowFromMs,
    windowToMs,
    startMs,
    minutes,
    day: day.day,
    counts: entry.counts,
    doseId: dose.id,
    dose: givenDose(placed, variant, minutes, scene),
    whose: dose.amount === 'protein-day' && situation.massKg === null ? 'palm-health' : dose.whose,
    minutesWhose: dose.minutesWhose ?? dose.whose,
    reason: { code: wanted.reason, values: reasonValues(wanted, scene) },
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
  };
}

/** The first available device that can carry out a modality; null if there is none. */
function findDevice({ devices = [] }: CatalogueEntry, { situation, exclusions }: Scene): string | null {
  const usable = devices.filter((use) => !exclusions.classes.has(use.class));
  return situation.devices.find((one) => usable.some((use) => use.class === one.class))?.id ?? null;
}

function findVariant({ variant, entry }: Wanted, { situation }: Scene): string | null {
  if (variant !== null) {
    // Without a machine, walking is as good.
    return variant === 'machine' && !MACHINES.some((one) => situation.equipment.includes(one)) ? 'walk' : variant;
  }
  return entry.variants.find(({ equipment }) => equipment?.some((one) => situation.equipment.includes(one)))?.id ?? null;
}

const FIVE_MS = 5 * MINUTE_MS;
/** Steps in which the window around an item is searched. */
const STEP_MS = 15 * MINUTE_MS;

/** The range around the chosen time in which no rule forbids the item, and which its window allows. */
function windowAround(placed: Placed, placer: Placer, { situation }: Scene): [number, number] {
  const { wanted, startMs, endMs, moved } = placed;
  const lengthMs = endMs - startMs;
  const least = Math.min(startMs, Math.max(wanted.fromMs, ceilTo(situation.nowMs, FIVE_MS)));
  const most = Math.max(startMs, Math.min(wanted.lastStartMs, wanted.toMs - lengthMs));
  const reach = (from: number, to: number, step: number) => {
    let at = from;
    while (at !== to) {
      const next = step > 0 ? Math.min(to, at + step) : Math.max(to, at + step);
      if (!placer.isFree(placed, next)) break;
      at = next;
    }
    return at;
  };
  // Sleep, a rest day and what lasts as long as a session have one time only.
  if (wanted.minutes !== null && !moved) return [startMs, endMs];
  return [reach(startMs, least, -STEP_MS), reach(startMs, most, STEP_MS) + lengthMs];
}

function givenDose({ dose, startMs, wanted }: Placed, variant: string | null, minutes: number, scene: Scene): GivenDose {
  const { situation, sessions } = scene;
  const {
    id: _,
    whose: _whose,
    minutesWhose: _minutesWhose,
    minutes: _minutes,
    lengthsMin: _lengthsMin,
    only: _only,
    course: _course,
    steps: _steps,
    amount,
    ...figures
  } = dose;
  const { session, entry } = wanted;
  const inTurn = warmthsInTurn({ modality: entry.modality, doseId: dose.id, variant, minutes });
  if (amount === undefined) return { ...figures, ...inTurn };
  const day = scene.findDay(session?.endMs ?? startMs);
  const last = sessions.filter(({ done }) => done).at(-1);
  return {
    ...figures,
    ...computeAmount(amount, {
      massKg: situation.massKg,
      ageYears: situation.ageYears,
      airC: situation.airC,
      lossMl: session !== null && session === last ? situation.fluidLossMl : null,
      hoursBefore: session === null ? 0 : (session.startMs - startMs) / HOUR_MS,
      session,
      dayPerKg: day === undefined ? null : findDayPerKg(day, scene),
      gone: day === undefined ? 0 : findWakingShare(day, situation.nowMs),
      hidden: situation.screeningDue === null ? scene.exclusions.figures : 'all',
    }),
  };
}

/** g/kg of carbohydrate for a day, from all its sessions and those of the evening before. */
function findDayPerKg(day: LocalDay, { days, training }: Scene) {
  const before = days[days.indexOf(day) - 1];
  const list = (of: LocalDay | undefined) => (of === undefined ? [] : (training.get(of) ?? [])).filter(({ workout }) => workout);
  const evening = list(before).filter(({ endMs }) => before !== undefined && endMs >= before.noonMs);
  return findCarbohydratePerKg(list(day), evening);
}

/** The temperatures of a session that goes from heat to cold: those of the heat that the user has. */
function warmthsInTurn(choice: Parameters<typeof toSessionPlan>[0]): Pick<GivenDose, 'heatC' | 'coldC'> {
  const steps = toSessionPlan(choice)?.steps ?? [];
  const of = (exposure: 'heat' | 'cold') => steps.find((step) => step.exposure === exposure)?.rangeC;
  const [heatC, coldC] = [of('heat'), of('cold')];
  return heatC === undefined || coldC === undefined ? {} : { heatC, coldC };
}

function reasonValues({ session, ahead, reason }: Wanted, { situation: { returning } }: Scene): RuleValues {
  if (reason === 'walk-illness' && returning !== null) return { k: returning.day + ahead.index, of: returning.of };
  if (session !== null) return { sessionFromMs: session.startMs, sessionToMs: session.endMs, effort: session.effort };
  return { day: ahead.day.day };
}
