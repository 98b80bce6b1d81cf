import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replayStrap } from '../../lib/simulated/replay';
import type { Sensor } from '../../lib/storage';
import { pages } from '../fixtures/strava/pages';
import { chooseDevice, launch } from './harness';
import { type Radio, startRadio } from './radio';
import { type App, install, press, see, waitForPhase } from './support/app';
import { cardRegistered, cardSaying, cards } from './support/card';
import { rows, storedChecks } from './support/database';
import { recording } from './support/recordings';
import { seedMornings, steadyMornings } from './support/seed';
import { drive, MEASUREMENT, pairAndStart, ready } from './support/strap';

/** One morning from start to end: chooser → connect → record → store → verdict → popup → badge → card on Strava. */
const FIXTURES = join(import.meta.dirname, '../fixtures/strava');
const SHOTS = join(import.meta.dirname, '../../test-results/e2e');
const html = (file: string) => readFileSync(join(FIXTURES, file), 'utf8');

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a morning', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    mkdirSync(SHOTS, { recursive: true });
    radio = await startRadio();
    app = await install({ radio });
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  async function measure(name: string) {
    const model = replayStrap(recording(name));
    const strap = radio.add(model);
    await pairAndStart(app.page, strap);
    await drive(app.page, radio, strap, model);
    await waitForPhase(app.page, 'done');
  }

  async function badge(): Promise<string> {
    const worker = await app.harness.serviceWorker();
    return worker.evaluate(() =>
      (globalThis as unknown as { chrome: { action: { getBadgeText(details: object): Promise<string> } } }).chrome.action.getBadgeText({}),
    );
  }

  /** The worker renews the badge after the row is written, so the badge may follow the screen by a moment. */
  const badgeBecomes = (text: string) => vi.waitFor(async () => expect(await badge()).toBe(text), 10_000);

  it('shows the same verdict in the app, the popup, the badge and on a Strava activity', async () => {
    const model = replayStrap(recording('synthetic-6'));
    const strap = radio.add(model);
    await press(app.page, 'Pair my strap');
    await press(app.page, 'Devices');
    await chooseDevice(app.page, strap.address, () => press(app.page, 'Heart-rate strap'));
    await strap.waitFor('subscribed', MEASUREMENT);
    await app.page.waitForSelector('[data-state="ready"]');
    const [sensor = null] = await rows<Sensor>(app.page, 'devices');
    // synthetic-6 has an RMSSD of about 32 ms: far below mornings around 60 with the same strap, after a low week.
    await seedMornings(
      app.page,
      [...steadyMornings(60).filter(({ daysAgo }) => daysAgo > 6), ...[1, 2, 3, 4, 5, 6].map((daysAgo) => ({ daysAgo, rmssdMs: 40 }))],
      sensor,
    );
    await press(app.page, 'Check');
    await press(app.page, 'Start check');
    await ready(app.page, strap);
    await drive(app.page, radio, strap, model);
    await waitForPhase(app.page, 'done');
    await app.page.waitForSelector('[data-verdict="rest"]');
    await see(app.page, 'Rest or very easy');
    await app.page.screenshot({ path: join(SHOTS, 'result.png') as `${string}.png` });

    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-verdict="rest"]');
    await see(popup, 'Rest or very easy');
    await see(popup, 'your usual');
    expect(await popup.evaluate(() => document.documentElement.clientWidth)).toBe(360);
    // Everything is visible without scrolling: the last button ends inside the window.
    const { footer, height } = await popup.evaluate(() => ({
      footer: document.querySelector('footer')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
      height: window.innerHeight,
    }));
    expect(footer).toBeLessThanOrEqual(height);
    await popup.screenshot({ path: join(SHOTS, 'popup.png') as `${string}.png` });
    await popup.close();
    await badgeBecomes('■');

    await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
    const [fixture] = pages;
    if (fixture === undefined) throw new Error('no Strava fixture');
    const site = await app.harness.site(fixture.url, html(fixture.file));
    const card = await cardSaying(site, 'Rest or very easy');
    // A year ago: the card shows its load, and nothing to recover from.
    expect(card).toContain('Load');
    expect(card).not.toContain('What to do now');
    await site.screenshot({ path: join(SHOTS, 'strava.png') as `${string}.png` });
    expect(app.problems).toEqual([]);
  });

  it('starts the check from the popup: the app tab comes to the front, and one click opens the chooser', async () => {
    const model = replayStrap(recording('synthetic-6'));
    const strap = radio.add(model);
    await press(app.page, 'Pair my strap');
    await press(app.page, 'Settings');
    await app.harness.browser.newPage();
    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-verdict="learning"]');
    await press(popup, 'Start check');
    await app.page.waitForFunction(() => document.visibilityState === 'visible' && location.hash === '#check');
    const { startWith } = await import('./support/strap');
    await startWith(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 10_000 });

    const during = await app.harness.openPopup();
    await see(during, 'Back to the check');
    await during.waitForSelector('[data-connection="ready"]');
    expect(await app.harness.browser.pages().then((all) => all.filter((page) => page.url().includes('app.html')).length)).toBe(1);
  });

  it('says after the first morning how many more are needed', async () => {
    await measure('synthetic-5');
    await see(app.page, 'Learning, 1 of 7');
    await badgeBecomes('1/7');
    const [check] = await storedChecks(app.page);
    expect(check?.world).toBe('own');
  });

  it('hides the card’s text from the page, and shows no card on pages without an activity', async () => {
    await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
    const fixture = pages[0];
    if (fixture === undefined) throw new Error('no Strava fixture');
    const site = await app.harness.site(fixture.url, html(fixture.file));
    await cardSaying(site, 'No check yet today');
    const seen = await site.evaluate(() => ({
      root: document.querySelector('[data-rebound-card]')?.shadowRoot ?? null,
      text: document.body.innerText,
      markup: document.documentElement.outerHTML,
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    }));
    expect(seen.root).toBeNull();
    expect(`${seen.text}${seen.markup}`).not.toContain('No check yet');
    expect(seen.keys).toEqual([]);

    const edit = await app.harness.site('https://www.strava.com/activities/11000000001/edit', html(fixture.file));
    await edit.waitForSelector('#main');
    expect(await cards(edit)).toEqual([]);
  });

  for (const fixture of pages) {
    it(`reads ${fixture.file} or names what it could not read`, async () => {
      await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
      const site = await app.harness.site(fixture.url, html(fixture.file));
      const { startLocal, movingTimeS, avgHrBpm, own } = fixture.activity;
      if (fixture.mount === null) {
        expect(await cards(site)).toEqual([]);
        return;
      }
      const without =
        own === false ? 'This activity is somebody else’s' : own === null ? 'Rebound could not read whose activity this is' : null;
      const card = await cardSaying(site, without ?? (startLocal === null || movingTimeS === null ? 'start and duration' : 'Load from'));
      expect(/[Aa]verage heart rate/.test(card)).toBe(avgHrBpm === null);
    });
  }
});

