import { findDue, type Modality, modalitiesIn, sessionLossMl, toHealthState, weighingSays } from '../../catalogue';
import { addDays, type Day, localZone } from '../../core/day';
import { sum } from '../../core/statistics';
import { DAY_MS } from '../../core/time';
import type { ScoredStored } from '../../inputs';
import { type ConflictOffer, type ConflictReason, completeSituation, type LogEntry, type Situation } from '../../planner';
import { type DayEvent, findReturn, findUsualSoreness, hasJustTravelled } from '../../readiness';
import {
  countLogged,
  countSessions,
  daysWithoutRoutine,
  findDayAnswers,
  findTickDetails,
  getStoredPlan,
  isMeant,
  ownRoutines,
  phaseOn,
  type ReboundDatabase,
  type Settings,
  type StoredCheckIn,
  type StoredLogEntry,
  type StoredPlanned,
  type Weighing,
  type World,
} from '../../storage';
import { endMs } from '../../training';
import { type DayWithInputs, toDayEvents } from '../today';

/** Days of activities and of the log that a plan looks back at. */
const BACK_DAYS = 9;
/** Days ahead whose sessions a plan needs: as far as a session can be moved. */
const AHEAD_DAYS = 8;
/** A shorter cold exposure does not count as done. */
const LEAST_COLD_S = 60;
/** A shorter sauna does not either. */
const LEAST_SAUNA_S = 120;

/** A situation, with the rows it was made from that views show next to the plan. */
export interface SituationNow {
  readonly world: World;
  readonly day: Day;
  readonly situation: Situation;
  readonly settings: Settings;
  readonly log: readonly StoredLogEntry[];
  readonly planned: readonly StoredPlanned[];
  readonly activities: readonly ScoredStored[];
  /** This morning's answers; null if not answered. */
  readonly checkIn: StoredCheckIn | null;
  readonly events: readonly DayEvent[];
}

/**
 * Reads everything that a plan depends on now. `world` is the one that was read: the demo has its own log, answers and sessions.
 * @param devices the devices at hand, which only the app's tab knows; they do not change what is planned
 */
export async function readSituation(
  db: ReboundDatabase,
  { reading, inputs }: DayWithInputs,
  nowMs: number,
  devices: Situation['devices'] = [],
): Promise<SituationNow> {
  const { world, day } = reading;
  const { settings } = inputs;
  const from = addDays(day, -BACK_DAYS);
  const activities = inputs.activities.filter(({ startMs }) => startMs > nowMs - BACK_DAYS * DAY_MS);
  const log = inputs.log.filter((entry) => entry.day >= from);
  const planned = inputs.planned.filter((session) => session.day >= addDays(day, -1));
  const weighings = inputs.weighings.filter((weighing) => weighing.day >= addDays(day, -1));
  const checkIn = inputs.checkIns.find((one) => one.day === day) ?? null;
  const [stored, plunges, saunas, routines, withoutOwn] = await Promise.all([
    getStoredPlan(db, world),
    countPlunges(db, world),
    countSaunas(db, world),
    ownRoutines(db),
    daysWithoutRoutine(db),
  ]);
  const ofDay = findDayAnswers(settings, day);
  const { wake, bed, quietFrom, quietTo, goal, block, events, equipment, timeBudgetMin, supplements, airC, sleepTargetH } = settings;
  const age = { birthYear: settings.profile.birthYear, year: Number(day.slice(0, 4)) };
  const last = activities.at(-1);
  const situation = completeSituation({
    nowMs,
    timeZone: localZone(),
    wake,
    bed,
    quietFrom,
    quietTo,
    goal,
    phase: phaseOn(settings.phases, day),
    block,
    events: events.filter(({ answer }) => answer?.offer !== 'drop').map(({ kind, atMs, answer }) => ({ kind, atMs, kept: toKept(answer) })),
    equipment,
    health: toHealthState(settings.contraindications, checkIn, age, findTickDetails(settings)),
    screeningDue: findDue(settings.screening, checkIn, nowMs),
    timeBudgetMin,
    planned: planned
      .filter((session) => session.day <= addDays(day, AHEAD_DAYS) && isMeant(session))
      .map(({ sport, atMs, minutes, intensity, answer }) => ({ sport, atMs, minutes, intensity, kept: toKept(answer) })),
    activities,
    massKg: inputs.massKg,
    ageYears: age.birthYear === null ? null : age.year - age.birthYear,
    verdict: reading.readiness.verdict,
    soreness: checkIn?.soreness ?? null,
    sore: checkIn?.sore ?? [],
    stress: checkIn?.stress ?? null,
    sleepHours: checkIn?.sleepHours ?? null,
    usualSoreness: findUsualSoreness(inputs.checkIns, day),
    returning: findReturn(inputs.checkIns, day),
    travelled: hasJustTravelled(reading.readiness),
    plunges,
    saunas,
    coldWaived: ofDay.coldWaived,
    alcohol: ofDay.alcohol,
    dehydrated: ofDay.dehydrated || isShortOfFluids(weighings, day),
    supplements,
    airC,
    fluidLossMl: sessionLossMl(weighings, last === undefined ? null : { ...last, endMs: endMs(last) }),
    sleepTargetH,
    log: log.flatMap(toPlannerEntries),
    // A time in the past binds nobody.
    moved: stored.moved.filter(({ startMs }) => startMs >= nowMs),
    previous: stored.previous,
    ownRoutines: routines,
    withoutOwn,
    devices,
  });
  return { world, day, situation, settings, log, planned, activities, checkIn, events: toDayEvents(settings) };
}

/** The reason for which a session is kept; null: it is not. */
function toKept(answer: { readonly offer: ConflictOffer; readonly why: ConflictReason } | null | undefined): ConflictReason | null {
  return answer?.offer === 'keep' ? answer.why : null;
}

/** What has a limit a day that keeps people safe. */
const LIMITED: readonly Modality[] = [...modalitiesIn('whole-body-cold'), ...modalitiesIn('heat'), ...modalitiesIn('supplements')];

/** An entry whose modality could not be read uses up every limit of its day: it may have been any of them. It is the dose of none. */
function toPlannerEntries({ itemId, modality, startMs, minutes, outcome, reason }: StoredLogEntry): LogEntry[] {
  if (modality !== null) return [{ id: itemId, modality, startMs, minutes, outcome, reason }];
  return LIMITED.map((limited) => ({ id: itemId, modality: limited, startMs, minutes: 0, outcome, reason }));
}

/** How often the user has been in cold water: sessions of the diary, and items that were ticked off without one. */
export function countPlunges(db: ReboundDatabase, world: World): Promise<number> {
  return countTimes(db, world, modalitiesIn('plunge'), LEAST_COLD_S);
}

/** How often the user has been in a sauna. */
export function countSaunas(db: ReboundDatabase, world: World): Promise<number> {
  return countTimes(db, world, ['sauna'], LEAST_SAUNA_S);
}

async function countTimes(db: ReboundDatabase, world: World, modalities: readonly Modality[], leastS: number): Promise<number> {
  const counts = modalities.flatMap((modality) => [
    countSessions(db, world === 'demo', modality, leastS),
    countLogged(db, world, modality),
  ]);
  return sum(await Promise.all(counts));
}

function isShortOfFluids(weighings: readonly Weighing[], day: Day): boolean {
  const last = weighings.findLast((one) => one.day === day && one.afterKg !== null);
  return last !== undefined && last.afterKg !== null && weighingSays(last.beforeKg, last.afterKg) === 'short-of-fluids';
}
