import type { Day } from '../core/day';
import { findWakingDay } from '../core/waking-day';
import type { ReboundDatabase } from './table';
import { getSettings } from './tables/settings';

/** The waking day at an instant (epoch ms), by the sleep times of the settings. */
export async function readWakingDay(db: ReboundDatabase, epochMs: number, timeZone?: string): Promise<Day> {
  return findWakingDay(epochMs, await getSettings(db), timeZone);
}
