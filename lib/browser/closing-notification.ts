import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { t, timeOfDay } from '../i18n';
import { chooseUnits } from '../i18n/units';
import { doseText } from '../i18n/words/dose-words';
import { modalityText } from '../i18n/words/modality-words';
import { lastStartMs } from '../planner';
import { getSettings, type ReboundDatabase } from '../storage';
import { closingItems } from '../today/plan/closing';
import { readToday } from '../today/read-today';
import { openApp } from './open-app';

/** The windows already notified, in the browser's session storage: the background loses its memory. */
const TOLD = 'plan-told';
const told = v.array(v.string());
const KEPT = 50;
const PREFIX = 'plan ';

/** Whether the user switched it on, and the browser allows it. */
export async function notifiesOfClosing(db: ReboundDatabase): Promise<boolean> {
  return (await getSettings(db)).planNotifies && browser.permissions.contains({ permissions: ['notifications'] });
}

/** Notifies the user of windows that are about to close, once each; does nothing if notifications are off. */
export async function notifyOfClosing(db: ReboundDatabase, nowMs: number): Promise<void> {
  if (!(await notifiesOfClosing(db))) return;
  const now = await readToday(db, nowMs);
  const before = v.safeParse(told, (await browser.storage.session.get(TOLD))[TOLD]);
  const known = before.success ? before.output : [];
  const fresh = closingItems(now, nowMs).filter(({ id }) => !known.includes(id));
  if (fresh.length === 0) return;
  await browser.storage.session.set({ [TOLD]: [...known, ...fresh.map(({ id }) => id)].slice(-KEPT) });
  chooseUnits(() => now.settings.units);
  for (const item of fresh) {
    await browser.notifications.create(`${PREFIX}${item.id}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('planCloses'),
      message: closingText(modalityText(item.modality), doseText(item), timeOfDay(lastStartMs(item))),
    });
  }
}

function closingText(name: string, dose: string, by: string): string {
  return dose === '' ? t('planClosesPlain', name, by) : t('planClosesText', name, dose, by);
}

/** Opens the plan at the item whose notification was clicked, and clears the notification: not every system does that by itself. */
export async function followNotification(id: string): Promise<void> {
  if (!id.startsWith(PREFIX)) return;
  await browser.notifications.clear(id);
  await openApp('plan', id.slice(PREFIX.length));
}
