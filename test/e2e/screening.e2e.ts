import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { rows, settle } from './support/database';
import { look } from './support/look';
import { afternoonZone, to } from './support/plan';

/** The health questions with what is asked about a tick, and the morning question about a tick that has an end. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await install({ timeZone: afternoonZone() });
  page = app.page;
  await tryWithoutStrap(page);
});
afterAll(async () => {
  await app.harness.close();
});

const TICKS = ['acute-injury', 'pregnancy', 'diabetes', 'eating-disorder', 'fasting'];

async function showOn(scheme: 'light' | 'dark', width: number): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height: 800 });
}

describe('the health questions', () => {
  it('say what each tick turns off, and ask what belongs to it', async () => {
    await to(page, '#plan', '[data-screening-first]');
    for (const tick of TICKS) await click(page, `[data-tick="${tick}"]`);
    await see(page, 'Off until a doctor agrees: sauna, long hours without food, and grams of carbohydrate.');
    await click(page, '[data-place="calves"]');
    await click(page, '[data-agreed="diabetes"]');
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
      ['dark', 360],
    ] as const) {
      await showOn(scheme, width);
      await look(page, `screening-ticked-${scheme}-${width}`);
    }
    await showOn('light', 1280);
    for (const [which, time] of [
      ['from', '04:30'],
      ['to', '20:40'],
    ]) {
      await page.$eval(
        `[data-fast="${which}"]`,
        (input, value) => {
          (input as HTMLInputElement).value = value;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        time ?? '',
      );
    }
    await press(page, 'Save');
    await page.waitForFunction(() => document.querySelector('[data-screening-first]') === null);
    const settings = await rows(page, 'settings');
    expect(settings).toContainEqual(['diabetes']);
    expect(settings).toContainEqual({ 'acute-injury': ['calves'] });
    expect(settings).toContainEqual({ from: '04:30', to: '20:40' });
    await see(page, 'Left out until a doctor agrees, because you ticked “Pregnant”.');
    await look(page, 'plan-ticked');
  });

  it('ask again in the morning about a tick that has an end', async () => {
    await settle(page, { screening: { answeredAtMs: Date.now() - 3 * 86_400_000, ticks: {} }, contraindications: ['fever'] });
    await page.reload();
    await to(page, '#plan', '[data-still="fever"]');
    await see(page, 'Still ill, or feverish?');
    await look(page, 'still-plan');
    await to(page, '#today', '[data-still="fever"]');
    await showOn('dark', 360);
    await look(page, 'still-today-dark-360');
    await showOn('light', 1280);
    await press(page, 'No, it is over');
    await page.waitForFunction(() => document.querySelector('[data-still]') === null);
    expect(await rows(page, 'settings')).toContainEqual({ fever: { day: expect.any(String), still: false } });
    expect(app.problems).toEqual([]);
  });
});
