import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, install, press, see, tryWithoutStrap } from './support/app';
import { rows } from './support/database';
import { downloaded } from './support/downloads';
import { look, SHOTS } from './support/look';
import { seedMornings } from './support/seed';
import { seedYears } from './support/seed-years';
import { until } from './support/until';

/** Trends, the profile, and an imported history. */

let app: App;
afterEach(async () => {
  await app.harness.close();
});

async function started(options: Parameters<typeof install>[0] = {}): Promise<Page> {
  app = await install(options);
  await tryWithoutStrap(app.page);
  return app.page;
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to: string) => {
    location.hash = to;
  }, address);
}

async function openTrends(page: Page): Promise<void> {
  await go(page, '#trends');
  await page.waitForSelector('[data-trends]');
}

const words = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' '));
const readout = (page: Page, chart: string) => words(page, `[data-chart="${chart}"] .readout`);
const slider = (page: Page, chart: string) =>
  page.$eval(`[data-chart="${chart}"] [role=slider]`, (one) => ({
    now: Number(one.getAttribute('aria-valuenow')),
    text: one.getAttribute('aria-valuetext') ?? '',
  }));

/** The newest ten mornings; today is the last. */
const RMSSD = [50, 52, 48, 55, 60, 47, 51, 53, 49, 58];
const mornings = RMSSD.map((rmssdMs, i) => ({ daysAgo: RMSSD.length - 1 - i, rmssdMs }));
/** The mean of logarithms, as RMSSD: what a 7-day mean of lnRMSSD is. */
const geometric = (values: readonly number[]) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

