import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, advance, click, install, press, see, tryWithoutStrap } from './support/app';
import { rows, type StoredCheck } from './support/database';
import { downloaded } from './support/downloads';
import { look, SHOTS } from './support/look';
import { recording, rmssd } from './support/recordings';
import { asTicks, H10, type SeededRecording, seedMornings, seedRecordings, steadyMornings } from './support/seed';

/** The History screen: the list, one check, tags and note, delete and undo; the demo separately; thousands of checks. */
type Kept = StoredCheck & { readonly tags?: readonly string[]; readonly note?: string; readonly startedAtMs: number };

let app: App;
afterEach(async () => {
  await app.harness.close();
});

const inMs = (rrMs: readonly number[]) => asTicks(rrMs).map((ticks) => (ticks * 1000) / 1024);
/** Bigeminy: every second interval is long. It cannot be read. */
const IRREGULAR = Array.from({ length: 280 }, (_, i) => (i % 2 === 0 ? 640 + (i % 7) * 9 : 1160 - (i % 5) * 13));

const RECORDINGS: readonly SeededRecording[] = [
  { id: 'today', daysAgo: 0, rrMs: recording('synthetic-2'), changes: { tags: ['late night'], note: 'Slept badly.' } },
  { id: 'again', daysAgo: 0, minutes: 55, rrMs: recording('synthetic-1'), changes: { posture: 'sitting' } },
  { id: 'gaps', daysAgo: 41, rrMs: recording('synthetic-3'), gapsAfter: [120, 121, 250] },
  { id: 'irregular', daysAgo: 42, rrMs: IRREGULAR },
  { id: 'short', daysAgo: 43, rrMs: recording('synthetic-5').slice(0, 25), changes: { breathing: { kind: 'paced', perMin: 6 } } },
  { id: 'shown', daysAgo: 0, minutes: 9, rrMs: recording('synthetic-6'), changes: { world: 'demo' } },
];

async function started(options: Parameters<typeof install>[0] = {}): Promise<Page> {
  app = await install(options);
  await tryWithoutStrap(app.page);
  return app.page;
}

