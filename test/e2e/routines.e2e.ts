import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { rows, settle } from './support/database';
import { downloaded } from './support/downloads';
import { look } from './support/look';
import { afternoonZone, to as show } from './support/plan';

/** Own routines: copy, change, pin, plan, share, import. */

interface Own {
  readonly name: string;
  readonly on: readonly string[];
  readonly steps: readonly { readonly step: string; readonly dose?: string; readonly minutes?: number }[];
}

let app: App;
afterEach(async () => {
  await app.harness.close();
});

async function open(options: Parameters<typeof install>[0] = {}): Promise<Page> {
  app = await install({ timeZone: afternoonZone(), ...options });
  const { page } = app;
  await tryWithoutStrap(page);
  await settle(page, {
    screening: { answeredAtMs: Date.now(), ticks: {} },
    contraindications: [],
    equipment: ['sauna'],
    bed: '23:00',
    wake: '07:00',
  });
  return page;
}

async function copy(page: Page, kind: string): Promise<void> {
  await show(page, '#plan/routines', '[data-copy]');
  await page.select('[data-copy-of]', kind);
  await click(page, '[data-copy]');
  await page.waitForSelector('[data-editor]');
}

async function add(page: Page, step: string): Promise<void> {
  await page.select('[data-add-which]', step);
  await click(page, '[data-add]:not([disabled])');
  await page.waitForSelector(`.own-steps [data-step="${step}"]`);
}

describe('own routines', () => {
  it('are copied, changed and pinned; the plan follows, and Delete can be undone', async () => {
    const page = await open();
    await show(page, '#plan', '.plan-day');
    await press(page, 'My routines');
    await copy(page, 'free-day');
    await add(page, 'may-sauna');
    await click(page, '[data-step="may-sauna"] [data-up]');
    await page.select(
      '[data-step="may-sauna"] .own-dose',
      await page.$eval('[data-step="may-sauna"] .own-dose option:nth-child(2)', (one) => (one as HTMLOptionElement).value),
    );
    await page.locator('[data-name]').fill('Sunday sauna');
    await look(page, 'routines-editor');
    await press(page, 'Save');
    await see(page, 'Sunday sauna');
    await look(page, 'routines');
    const [own] = await rows<Own>(page, 'routines');
    expect(own).toMatchObject({ name: 'Sunday sauna', on: ['free-day'] });
    expect(own?.steps.find(({ step }) => step === 'may-sauna')?.dose).toBeDefined();
    await show(page, '#plan', '[data-item^="sauna"]');
    await see(page, 'Sunday sauna (yours)');
    await look(page, 'routines-plan');
    await show(page, '#plan/routines', '[data-own]');
    await press(page, 'Delete: Sunday sauna');
    await page.waitForFunction(() => document.querySelector('[data-own]') === null);
    await press(page, 'Undo');
    await page.waitForSelector('[data-own]');
    expect(await rows<Own>(page, 'routines')).toHaveLength(1);
    expect(app.problems).toEqual([]);
  });

  it('take a kind of day from one another, and keep nothing when cancelled', async () => {
    const page = await open();
    await copy(page, 'strength');
    await press(page, 'Save');
    await page.waitForSelector('[data-own]');
    await copy(page, 'strength');
    expect(await page.$$eval('.own-editor .ticks input:checked', (all) => all.length)).toBe(0);
    await press(page, 'Cancel');
    expect(await rows<Own>(page, 'routines')).toHaveLength(1);
    await copy(page, 'strength');
    await click(page, '.own-editor [data-value="strength"]');
    await page.waitForSelector('[data-taken]');
    await page.locator('[data-name]').fill('Other');
    await press(page, 'Save');
    await page.waitForFunction(() => document.querySelectorAll('[data-own]').length === 2);
    const all = await rows<Own>(page, 'routines');
    expect(all.map(({ name, on }) => [name, on.length]).sort()).toEqual([
      ['My “Strength”', 0],
      ['Other', 1],
    ]);
  });

  it.each([
    ['light', 360],
    ['dark', 1280],
  ] as const)('are shared as a file, and a faulty one is refused with its places: %s, %i px', async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const folder = await mkdtemp(join(tmpdir(), 'rebound-routine-'));
    await copy(page, 'race-eve');
    await look(page, `routines-editor-${colorScheme}-${width}`);
    await press(page, 'Save');
    await page.waitForSelector('[data-own]');
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(page, 'Save as a file: My “Race tomorrow”');
    const text = (await downloaded(folder, '.json')).toString('utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'rebound-routine', copyOf: 'race-eve' });
    await page.locator('[data-import] textarea').fill(text.replace('"move-race-eve"', '"run-twenty-miles"'));
    await page.waitForSelector('[data-fault="unknown-step"]');
    await look(page, `routines-faulty-${colorScheme}-${width}`);
    await page.locator('[data-import] textarea').fill(text);
    await click(page, '[data-look]');
    await page.waitForSelector('[data-editor]');
    expect(await page.$$eval('.own-editor .ticks input:checked', (all) => all.length)).toBe(0);
    await press(page, 'Save');
    await page.waitForFunction(() => document.querySelectorAll('[data-own]').length === 2);
    await look(page, `routines-list-${colorScheme}-${width}`);
    expect(app.problems).toEqual([]);
  });
});
