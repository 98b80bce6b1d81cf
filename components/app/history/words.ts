import type { Counting } from '../../../lib/check/history';
import type { Metric, MetricUnit, Missing } from '../../../lib/check/metrics';
import { clockTime, language, type MessageKey, number, t, timeOfDay } from '../../../lib/i18n';
import type { Breathing, Posture } from '../../../lib/storage';

/** Texts of the History screen: days, units, why a check does not count and why a figure is missing. */

interface Taken {
  readonly day: string;
  readonly startedAtMs: number;
  readonly timeZone: string;
}

function dayAs(day: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language(), { ...style, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`));
}

/** "May 2026" */
export function monthText(day: string): string {
  return dayAs(day, { month: 'long', year: 'numeric' });
}

/** "Mon, May 4" */
export function shortDay(day: string): string {
  return dayAs(day, { weekday: 'short', month: 'short', day: 'numeric' });
}

/** "May 4, 2026" */
export function plainDay(day: string): string {
  return dayAs(day, { month: 'short', day: 'numeric', year: 'numeric' });
}

/** "Monday, May 4, 2026" */
export function fullDay(day: string): string {
  return dayAs(day, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
}

export function dayAndTime({ day, startedAtMs, timeZone }: Taken): string {
  return [fullDay(day), timeOfDay(startedAtMs, timeZone)].join(t('listComma'));
}

/** The start of a file name: when the check was taken, sortable. */
export function fileStem({ day, startedAtMs, timeZone }: Taken): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(startedAtMs);
  return `rebound-${day}-${time.replace(':', '')}`;
}

const POSTURES = { lying: 'postureLying', sitting: 'postureSitting', standing: 'postureStanding' } as const;

export function postureWord(posture: Posture): string {
  return t(POSTURES[posture]);
}

export function breathingWord(breathing: Breathing): string {
  return breathing.kind === 'free' ? t('breathingFreeWord') : t('breathingPacedWord', number(breathing.perMin, 1));
}

export function countingShort(counting: Counting): string {
  if (counting.counts) return t('countsYes');
  if (counting.why === 'later') return t('countsLater', timeOfDay(counting.first.startedAtMs, counting.first.timeZone));
  return t(
    ({ demo: 'countsDemo', short: 'countsShort', signal: 'countsSignal', said: 'countsSaid', trained: 'countsTrained' } as const)[
      counting.why
    ],
  );
}

export function countingLong(counting: Counting): string {
  if (counting.counts) return t('countsYesLong');
  if (counting.why === 'later') return t('countsLaterLong', timeOfDay(counting.first.startedAtMs, counting.first.timeZone));
  return t(
    (
      {
        demo: 'countsDemoLong',
        short: 'countsShortLong',
        signal: 'countsSignalLong',
        said: 'countsSaidLong',
        trained: 'countsTrainedLong',
      } as const
    )[counting.why],
  );
}

const UNITS: Readonly<Record<MetricUnit, MessageKey | null>> = {
  bpm: 'bpm',
  ms: 'ms',
  percent: null,
  ms2: 'unitMs2',
  hz: 'unitHz',
  perMin: 'unitPerMin',
  none: null,
};

/** A figure with its unit; a dash where there is none. */
export function figureText(value: number | null, { unit, decimals }: Pick<Metric, 'unit' | 'decimals'>): string {
  if (value === null) return '–';
  if (unit === 'percent') return t('percent', number(value, decimals));
  const word = UNITS[unit];
  return word === null ? number(value, decimals) : `${number(value, decimals)} ${t(word)}`;
}

/** Why a figure is missing: "it needs 2:00 of beats". */
export function missingWord(missing: Missing): string {
  if (missing.why === 'beats') return t('needsBeats', number(missing.needed));
  return missing.why === 'seconds' ? t('needsSeconds', clockTime(missing.needed)) : t('needsClear');
}