describe('trends', () => {
  it('explain what they need when there are no data', async () => {
    const page = await started();
    await go(page, '#trends');
    await see(page, 'Nothing to show yet.');
    expect(await page.$$eval('main a.button', (all) => all.map((link) => (link as HTMLAnchorElement).hash))).toEqual([
      '#check',
      '#settings',
    ]);
    expect(app.problems).toEqual([]);
  });

  it('say for each chart what is missing', async () => {
    const page = await started();
    await seedMornings(page, mornings.slice(-1));
    await openTrends(page);
    const missing = await page.$$eval('[data-chart] .trend-missing', (all) =>
      all.map((one) => (one.closest('[data-chart]') as HTMLElement).dataset.chart),
    );
    expect(missing).toEqual(['hrv', 'resting-heart-rate', 'cv', 'load', 'monotony', 'sleep', 'wellness']);
    await see(page, 'This needs training, and a week since the first.');
    expect(app.problems).toEqual([]);
  });

  it('show each day’s figures in all charts at once, by keyboard', async () => {
    const page = await started();
    await seedMornings(page, mornings);
    await openTrends(page);
    const mean = geometric(RMSSD.slice(-7)).toFixed(0);
    expect(await readout(page, 'hrv')).toContain(`RMSSD 58 ms (ln ${Math.log(58).toFixed(2)})`);
    expect(await readout(page, 'hrv')).toContain(`7-day mean ${mean} ms`);
    await page.focus('[data-chart="hrv"] [role=slider]');
    const first = await slider(page, 'hrv');
    expect(first.now).toBe(89);
    for (let presses = 0; presses < 2; presses++) await page.keyboard.press('ArrowLeft');
    const moved = await until(
      () => slider(page, 'hrv'),
      ({ now }) => now === 88,
    );
    expect(moved.text).toContain(`RMSSD 49 ms (ln ${Math.log(49).toFixed(2)})`);
    expect((await slider(page, 'resting-heart-rate')).now).toBe(88);
    expect(await readout(page, 'resting-heart-rate')).toContain('Morning check 50 bpm');
    // A week earlier there is no morning.
    await page.keyboard.down('Shift');
    for (let presses = 0; presses < 2; presses++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Shift');
    expect(
      (
        await until(
          () => slider(page, 'hrv'),
          ({ now }) => now === 74,
        )
      ).text,
    ).toContain('nothing');
    expect(app.problems).toEqual([]);
  });

  it('zoom by dragging and by keyboard, and back', async () => {
    const page = await started();
    await seedMornings(page, mornings);
    await openTrends(page);
    const box = await (await page.$('[data-chart="hrv"] .u-over'))?.boundingBox();
    if (box == null) throw new Error('no chart');
    await page.mouse.move(box.x + box.width * 0.6, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.98, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await press(page, 'Show all');
    await page.waitForFunction(() => ![...document.querySelectorAll('button')].some((one) => one.textContent === 'Show all'));
    await page.focus('[data-chart="load"], [data-chart="hrv"] [role=slider]');
    await page.keyboard.press('+');
    await see(page, 'Show all');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.body.innerText.includes('Show all'));
    expect(app.problems).toEqual([]);
  });

  it('export as table, CSV and picture', async () => {
    const page = await started();
    const folder = await mkdtemp(join(tmpdir(), 'rebound-trends-'));
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await seedMornings(page, mornings);
    await openTrends(page);
    await page.$eval('[data-chart="hrv"] summary', (summary) => (summary as HTMLElement).click());
    await page.waitForSelector('[data-chart="hrv"] tbody tr');
    const cells = await page.$$eval('[data-chart="hrv"] tbody tr', (all) => all.map((row) => row.querySelectorAll('td')[1]?.textContent));
    expect(cells).toEqual([...RMSSD].reverse().map(String));

    await press(page, 'Save as CSV');
    const csv = (await downloaded(folder, '.csv'))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(csv.length).toBe(91);
    expect(csv[0]?.slice(0, 3)).toEqual(['day', 'rmssd_ms', 'ln_rmssd']);
    expect(csv.slice(-RMSSD.length).map((row) => Number(row[1]))).toEqual(RMSSD);
    expect(new Set(csv.map((row) => row.length)).size).toBe(1);
    await press(page, 'Save as picture: HRV');
    const png = await downloaded(folder, '-hrv.png');
    writeFileSync(join(SHOTS, 'trends-picture-hrv.png'), png);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(app.problems).toEqual([]);
  });

  it('compare mornings, and toss a coin whose result does not change', async () => {
    const page = await started();
    await seedYears(page, { days: 200, activities: 150 });
    await openTrends(page);
    await page.waitForSelector('[data-better]:not([data-better="loading"]) tbody tr');
    expect(await words(page, '[data-better]')).toMatch(/Association, not cause.*Massage gun.*days with, \d+ without/);
    await press(page, 'Test something');
    await page.type('.test-it input[type=text]', 'Evening walk');
    await press(page, 'Begin');
    await press(page, 'Toss for today');
    const toss = await page
      .$eval(await '[data-toss]', (one) => (one as HTMLElement).dataset.toss)
      .catch(async () => {
        await page.waitForSelector('[data-toss]');
        return page.$eval('[data-toss]', (one) => (one as HTMLElement).dataset.toss);
      });
    expect(['with', 'without']).toContain(toss);
    await see(page, '1 of 24 days');
    await go(page, '#settings');
    await openTrends(page);
    await page.waitForSelector('[data-toss]');
    expect(await page.$eval('[data-toss]', (one) => (one as HTMLElement).dataset.toss)).toBe(toss);
    expect(await rows<{ tosses: unknown[] }>(page, 'experiments')).toMatchObject([
      { name: 'Evening walk', plannedBlocks: 6, tosses: [{ kept: null }] },
    ]);
    expect(app.problems).toEqual([]);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('look right, $colorScheme, $width px', async ({ colorScheme, width }) => {
    const page = await started({ colorScheme, viewport: { width, height: 800 } });
    await seedYears(page, { days: 400, activities: 420 });
    await openTrends(page);
    await page.waitForSelector('[data-better]:not([data-better="loading"])');
    await press(page, 'Test something');
    await page.focus('[data-chart="load"] [role=slider]');
    await page.keyboard.press('ArrowLeft');
    await look(page, `trends-${colorScheme}-${width}`);
    await go(page, '#settings');
    await page.waitForSelector('[data-my-history]');
    await page.type('[data-my-history] textarea', '2026-05-01, 62, 49\n2026-05-02, 58');
    await press(page, 'Preview');
    await page.waitForSelector('[data-preview]');
    await look(page, `trends-settings-${colorScheme}-${width}`);
    expect(app.problems).toEqual([]);
  });
});

describe('my history', () => {
  it('is previewed line by line, stored after confirmation, and can be removed completely', async () => {
    const page = await started();
    await go(page, '#settings');
    await page.waitForSelector('[data-my-history] textarea');
    await page.type('[data-my-history] textarea', '2026-05-01, 62, 49\n2026-02-30, 58\n2026-05-03; 61');
    await press(page, 'Preview');
    await see(page, 'Line 2: “2026-02-30” is not a date such as 2026-05-04 or 4.5.2026');
    expect(await rows(page, 'histories')).toEqual([]);

    await page.$eval('[data-my-history] textarea', (field) => {
      (field as HTMLTextAreaElement).value = '';
    });
    await page.type('[data-my-history] textarea', '2026-05-01, 62, 49\n2026-05-02, 58\n2026-05-03; 61');
    await press(page, 'Preview');
    await page.waitForSelector('[data-preview="3"]');
    expect(await rows(page, 'histories'), 'nothing before it is confirmed').toEqual([]);
    await press(page, 'Store');
    await see(page, '3 mornings stored.');
    const stored = await rows<{ source: string; day: string; rmssdMs: number; hrBpm: number | null }>(page, 'histories');
    expect(stored.map(({ source, day, rmssdMs, hrBpm }) => [source, day, rmssdMs, hrBpm])).toEqual([
      ['typed', '2026-05-01', 62, 49],
      ['typed', '2026-05-02', 58, null],
      ['typed', '2026-05-03', 61, null],
    ]);
    await openTrends(page);
    await press(page, 'All');
    await page.waitForSelector('[data-trends="all"] [data-chart="hrv"] canvas');
    expect(await readout(page, 'hrv')).toContain('RMSSD 61 ms');
    await go(page, '#settings');
    await press(page, 'Undo import');
    await see(page, '3 mornings removed.');
    expect(await rows(page, 'histories')).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});

describe('the profile', () => {
  it('accepts valid values, says what is wrong with others, and is optional', async () => {
    const page = await started();
    const profile = async () => {
      const stored = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('rebound');
            opening.onsuccess = () => {
              const reading = opening.result.transaction('settings').objectStore('settings').get('profile');
              reading.onsuccess = () => {
                opening.result.close();
                resolve(reading.result);
              };
            };
          }),
      );
      return stored as Record<string, unknown> | undefined;
    };
    const say = async (label: string, value: string) => {
      const field = await page.waitForSelector(`aria/${label}[role="spinbutton"]`);
      await field?.click({ clickCount: 3 });
      await page.keyboard.press('Backspace');
      await page.keyboard.type(value);
      await page.keyboard.press('Tab');
    };
    await go(page, '#settings');
    await page.waitForSelector('[data-profile]');
    await say('Maximum heart rate bpm', '188');
    await until(profile, (now) => now?.hrMaxBpm === 188);
    await say('Maximum heart rate bpm', '999');
    await see(page, 'Enter a number between 100 and 240, or leave it empty. Not saved.');
    expect((await profile())?.hrMaxBpm).toBe(188);
    await say('Resting heart rate bpm', '48');
    await until(profile, (now) => now?.hrRestBpm === 48);
    await say('Maximum heart rate bpm', '');
    await until(profile, (now) => now?.hrMaxBpm === null);
    await press(page, 'Female');
    await until(profile, (now) => now?.sex === 'female');
    await press(page, 'Wide, 1.25 SD');
    await see(page, 'About 4 of 20 ordinary mornings are outside.');
    expect(app.problems).toEqual([]);
  });
});
