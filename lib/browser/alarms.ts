import { browser } from 'wxt/browser';
import type { ReboundDatabase } from '../storage';
import { notifiesOfClosing } from './closing-notification';

/** The alarms of the background; the browser keeps them while it sleeps. */

/** Because a new day, or a changed zone, makes yesterday's badge wrong. */
const BADGE = { name: 'badge', periodInMinutes: 15 } as const;
/** Oftener than half an hour before the end of a window, which is when the user is told. */
const PLAN = { name: 'plan-windows', periodInMinutes: 10 } as const;

export const PLAN_ALARM: string = PLAN.name;

/** Makes the alarms those that are needed now: at each start of the background, and whenever what they depend on changed. */
export async function followAlarms(db: ReboundDatabase): Promise<void> {
  await keep(BADGE);
  if (await notifiesOfClosing(db)) await keep(PLAN);
  else await browser.alarms.clear(PLAN.name);
}

/** Keeps an existing alarm: recreating it on every start would push its due time back. */
async function keep({ name, periodInMinutes }: typeof BADGE | typeof PLAN): Promise<void> {
  if ((await browser.alarms.get(name)) === undefined) await browser.alarms.create(name, { periodInMinutes });
}
