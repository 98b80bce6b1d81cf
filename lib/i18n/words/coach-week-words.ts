import { MODALITIES } from '../../catalogue';
import type { CoachDay, CoachSession, CoachWeek } from '../../trends/coach-week';
import { language, number, plural, t } from '..';
import { modalityText } from './modality-words';
import { SPORT_WORDS } from './sport-words';

/** A coach's week as text: a heading, a table of figures, and what was done and said. The text and the picture both use it. */

export interface CoachWords {
  readonly title: string;
  /** The day's column has no unit. */
  readonly columns: readonly { readonly name: string; readonly unit: string }[];
  /** One row per day, one cell per column; a dash for an unknown value. */
  readonly rows: readonly (readonly string[])[];
  /** What was done, skipped, tagged and noted, by day; empty days are left out. */
  readonly remarks: readonly { readonly day: string; readonly lines: readonly string[] }[];
  readonly summary: readonly string[];
}

const NONE = '–';
const dash = (value: number | null, decimals: number) => (value === null ? NONE : number(value, decimals));

function dayWords(day: string, style: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }): string {
  return new Intl.DateTimeFormat(language(), { ...style, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`));
}

/** "27 April – 3 May 2026" */
export function weekWords({ from, to }: Pick<CoachWeek, 'from' | 'to'>): string {
  const format = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(Date.parse(`${from}T12:00:00Z`), Date.parse(`${to}T12:00:00Z`));
}

export function coachWords(week: CoachWeek, demo: boolean): CoachWords {
  const last = week.days.findLast(({ lnMean7 }) => lnMean7 !== null) ?? null;
  return {
    title: demo ? t('coachTitleDemo', weekWords(week)) : t('coachTitle', weekWords(week)),
    columns: [
      { name: t('colDay'), unit: '' },
      { name: t('rmssd'), unit: t('ms') },
      { name: t('figLnRmssd'), unit: '' },
      { name: t('restingHr'), unit: t('bpm') },
      { name: t('coachLoad'), unit: '' },
      { name: t('coachSleep'), unit: t('coachHours') },
      ...[t('coachSleepQuality'), t('askEnergy'), t('askMood'), t('askStress'), t('trendsSoreness')].map((name) => ({
        name,
        unit: t('coachOf5'),
      })),
    ],
    rows: week.days.map(row),
    remarks: week.days
      .map(({ day, ...rest }) => ({ day: dayWords(day), lines: listRemarks(rest) }))
      .filter(({ lines }) => lines.length > 0),
    summary: [
      ...(last === null || last.lnMean7 === null
        ? []
        : [t('coachMean', number(last.lnMean7, 2), number(Math.exp(last.lnMean7), 0), dash(last.cvPct, 1), dash(last.hrMean7, 1))]),
      ...(week.load === null ? [] : [t('coachLoadSum', number(week.load))]),
      week.missing.length === 0
        ? t('coachNoneMissing')
        : t('coachMissing', week.missing.map((day) => dayWords(day, { weekday: 'short' })).join(t('listComma'))),
    ],
  };
}

function row({ day, rmssdMs, lnRmssd, hrBpm, load, said }: CoachDay): string[] {
  const figures = [dash(rmssdMs, 0), dash(lnRmssd, 2), dash(hrBpm, 0), dash(load, 0)];
  const { sleepHours = null, sleepQuality = null, energy = null, mood = null, stress = null, soreness = null } = said ?? {};
  return [dayWords(day), ...figures, dash(sleepHours, 1), ...[sleepQuality, energy, mood, stress, soreness].map((score) => dash(score, 0))];
}

function listRemarks({ trained, sessions, said, tags, notes }: Omit<CoachDay, 'day'>): string[] {
  return [
    ...trained.map(({ sport, movingTimeS, rpe, score }) => {
      const parts = [t(SPORT_WORDS[sport]), plural('minutes', Math.round(movingTimeS / 60)), ...(rpe === null ? [] : [t('rpeShort', rpe)])];
      return [...parts, t('coachLoadOf', number(score))].join(t('listComma'));
    }),
    ...sessions.map(sessionWords),
    ...(said?.ill ? [t('sumIll')] : []),
    ...(said?.injured ? [t('sumInjured')] : []),
    ...(tags.length === 0 ? [] : [t('coachTags', tags.join(t('listComma')))]),
    ...notes.map((note) => t('coachNote', note)),
  ];
}

function sessionWords({ modality, minutes, outcome, reason }: CoachSession): string {
  const known = MODALITIES.find((one) => one === modality);
  const name = known === undefined ? modality.replaceAll('-', ' ') : modalityText(known);
  if (outcome === 'skipped') return reason === null || reason === '' ? t('coachSkipped', name) : t('coachSkippedFor', name, reason);
  return t(outcome === 'done' ? 'coachDone' : 'coachStopped', name, plural('minutes', Math.max(1, Math.round(minutes))));
}

/** All of it as plain text, for pasting. */
export function coachText({ title, columns, rows, remarks, summary }: CoachWords): string {
  const [, ...others] = columns;
  const figures = rows.map(([day = '', ...cells]) => {
    const said = others.flatMap(({ name, unit }, i) =>
      cells[i] === undefined || cells[i] === NONE ? [] : [`${name} ${cells[i]} ${unit}`.trim()],
    );
    const lines = remarks.find((one) => one.day === day)?.lines ?? [];
    return [`${day}: ${said.length === 0 ? t('coachNothing') : said.join(t('listComma'))}`, ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return [title, '', ...figures, '', ...summary, t('notMedical')].join('\n');
}
