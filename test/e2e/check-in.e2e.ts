import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { stored } from './support/database';
import { look, SHOTS, violations } from './support/look';
import { seedMornings, steadyMornings } from './support/seed';

/** The morning questions by keyboard and by touch, on Today and in the popup, including pain. */
interface Answers {
  readonly world: string;
  readonly sleepHours: number | null;
  readonly sleepQuality: number | null;
  readonly energy: number | null;
  readonly mood: number | null;
  readonly stress: number | null;
  readonly soreness: number | null;
  readonly sore: readonly { readonly region: string; readonly level: number }[];
  readonly pain: readonly { readonly region: string; readonly level: number; readonly signs: readonly string[] }[];
  readonly ill: boolean;
  readonly tags: readonly string[];
}

let app: App;
afterEach(async () => {
  await app.harness.close();
});

async function untilAnswered(page: Page, isDone: (row: Answers) => boolean): Promise<Answers> {
  const [row] = await stored<Answers>(page, 'checkIns', ([first]) => first !== undefined && isDone(first));
  if (row === undefined) throw new Error('nothing was answered');
  return row;
}

async function today(options: Parameters<typeof install>[0] = {}): Promise<Page> {
  app = await install(options);
  const { page } = app;
  await tryWithoutStrap(page);
  await seedMornings(page, [...steadyMornings(62), { daysAgo: 0, rmssdMs: 66 }]);
  await page.reload();
  await page.evaluate(() => {
    location.hash = '#today';
  });
  await page.waitForSelector('[data-check-in="open"]');
  return page;
}

describe('the morning questions', () => {
  it('can be answered with the number keys alone, one after the other, and keep the answers', async () => {
    const page = await today();
    await page.focus('[data-check-in] input[type=range]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    for (const key of ['4', '3', '5', '2', '1'] as const) await page.keyboard.press(key);
    const row = await untilAnswered(page, ({ soreness }) => soreness !== null);
    expect(row).toMatchObject({ world: 'own', sleepHours: 7.75, sleepQuality: 4, energy: 3, mood: 5, stress: 2, soreness: 1, ill: false });
    expect(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.ill)).toBeDefined();
    await page.keyboard.press('Space');
    await untilAnswered(page, ({ ill }) => ill);
    await press(page, 'Collapse');
    await see(page, 'Slept 7.75 h · sleep 4 of 5 · energy 3 of 5 · mood 5 of 5 · stress 2 of 5 · sore 1 of 5 · ill');
    await press(page, 'Change');
    await click(page, '[data-scale="mood"] input[value="2"]');
    await untilAnswered(page, ({ mood }) => mood === 2);
    expect(app.problems).toEqual([]);
  });

  it('take soreness by region on the body, and pain separately, with advice on urgent signs', async () => {
    const page = await today();
    await click(page, '[data-scale="soreness"] input[value="4"]');
    await page.waitForSelector('.body-map');
    for (let presses = 0; presses < 3; presses++) await click(page, '[data-region="quads"]');
    await click(page, '[data-region="calves"]');
    await click(page, '[data-region="feet"]');
    for (let presses = 0; presses < 4; presses++) await click(page, '[data-region="feet"]');
    const row = await untilAnswered(page, ({ sore }) => sore.length === 2);
    expect(row.sore).toEqual([
      { region: 'quads', level: 4 },
      { region: 'calves', level: 2 },
    ]);
    await press(page, 'Something hurts');
    await page.select('[data-pain-add]', 'calves');
    await press(page, 'On one side only');
    await press(page, 'It is swollen');
    await see(page, 'needs urgent medical help');
    const { pain } = await untilAnswered(page, (now) => now.pain[0]?.signs.length === 2);
    expect(pain).toEqual([{ region: 'calves', level: 3, signs: ['one-sided', 'swollen'] }]);
    expect(app.problems).toEqual([]);
  });

  it('fit the popup without scrolling, and are stored from there', async () => {
    const page = await today();
    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-verdict]');
    await press(popup, 'How is this morning?');
    await popup.waitForSelector('[data-scale="energy"]');
    await click(popup, '[data-scale="energy"] input[value="4"]');
    await untilAnswered(page, ({ energy }) => energy === 4);
    const height = await popup.evaluate(() => document.documentElement.scrollHeight);
    expect(height, 'no popup is higher than 600 px').toBeLessThanOrEqual(600);
    await popup.screenshot({ path: join(SHOTS, 'popup-check-in.png') as `${string}.png` });
    expect(await violations(popup)).toEqual([]);
    await press(popup, 'Done');
    await popup.waitForSelector('[data-verdict]');
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('look right, $colorScheme, $width px', async ({ colorScheme, width }) => {
    const page = await today({ colorScheme, viewport: { width, height: 800 } });
    await click(page, '[data-scale="soreness"] input[value="3"]');
    await click(page, '[data-scale="energy"] input[value="4"]');
    await click(page, '[data-region="quads"]');
    await click(page, '[data-region="hamstrings"]');
    await click(page, '[data-region="hamstrings"]');
    await press(page, 'Something hurts');
    await page.select('[data-pain-add]', 'knees');
    await look(page, `check-in-${colorScheme}-${width}`);
  });
});
