import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Harness, launch } from '../e2e/harness';
import { seedYears } from '../e2e/support/seed-years';

/** What a user waits for in Chromium, with an empty database and with ten years in it. Medians of several openings, in ms. */
export interface AppTiming {
  readonly what: string;
  readonly runs: number;
  /** With nothing stored: the same view without figures. */
  readonly empty: number;
  readonly tenYears: number;
  readonly worst: number;
  /** The page's own share of that by the processor's time: what it is when the machine is busy with other things. */
  readonly tenYearsCpu: number;
  /** What is allowed for ten years; null: told for comparison. */
  readonly bar: number | null;
}

const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3-e2e');
const RUNS = 15;
const YEARS = { days: 3650, activities: 5000, beats: 300 } as const;

/** The compiler that runs this file names functions by a helper that a page does not have. */
const NAMES = 'globalThis.__name ??= (f) => f';

/**
 * Time until what a selector names has been painted: for a page, from its first byte; for a screen, from the click. Chosen so that nothing
 * of the harness's own way there counts.
 */
async function timePage(harness: Harness, path: string, selector: string): Promise<Took> {
  const page = await harness.browser.newPage();
  const cpu = await cpuOf(page);
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
  const took = { wall: await tookOf(page), cpu: await cpu() };
  await page.close();
  return took;
}

interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Begins to count the processor's time of a page's main thread; the answer ends it. In ms. */
async function cpuOf(page: Page): Promise<() => Promise<number>> {
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

async function tookOf(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (globalThis as unknown as { __took?: number }).__took, { timeout: 30_000 });
  return (await handle.jsonValue()) as number;
}

/** From choosing a screen or stretch to its charts on the canvas and the frame after. */
async function timeScreen(page: Page, from: string, to: string, selector: string): Promise<Took> {
  await page.evaluate((hash: string) => {
    location.hash = hash;
  }, from);
  await page.waitForFunction((wanted: string) => document.querySelector(wanted) === null, {}, selector);
  const cpu = await cpuOf(page);
  const wall = await page.evaluate(
    (hash: string, wanted: string) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const seen = () => {
          if (document.querySelector(wanted) === null) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
        };
        const watch = new MutationObserver(seen);
        watch.observe(document, { childList: true, subtree: true, attributes: true });
        location.hash = hash;
        seen();
      }),
    to,
    selector,
  );
  return { wall, cpu: await cpu() };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function repeat(run: () => Promise<Took>): Promise<Took[]> {
  // The first is the compiler's and the disk's.
  await run();
  const took: Took[] = [];
  for (let i = 0; i < RUNS; i++) took.push(await run());
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

async function measure(full: boolean): Promise<Record<'popup' | 'trends90' | 'trendsAll', Took[]>> {
  const harness = await launch({ extension: EXTENSION, viewport: { width: 1280, height: 900 } });
  try {
    const page = await harness.openPage('app.html');
    await page.waitForSelector('main');
    await page.evaluate(NAMES);
    await (await page.waitForSelector('aria/Try without a strap'))?.click();
    await page.waitForSelector('nav');
    if (full) await seedYears(page, YEARS);
    const drawn = full ? '[data-trends] [data-chart="wellness"] canvas' : 'a[href="#settings"].button';
    if (full) await chooseStretch(page, '90 days');
    const trends90 = await repeat(() => timeScreen(page, '#settings', '#trends', drawn));
    if (full) await chooseStretch(page, 'All');
    const trendsAll = full ? await repeat(() => timeScreen(page, '#settings', '#trends', drawn)) : trends90;
    const popup = await repeat(() => timePage(harness, 'popup.html', '[data-verdict]'));
    return { popup, trends90, trendsAll };
  } finally {
    await harness.close();
  }
}

/** Needs `npm run build:e2e`. A minute or two. */
export async function benchApp(): Promise<readonly AppTiming[]> {
  const empty = await measure(false);
  const full = await measure(true);
  const timing = (what: string, of: keyof typeof full, bar: number): AppTiming => ({
    what,
    runs: RUNS,
    empty: round(median(empty[of].map(({ wall }) => wall))),
    tenYears: round(median(full[of].map(({ wall }) => wall))),
    worst: round(Math.max(...full[of].map(({ wall }) => wall))),
    tenYearsCpu: round(median(full[of].map(({ cpu }) => cpu))),
    bar,
  });
  return [
    timing('popup: from its first byte to the painted verdict', 'popup', 100),
    timing('Trends, 90 days: from the click to all charts painted', 'trends90', 300),
    timing('Trends, all ten years: from the click to all charts painted', 'trendsAll', 300),
  ];
}

function round(ms: number): number {
  return Math.round(10 * ms) / 10;
}
