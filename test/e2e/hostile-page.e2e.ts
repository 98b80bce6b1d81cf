import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePage, outing } from '../fixtures/strava/make-page';
import { words } from '../fixtures/strava/words';
import { type App, install, tryWithoutStrap } from './support/app';
import { cardFrame, cardRegistered, cardSaying } from './support/card';
import { rows, settle } from './support/database';

/** A page of an allowed site that is out to read the card, to press it by other people's clicks, and to pretend to be us. */
const ACTIVITY = `https://www.strava.com/activities/${outing.id}`;
/** So long does the card need to be sure that it is seen, and some more; ms. */
const SEEN_MS = 900;
const EFFORT = '7 of 10, very hard';

let app: App;
beforeAll(async () => {
  app = await install();
  await tryWithoutStrap(app.page);
  await settle(app.page, { screening: { answeredAtMs: Date.now(), ticks: {} } });
  await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
});
afterAll(() => app.harness.close());

async function visit(head = '', headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const [english] = words;
  if (english === undefined) throw new Error('no words of a page');
  const html = makePage(english, { heartRate: false }).replace('<head>', `<head>${head}`);
  const page = await app.harness.browser.newPage();
  await page.setViewport({ width: 1000, height: 1200 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().startsWith('https:'))
      return void request.respond({ contentType: 'text/html; charset=utf-8', headers, body: html });
    return void (/^https?:/.test(request.url()) ? request.respond({ status: 404 }) : request.continue());
  });
  await page.goto(ACTIVITY);
  await page.bringToFront();
  return page;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const effort = async () => (await rows<{ rpe: number | null }>(app.page, 'activities')).map(({ rpe }) => rpe);

