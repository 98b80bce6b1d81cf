import type { Page } from 'puppeteer';
import { install, tryWithoutStrap } from '../e2e/support/app';
import { backAfterRenders, cardFrames, cardRegistered, cardSaying } from '../e2e/support/card';
import { makePage, outing } from '../fixtures/strava/make-page';
import { words } from '../fixtures/strava/words';

/**
 * What the card costs a page while it loads, from the browser's own trace, and how soon it is back after the page redraws; ms unless `what`
 * says otherwise.
 */
export interface CardTiming {
  readonly what: string;
  readonly runs: number;
  readonly median: number;
  readonly worst: number;
  readonly bar: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string }; readonly beginData?: { readonly url?: string } };
}

const RUNS = 15;
const ROUTES = 200;
const ADDRESS = `https://www.strava.com/activities/${outing.id}`;
/** Events in which scripts run. Only the outermost ones of our own are counted, so that nothing counts twice. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);

/** Measures one load, from its first byte until the card is complete. */
async function load(page: Page, extensionId: string): Promise<number> {
  await page.tracing.start({ categories: ['devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'] });
  await page.goto(ADDRESS);
  await cardSaying(page, 'Load from');
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  // The trace covers the whole browser: the work of the background and the app must not count for the page.
  const parsed = traceEvents.find(({ name, args }) => name === 'ParseHTML' && args.beginData?.url === ADDRESS);
  if (parsed === undefined) throw new Error('the trace has no page');
  const ours = traceEvents
    .filter(({ pid, tid }) => pid === parsed.pid && tid === parsed.tid)
    .filter(({ name, dur, args }) => SCRIPT.has(name) && dur !== undefined && args.data?.url?.includes(extensionId))
    .sort((a, b) => a.ts - b.ts);
  let [sum, until] = [0, 0];
  for (const { ts, dur = 0 } of ours) {
    const end = ts + dur;
    if (end > until) sum += end - Math.max(ts, until);
    until = Math.max(until, end);
  }
  return sum / 1000;
}

/** Needs `npm run build:e2e`. */
export async function benchCard(): Promise<readonly CardTiming[]> {
  const app = await install();
  try {
    await tryWithoutStrap(app.page);
    await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
    const page = await app.harness.browser.newPage();
    await page.setRequestInterception(true);
    const [english] = words;
    if (english === undefined) throw new Error('no words of a page');
    page.on('request', (request) => {
      if (request.isNavigationRequest()) void request.respond({ contentType: 'text/html; charset=utf-8', body: makePage(english) });
      else if (/^https?:/.test(request.url())) void request.respond({ status: 404 });
      else void request.continue();
    });
    await page.bringToFront();
    // The first load includes compiling and reading from disk.
    await load(page, app.harness.extensionId);
    const took: number[] = [];
    for (let i = 0; i < RUNS; i++) took.push(await load(page, app.harness.extensionId));
    const back = await backAfterRenders(page, RUNS);
    return [
      timing('card on an activity page: script on the main thread, from its first byte to its last word', took, 20),
      timing('card after the page drew its root anew: from its anchor until the frame has drawn', back, 100),
      ...(await routes(page)),
    ];
  } finally {
    await app.harness.close();
  }
}

/** The most frames at once, and the growth of the heaps of the page and of the extension's process, through route changes. */
async function routes(page: Page): Promise<readonly CardTiming[]> {
  const heapMb = async () => {
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
    return (await page.metrics()).JSHeapUsedSize ?? Number.NaN;
  };
  const through = async (count: number) => {
    let most = 0;
    for (let i = 0; i < count; i++) {
      const path = i % 2 === 0 ? '/settings' : new URL(ADDRESS).pathname;
      await page.evaluate((to: string) => history.pushState(null, '', to), path);
      await page.waitForFunction((shown: boolean) => (document.querySelector('[data-rebound-card]') !== null) === shown, {}, i % 2 === 1);
      most = Math.max(most, cardFrames(page).length);
    }
    return most;
  };
  await through(20);
  const before = await heapMb();
  const most = await through(ROUTES);
  const grownMb = ((await heapMb()) - before) / 2 ** 20;
  const one = (what: string, value: number, bar: number): CardTiming => ({ what, runs: ROUTES, median: value, worst: value, bar });
  return [
    one('most frames at once, through route changes', most, 1),
    one('growth of the page’s heap through route changes, MB', Math.round(grownMb * 100) / 100, 1),
  ];
}

function timing(what: string, all: readonly number[], bar: number): CardTiming {
  const took = [...all].sort((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round(10 * (ms ?? Number.NaN)) / 10;
  return { what, runs: RUNS, median: round(took[Math.floor(RUNS / 2)]), worst: round(took.at(-1)), bar };
}
