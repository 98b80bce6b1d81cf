import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { violations } from './support/look';

/** Data that cannot be read: asked again where safety depends on them, otherwise listed in Settings. */
const SHOTS = join(import.meta.dirname, '../../test-results/screens');

async function putDamage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['settings', 'labs', 'checks'], 'readwrite');
    transaction.objectStore('settings').put(['pregnancy', 'cold-urticaria-2'], 'contraindications');
    transaction.objectStore('settings').put({ answeredAtMs: Date.now(), ticks: {} }, 'screening');
    transaction.objectStore('settings').put({ sex: 'x', massKg: 70, hrMaxBpm: 'high' }, 'profile');
    transaction.objectStore('labs').put({ id: 'damaged', name: 'Ferritin', day: '2026-01-01', value: 'much' });
    transaction.objectStore('checks').put({ id: 'damaged', world: 'own', day: '2026-01-01', startedAtMs: 5 });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  });
}

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const)('data that cannot be read, $colorScheme, $width px', ({ colorScheme, width }) => {
  let app: App;
  beforeEach(async () => {
    mkdirSync(SHOTS, { recursive: true });
    app = await install({ colorScheme, viewport: { width, height: 800 } });
  });
  afterEach(async () => {
    await app.harness.close();
  });

  it('is asked for again or listed, and every screen works', async () => {
    const { page } = app;
    await tryWithoutStrap(page);
    await putDamage(page);
    await page.reload();
    await press(page, 'Settings');
    await see(page, 'Entries that cannot be read');
    await see(page, '2 entries');
    await see(page, 'These could not be read: Sex');
    await see(page, 'Part of your answers to the health questions could not be read');
    await page.screenshot({ path: join(SHOTS, `unreadable-${colorScheme}-${width}.png`) as `${string}.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await click(page, '[data-damaged-rows-table="labs"] button:nth-of-type(2)');
    await press(page, 'Delete for good');
    await see(page, '1 entry');
    await press(page, 'Leave them empty');
    await page.waitForFunction(() => !document.body.textContent?.includes('These could not be read'));
    await press(page, 'Change');
    await see(page, 'Part of your answers could not be read: cold-urticaria-2.');
    await click(page, 'form.screening button[type="submit"]');
    await page.waitForFunction(() => document.querySelector('[data-screening="holds"]') !== null);
    await press(page, 'History');
    await press(page, 'Today');
  });
});
