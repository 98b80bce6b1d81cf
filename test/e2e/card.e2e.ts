import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { garminWords, makeGarminPage } from '../fixtures/garmin/make-page';
import { makeGenericPage } from '../fixtures/generic/make-page';
import { intervalsActivity, intervalsPage } from '../fixtures/intervals/make-page';
import { makePage, outing } from '../fixtures/strava/make-page';
import { words as pageWords } from '../fixtures/strava/words';
import { makeTrainingPeaksPage } from '../fixtures/training-peaks/make-page';
import { type App, install, press, tryWithoutStrap } from './support/app';
import { backAfterRenders, cardRegistered, cardSaying, pressInCard } from './support/card';
import { rows, settle } from './support/database';
import { look, SHOTS } from './support/look';

/** The card on a site's pages, at the real addresses, in one browser. */
const ACTIVITY = `https://www.strava.com/activities/${outing.id}`;
const HOUR_MS = 3_600_000;

let app: App;
beforeAll(async () => {
  app = await install();
  await tryWithoutStrap(app.page);
  await settle(app.page, {
    profile: { birthYear: 1990, sex: 'male', massKg: 70, hrMaxBpm: 190, hrRestBpm: 50, lthrBpm: 165 },
    screening: { answeredAtMs: Date.now(), ticks: {} },
  });
  await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
});
afterAll(() => app.harness.close());

/** The made-up activity, ended some hours ago. */
function activityPage(hoursAgo = 1, options: Parameters<typeof makePage>[1] = {}): string {
  const [english] = pageWords;
  if (english === undefined) throw new Error('no words of a page');
  const at = new Date(Date.now() - hoursAgo * HOUR_MS - outing.elapsedTimeS * 1000);
  const time = at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
  const day = at.toLocaleDateString('en-US', { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  return makePage({ ...english, when: `${time} on ${day}` }, options);
}

interface Site {
  readonly page: Page;
  /** Requested addresses other than the page itself. */
  readonly asked: string[];
}

/** A page at its address; `answers` are the site's responses, by the beginning of their path. */
async function visit(html: string, url = ACTIVITY, answers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const page = await app.harness.browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  const asked: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    if (request.isNavigationRequest()) return void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    // Requested by the browser itself, not by the page or the card.
    if (!request.url().endsWith('/favicon.ico')) asked.push(request.url());
    if (!/^https?:/.test(request.url())) return void request.continue();
    const { pathname } = new URL(request.url());
    const answer = Object.entries(answers).find(([path]) => pathname.startsWith(path))?.[1];
    return void request.respond(answer === undefined ? { status: 404 } : { contentType: 'application/json', body: answer });
  });
  await page.goto(url);
  await page.bringToFront();
  return { page, asked };
}

const count = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-rebound-card]').length);
const shown = (page: Page, wanted: number) =>
  page.waitForFunction((n: number) => document.querySelectorAll('[data-rebound-card]').length === n, {}, wanted);

/** Brightness of the card, 0 … 255, from one pixel of its background. */
async function brightness(page: Page): Promise<number> {
  const clip = await page.$eval('[data-rebound-card]', (host) => {
    const { x, y, height } = host.getBoundingClientRect();
    return { x: x + 6, y: y + height / 2 + scrollY, width: 1, height: 1 };
  });
  const picture = await page.screenshot({ clip, captureBeyondViewport: true, encoding: 'base64' });
  return page.evaluate(async (png: string) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(image, 0, 0);
    return context?.getImageData(0, 0, 1, 1).data[1] ?? Number.NaN;
  }, picture);
}

