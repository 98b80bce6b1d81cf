import { addDays, type Day, dayNumber } from '../core/day';
import type { DayCheck } from '../readiness';
import { type CountedMorning, countedMornings, firstTraining, type MorningCheck } from '../readiness/mornings';
import { type DayLoad, fillLoadDays, LOAD_DAYS, type Profile, SEED_DAYS } from '../training';
import { findRestingHeartRates, RESTING_DAYS } from './resting-heart-rate';
import { type ActivityRow, type ScoredRow, scoreActivities } from './score-activities';

/** From rows to what happened. Pure: the command line does it with the rows of a file. */

/** The rows of a span of days and of the margins around it (`spanMargins`). More rows change nothing. */
export interface InputRows<Row extends ActivityRow> {
  readonly from: Day;
  readonly to: Day;
  readonly profile: Profile;
  /** Checks that were measured here, oldest first. */
  readonly measured: readonly MorningCheck[];
  /** Mornings that were measured elsewhere, in order of days. */
  readonly imported: readonly DayCheck[];
  /** Oldest first. */
  readonly activities: readonly Row[];
}

/** Which days' rows a span rests on, both included in each. */
export interface SpanMargins {
  /** Mornings, and the training that may rule them out: the resting heart rate of an activity rests on them. */
  readonly mornings: { readonly from: Day; readonly to: Day };
  /** Activities whose load fitness and fatigue rest on. The last activity before them is needed as well. */
  readonly activities: { readonly from: Day; readonly to: Day };
}

/** What happened on the days of a span, worked out from its rows. */
export interface Assembled<Row extends ActivityRow> {
  readonly from: Day;
  readonly to: Day;
  readonly profile: Profile;
  /** Mornings that count, measured here or elsewhere, oldest first; of a day with both the measured one last. Whatever is computed from mornings is computed from these. */
  readonly mornings: readonly DayCheck[];
  /** The same with those that were ruled out, which are marked: for showing. */
  readonly shown: readonly DayCheck[];
  /** The measured check that stands for each day, ruled-out ones marked, oldest first. */
  readonly standing: readonly CountedMorning[];
  /** What began up to now, oldest first. */
  readonly activities: readonly ScoredRow<Row>[];
  /** Every day of the span from the first training on, up to today. */
  readonly loads: readonly DayLoad[];
  /** The resting heart rate on the last day, bpm; null: none is known. */
  readonly restBpm: number | null;
}

/** The days around a span whose rows its figures rest on. */
export function spanMargins(from: Day, to: Day): SpanMargins {
  const trainedFrom = addDays(from, 1 - LOAD_DAYS);
  const trainedTo = addDays(to, SEED_DAYS - 1);
  return {
    mornings: { from: addDays(trainedFrom, 1 - RESTING_DAYS), to: trainedTo },
    activities: { from: trainedFrom, to: trainedTo },
  };
}

/** What happened on the days of a span. A figure of a day is the same in every span that the day is in. */
export function assembleInputs<Row extends ActivityRow>(
  { from, to, profile, measured, imported, activities }: InputRows<Row>,
  { today, nowMs }: { readonly today: Day; readonly nowMs: number },
): Assembled<Row> {
  const standing = countedMornings(measured, firstTraining(activities, measured));
  const shown = inOrder([...imported, ...standing.map(({ check }) => check)]);
  const mornings = shown.filter(({ ruledOut }) => ruledOut !== true);
  const restingOn = findRestingHeartRates(profile, mornings);
  const margins = spanMargins(from, to).activities;
  // What began in a zone that is already a day ahead counts for today: it has happened.
  const begun = activities
    .filter(({ startMs }) => startMs <= nowMs)
    .map((activity) => (to === today && activity.day > today ? { ...activity, day: today } : activity));
  const trainedBefore = lastDay(begun.filter(({ day }) => day < margins.from));
  const scored = scoreActivities(begun, profile, restingOn);
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

/** By day; the sort is stable, so that what stands last for a day stays last. */
function inOrder(checks: DayCheck[]): DayCheck[] {
  return checks.sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
}

function lastDay(rows: readonly { readonly day: Day }[]): Day | null {
  const days = rows.map(({ day }) => day);
  return days.sort().at(-1) ?? null;
}
