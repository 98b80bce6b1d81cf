import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { stored } from './support/database';
import { look, violations } from './support/look';

/** Training typed in, changed, deleted and restored; in the app and in the popup. */
interface Stored {
  readonly id: string;
  readonly sport: string;
  readonly movingTimeS: number;
  readonly rpe: number | null;
  readonly kind: string | null;
  readonly regions: readonly string[];
  readonly startMs: number;
  readonly edited: readonly string[];
}

let app: App;
afterEach(async () => {
  await app.harness.close();
});

const activities = (page: Page, isDone: (all: readonly Stored[]) => boolean) => stored(page, 'activities', isDone);

async function started(options: Parameters<typeof install>[0] = {}): Promise<Page> {
  app = await install(options);
  await tryWithoutStrap(app.page);
  await app.page.evaluate(() => {
    location.hash = '#today';
  });
  await app.page.waitForSelector('[data-training]');
  return app.page;
}

describe('training', () => {
  it('can be typed in, changed, deleted and restored', async () => {
    const page = await started();
    await see(page, 'Nothing yet.');
    await press(page, 'Add training');
    await press(page, 'Strength');
    await page.$eval('.activity input[type=number]', (field) => (field as HTMLInputElement).select());
    await page.keyboard.type('45');
    await click(page, '.activity [data-region="quads"]');
    await page.focus('.activity input[type=range]');
    for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowRight');
    await look(page, 'training-form');
    await press(page, 'Save');
    const [one] = await activities(page, (all) => all.length === 1);
    expect(one).toMatchObject({ sport: 'strength', movingTimeS: 2700, rpe: 8, regions: ['quads'], edited: [] });
    await see(page, 'Strength, 45 minutes');
    await press(page, 'Change: Strength');
    await page.waitForSelector('.activity');
    await press(page, 'Power');
    await press(page, 'Save');
    const [changed] = await activities(page, ([now]) => now?.kind === 'power');
    // The seconds, which the field does not show, did not change.
    expect(changed).toMatchObject({ startMs: one?.startMs, edited: ['kind'] });
    await press(page, 'Delete: Strength');
    await activities(page, (all) => all.length === 0);
    await press(page, 'Undo');
    expect(await activities(page, (all) => all.length === 1)).toEqual([changed]);
    expect(app.problems).toEqual([]);
  });

  it('can be typed in the popup, within its maximum height', async () => {
    const page = await started({ colorScheme: 'dark' });
    const popup = await app.harness.openPopup();
    await press(popup, 'Add training');
    await popup.waitForSelector('.activity');
    const size = await popup.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight] as const);
    expect(size[0]).toBeLessThanOrEqual(360);
    expect(size[1]).toBeLessThanOrEqual(600);
    await popup.screenshot({ path: 'test-results/screens/popup-training.png' });
    expect(await violations(popup)).toEqual([]);
    await press(popup, 'Ride');
    await press(popup, 'Save');
    await activities(page, ([one]) => one?.sport === 'ride');
  });
});