describe('the card on the user’s own activity', () => {
  it('shows load, cost and what to do, saves the activity, and accepts an answer', async () => {
    const { page, asked } = await visit(activityPage(1, { heartRate: false }));
    const before = await cardSaying(page, 'What to do now');
    expect(before).toContain('Recover from this');
    expect(before).toMatch(/within the next \d+ h|within the next \d+ min/);
    expect(before).toContain('There is no heart rate.');
    await page.screenshot({ path: join(SHOTS, 'card-asks.png') as `${string}.png` });
    await pressInCard(page, '7 of 10, very hard');
    const after = await cardSaying(page, 'Effort: 7 of 10');
    // 62:33 min at effort 7, divided by 4.2.
    expect(after).toContain(String(Math.round(((outing.movingTimeS / 60) * 7) / 4.2)));
    if (after.includes('Protein')) {
      await pressInCard(page, 'Protein: done');
      expect(await cardSaying(page, 'Done: Protein')).toContain('Undo');
    }
    expect(await rows(app.page, 'activities')).toMatchObject([{ source: 'strava', sourceId: outing.id, rpe: 7, edited: ['rpe'] }]);
    expect(asked.filter((address) => !address.startsWith('chrome-extension:'))).toEqual([]);
    await page.screenshot({ path: join(SHOTS, 'card-done.png') as `${string}.png` });
    await page.close();
  });

  it('asks the site once for heart rates if the user allows it, and never for other people’s activities', async () => {
    await settle(app.page, { asksSites: true });
    const seconds = Array.from({ length: outing.movingTimeS }, (_, i) => i);
    const answers = {
      [`/activities/${outing.id}/streams`]: JSON.stringify({ heartrate: seconds.map((i) => (i % 2 === 0 ? 180 : 110)), time: seconds }),
      [`/activities/${outing.id}/heartrate_zones`]: JSON.stringify({ distribution_buckets: [{ tag: 'Z1', max: 120 }, { tag: 'Z2' }] }),
    };
    const first = await visit(activityPage(1), ACTIVITY, answers);
    await cardSaying(first.page, 'Z1 31 min');
    const again = await visit(activityPage(1), ACTIVITY, answers);
    await cardSaying(again.page, 'Z1 31 min');
    const requests = (asked: readonly string[]) =>
      asked.filter((address) => address.startsWith('https:')).map((address) => new URL(address).pathname);
    expect(requests(first.asked)).toEqual([`/activities/${outing.id}/streams`, `/activities/${outing.id}/heartrate_zones`]);
    expect(requests(again.asked)).toEqual([]);
    await settle(app.page, { asksSites: false });
    await first.page.close();
    await again.page.close();
  });

  it('appears once, through re-renders, 50 routes, back and forward', async () => {
    const { page } = await visit(activityPage());
    await shown(page, 1);
    // `npm run bench -- card` measures the delay.
    await backAfterRenders(page, 20);
    const counts = await page.evaluate(async (address: string) => {
      const found: number[] = [];
      const count = () => document.querySelectorAll('[data-rebound-card]').length;
      for (let i = 0; i < 50; i++) {
        const path = [`${address}/overview`, `${address}/analysis/${i}/${i + 60}`, `${address}/segments/${i}`, `${address}/edit`, address][
          i % 5
        ];
        const before = count();
        history.pushState(null, '', path);
        // Wait until the card has come or gone; where nothing changes, wait a moment.
        const changes = (i % 5 === 3 ? 0 : 1) !== before;
        for (let tries = 0; tries < (changes ? 500 : 8) && (!changes || count() === before); tries++)
          await new Promise((resolve) => setTimeout(resolve, 10));
        found.push(count());
      }
      return found;
    }, `/activities/${outing.id}`);
    expect(counts).toEqual(Array.from({ length: 50 }, (_, i) => (i % 5 === 3 ? 0 : 1)));
    for (const [steps, wanted] of [
      [-1, 0],
      [1, 1],
      [-3, 1],
      [2, 0],
      [1, 1],
    ] as const) {
      await page.evaluate((by: number) => history.go(by), steps);
      await shown(page, wanted);
    }
    // To another page of the site and back, from the browser's cache or with a new load.
    await page.goto('https://www.strava.com/settings');
    await page.goBack();
    await shown(page, 1);
    expect(await count(page)).toBe(1);
    await page.close();
  });

  it('collapses, moves to the corner, and can be hidden; Settings shows it again', async () => {
    const { page } = await visit(activityPage());
    await cardSaying(page, 'What to do now');
    await pressInCard(page, 'Move or hide');
    await pressInCard(page, 'Move to the corner');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('[data-rebound-card]') as Element).position === 'fixed');
    await cardSaying(page, 'What to do now');
    await page.screenshot({ path: join(SHOTS, 'card-corner.png') as `${string}.png` });
    await pressInCard(page, 'Move or hide');
    await pressInCard(page, 'Move into the page');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('[data-rebound-card]') as Element).position === 'static');
    await pressInCard(page, 'Collapse');
    await pressInCard(page, 'Expand');
    await pressInCard(page, 'Move or hide');
    await pressInCard(page, 'Hide on this site');
    await shown(page, 0);
    await app.page.bringToFront();
    await press(app.page, 'Settings');
    await app.page.waitForSelector('[data-site="strava"][data-allowed="true"]');
    await look(app.page, 'settings-sites');
    await press(app.page, 'Show it again');
    await page.close();
    const again = await visit(activityPage());
    await shown(again.page, 1);
    await again.page.close();
  });

  it('follows the page’s dark mode, fits narrow columns, and shows today on the dashboard', async () => {
    const dark = '<style>body{background:#16181d;color:#eee}</style>';
    const { page } = await visit(activityPage() + dark);
    await cardSaying(page, 'What to do now');
    await page.screenshot({ path: join(SHOTS, 'card-dark.png') as `${string}.png`, fullPage: true });
    expect(await brightness(page)).toBeLessThan(60);
    await page.evaluate(() => document.body.setAttribute('style', 'background:#fff;color:#111'));
    await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));
    expect(await brightness(page)).toBeGreaterThan(200);
    await page.evaluate(() => document.body.removeAttribute('style'));
    await page.setViewport({ width: 360, height: 900 });
    await page.screenshot({ path: join(SHOTS, 'card-narrow.png') as `${string}.png`, fullPage: true });
    await page.close();
    const feed =
      '<!doctype html><html lang="en"><title>Dashboard | Strava</title><main><div class="feature-feed"><div id="feed-entry-1">A ride</div></div></main>';
    const strip = await visit(feed, 'https://www.strava.com/dashboard');
    expect(await cardSaying(strip.page, 'Next:')).toContain('Today');
    await strip.page.screenshot({ path: join(SHOTS, 'card-strip.png') as `${string}.png` });
    await strip.page.close();
  });
});