/** The middle of a control of the card, in the page's own coordinates. */
async function middle(frame: Frame, name: string): Promise<{ x: number; y: number }> {
  const control = await frame.waitForSelector(`aria/${name}`);
  const box = await control?.boundingBox();
  if (!box) throw new Error(`no “${name}”`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('what a page can find out', () => {
  it('is no word of the card, however it looks for it', async () => {
    const page = await visit(`<script>
      window.heard = [];
      addEventListener('message', (event) => heard.push(event.data), true);
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function () { return attach.call(this, { mode: 'open' }); };
      const post = window.postMessage; window.postMessage = function (...all) { heard.push(all); return post.apply(this, all); };
    </script>`);
    const card = await cardSaying(page, 'How hard was it?');
    const found = await page.evaluate(() => {
      const finds = (text: string) =>
        (globalThis as unknown as { find(text: string, ...more: boolean[]): boolean }).find(text, false, false, true);
      document.execCommand('selectAll');
      const selected = String(getSelection());
      const host = document.querySelector('[data-rebound-card]');
      const at = host?.getBoundingClientRect();
      const under = at === undefined ? null : document.elementFromPoint(at.x + 40, at.y + 40);
      const range = at === undefined ? null : document.caretRangeFromPoint(at.x + 60, at.y + 40);
      return {
        find: ['only you see this', 'How hard', 'No check yet', 'Load'].filter(finds),
        selected,
        text: document.body.innerText + document.documentElement.outerHTML + (host?.textContent ?? ''),
        frames: [window.length, window.frames.length, document.querySelectorAll('iframe').length],
        shadow: host?.shadowRoot ?? null,
        under: under?.localName,
        range: range?.startContainer.textContent ?? '',
        addresses: performance
          .getEntries()
          .map(({ name }) => name)
          .filter((name) => name.includes('extension')),
        heard: (globalThis as unknown as { heard: unknown[] }).heard.length,
      };
    });
    expect(found).toMatchObject({ find: [], frames: [0, 0, 0], shadow: null, under: 'div', addresses: [], heard: 0 });
    for (const words of ['only you see this', 'How hard was it?', 'No check yet today']) {
      expect(card).toContain(words);
      expect(found.selected + found.text + found.range).not.toContain(words);
    }
    const tree = JSON.stringify(await page.accessibility.snapshot({ includeIframes: false }));
    expect(tree).not.toContain('How hard was it?');
    await page.close();
  });

  it('is not the address of the frame; a frame of its own at the address that everyone knows stays empty', async () => {
    const page = await visit();
    await cardSaying(page, 'How hard was it?');
    const own = await page.evaluate(async (id: string) => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/card.html`;
      frame.name = 'stolen';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      return window.length;
    }, app.harness.extensionId);
    expect(own).toBe(1);
    const stolen = page.frames().find((frame) => frame.url().startsWith('chrome-error:'));
    expect(stolen?.url()).toBe('chrome-error://chromewebdata/');
    await page.close();
  });

  it('stays nothing when it embeds the very address of the frame: without the script that placed it, it is empty', async () => {
    const page = await visit();
    const frame = await cardFrame(page);
    await cardSaying(page, 'How hard was it?');
    // A page cannot learn this address; a test can ask the extension.
    const address = await frame.evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { getURL(path: string): string } } }).chrome.runtime.getURL('/card.html'),
    );
    const hello = { token: 'guessed', scheme: 'light', site: 'strava', where: 'strava', pageKey: 'x', page: 'overview', pageData: {} };
    await page.evaluate(
      (url: string) => {
        const copy = document.createElement('iframe');
        copy.src = url;
        document.body.append(copy);
      },
      `${address}#${encodeURIComponent(JSON.stringify(hello))}`,
    );
    await pause(1500);
    const copies = page.frames().filter((one) => one.url().includes('card.html') && one !== frame);
    const texts = await Promise.all(copies.map((copy) => copy.evaluate(() => document.body.innerText)));
    expect(texts.join('')).toBe('');
    await page.close();
  });
});

const COVER = (style: string) => `const cover = document.createElement('div');
  cover.id = 'cover';
  cover.popover = 'manual';
  cover.style.cssText = 'margin:0;padding:0;border:0;pointer-events:none;background:#fff;${style}';
  document.body.append(cover);`;
const ON_HOST = (property: string, value: string) => `host.parentElement.style.${property} = '${value}'`;

/** Ways to get a person's real click onto the card without their seeing it. */
const COVERS: Readonly<Record<string, string>> = {
  'a picture over everything that lets clicks through': COVER(
    'display:block;position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647',
  ),
  'a picture in the top layer': `${COVER('inset:0;width:100vw;height:100vh')} cover.showPopover()`,
  'a picture over the words beside the button': `${COVER('display:block;position:fixed;z-index:9')}
    const { x, y, width, height } = host.getBoundingClientRect();
    Object.assign(cover.style, { left: x + 'px', top: y + height * 0.3 + 'px', width: width * 0.2 + 'px', height: height * 0.5 + 'px' })`,
  transparency: ON_HOST('opacity', '0.01'),
  'a filter': ON_HOST('filter', 'opacity(0.01)'),
  'a mask': ON_HOST('maskImage', 'linear-gradient(transparent, transparent)'),
  'a clip that leaves a hole for the button': ON_HOST('clipPath', 'inset(45% 10% 20% 10%)'),
  blending: ON_HOST('mixBlendMode', 'difference'),
  'a turn': ON_HOST('transform', 'rotate(2deg)'),
};

describe('a click that a person makes without seeing the card', () => {
  let page: Page;
  let frame: Frame;
  const asked = 'How hard was it?';
  beforeAll(async () => {
    page = await visit();
    frame = await cardFrame(page);
    await cardSaying(page, asked);
    await pause(SEEN_MS);
  });
  afterAll(() => page.close());

  it.each(Object.entries(COVERS))('does nothing under %s, and says so', async (_, code) => {
    const clean = await page.evaluate((script: string) => {
      const host = document.querySelector('[data-rebound-card]');
      const before = host?.parentElement?.getAttribute('style') ?? '';
      new Function('host', script)(host);
      return before;
    }, code);
    await pause(SEEN_MS);
    const at = await middle(frame, EFFORT);
    await page.mouse.click(at.x, at.y);
    await cardSaying(page, 'Nothing was saved');
    expect(await effort()).toEqual([null]);
    await page.evaluate((style: string) => {
      document.querySelector('#cover')?.remove();
      document.querySelector('[data-rebound-card]')?.parentElement?.setAttribute('style', style);
    }, clean);
  });

  it.each(['transparency', 'a turn', 'a picture over everything that lets clicks through'])(
    'does nothing when the page puts up %s just before the press',
    async (way) => {
      // The first one is answered with the same words as the last: they say nothing new.
      await page.reload();
      frame = await cardFrame(page);
      await cardSaying(page, asked);
      await pause(SEEN_MS);
      const at = await middle(frame, EFFORT);
      await page.evaluate(
        (script: string) => new Function('host', script)(document.querySelector('[data-rebound-card]')),
        COVERS[way] ?? '',
      );
      await page.mouse.click(at.x, at.y);
      await cardSaying(page, 'Nothing was saved');
      expect(await effort()).toEqual([null]);
    },
  );

  it('that a script makes up reaches no frame of another origin', async () => {
    await page.reload();
    frame = await cardFrame(page);
    await cardSaying(page, asked);
    await pause(SEEN_MS);
    const { x, y } = await middle(frame, EFFORT);
    await page.evaluate(
      (clientX: number, clientY: number) => {
        const host = document.querySelector('[data-rebound-card]');
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          host?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX, clientY }));
      },
      x,
      y,
    );
    // Even one in the frame itself is not the user's, although the browser trusts the change that it brings.
    await frame.evaluate((name: string) => (document.querySelector(`[aria-label="${name}"]`) as HTMLElement).click(), EFFORT);
    await pause(300);
    expect(await effort()).toEqual([null]);
  });

  it('counts when the card has been seen for a moment, and not before', async () => {
    await page.evaluate(() => {
      const host = document.querySelector('[data-rebound-card]')?.parentElement;
      if (host) host.style.opacity = '0.01';
    });
    await pause(SEEN_MS);
    const at = await middle(frame, EFFORT);
    await page.evaluate(() => document.querySelector('[data-rebound-card]')?.parentElement?.removeAttribute('style'));
    await page.mouse.click(at.x, at.y);
    await cardSaying(page, 'Nothing was saved');
    await pause(SEEN_MS);
    const seen = await middle(frame, EFFORT);
    await page.mouse.click(seen.x, seen.y);
    await cardSaying(page, 'Effort: 7 of 10');
    expect(await effort()).toEqual([7]);
  });
});