/** Opens a screen as a link does. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to: string) => {
    location.hash = to;
  }, address);
}

async function openHistory(page: Page): Promise<void> {
  await go(page, '#history');
  await page.waitForSelector('[data-total], main a.button[href="#check"]');
}

async function open(page: Page, id: string): Promise<void> {
  await go(page, `#history/${id}`);
  await page.waitForSelector(`[data-detail="${id}"]`);
}

const listed = (page: Page) => page.$$eval('[data-check]', (all) => all.map((row) => (row as HTMLElement).dataset.check ?? ''));
const stored = async (page: Page, id: string) => (await rows<Kept>(page, 'checks')).find((check) => check.id === id);
const untilStored = async (page: Page, id: string, isDone: (check: Kept | undefined) => boolean) => {
  for (let tries = 0; tries < 100; tries++) {
    const check = await stored(page, id);
    if (isDone(check)) return check;
  }
  throw new Error(`${id} was not stored as expected`);
};

describe('history', () => {
  it('is empty at first, and says what to do', async () => {
    const page = await started();
    await press(page, 'History');
    await see(page, 'No check yet.');
    expect(await page.$eval('main a.button', (link) => (link as HTMLAnchorElement).hash)).toBe('#check');
    expect(app.problems).toEqual([]);
  });

  it('lists every check, newest first, with whether it counts and why not; demo checks separately', async () => {
    const page = await started();
    await seedMornings(page, steadyMornings(35), H10);
    await seedRecordings(page, RECORDINGS);
    await openHistory(page);
    const own = (await rows<Kept>(page, 'checks')).filter(({ world }) => world === 'own');
    const byTime = own.sort((a, b) => b.startedAtMs - a.startedAtMs).map(({ id }) => id);
    expect(await listed(page)).toEqual(byTime);
    const words = async (id: string) => page.$eval(`[data-check="${id}"]`, (row) => (row as HTMLElement).innerText.replace(/\s+/g, ' '));
    expect(await words('today')).toMatch(/6:40 AM.*\d ?ms your usual \d+–\d+ \d+ ?bpm.*Counts.*Lying.*Polar H10.*late night/);
    expect(await words('again')).toMatch(/Does not count: 6:40 AM does.*Sitting/);
    expect(await words('irregular')).toMatch(/–ms.*Unusable signal.*Does not count: poor signal/);
    expect(await words('short')).toMatch(/Does not count: too short.*Paced, 6.0 a minute/);

    await press(page, 'Demo (1)');
    await see(page, 'Taken with the simulated strap');
    await page.waitForFunction(() => document.querySelectorAll('[data-check]').length === 1);
    expect(await listed(page)).toEqual(['shown']);
    expect(await words('shown')).toMatch(/Demo: never counts/);
    expect(app.problems).toEqual([]);
  });

  it('shows one check with the figures of its beats', async () => {
    const page = await started();
    await seedRecordings(page, RECORDINGS);
    await openHistory(page);
    await click(page, '[data-check="today"] a');
    await page.waitForSelector('[data-detail="today"]');
    const figure = (name: string, column: 1 | 2) =>
      page.$eval(`[data-metric="${name}"] td:nth-of-type(${column})`, (cell) => Number((cell as HTMLElement).dataset.value));
    const rrMs = inMs(recording('synthetic-2'));
    const mean = rrMs.reduce((sum, rr) => sum + rr, 0) / rrMs.length;
    const sdnn = Math.sqrt(rrMs.reduce((sum, rr) => sum + (rr - mean) ** 2, 0) / (rrMs.length - 1));
    const apart = rrMs.slice(1).filter((rr, i) => Math.abs(rr - (rrMs[i] ?? 0)) > 50).length;
    expect(await figure('rmssd', 1)).toBeCloseTo(rmssd(rrMs), 9);
    expect(await figure('meanRr', 1)).toBeCloseTo(mean, 9);
    expect(await figure('meanHr', 1)).toBeCloseTo(60_000 / mean, 9);
    expect(await figure('sdnn', 1)).toBeCloseTo(sdnn, 9);
    expect(await figure('pnn50', 1)).toBeCloseTo((100 * apart) / (rrMs.length - 1), 9);
    // The generator knows the RMSSD without the faults it put in: test/fixtures/synthetic/faults.json.
    const faults = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/synthetic/faults.json'), 'utf8'));
    const truth: number = faults['synthetic-2'].true_RMSSD_ms;
    expect(Math.abs((await figure('rmssd', 2)) / truth - 1)).toBeLessThan(0.03);
    expect(await page.$$eval('[data-chart] canvas', (all) => all.length)).toBe(5);

    // The table behind the chart has the same beats, one per row.
    await page.$eval('[data-chart="tachogram"] summary', (summary) => (summary as HTMLElement).click());
    await page.waitForSelector('[data-chart="tachogram"] tbody tr');
    const cells = await page.$$eval('[data-chart="tachogram"] tbody tr', (all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
    expect(cells.map((row) => row[2])).toEqual(
      rrMs.map((rr) => `${rr.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ms`),
    );
    expect(app.problems).toEqual([]);
  });

  it('says why a figure is missing', async () => {
    const page = await started();
    await seedRecordings(page, RECORDINGS);
    await open(page, 'short');
    await see(page, 'Does not count: less than a minute of beats was measured.');
    const words = await page.$eval('main', (main) => main.innerText.replace(/\s+/g, ' '));
    expect(words).toContain('– Too short for this chart: it needs 30 beats.');
    expect(words).toContain('– Too short for this chart: it needs more than a minute of beats.');
    expect(words).toMatch(/VLF – – power from 0.0033 to 0.04 Hz; it needs 4:00 of beats/);
    expect(await page.$eval('[data-metric="rmssd"]', (row) => (row as HTMLElement).innerText)).toMatch(
      /^RMSSD\s+–\s+–\s+.*; it needs 30 beats/,
    );
    await open(page, 'irregular');
    await see(page, 'Rebound does not detect heart conditions.');
    expect(await page.$eval('main', (main) => main.innerText)).not.toMatch(/ectopic|bigemin|arrhythm|fibrillation/i);
  });

  it('saves tags and note while they are typed', async () => {
    const page = await started();
    await seedRecordings(page, RECORDINGS);
    await open(page, 'today');
    await press(page, 'Add tag: alcohol');
    await page.type('form input[type=text]', 'Race, Wine ,race');
    await page.keyboard.press('Enter');
    await press(page, 'Remove tag: late night');
    expect((await untilStored(page, 'today', (check) => check?.tags?.length === 3))?.tags).toEqual(['alcohol', 'Race', 'Wine']);

    // After a pause in typing …
    const note = await page.waitForSelector('textarea');
    await note?.click({ count: 3 });
    await note?.type('Two glasses');
    expect((await stored(page, 'today'))?.note).toBe('Slept badly.');
    await advance(page, 600);
    await untilStored(page, 'today', (check) => check?.note === 'Two glasses');
    // … and without one, when the page goes away.
    await note?.type(', late dinner.');
    await page.reload();
    await page.waitForSelector('[data-detail="today"]');
    expect(await page.$eval('textarea', (area) => area.value)).toBe('Two glasses, late dinner.');
    const kept = await stored(page, 'today');
    expect([kept?.note, kept?.tags, kept?.rrTicks.length]).toEqual(['Two glasses, late dinner.', ['alcohol', 'Race', 'Wine'], 358]);
    await openHistory(page);
    await see(page, 'Wine');
    expect(app.problems).toEqual([]);
  });

  it('deletes a check, and restores it exactly, including the badge', async () => {
    const page = await started();
    await seedRecordings(page, RECORDINGS);
    await openHistory(page);
    const before = await stored(page, 'today');
    const remove = (id: string) => page.$eval(`[data-check="${id}"] button`, (button) => (button as HTMLElement).click());
    await remove('today');
    await see(page, 'check deleted.');
    await untilStored(page, 'today', (check) => check === undefined);
    await page.waitForFunction(() => document.querySelector('[data-check="today"]') === null);
    // The later check of the day counts now.
    await page.waitForSelector('[data-check="again"][data-counts="true"]');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await press(page, 'Undo');
    await page.waitForSelector('[data-check="today"][data-counts="true"]');
    expect(await stored(page, 'today')).toEqual(before);
    await untilBadge(page, '1/7');

    // Deleted from the check itself; the list shows the undo. After ten seconds both are gone.
    await open(page, 'today');
    await press(page, 'Delete');
    await see(page, 'check deleted.');
    await page.waitForSelector('[data-check="again"]');
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await advance(page, 10_100);
    await page.waitForFunction(() => !document.body.innerText.includes('check deleted.'));
    expect(await stored(page, 'today')).toBeUndefined();
    await remove('again');
    await untilBadge(page, '');
    expect(app.problems).toEqual([]);
  });

  it('exports the exact intervals, and each chart as a picture', async () => {
    const page = await started();
    mkdirSync(SHOTS, { recursive: true });
    const folder = await mkdtemp(join(tmpdir(), 'rebound-history-'));
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await seedRecordings(page, RECORDINGS);
    await open(page, 'today');
    await press(page, 'Download intervals');
    const text = (await downloaded(folder, '-rr.txt')).toString('utf8');
    expect(text.trimEnd().split('\n').map(Number)).toEqual(inMs(recording('synthetic-2')));
    for (const [title, name] of PICTURES) {
      await press(page, `Save as picture: ${title}`);
      const png = await downloaded(folder, `-${name}.png`);
      writeFileSync(join(SHOTS, `history-picture-${name}.png`), png);
      expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
      expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(960);
    }
    expect(app.problems).toEqual([]);
  });

  it('shows ten years of mornings sixty at a time', async () => {
    const page = await started();
    await seedMornings(
      page,
      Array.from({ length: 3650 }, (_, i) => ({ daysAgo: i + 1, rmssdMs: 60 + (i % 9) })),
    );
    await page.evaluate(() => {
      location.hash = '#history';
    });
    await page.waitForSelector('[data-total]');
    expect((await listed(page)).length).toBe(60);
    await see(page, '60 of 3,650');
    await press(page, 'Show 60 more');
    await page.waitForFunction(() => document.querySelectorAll('[data-check]').length === 120);
    // Returning from a check keeps the list's position.
    const far = (await listed(page)).at(-1) ?? '';
    await click(page, `[data-check="${far}"] a`);
    await page.waitForSelector('[data-detail]');
    await press(page, 'All checks');
    await page.waitForFunction((id: string) => document.activeElement?.closest('[data-check]')?.getAttribute('data-check') === id, {}, far);
    expect(app.problems).toEqual([]);
  });
});

const PICTURES = [
  ['RR intervals', 'tachogram'],
  ['Each interval against the next', 'poincare'],
  ['Spectrum', 'spectrum'],
  ['RMSSD over time', 'rmssd-over-time'],
] as const;

async function untilBadge(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction(
    (text: string) =>
      (globalThis as unknown as { chrome: { action: { getBadgeText(details: object): Promise<string> } } }).chrome.action
        .getBadgeText({})
        .then((shown) => shown === text),
    {},
    wanted,
  );
}

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const)('history, $colorScheme, $width px', ({ colorScheme, width }) => {
  it('passes', async () => {
    const page = await started({ colorScheme, viewport: { width, height: 800 } });
    const shot = (name: string) => look(page, `history-${name}-${colorScheme}-${width}`);
    await openHistory(page);
    await shot('empty');
    await seedMornings(page, steadyMornings(35).slice(0, 24), H10);
    await seedRecordings(page, RECORDINGS);
    await page.reload();
    await page.waitForSelector('[data-check="today"]');
    await shot('list');
    await page.$eval('[data-check="again"] button', (button) => (button as HTMLElement).click());
    await see(page, 'check deleted.');
    await page.screenshot({ path: join(SHOTS, `history-undo-bar-${colorScheme}-${width}.png`) as `${string}.png` });
    await shot('undo');
    await press(page, 'Undo');
    await press(page, 'Demo (1)');
    await page.waitForSelector('[data-check="shown"]');
    await shot('demo');
    await open(page, 'today');
    await shot('check');
    await page.$$eval('main summary', (all) => {
      for (const summary of all) summary.click();
    });
    await page.waitForSelector('[data-chart="spectrum"] tbody tr');
    await shot('check-open');
    await open(page, 'gaps');
    await shot('gaps');
    await open(page, 'irregular');
    await shot('irregular');
    await open(page, 'short');
    await shot('short');
    await go(page, '#history/gone');
    await see(page, 'This check does not exist.');
    expect(app.problems).toEqual([]);
  });
});
