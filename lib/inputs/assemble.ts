import { addDays, type Day, dayNumber } from '../core/day';
import type { DayCheck } from '../readiness';
import { type CountedMorning, countedMornings, firstTraining, type MorningCheck } from '../readiness/mornings';
import { type DayLoad, fillLoadDays, LOAD_DAYS, type Profile, SEED_DAYS } from '../training';
import { findRestingHeartRates, RESTING_DAYS } from './resting-heart-rate';
import { type ActivityRow, type ScoredRow, scoreActivities } from './score-activities';

/** From rows to what happened. Pure: the command line uses it with the rows of a file. */

/** The rows of a span of days and of the margins around it (`spanMargins`). Additional rows have no effect. */
export interface InputRows<Row extends ActivityRow> {
  readonly from: Day;
  readonly to: Day;
  readonly profile: Profile;
  /** Load goes by effort alone: a medicine slows the heart. Omitted: it goes by heart rate where that is known. */
  readonly byEffort?: boolean;
  /** Checks measured with Rebound, oldest first. */
  readonly measured: readonly MorningCheck[];
  /** Mornings measured elsewhere, in day order. */
  readonly imported: readonly DayCheck[];
  /** Oldest first. */
  readonly activities: readonly Row[];
}

/** The days whose rows a span needs, both included. */
export interface SpanMargins {
  /** Mornings, and the training that may rule them out: the resting heart rate of an activity needs them. */
  readonly mornings: { readonly from: Day; readonly to: Day };
  /** Activities whose load fitness and fatigue need. The last activity before them is needed too. */
  readonly activities: { readonly from: Day; readonly to: Day };
}

/** What happened on the days of a span, computed from its rows. */
export interface Assembled<Row extends ActivityRow> {
  readonly from: Day;
  readonly to: Day;
  readonly profile: Profile;
  /**
   * Mornings that count, measured here or elsewhere, oldest first; on a day with both, the measured one is last. Everything about mornings
   * is computed from these.
   */
  readonly mornings: readonly DayCheck[];
  /** The same including the ruled-out ones, which are marked; for display. */
  readonly shown: readonly DayCheck[];
  /** The measured check that represents each day, oldest first; ruled-out ones are marked. */
  readonly standing: readonly CountedMorning[];
  /** Activities that have begun, oldest first. */
  readonly activities: readonly ScoredRow<Row>[];
  /** Every day of the span from the first training up to today. */
  readonly loads: readonly DayLoad[];
  /** The resting heart rate on the last day, bpm; null: unknown. */
  readonly restBpm: number | null;
}

/** The days around a span whose rows its figures need. */
export function spanMargins(from: Day, to: Day): SpanMargins {
  const trainedFrom = addDays(from, 1 - LOAD_DAYS);
  const trainedTo = addDays(to, SEED_DAYS - 1);
  return {
    mornings: { from: addDays(trainedFrom, 1 - RESTING_DAYS), to: trainedTo },
    activities: { from: trainedFrom, to: trainedTo },
  };
}

/** What happened on the days of a span. A day's figure is the same in every span that includes the day. */
export function assembleInputs<Row extends ActivityRow>(
  { from, to, profile, byEffort = false, measured, imported, activities }: InputRows<Row>,
  { today, nowMs }: { readonly today: Day; readonly nowMs: number },
): Assembled<Row> {
  const standing = countedMornings(measured, firstTraining(activities, measured));
  const shown = inOrder([...imported, ...standing.map(({ check }) => check)]);
  const mornings = shown.filter(({ ruledOut }) => ruledOut !== true);
  const restingOn = findRestingHeartRates(profile, mornings);
  const margins = spanMargins(from, to).activities;
  // What began in a zone that is already a day ahead counts for today, because it has happened.
  const begun = activities
    .filter(({ startMs }) => startMs <= nowMs)
    .map((activity) => (to === today && activity.day > today ? { ...activity, day: today } : activity));
  const trainedBefore = lastDay(begun.filter(({ day }) => day < margins.from));
  const scored = scoreActivities(begun, { profile, byEffort }, restingOn);
  const until = to < today ? to : today;
  const known = margins.to < today ? margins.to : today;
  const isWithin = ({ day }: { readonly day: Day }) => day >= from && day <= to;
  return {
    from,
    to,
    profile,
    mornings: mornings.filter(isWithin),
    shown: shown.filter(isWithin),
    standing: standing.filter(({ check }) => isWithin(check)),
    activities: scored.filter(isWithin),
    loads: fillLoadDays(scored, { from, to: until, known, trainedBefore }),
    restBpm: restingOn(to),
  };
}

/** By day; the sort is stable, so the last entry of a day stays last. */
function inOrder(checks: DayCheck[]): DayCheck[] {
  return checks.sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
}

function lastDay(rows: readonly { readonly day: Day }[]): Day | null {
  const days = rows.map(({ day }) => day);
  return days.sort().at(-1) ?? null;
}
