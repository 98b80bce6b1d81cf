import { type MessageKey, t } from '../../../lib/i18n';
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

/** What a chart lacks before it can be shown; null when it has enough. */
export function describeMissing({ name, has }: TrendChart, { days }: Trends): string | null {
  let found = 0;
  for (let place = 0; place < days.length && found < LEAST_DAYS; place++) if (has(place)) found++;
  return found >= LEAST_DAYS ? null : t(NEEDS[name] ?? 'needsChecks');
}
