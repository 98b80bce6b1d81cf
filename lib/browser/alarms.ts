import { browser } from 'wxt/browser';
import { MINUTE_MS } from '../core/time';
import type { ReboundDatabase } from '../storage';
import { notifiesOfClosing } from './closing-notification';

/** The background's alarms; the browser keeps them while the background sleeps. */

/** The badge is renewed when its verdict stops holding (`wakeForBadge`). Another time zone or clock is noticed only by looking. */
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

/**
 * Wakes the background when today's verdict or next step stops holding, and no later than it would be woken anyway.
 * @param untilMs when it stops holding, epoch ms
 */
export async function wakeForBadge(untilMs: number, nowMs: number): Promise<void> {
  const { name, periodInMinutes } = BADGE;
  // A past or present time would fire at once, for ever, where nothing can be read.
  const when = untilMs > nowMs ? Math.min(untilMs, nowMs + periodInMinutes * MINUTE_MS) : nowMs + periodInMinutes * MINUTE_MS;
  await browser.alarms.create(name, { when, periodInMinutes });
}

/** Keeps an existing alarm: recreating it on every start would push its due time back. */
async function keep({ name, periodInMinutes }: typeof BADGE | typeof PLAN): Promise<void> {
  if ((await browser.alarms.get(name)) === undefined) await browser.alarms.create(name, { periodInMinutes });
}