describe('other sites', () => {
  const [english] = garminWords;
  if (english === undefined) throw new Error('no words of a page');
  const others = [
    {
      name: 'Garmin Connect',
      url: `https://connect.garmin.com/app/activity/${outing.id}`,
      html: makeGarminPage(english, { own: true }),
      claim: false,
    },
    { name: 'TrainingPeaks', url: 'https://app.trainingpeaks.com/#calendar', html: makeTrainingPeaksPage({}), claim: true },
    { name: 'intervals.icu', url: `https://intervals.icu/activities/${intervalsActivity.id}`, html: intervalsPage, claim: true },
    { name: 'a page that the user added', url: 'https://club.example/7', html: makeGenericPage('json-ld', 'en'), claim: true },
  ];

  it.each(others)('$name: shows one card with the load and does not move the page’s content', async ({ url, html, claim }) => {
    await settle(app.page, { asksSites: true });
    const { page, asked } = await visit(html, url, { '/api/activity/': JSON.stringify(intervalsActivity) });
    await shown(page, 1);
    const moved = await page.evaluate(() => {
      const host = document.querySelector('[data-rebound-card]');
      if (host === null) throw new Error('no card');
      const before = [...document.body.querySelectorAll('*')].filter(
        (one) => (host.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && !one.contains(host),
      );
      const places = () => before.map((one) => JSON.stringify(one.getBoundingClientRect()));
      const withCard = places();
      // Comes back as a new card.
      host.remove();
      const without = places();
      return withCard.filter((place, i) => place !== without[i]).length;
    });
    expect(moved).toBe(0);
    await shown(page, 1);
    await cardSaying(page, claim ? 'It is mine' : 'Load');
    if (claim) await pressInCard(page, 'It is mine');
    expect(await cardSaying(page, 'Load')).not.toContain('It is mine');
    const { origin } = new URL(url);
    expect(asked.filter((address) => !address.startsWith(origin) && !address.startsWith('chrome-extension:'))).toEqual([]);
    await settle(app.page, { asksSites: false });
    await page.close();
  });
});

describe('any page', () => {
  const styled = (css: string) =>
    activityPage(100).replace('</head>', `<style>body{margin:0;font:14px Arial}main,#main{width:900px}${css}</style></head>`);

  /** The position of the card, and its picture, once it has been drawn to the end: twice the same. */
  async function picture(page: Page) {
    // A long time ago, so that nothing counts down.
    await cardSaying(page, 'Load from');
    await page.bringToFront();
    let last = await drawn(page);
    for (let tries = 0; tries < 50; tries++) {
      const next = await drawn(page);
      if (next.png.equals(last.png)) return next;
      last = next;
    }
    throw new Error('the card never comes to rest');
  }

  async function drawn(page: Page) {
    const clip = await page.$eval('[data-rebound-card]', (host) => {
      const { x, y, width, height } = host.getBoundingClientRect();
      return { x, y: y + scrollY, width, height };
    });
    return { clip, png: Buffer.from(await page.screenshot({ clip, captureBeyondViewport: true })) };
  }

  it('keeps its style apart from the card’s', async () => {
    const plain = await visit(styled(''));
    const a = await picture(plain.page);
    const loud = await visit(
      styled(`[data-rebound-card], [data-rebound-card] * { display: inline !important; opacity: 0.1 !important; transform: scale(0.5) !important;
        font: 40px serif !important; color: red !important; letter-spacing: 9px !important; visibility: hidden !important; filter: invert(1) !important }
        :root { --s4: 90px; --text: red; --surface: lime }`),
    );
    const b = await picture(loud.page);
    expect(b.clip).toEqual(a.clip);
    expect(b.png.equals(a.png)).toBe(true);
    const look = (page: Page) =>
      page.evaluate(() =>
        ['h1', 'strong', '.label', 'a', 'body'].map((one) =>
          JSON.stringify({ ...getComputedStyle(document.querySelector(one) as Element) }),
        ),
      );
    const with_ = await look(plain.page);
    await plain.page.evaluate(() => document.querySelector('[data-rebound-card]')?.setAttribute('hidden', ''));
    expect((await look(plain.page)).slice(0, 4).map((one) => JSON.parse(one).font)).toEqual(
      with_.slice(0, 4).map((one) => JSON.parse(one).font),
    );
    await plain.page.close();
    await loud.page.close();
  });

  it('that is hostile gets no data and runs no code', async () => {
    const attack = `<script>
      window.seen = []; window.ran = 0;
      const note = (what) => window.seen.push(String(what));
      Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true });
      Object.prototype.own = true; Object.prototype.avgHrBpm = 255; Array.prototype.toJSON = () => 'forged';
      JSON.parse = (text) => { note('parse ' + text); return {}; };
      JSON.stringify = (value) => { note('stringify'); return '{"activityId":"${outing.id}","isOwner":true,"__proto__":{"own":true}}'; };
      window.fetch = (...all) => { note('fetch ' + all); return new Promise(() => {}); };
      XMLHttpRequest.prototype.open = function (...all) { note('xhr ' + all); };
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { note('shadow'); return attach.call(this, { mode: 'open' }); };
      customElements.define('rebound-card', class extends HTMLElement { constructor() { super(); window.internals = this.attachInternals(); } });
      const define = customElements.define; Object.defineProperty(window, 'customElements', { value: { define() { note('define'); } } });
      for (const type of ['keydown', 'input', 'change', 'message']) window.addEventListener(type, (event) => note(type + ' ' + (event.key ?? JSON.stringify(event.data))), true);
      new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) {
        if (node.localName === 'script' && /^chrome-extension/.test(node.src)) {
          node.dispatchEvent(new CustomEvent('rebound-page-data', { detail: { toString() { window.ran++; return '{}'; } } }));
          node.dispatchEvent(new CustomEvent('rebound-page-data', { detail: '{"activityId":"1","isOwner":true,"movingTime":1e9}' }));
        }
      } }).observe(document, { childList: true, subtree: true });
      </script>`;
    const markup = activityPage(1).replaceAll(outing.title, '&lt;img src=x onerror=window.ran++&gt;');
    const { page, asked } = await visit(markup.replace('<head>', `<head>${attack}`));
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    const card = await cardSaying(page, 'What to do now');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('[data-rebound-card]') as HTMLElement;
      const { ran, seen: noted, internals } = globalThis as unknown as { ran: number; seen: string[]; internals?: ElementInternals };
      let inside: string;
      try {
        inside = host.attachInternals().shadowRoot === null ? 'closed' : 'open';
      } catch {
        inside = 'refused';
      }
      const text = `${document.body.innerText}${document.documentElement.outerHTML}`;
      return {
        root: host.shadowRoot,
        internals: internals?.shadowRoot ?? null,
        inside,
        ran,
        noted,
        text,
        keys: localStorage.length + sessionStorage.length,
      };
    });
    expect([seen.root, seen.internals, seen.inside, seen.ran, seen.keys]).toEqual([null, null, 'refused', 0, 0]);
    // The request to the page's own world names only data of the page.
    expect(seen.noted.filter((what) => what !== 'stringify' && !(what.startsWith('parse {"') && what.includes('pageView')))).toEqual([]);
    for (const words of ['Recover from this', 'What to do now', 'Load from']) {
      expect(card).toContain(words);
      expect(`${seen.text}${logged.join()}`).not.toContain(words);
    }
    // The frame loads its own files.
    expect(asked.filter((address) => !/^chrome-extension:|\/x$/.test(address))).toEqual([]);
    await page.close();
  });

  it('shows one card next to the root of another extension', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rebound-other-'));
    try {
      const script = `const put = () => { const at = document.querySelector('.activity-stats .inline-stats'); if (!at || document.querySelector('[data-other]')) return;
        const host = document.createElement('rebound-card'); host.dataset.other = ''; host.attachShadow({ mode: 'closed' }).innerHTML = '<style>div{color:red}</style><div>other</div>'; at.after(host); };
        put(); setInterval(put, 30);`;
      const manifest = {
        manifest_version: 3,
        name: 'Other',
        version: '1',
        content_scripts: [{ matches: ['https://www.strava.com/*'], js: ['other.js'] }],
      };
      await writeFile(join(folder, 'other.js'), script);
      await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
      await app.harness.browser.installExtension(folder);
      const { page } = await visit(activityPage());
      for (let i = 0; i < 5; i++) {
        await page.waitForFunction(() => document.querySelector('[data-other]') !== null);
        await shown(page, 1);
        await page.evaluate(() => {
          const [list] = document.querySelectorAll('.activity-stats');
          if (list !== undefined)
            list.innerHTML = [...list.querySelectorAll('.inline-stats, .more-stats')].map((one) => one.outerHTML).join('');
        });
      }
      await page.waitForFunction(() => document.querySelectorAll('[data-other]').length === 1);
      await shown(page, 1);
      await cardSaying(page, 'Recover from this');
      await page.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
