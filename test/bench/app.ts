import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { type Harness, launch } from '../e2e/harness';
import { seedYears } from '../e2e/support/seed-years';

/** Waiting times of a user in Chromium, with an empty database and with ten years of data. Medians of several openings, in ms. */
export interface AppTiming {
  readonly what: string;
  readonly runs: number;
  /** The same view with an empty database, without figures. */
  readonly empty: number;
  /** The browser's own share: a page of the extension with one word and no script. Null where there is nothing comparable. */
  readonly blank: number | null;
  readonly tenYears: number;
  readonly worst: number;
  readonly best: number;
  /** The page's own share by processor time, so that other work on the machine does not count. */
  readonly tenYearsCpu: number;
  /** The limit for ten years; null: shown for comparison only. */
  readonly bar: number | null;
}

const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3-e2e');
const RUNS = 15;
/** Between two measurements: the previous one closes its page, and its work ends. */
const REST_MS = 400;
const YEARS = { days: 3650, activities: 5000, beats: 300 } as const;

/** The compiler that runs this file names functions with a helper that a page does not have. */
const NAMES = 'globalThis.__name ??= (f) => f';

/**
 * Time until the selected element is painted: for a page, from its first byte; for a screen, from the click. Chosen so that the harness
 * itself does not count.
 */
async function timePage(harness: Harness, path: string, selector: string): Promise<Took> {
  const page = await harness.browser.newPage();
  const cpu = await countCpu(page);
  await page.evaluateOnNewDocument(NAMES);
  await page.evaluateOnNewDocument((wanted: string) => {
    const seen = () => {
      if (document.querySelector(wanted) === null) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { __took: performance.now() }), 0));
    };
    const watch = new MutationObserver(seen);
    watch.observe(document, { childList: true, subtree: true, attributes: true });
  }, selector);
  await page.goto(`chrome-extension://${harness.extensionId}/${path}`);
  const took = { wall: await summariseTook(page), cpu: await cpu() };
  await page.close();
  return took;
}

interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Starts to count the processor time of a page's main thread; calling the result stops it. In ms. */
async function countCpu(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await read();
  return async () => {
    const took = (await read()) - before;
    await session.detach();
    return took;
  };
}

async function summariseTook(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (globalThis as unknown as { __took?: number }).__took, { timeout: 30_000 });
  return (await handle.jsonValue()) as number;
}

/** Work that a page does after its first picture: the next measurement does not wait for it. */
async function rest(page: Page): Promise<void> {
  await page.evaluate((ms: number) => new Promise((resolve) => setTimeout(resolve, ms)), REST_MS);
  await page.waitForFunction(() => document.querySelector('[data-better="loading"]') === null);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** From choosing a screen (its hash) or a period (its label) to its charts on the canvas and the frame after. */
async function timeChoice(page: Page, choice: { readonly hash: string } | { readonly label: string }, selector: string): Promise<Took> {
  await rest(page);
  const cpu = await countCpu(page);
  const wall = await page.evaluate(
    (chosen: { readonly hash?: string; readonly label?: string }, wanted: string) =>
      new Promise<number>((resolve) => {
        const seen = () => {
          if (document.querySelector(wanted) === null) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
        };
        const watch = new MutationObserver(seen);
        watch.observe(document, { childList: true, subtree: true, attributes: true });
        const start = performance.now();
        if (chosen.hash !== undefined) location.hash = chosen.hash;
        for (const radio of document.querySelectorAll<HTMLElement>('input[name="stretch"]'))
          if (radio.parentElement?.textContent === chosen.label) radio.click();
        seen();
      }),
    choice,
    selector,
  );
  return { wall, cpu: await cpu() };
}

/** Trends, opened from another screen of the app. */
async function timeTrends(page: Page, selector: string): Promise<Took> {
  await page.bringToFront();
  await page.evaluate(() => {
    location.hash = '#settings';
  });
  await page.waitForFunction((wanted: string) => document.querySelector(wanted) === null, {}, selector);
  return timeChoice(page, { hash: '#trends' }, selector);
}

/** All years, chosen in a tab that has read only the last days. */
async function timeFirstOfAll(page: Page): Promise<Took> {
  await page.bringToFront();
  await page.evaluate(() => {
    location.hash = '#trends';
  });
  await page.reload();
  await page.evaluate(NAMES);
  await page.waitForSelector(CHARTS);
  return timeChoice(page, { label: 'All' }, CHARTS.replace('[data-trends]', '[data-trends="all"]'));
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Measured in turns, so that other work on the machine affects all of them equally. */
async function inTurns<Name extends string>(runs: Readonly<Record<Name, () => Promise<Took>>>): Promise<Record<Name, Took[]>> {
  const names = Object.keys(runs) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Took[]>;
  for (let i = 0; i <= RUNS; i++) {
    for (const name of names) {
      // Wait until the previous opening has finished all its work, here and in the other browser.
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      const one = await runs[name]();
      // The first run includes compiling and reading from disk.
      if (i > 0) took[name].push(one);
    }
  }
  return took;
}

async function chooseStretch(page: Page, value: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#trends';
  });
  await page.waitForSelector('[data-trends]');
  await page.evaluate((label: string) => {
    const radio = [...document.querySelectorAll('input[name="stretch"]')].find((one) => one.parentElement?.textContent === label);
    (radio as HTMLElement | undefined)?.click();
  }, value);
  await page.waitForFunction(
    (wanted: string) => document.querySelector('[data-trends]')?.getAttribute('data-trends') === wanted,
    {},
    value === 'All' ? 'all' : '90',
  );
}

