import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { type Harness, launch } from '../e2e/harness';
import { seedYears } from '../e2e/support/seed-years';

/** What a user waits for in Chromium, with an empty database and with ten years in it. Medians of several openings, in ms. */
export interface AppTiming {
  readonly what: string;
  readonly runs: number;
  /** With nothing stored: the same view without figures. */
  readonly empty: number;
  /** What the browser takes by itself: a page of the extension with a word in it, and no script. Null where that is nothing to compare with. */
  readonly blank: number | null;
  readonly tenYears: number;
  readonly worst: number;
  readonly best: number;
  /** The page's own share of that by the processor's time: what it is when the machine is busy with other things. */
  readonly tenYearsCpu: number;
  /** What is allowed for ten years; null: told for comparison. */
  readonly bar: number | null;
}

const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3-e2e');
const RUNS = 15;
/** Between two measurements: the one before has a page to close, and what was begun in it to end. */
const REST_MS = 400;
const YEARS = { days: 3650, activities: 5000, beats: 300 } as const;

/** The compiler that runs this file names functions by a helper that a page does not have. */
const NAMES = 'globalThis.__name ??= (f) => f';

/**
 * Time until what a selector names has been painted: for a page, from its first byte; for a screen, from the click. Chosen so that nothing
 * of the harness's own way there counts.
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

/** Begins to count the processor's time of a page's main thread; the answer ends it. In ms. */
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

/** What a page does after its picture: the next measurement is not to wait for it. */
async function rest(page: Page): Promise<void> {
  await page.evaluate((ms: number) => new Promise((resolve) => setTimeout(resolve, ms)), REST_MS);
  await page.waitForFunction(() => document.querySelector('[data-better="loading"]') === null);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** From choosing a screen (its hash) or a stretch (its label) to its charts on the canvas and the frame after. */
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

/** Trends as it is chosen in the app, from another screen. */
async function timeTrends(page: Page, selector: string): Promise<Took> {
  await page.bringToFront();
  await page.evaluate(() => {
    location.hash = '#settings';
  });
  await page.waitForFunction((wanted: string) => document.querySelector(wanted) === null, {}, selector);
  return timeChoice(page, { hash: '#trends' }, selector);
}

/** All years, chosen on the screen of a tab that has read none but the last days. */
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

/** In turns, so that what else the machine does falls on all of them alike. */
async function inTurns<Name extends string>(runs: Readonly<Record<Name, () => Promise<Took>>>): Promise<Record<Name, Took[]>> {
  const names = Object.keys(runs) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Took[]>;
  for (let i = 0; i <= RUNS; i++) {
    for (const name of names) {
      // Nobody opens one upon the other: what the last one set going, here or in the other browser, is over.
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      const one = await runs[name]();
      // The first is the compiler's and the disk's.
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

/** The extension with one page more. */
async function withBlankPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'));
  await cp(EXTENSION, folder, { recursive: true });
  const page = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>-</title></head><body data-verdict>-</body></html>';
  await writeFile(join(folder, 'blank.html'), page);
  return folder;
}

/** A day on which nothing was worked out yet: what the popup is shown first is taken away. */
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
