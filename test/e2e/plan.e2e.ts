import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, advance, click, install, press, see, tryWithoutStrap } from './support/app';
import { rows, stored } from './support/database';
import { downloaded } from './support/downloads';
import { look, violations } from './support/look';
import { afternoonZone, type Logged, ran, to as show } from './support/plan';

/** From the settings to a plan, and the actions on it. One profile for all steps. */

interface Planned {
  readonly previous: readonly { readonly id: string; readonly startMs: number }[];
  readonly moved: readonly { readonly id: string; readonly startMs: number }[];
}

const QUARTER_MS = 15 * 60_000;
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

const to = (hash: string, selector: string) => show(page, hash, selector);
const gone = (selector: string) => page.waitForFunction((one: string) => document.querySelector(one) === null, {}, selector);
const readStart = async (id: string) =>
  (await rows<Planned>(page, 'plans'))[0]?.previous.find((one) => one.id === id)?.startMs ?? Number.NaN;

/** Drags sideways. */
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
  it('starts with the health questions, then goal, equipment and hours', async () => {
    await to('#plan', '[data-screening-first]');
    expect(await page.$('[data-item^="stretching"]')).toBeNull();
    await page.waitForSelector('[data-excluded="stretching"][data-rule="screening-first"]');
    await look(page, 'plan-screening');
    await press(page, 'None of these');
    await gone('[data-screening-first]');
    await page.waitForSelector('[data-item^="stretching"]');
    await see(page, 'You have not set a goal.');

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
    expect(await page.$$eval('[data-plan-equipment] :checked', (all) => all.length)).toBe(6);
  });

  it('depends on today’s session', async () => {
    await ran(page, 30);
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

  it('items can be ticked off, skipped with a reason, and restored', async () => {
    await press(page, 'Done: Protein');
    await stored<Logged>(page, 'planLog', ([one]) => one?.modality === 'protein' && one.outcome === 'done');
    await page.waitForSelector('[data-logged="done"][data-modality="protein"]');
    await press(page, 'Undo');
    await stored(page, 'planLog', (all) => all.length === 0);
    await page.waitForSelector('[data-item][data-modality="protein"]');

    await press(page, 'Skip: Foam rolling');
    await press(page, 'No time');
    const [skipped] = await stored<Logged>(page, 'planLog', (all) => all.length === 1);
    expect(skipped).toMatchObject({ modality: 'foam-rolling', outcome: 'skipped', reason: 'No time', minutes: 0 });
    await see(page, 'Skipped: No time');
    // Counts as kept in the week because of the reason.
    await see(page, '1 skipped with a reason');
    await press(page, 'Reopen: Foam rolling');
    await stored(page, 'planLog', (all) => all.length === 0);
  });

  it('items can be moved by dragging and by keyboard, and stay there', async () => {
    // Today's, which comes back: later days are folded.
    const today = 'section.plan-day [data-item][data-modality="foam-rolling"]';
    await page.waitForSelector(today);
    const id = await page.$eval(today, (row) => (row as HTMLElement).dataset.item ?? '');
    const handle = `[data-move="${id}"]`;
    const before = await readStart(id);
    await drag(handle, 60);
    const moved = async (isDone: (startMs: number) => boolean) => {
      const [plan] = await stored<Planned>(page, 'plans', ([one]) =>
        isDone(one?.moved.find((each) => each.id === id)?.startMs ?? Number.NaN),
      );
      return plan?.moved.find((each) => each.id === id)?.startMs ?? Number.NaN;
    };
    const dragged = await moved((startMs) => startMs > before);
    expect(dragged % (5 * 60_000)).toBe(0);
    await see(page, 'Moved by you');
    // The displayed plan has it there.
    await stored<Planned>(page, 'plans', ([one]) => one?.previous.find((each) => each.id === id)?.startMs === dragged);

    await page.focus(handle);
    await page.keyboard.press('ArrowRight');
    expect(await moved((startMs) => startMs !== dragged)).toBe(dragged + QUARTER_MS);
    await page.waitForFunction((one: string) => document.activeElement?.matches(one), {}, handle);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await moved((startMs) => startMs === dragged - QUARTER_MS);
    expect(await page.$eval('[data-said]', (said) => (said as HTMLElement).innerText)).toMatch(/^Foam rolling now starts at/);
    // Not beyond its window.
    await page.keyboard.press('End');
    const last = await moved((startMs) => startMs > dragged);
    await page.keyboard.press('ArrowRight');
    expect(await page.$eval(handle, (one) => one.getAttribute('aria-valuenow') === one.getAttribute('aria-valuemax'))).toBe(true);
    await press(page, 'Let the plan choose the time: Foam rolling');
    await stored<Planned>(page, 'plans', ([one]) => one?.moved.length === 0);
    expect(last).toBeGreaterThan(dragged);
  });

  it('exports to other calendars', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rebound-plan-'));
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(page, 'Save as calendar (.ics)');
    const lines = (await downloaded(folder, '.ics')).toString('utf8').replaceAll('\r\n ', '').split('\r\n');
    const [plan] = await rows<Planned>(page, 'plans');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT').length).toBe(plan?.previous.length);
    const starts = lines.filter((line) => line.startsWith('DTSTART:')).map((line) => line.slice(8));
    const expected = plan?.previous.map(({ startMs }) => `${new Date(startMs).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`);
    expect(starts).toEqual(expected);
    expect(lines.some((line) => line.startsWith('SUMMARY:Foam rolling: '))).toBe(true);
  });

  it('items can be carried out with the guided timer, which ticks them off', async () => {
    await click(page, '[data-item][data-modality="foam-rolling"] [data-start-timer]');
    await page.waitForSelector('[data-guided="set-up"]');
    await click(page, '[data-one-tap="none"]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await page.waitForSelector('[data-guided="running"]');
    await advance(page, 8 * 60_000);
    await page.waitForSelector('[data-guided="ended"]');
    const [done] = await stored<Logged>(page, 'planLog', (all) => all.length === 1);
    const [record] = await rows<{ readonly id: string; readonly plan: { readonly item: string } }>(page, 'sessions');
    expect(done).toMatchObject({ modality: 'foam-rolling', outcome: 'done', sessionId: record?.id, itemId: record?.plan.item });
    await to('#plan', '[data-logged="done"][data-modality="foam-rolling"]');
    expect(await page.$(`[data-item="${record?.plan.item}"]`)).toBeNull();
  });

  it('on a phone collapses later days, and opens the one with a linked item', async () => {
    await page.setViewport({ width: 360, height: 800 });
    await page.reload();
    await page.waitForSelector('.plan-day [data-item]');
    const [folded] = await page.$$eval('details.plan-day [data-item]', (all) => all.map((row) => (row as HTMLElement).dataset.item ?? ''));
    if (folded === undefined) throw new Error('nothing is planned for the days to come');
    expect(await page.$$eval('details.plan-day', (days) => days.filter((day) => (day as HTMLDetailsElement).open).length)).toBe(0);
    await page.evaluate(
      (hash: string) => {
        location.hash = hash;
      },
      `#plan/${encodeURIComponent(folded)}`,
    );
    await page.waitForFunction(
      (id: string) => {
        const row = document.querySelector(`[data-item="${CSS.escape(id)}"]`);
        const box = row?.getBoundingClientRect();
        return row?.contains(document.activeElement) && box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
      },
      {},
      folded,
    );
    expect(await page.$$eval('details.plan-day[open]', (days) => days.length)).toBe(1);
    await page.setViewport({ width: 1280, height: 800 });
    await to('#plan', '.plan-day [data-item]');
  });

  it('appears on Today, in the popup without scrolling, and in the side panel', async () => {
    await to('#today', '[data-plan-card] [data-item]');
    await look(page, 'plan-today');
    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-next]');
    const high = await popup.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
    expect(high).toBeLessThanOrEqual(0);
    await popup.screenshot({ path: 'test-results/screens/plan-popup.png' });
    expect(await violations(popup)).toEqual([]);
    const next = await popup.$eval('[data-next]', (one) => (one as HTMLElement).dataset.next);
    await click(popup, '[data-next] button.icon');
    await stored<Logged>(page, 'planLog', (all) => all.some(({ itemId, outcome }) => itemId === next && outcome === 'done'));
    // An item that is done here is no longer the next one, here and in the app.
    await popup.waitForFunction((one: string) => document.querySelector<HTMLElement>('[data-next]')?.dataset.next !== one, {}, next ?? '');
    await popup.close();
    const panel = await app.harness.openPage('sidepanel.html');
    await panel.setViewport({ width: 360, height: 800 });
    await panel.waitForSelector('[data-plan-card]');
    await look(panel, 'plan-panel');
    await panel.close();
    expect(app.problems).toEqual([]);
  });
});
