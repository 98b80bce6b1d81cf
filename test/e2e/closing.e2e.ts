import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, click, install, tryWithoutStrap } from './support/app';
import { settle } from './support/database';
import { look } from './support/look';
import { afternoonZone, ran, to } from './support/plan';
import { until } from './support/until';

/**
 * Notifications about a closing window, as seen by the background through the browser's own notifications and alarms. One profile for all
 * steps.
 */

/** The part of the extension's API that is used in its service worker; the functions below are evaluated there. */
declare const chrome: {
  readonly alarms: {
    get(name: string): Promise<{ readonly periodInMinutes?: number } | undefined>;
    create(name: string, info: { readonly when: number; readonly periodInMinutes?: number }): Promise<void>;
  };
  readonly notifications: {
    getAll(): Promise<Record<string, true>>;
    clear(id: string): Promise<boolean>;
    readonly onClicked: { dispatch(id: string): void };
  };
};

const ALARM = 'plan-windows';
const NOTIFIES = '[data-plan-notifies]';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await install({ timeZone: afternoonZone() });
  page = app.page;
  await tryWithoutStrap(page);
  // A meal belongs to the two hours after training: here its window closes within twenty minutes.
  await ran(page, 100);
  await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} } });
  await page.reload();
});
afterAll(async () => {
  await app.harness.close();
});

const period = async () => {
  const worker = await app.harness.serviceWorker();
  return worker.evaluate(async (name) => (await chrome.alarms.get(name))?.periodInMinutes ?? null, ALARM);
};
const shown = async () => {
  const worker = await app.harness.serviceWorker();
  return Object.keys(await worker.evaluate(() => chrome.notifications.getAll()));
};

/** Makes the alarm due now. It exists again once all of its effects are done. */
async function alarm(): Promise<void> {
  const worker = await app.harness.serviceWorker();
  await worker.evaluate((name) => chrome.alarms.create(name, { when: Date.now() }), ALARM);
  await until(period, (minutes) => minutes === 10);
}

/** `HH:MM` in the browser's zone, this many hours from now. */
const hour = (ahead: number) => page.evaluate((by: number) => new Date(Date.now() + by * 3_600_000).toTimeString().slice(0, 5), ahead);

describe('the notification of a closing window', () => {
  it('needs the user’s consent', async () => {
    await to(page, '#settings/plan', NOTIFIES);
    expect(await page.$eval(NOTIFIES, (box) => (box as HTMLInputElement).checked)).toBe(false);
    expect(await period()).toBeNull();
    // A leftover alarm fires once, and is the last one.
    const worker = await app.harness.serviceWorker();
    await worker.evaluate((name) => chrome.alarms.create(name, { when: Date.now(), periodInMinutes: 10 }), ALARM);
    await until(period, (minutes) => minutes === null);
    expect(await shown()).toEqual([]);
  });

  it('is not shown in quiet hours', async () => {
    await click(page, NOTIFIES);
    await until(period, (minutes) => minutes === 10);
    await page.waitForSelector(`${NOTIFIES}:checked`);
    await settle(page, { quietFrom: await hour(-1), quietTo: await hour(1) });
    await alarm();
    expect(await shown()).toEqual([]);
  });

  it('is shown once; a click opens the item and removes the notification', async () => {
    await settle(page, { quietFrom: await hour(2), quietTo: await hour(3) });
    await alarm();
    const told = await shown();
    expect(told).toHaveLength(1);
    const [id = ''] = told;
    const item = id.replace(/^plan /, '');
    await page.reload();
    await to(page, '#plan', `.plan-day [data-item="${item}"][data-modality="protein"]`);
    await to(page, '#history', 'main h1');
    const other = await app.harness.browser.newPage();
    // The browser removes the notification after some seconds; the click is observed through the call that removes it.
    const worker = await app.harness.serviceWorker();
    const cleared = worker.evaluate(
      (which) =>
        new Promise<string>((resolve) => {
          const { notifications } = chrome;
          const clear = notifications.clear;
          notifications.clear = (one) => {
            resolve(one);
            return clear.call(notifications, one);
          };
          notifications.onClicked.dispatch(which);
        }),
      id,
    );
    await page.waitForSelector(`[data-item="${item}"][data-wanted="true"]`);
    await until(
      () => page.evaluate(() => document.visibilityState),
      (state) => state === 'visible',
    );
    expect(await cleared).toBe(id);
    await until(shown, (those) => those.length === 0);
    await other.close();
    await look(page, 'plan-wanted');
    await alarm();
    expect(await shown()).toEqual([]);
  });

  it('stops when the user turns it off', async () => {
    await to(page, '#settings/plan', `${NOTIFIES}:checked`);
    await click(page, NOTIFIES);
    await page.waitForSelector(`${NOTIFIES}:not(:checked)`);
    await until(period, (minutes) => minutes === null);
    expect(app.problems).toEqual([]);
  });
});