async function opened(extension: string, full: boolean): Promise<{ readonly harness: Harness; readonly page: Page }> {
  const harness = await launch({ extension, viewport: { width: 1280, height: 900 } });
  const page = await harness.openPage('app.html');
  await page.bringToFront();
  await page.waitForSelector('main');
  await page.evaluate(NAMES);
  await (await page.waitForSelector('aria/Try without a strap'))?.click();
  await page.waitForSelector('nav');
  if (full) await seedYears(page, YEARS);
  return { harness, page };
}

/** The extension with one additional page. */
async function withBlankPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'));
  await cp(EXTENSION, folder, { recursive: true });
  const page = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>-</title></head><body data-verdict>-</body></html>';
  await writeFile(join(folder, 'blank.html'), page);
  return folder;
}

/** A day without a computed result: removes what the popup would show first. */
async function forgetDigest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('rebound');
    await new Promise<void>((resolve, reject) => {
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('digests', 'readwrite');
        transaction.objectStore('digests').delete('today');
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
}

const CHARTS = '[data-trends] [data-chart="wellness"] canvas';
const NO_CHARTS = 'a[href="#settings"].button';

/** Needs `npm run build:e2e`. A few minutes. */
export async function benchApp(): Promise<readonly AppTiming[]> {
  const extension = await withBlankPage();
  const all = [await opened(extension, false), await opened(extension, true)] as const;
  const [empty, full] = all;
  try {
    const popup = (of: typeof full) => timePage(of.harness, 'popup.html', '[data-verdict]');
    const popups = await inTurns({
      empty: () => popup(empty),
      full: () => popup(full),
      blank: () => timePage(full.harness, 'blank.html', '[data-verdict]'),
    });
    const firsts = await inTurns({
      empty: () => forgetDigest(empty.page).then(() => popup(empty)),
      full: () => forgetDigest(full.page).then(() => popup(full)),
    });
    const trends = async (stretch: string) => {
      await full.page.bringToFront();
      await chooseStretch(full.page, stretch);
      return inTurns({
        empty: () => timeTrends(empty.page, NO_CHARTS),
        full: () => timeTrends(full.page, CHARTS),
      });
    };
    const [some, every] = [await trends('90 days'), await trends('All')];
    const first = await inTurns({ empty: () => timeTrends(empty.page, NO_CHARTS), full: () => timeFirstOfAll(full.page) });
    return [
      timing('popup: from its first byte to the painted verdict', popups, 100),
      timing('popup, the first of a day that nothing was worked out of: likewise', firsts, null),
      timing('Trends, 90 days: from the click to all charts painted', some, 300),
      timing('Trends, all ten years: from the click to all charts painted', every, 300),
      timing('Trends, all ten years, the first time since the tab was opened: likewise', first, null),
    ];
  } finally {
    for (const { harness } of all) await harness.close();
    await rm(extension, { recursive: true, force: true });
  }
}

function timing(
  what: string,
  { empty, full, blank }: { readonly empty: readonly Took[]; readonly full: readonly Took[]; readonly blank?: readonly Took[] },
  bar: number | null,
): AppTiming {
  const walls = full.map(({ wall }) => wall);
  return {
    what,
    runs: RUNS,
    empty: round(median(empty.map(({ wall }) => wall))),
    blank: blank === undefined ? null : round(median(blank.map(({ wall }) => wall))),
    tenYears: round(median(walls)),
    best: round(Math.min(...walls)),
    worst: round(Math.max(...walls)),
    tenYearsCpu: round(median(full.map(({ cpu }) => cpu))),
    bar,
  };
}

function round(ms: number): number {
  return Math.round(10 * ms) / 10;
}
