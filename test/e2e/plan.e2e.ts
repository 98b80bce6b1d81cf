import { readFileSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, advance, install, press, see, tryWithoutStrap } from './support/app';
import { put, rows } from './support/database';
import { look, violations } from './support/look';

/** From what is said in the settings to a plan, and what is done with it. One profile for the whole journey. */

interface Planned {
  readonly previous: readonly { readonly id: string; readonly startMs: number }[];
  readonly moved: readonly { readonly id: string; readonly startMs: number }[];
}
interface Logged {
  readonly itemId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly modality: string;
  readonly minutes: number;
  readonly sessionId?: string;
}

const QUARTER_MS = 15 * 60_000;
let app: App;
let page: Page;

/** A zone in which it is between two and three in the afternoon: the plan of a day is not to depend on when the test runs. */
function afternoonZone(): string {
  const ahead = 14 - new Date().getUTCHours();
  // POSIX counts westward.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

beforeAll(async () => {
  app = await install({ timeZone: afternoonZone() });
  page = app.page;
  await tryWithoutStrap(page);
});
afterAll(async () => {
  await app.harness.close();
});

async function until<Row>(store: string, want: (all: readonly Row[]) => boolean): Promise<readonly Row[]> {
  for (let tries = 0; tries < 200; tries++) {
    const all = await rows<Row>(page, store);
    if (want(all)) return all;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`not so: ${JSON.stringify(await rows(page, store))}`);
}

async function to(hash: string, selector: string): Promise<void> {
  await page.evaluate((where: string) => {
    location.hash = where;
  }, hash);
  await page.waitForSelector(selector);
}

const gone = (selector: string) => page.waitForFunction((one: string) => document.querySelector(one) === null, {}, selector);
const startOf = async (id: string) => (await rows<Planned>(page, 'plans'))[0]?.previous.find((one) => one.id === id)?.startMs ?? Number.NaN;

/** The sum of what is in the way: sideways from where it is held. */
async function drag(selector: string, byPx: number): Promise<void> {
  const handle = await page.waitForSelector(selector);
  await handle?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await handle?.boundingBox();
  if (box == null) throw new Error(`nothing to drag: ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + byPx / 2, y, { steps: 3 });
  await page.mouse.move(x + byPx, y, { steps: 3 });
  await page.mouse.up();
}

describe('the plan', () => {
  it('is asked for: screening first, then goal, things and hours', async () => {
    await to('#plan', '[data-screening-first]');
    expect(await page.$('[data-item^="stretching"]')).toBeNull();
    await page.waitForSelector('[data-excluded="stretching"][data-rule="screening-first"]');
    await look(page, 'plan-screening');
    await press(page, 'None of these');
    await gone('[data-screening-first]');
    await page.waitForSelector('[data-item^="stretching"]');
    await see(page, 'You have not said a goal.');

    await to('#settings/plan', '[data-plan-goal]');
    await press(page, 'Endurance');
    for (const thing of ['foam-roller', 'massage-gun', 'compression-boots', 'cold-bath', 'sauna', 'compression-garment']) {
      await page.$eval(`[data-plan-equipment] [data-value="${thing}"]`, (box) => (box as HTMLInputElement).click());
      await page.waitForSelector(`[data-plan-equipment] [data-value="${thing}"]:checked`);
    }
    await page.$eval('[data-time="bed"]', (field) => {
      (field as HTMLInputElement).value = '22:30';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press(page, 'Add a phase');
    await page.waitForSelector('[data-phases] select');
    await page.select('[data-phases] select', 'heavy');
    await look(page, 'settings-plan');
    const settled = async () => page.evaluate(() => document.querySelectorAll('[data-plan-equipment] :checked').length);
    expect(await settled()).toBe(6);
  });

  it('hangs on the session of today', async () => {
    const nowMs = await page.evaluate(() => (globalThis as unknown as { __reboundClock: { now(): number } }).__reboundClock.now());
    const startMs = nowMs - 90 * 60_000;
    await put(page, 'activities', {
      id: 'run',
      world: 'own',
      source: 'typed',
      sourceId: null,
      sport: 'run',
      startMs,
      movingTimeS: 3600,
      avgHrBpm: null,
      rpe: 8,
      kind: null,
      regions: ['quads', 'calves'],
      timeZone: afternoonZone(),
      day: await page.evaluate((ms: number) => new Date(ms).toLocaleDateString('sv-SE'), startMs),
      title: null,
      maxHrBpm: null,
      distanceM: null,
      edited: [],
    });
    await page.reload();
    await to('#plan', '.plan-day');
    await to('#plan', '[data-modality="massage-gun"]');
    await page.waitForSelector('[data-modality="cold-water-immersion"]');
    await page.waitForSelector('[data-anchor="done"]');
    await see(page, 'Heavy block');
    await look(page, 'plan-light');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.setViewport({ width: 360, height: 800 });
    await look(page, 'plan-dark-narrow');
    await page.emulateMediaFeatures([]);
    await page.setViewport({ width: 1280, height: 800 });
    expect(app.problems).toEqual([]);
  });
});
