import { toCsv } from '../../../lib/exchange';
import { FELT, type SeriesValues } from '../../../lib/trends/series';
import type { Trends } from '../../../lib/views/trends';

/** All figures of the shown days as a table for other programs: English column names, decimal points, RMSSD in ms, one row a day. */
export function trendsCsv({ days, heart, said, load, marks }: Trends): string {
  const exp = (values: SeriesValues): SeriesValues => values.map((value) => (value === null ? null : Math.exp(value)));
  const columns: readonly (readonly [string, SeriesValues, number])[] = [
    ['rmssd_ms', exp(heart.ln), 2],
    ['ln_rmssd', heart.ln, 4],
    ['ln_rmssd_mean_7_days', heart.lnMean7, 4],
    ['ln_rmssd_usual_low', heart.lnLow, 4],
    ['ln_rmssd_usual_high', heart.lnHigh, 4],
    ['ln_rmssd_cv_7_days_pct', heart.cvPct, 2],
    ['resting_hr_bpm', heart.hr, 1],
    ['resting_hr_mean_7_days_bpm', heart.hrMean7, 1],
    ['resting_hr_usual_low_bpm', heart.hrLow, 1],
    ['resting_hr_usual_high_bpm', heart.hrHigh, 1],
    ['sleep_hours', said.sleepHours, 2],
    ...FELT.map((name) => [`${NAMES[name]}_1_to_5`, said.felt[name], 0] as const),
    ['load', load.score, 1],
    ['ctl', load.ctl, 2],
    ['atl', load.atl, 2],
    ['tsb', load.tsb, 2],
    ['monotony', load.monotony, 2],
    ['strain', load.strain, 1],
  ];
  const heads = ['day', ...columns.map(([head]) => head), 'ill_or_injured', 'activities', 'recovery_sessions'];
  const rows = days.map((day, place) => {
    const mark = marks.get(place);
    const cells = columns.map(([, values, decimals]) => values[place]?.toFixed(decimals) ?? null);
    return [day, ...cells, said.unwell[place] ? 1 : 0, mark?.trained.length ?? 0, mark?.sessions.length ?? 0];
  });
  return toCsv(heads, rows);
}

const NAMES = { sleepQuality: 'sleep_quality', energy: 'energy', mood: 'mood', stress: 'stress', soreness: 'soreness' } as const;