describe('when the permission is revoked', () => {
  it('removes the card from open pages, and shows none on new ones', async () => {
    const app = await install();
    try {
      const worker = await app.harness.serviceWorker();
      await cardRegistered((script) => worker.evaluate(script));
      const fixture = pages[0];
      if (fixture === undefined) throw new Error('no Strava fixture');
      const site = await app.harness.site(fixture.url, html(fixture.file));
      await cardSaying(site, 'No check yet today');
      // In the end-to-end build the permission is required, so the browser does not let it be removed: only the browser's answer is
      // replaced.
      await worker.evaluate(() => {
        const { permissions } = (globalThis as unknown as { chrome: { permissions: { contains: unknown } } }).chrome;
        permissions.contains = () => Promise.resolve(false);
      });
      await app.page.evaluate(() =>
        (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
          rebound: 1,
          kind: 'sites-changed',
          input: {},
        }),
      );
      await site.bringToFront();
      await site.waitForFunction(() => document.querySelector('[data-rebound-card]') === null);
      const again = await app.harness.site(fixture.url, html(fixture.file));
      await again.waitForSelector('#heading');
      expect(await cards(again)).toEqual([]);
    } finally {
      await app.harness.close();
    }
  });
});

describe('without the permission', () => {
  it('injects nothing: the shipped extension requests no site at installation', async () => {
    const harness = await launch({ extension: join(import.meta.dirname, '../../.output/chrome-mv3') });
    try {
      const worker = await harness.serviceWorker();
      const granted = await worker.evaluate(() =>
        (globalThis as unknown as { chrome: { permissions: { getAll(): Promise<{ origins?: string[] }> } } }).chrome.permissions.getAll(),
      );
      expect(granted.origins).toEqual([]);
      const fixture = pages[0];
      if (fixture === undefined) throw new Error('no Strava fixture');
      const site = await harness.site(fixture.url, html(fixture.file));
      await site.waitForSelector('#heading');
      expect(await cards(site)).toEqual([]);
    } finally {
      await harness.close();
    }
  });
});
