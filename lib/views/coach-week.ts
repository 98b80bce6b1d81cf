import { addDays, type Day } from '../core/day';
import { toCsv } from '../exchange';
import { inputTables, listDone, readInputs } from '../inputs';
import { checksBetween, type ReboundDatabase, type World } from '../storage';
import { COACH_DAYS, type CoachDay, type CoachSession, type CoachWeek, coachWeek } from '../trends/coach-week';

/** Reads a week for a coach. Nothing is sent: the user copies or saves it. */

/** Days before the week that its first day's 7-day means need. */
const MEAN_DAYS = 6;

/** The seven days up to `to`, in one world alone. */
export function readCoachWeek(db: ReboundDatabase, world: World, to: Day, today: Day, nowMs: number): Promise<CoachWeek> {
  return db.transaction('r', inputTables(db), async () => {
    const from = addDays(to, 1 - COACH_DAYS);
    const span = { world, from: addDays(from, -MEAN_DAYS), to, nowMs, leaveOut: ['planned', 'weighings'] } as const;
    const [checks, inputs] = await Promise.all([checksBetween(db, world, from, to), readInputs(db, span)]);
    const { mornings, checkIns, loads, activities, sessions, log } = inputs;
    const skipped = log.filter(({ outcome }) => outcome === 'skipped');
    return coachWeek({
      to,
      today,
      checks: mornings,
      checkIns,
      remarks: checks.map(({ day, tags = [], note = '' }) => ({ day, tags, note })),
      loads,
      activities,
      sessions: [
        ...listDone(sessions, log),
        ...skipped.flatMap(({ day, modality, minutes, outcome, reason }): CoachSession[] =>
          modality === null ? [] : [{ day, modality, minutes, outcome, reason }],
        ),
      ],
    });
  });
}

const fixed = (value: number | null, decimals: number) => (value === null ? null : value.toFixed(decimals));

/**
 * The week as a file for other programs: English column names, decimal points, one line per day; semicolons separate several things in a
 * cell.
 */
export function coachCsv({ days }: CoachWeek): string {
  const said = (read: (of: NonNullable<CoachDay['said']>) => number | null) => (day: CoachDay) =>
    day.said === null ? null : read(day.said);
  const columns: readonly (readonly [string, (day: CoachDay) => string | number | null])[] = [
    ['day', ({ day }) => day],
    ['rmssd_ms', ({ rmssdMs }) => fixed(rmssdMs, 2)],
    ['ln_rmssd', ({ lnRmssd }) => fixed(lnRmssd, 4)],
    ['ln_rmssd_mean_7_days', ({ lnMean7 }) => fixed(lnMean7, 4)],
    ['ln_rmssd_cv_7_days_pct', ({ cvPct }) => fixed(cvPct, 2)],
    ['resting_hr_bpm', ({ hrBpm }) => fixed(hrBpm, 1)],
    ['resting_hr_mean_7_days_bpm', ({ hrMean7 }) => fixed(hrMean7, 1)],
    ['load', ({ load }) => fixed(load, 1)],
    ['sleep_hours', said(({ sleepHours }) => sleepHours)],
    ['sleep_quality_1_to_5', said(({ sleepQuality }) => sleepQuality)],
    ['energy_1_to_5', said(({ energy }) => energy)],
    ['mood_1_to_5', said(({ mood }) => mood)],
    ['stress_1_to_5', said(({ stress }) => stress)],
    ['soreness_1_to_5', said(({ soreness }) => soreness)],
    ['ill', said(({ ill }) => Number(ill))],
    ['injured', said(({ injured }) => Number(injured))],
    [
      'training',
      ({ trained }) =>
        trained
          .map(
            ({ sport, movingTimeS, rpe, score }) =>
              `${sport} ${Math.round(movingTimeS / 60)} min${rpe === null ? '' : ` rpe ${rpe}`} load ${score.toFixed(0)}`,
          )
          .join('; '),
    ],
    ['done', ({ sessions }) => listed(sessions.filter(({ outcome }) => outcome !== 'skipped'))],
    ['skipped', ({ sessions }) => listed(sessions.filter(({ outcome }) => outcome === 'skipped'))],
    ['tags', ({ tags }) => tags.join('; ')],
    ['notes', ({ notes }) => notes.join('; ')],
  ];
  return toCsv(
    columns.map(([head]) => head),
    days.map((day) => columns.map(([, read]) => read(day))),
  );
}

function listed(sessions: readonly CoachSession[]): string {
  return sessions
    .map(({ modality, minutes, outcome, reason }) => {
      // Cold and heat count however short; the text shows at least one minute, too.
      const length = outcome === 'skipped' ? '' : ` ${Math.max(1, Math.round(minutes))} min`;
      return `${modality}${length}${outcome === 'stopped' ? ' (stopped)' : ''}${reason === null ? '' : ` (${reason})`}`;
    })
    .join('; ');
}
