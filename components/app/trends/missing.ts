import { type MessageKey, number, t } from '../../../lib/i18n';
import type { Trends } from '../../../lib/views/trends';
import type { TrendChart } from './trend-chart';

/** A line needs two points. */
const LEAST_DAYS = 2;
const NEEDS: Readonly<Record<string, MessageKey>> = {
  hrv: 'needsChecks',
  'resting-heart-rate': 'needsChecks',
  cv: 'needsWeekOfChecks',
  load: 'needsTraining',
  monotony: 'needsWeekOfTraining',
  sleep: 'needsCheckIns',
  wellness: 'needsCheckIns',
};

/** Days of load, from the first training on, that a chart needs: monotony is known from the seventh day. */
const DAYS_OF_LOAD: Readonly<Record<string, number>> = { load: LEAST_DAYS, monotony: 6 + LEAST_DAYS };

/** What a chart lacks before it can be shown; null when it has enough. */
export function describeMissing(
  { name, has }: Pick<TrendChart, 'name' | 'has'>,
  { days, load }: Pick<Trends, 'days' | 'load'>,
): string | null {
  let found = 0;
  for (let place = 0; place < days.length && found < LEAST_DAYS; place++) if (has(place)) found++;
  if (found >= LEAST_DAYS) return null;
  const needed = DAYS_OF_LOAD[name] ?? 0;
  const known = load.ctl.filter((value) => value != null).length;
  if (known > 0 && known < needed) return t('needsDaysOfTraining', number(known), number(needed));
  return t(NEEDS[name] ?? 'needsChecks');
}
