import {
  type AmountFigures,
  type AmountInput,
  bedtimeMinutes,
  computeAmount,
  type FastingHours,
  findBedtime,
  findCycle,
  findDue,
  findExclusions,
  findFast,
  hidesBodyMass,
  lowEnergyNote,
  type Reason,
  reasonsAgainst,
  type ScreeningDue,
  sessionLossMl,
  toHealthState,
  waitsForAnswers,
} from '../catalogue';
import { addDays, type Day, daysBetween, localZone } from '../core/day';
import { HOUR_MS } from '../core/time';
import { type Inputs, inputTables, readInputs, type ScoredStored } from '../inputs';
import { competes, findWakingShareNow } from '../planner';
import { findTickDetails, getSettings, phaseOn, type ReboundDatabase, type Settings, type World } from '../storage';
import { type DayReading, toDayEvents } from '../today/today';
import { type Effort, endMs, findCarbohydrateOn, findRefuelling, isWorkout, judgeEffort, toFuelSessions } from '../training';

/** What to eat, drink and sleep after what was done. Amounts, never totals or targets of weight. */

/** A session is eaten for up to a day after it ended (docs/recovery-sources.md: glycogen takes about 24 h). */
const AFTER_MS = 24 * HOUR_MS;
/** Days whose weighings, and answers about the cycle, may point to too little energy. */
const MASS_DAYS = 28;
const CYCLE_DAYS = 180;

export interface AfterSession {
  readonly activity: ScoredStored;
  readonly effort: Effort;
  readonly protein: AmountFigures;
  /** Null if no session of the last day emptied the stores, so that usual meals are enough. */
  readonly carbohydrate: AmountFigures | null;
  /** The session that emptied the stores: this one, or an earlier one; null if none did. */
  readonly emptiedBy: ScoredStored | null;
  readonly fluids: AmountFigures;
  /** The loss was weighed. */
  readonly weighed: boolean;
}

export interface FoodAndSleep {
  readonly settings: Settings;
  /** The last session that is still to be eaten for. */
  readonly after: AfterSession | null;
  /** The body mass that the amounts rest on, kg; null: not known. */
  readonly massKg: number | null;
  /** The hours of a fast, in which nothing is eaten or drunk; `unknown`: not said. Null: no fast. */
  readonly fast: FastingHours | 'unknown' | null;
  /** Why protein has to wait: the answers that could rule it out are not known. Null: it has not to. */
  readonly proteinWaits: ScreeningDue | null;
  /** Why protein is left out. */
  readonly noProtein: readonly Reason[];
  readonly sleepMinutes: number;
  /** `HH:MM`; null: when the user gets up is not known. */
  readonly bedtime: string | null;
  readonly lowEnergy: boolean;
  /** Body mass is neither asked for nor shown. */
  readonly massHidden: boolean;
}

/** Reads what to eat, drink and sleep after what was done up to `nowMs`. */
export async function readFoodAndSleep(
  db: ReboundDatabase,
  world: World,
  today: Pick<DayReading, 'day' | 'readiness'>,
  nowMs: number,
): Promise<FoodAndSleep> {
  const { day } = today;
  const { settings, activities, planned, weighings: weighed, checkIns, massKg } = await readFoodInputs(db, world, day, nowMs);
  const weighings = weighed.filter((one) => one.day >= addDays(day, -MASS_DAYS) && one.day <= day);
  const checkIn = checkIns.find((one) => one.day === day) ?? null;
  const { profile, contraindications } = settings;
  const exclusions = findExclusions(
    toHealthState(contraindications, checkIn, { birthYear: profile.birthYear, year: Number(day.slice(0, 4)) }, findTickDetails(settings)),
  );
  const massHidden = hidesBodyMass(contraindications);
  const due = findDue(settings.screening, checkIn, nowMs);
  const since = activities.filter((one) => endMs(one) <= nowMs && nowMs - endMs(one) < AFTER_MS);
  const last = since.filter((one) => isWorkout(one.sport, judgeEffort(one))).at(-1) ?? null;
  const lossMl = sessionLossMl(weighings, last === null ? null : { ...last, endMs: endMs(last) });
  const competing = competes({ phase: phaseOn(settings.phases, day), events: settings.events, nowMs });
  const sleepMinutes = bedtimeMinutes(settings.sleepTargetH, competing);
  const energy = {
    masses: weighings.map((one) => ({ day: daysBetween(addDays(day, -MASS_DAYS), one.day), kg: one.beforeKg })),
    cycle: settings.asksCycle ? cycle(checkIns, day) : null,
    trend: today.readiness.trend?.position ?? null,
  };
  const known = {
    massKg,
    ageYears: profile.birthYear === null ? null : Number(day.slice(0, 4)) - profile.birthYear,
    airC: settings.airC,
    lossMl,
    dayPerKg: findCarbohydrateOn(day, activities, toFuelSessions(planned, toDayEvents(settings), day, nowMs)),
    gone: findWakingShareNow({ ...settings, nowMs, timeZone: localZone(), phase: phaseOn(settings.phases, day) }),
    hidden: due === null ? exclusions.figures : ('all' as const),
  };
  return {
    settings,
    fast: findFast({ ticked: contraindications, fasting: settings.fasting }),
    after: last === null ? null : afterSession(last, known, findRefuelling(since, nowMs)),
    massKg,
    proteinWaits: waitsForAnswers('protein', due) ? due : null,
    noProtein: reasonsAgainst(exclusions, 'protein'),
    sleepMinutes,
    bedtime: settings.wake === null ? null : findBedtime(settings.wake, sleepMinutes),
    lowEnergy: !massHidden && lowEnergyNote(energy),
    massHidden,
  };
}

function readFoodInputs(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<Inputs> {
  return db.transaction('r', inputTables(db), async () => {
    const { asksCycle } = await getSettings(db);
    const from = addDays(day, -(asksCycle ? CYCLE_DAYS : MASS_DAYS));
    // Of those who have just come from the east, the last session is of tomorrow.
    return readInputs(db, { world, from, to: addDays(day, 1), nowMs, leaveOut: ['sessions', 'log'] });
  });
}

function afterSession(
  activity: ScoredStored,
  known: Omit<AmountInput, 'hoursBefore' | 'session'>,
  emptiedBy: ScoredStored | null,
): AfterSession {
  const minutes = activity.movingTimeS / 60;
  const effort = judgeEffort(activity);
  const input = { ...known, hoursBefore: 0, session: { minutes, effort } };
  return {
    activity,
    effort,
    protein: computeAmount('protein-meal', input),
    carbohydrate: emptiedBy === null ? null : computeAmount('carbohydrate-after', input),
    emptiedBy,
    fluids: computeAmount('fluids-after', input),
    weighed: known.lossMl !== null,
  };
}

function cycle(checkIns: readonly { readonly day: Day; readonly cycleDay: number | null }[], today: Day) {
  const from = addDays(today, -CYCLE_DAYS);
  const said = checkIns.flatMap(({ day, cycleDay }) => (cycleDay === null ? [] : [{ day: daysBetween(from, day), cycleDay }]));
  return findCycle(said, daysBetween(from, today));
}
