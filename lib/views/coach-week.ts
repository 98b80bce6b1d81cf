import { addDays, type Day } from '../core/day';
import { toCsv } from '../exchange';
import { BASELINE_DAYS, loadsOf } from '../readiness';
import { countedMornings, firstTraining } from '../readiness/mornings';
import {
  activitiesBetween,
  checkInsBetween,
  checksBetween,
  getSettings,
  historyBetween,
  historyCheck,
  morningsBetween,
  type ReboundDatabase,
  sessionsBetween,
  type World,
} from '../storage';
import { COACH_DAYS, type CoachDay, type CoachSession, type CoachWeek, coachWeek } from '../trends/coach-week';

/** Reads a week for somebody who coaches. Nothing is sent: it is copied or saved by the user. */

/** Days before the week whose training bears on how load is reckoned. */
const LOAD_DAYS = 180;
const DAY_MS = 86_400_000;
/** A session on a device shorter than this was hardly one. */
const LEAST_S = 60;

/** The seven days up to `to`, of one world alone. */
export function readCoachWeek(db: ReboundDatabase, world: World, to: Day, today: Day, nowMs: number): Promise<CoachWeek> {
  const tables = [db.checks, db.mornings, db.checkIns, db.activities, db.sessions, db.planLog, db.histories, db.settings];
  return db.transaction('r', tables, async () => {
    const from = addDays(to, 1 - COACH_DAYS);
    const readFrom = addDays(from, -BASELINE_DAYS);
    // No zone is further than 14 h from UTC: the rows' own days decide.
    const startMs = Date.parse(`${from}T00:00:00Z`) - DAY_MS;
    const endMs = Date.parse(`${to}T00:00:00Z`) + 2 * DAY_MS;
    const [checks, measured, histories, checkIns, activities, sessions, log, settings] = await Promise.all([
      checksBetween(db, world, from, to),
      morningsBetween(db, world, readFrom, to),
      world === 'own' ? historyBetween(db, readFrom, to) : [],
      checkInsBetween(db, world, from, to),
      activitiesBetween(db, world, startMs - LOAD_DAYS * DAY_MS, endMs),
      sessionsBetween(db, world === 'demo', startMs, endMs),
      db.planLog.where('[world+day]').between([world, from], [world, to], true, true).toArray(),
      getSettings(db),
    ]);
    // The measured one last: of a day with both it is the one that counts. The sort is stable.
    const counted = countedMornings(measured, firstTraining(activities, measured)).filter(({ out }) => out === null);
    const mornings = [...histories.map(historyCheck), ...counted.map(({ check }) => check)].sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
    );
    const until = to < today ? to : today;
    const done = loadsOf({
      day: until,
      nowMs: to < today ? endMs : nowMs,
      checks: mornings,
      activities: activities.filter(({ day }) => day <= until),
      profile: settings.profile,
    });
    // What a session of the diary carried out stands there already.
    const logged = log.filter(({ outcome, sessionId }) => outcome === 'skipped' || sessionId === undefined);
    const diary = sessions.filter(({ activeS, endedAtMs }) => activeS >= LEAST_S && endedAtMs !== null);
    return coachWeek({
      to,
      today,
      checks: mornings,
      checkIns,
      remarks: checks.map(({ day, tags = [], note = '' }) => ({ day, tags, note })),
      loads: done.loads,
      activities: done.activities,
      sessions: [
        ...diary.map(
          ({ day, plan, activeS, end }): CoachSession => ({
            day,
            modality: plan.modality,
            minutes: activeS / 60,
            outcome: end === 'finished' ? 'done' : 'stopped',
            reason: null,
          }),
        ),
        ...logged.map(({ day, modality, minutes, outcome, reason }): CoachSession => ({ day, modality, minutes, outcome, reason })),
      ],
    });
  });
}

const fixed = (value: number | null, decimals: number) => (value === null ? null : value.toFixed(decimals));

/** The week for other programs: English heads, a decimal point, one line a day; several things in a cell are parted by semicolons. */
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
      const length = outcome === 'skipped' ? '' : ` ${Math.round(minutes)} min`;
      return `${modality}${length}${outcome === 'stopped' ? ' (stopped)' : ''}${reason === null ? '' : ` (${reason})`}`;
    })
    .join('; ');
}