describe('what a page can do', () => {
  it('to the card is to remove it; it cannot end its script with an event', async () => {
    const page = await visit();
    await cardSaying(page, 'This activity');
    await page.evaluate((id: string) => {
      for (const name of ['strava', 'card', 'card-strava', '']) document.dispatchEvent(new Event(`rebound-${id}-${name}`));
      for (const data of ['hide', { kind: 'hide' }, { rebound: 1, kind: 'sites-allowed', origins: [] }]) window.postMessage(data, '*');
    }, app.harness.extensionId);
    await pause(300);
    await cardSaying(page, 'This activity');
    await page.evaluate(() => document.querySelector('[data-rebound-card]')?.remove());
    await cardSaying(page, 'This activity');
    await page.close();
  });

  it('against frames is told in the popup', async () => {
    const page = await visit('', { 'cross-origin-embedder-policy': 'require-corp' });
    await page.waitForSelector('[data-rebound-card]');
    await page.waitForFunction(() => document.querySelector('[data-rebound-card]') === null, { timeout: 20_000 });
    // The background notes it after the card is gone.
    await app.page.waitForFunction(
      async (wanted: string) => {
        type Extension = { readonly chrome: { readonly storage: { readonly session: { get(key: string): Promise<unknown> } } } };
        const kept = await (globalThis as unknown as Extension).chrome.storage.session.get('blocked-cards');
        return JSON.stringify(kept) === wanted;
      },
      {},
      JSON.stringify({ 'blocked-cards': ['https://www.strava.com'] }),
    );
    await page.close();
    const again = await visit();
    await cardSaying(again, 'This activity');
    await again.close();
  });
});
