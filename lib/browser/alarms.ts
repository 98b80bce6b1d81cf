import { browser } from 'wxt/browser';
import type { ReboundDatabase } from '../storage';
import { notifiesOfClosing } from './closing-notification';

/** The background's alarms; the browser keeps them while the background sleeps. */

/** A new day, or another time zone, makes yesterday's badge wrong. */
const BADGE = { name: 'badge', periodInMinutes: 15 } as const;
/** Must be shorter than half an hour, which is how long before the end of a window the user is notified. */
const PLAN = { name: 'plan-windows', periodInMinutes: 10 } as const;

export const PLAN_ALARM: string = PLAN.name;

/**
 * Creates the alarms that are needed now and clears the others: at each start of the background, and whenever what they depend on changes.
 */
export async function followAlarms(db: ReboundDatabase): Promise<void> {
  await keep(BADGE);
  if (await notifiesOfClosing(db)) await keep(PLAN);
  else await browser.alarms.clear(PLAN.name);
}

/** Keeps an existing alarm: recreating it on every start would push its due time back. */
async function keep({ name, periodInMinutes }: typeof BADGE | typeof PLAN): Promise<void> {
  if ((await browser.alarms.get(name)) === undefined) await browser.alarms.create(name, { periodInMinutes });
}
