import { browser } from 'wxt/browser';
import { t } from '../../../lib/i18n';

const WANTED = { permissions: ['notifications' as const] };
const ID = 'guided-timer';

export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(WANTED);
}

/** Asks the user. Call it from a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request(WANTED);
}

/** Revokes the permission; false where that is not possible. */
export async function stopNotifying(): Promise<boolean> {
  return browser.permissions.remove(WANTED);
}

/** Shows a notification, which replaces the last one. */
export async function notify(words: string): Promise<void> {
  if (!(await mayNotify())) return;
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('guidedTitle'),
    message: words,
  });
}
