import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { rows } from './support/database';
import { look } from './support/look';
import { seedMornings, steadyMornings } from './support/seed';

/** What the day's verdict is based on, and what changes it: HRV, the morning questions, training. */
let app: App;
afterEach(async () => {
  await app.harness.close();
});

async function today(rmssdMs: number, options: Parameters<typeof install>[0] = {}): Promise<Page> {
  app = await install(options);
  const { page } = app;
  await page.emulateTimezone(zoneOfOneOClock());
  await tryWithoutStrap(page);
  await seedMornings(page, [...steadyMornings(62), { daysAgo: 0, rmssdMs }]);
  await page.reload();
  await page.evaluate(() => {
    location.hash = '#today';
  });
  await page.waitForSelector('[data-why]');
  return page;
}

/** A zone where it is past one in the afternoon now, so that the morning's check and an hour of training are in the past. */
function zoneOfOneOClock(): string {
  const west = new Date().getUTCHours() - 13;
  return `Etc/GMT${west >= 0 ? '+' : ''}${west}`;
}

const verdict = (page: Page) => page.$eval('[data-verdict]', (element) => (element as HTMLElement).dataset.verdict);
const untilVerdict = (page: Page, wanted: string) => page.waitForSelector(`[data-verdict="${wanted}"]`);

describe('the day', () => {
  it('shows each contributor with direction and sentence, and what would have improved the verdict', async () => {
    const page = await today(66);
    expect(await verdict(page)).toBe('push');
    await see(page, 'RMSSD 66 ms is in your usual');
    await see(page, 'Heart rate variability is in your usual range this morning.');
    await look(page, 'today-push');
    await app.harness.close();
    const low = await today(38);
    expect(await verdict(low)).toBe('easy');
    expect(await low.$eval('[data-contributor="hrv"]', (line) => (line as HTMLElement).dataset.direction)).toBe('down');
    await see(low, 'would make this');
  });

  it('illness overrides good numbers, and a check that was no morning check is not counted; undo restores both', async () => {
    const page = await today(66);
    await press(page, 'Ill or feverish');
    await untilVerdict(page, 'rest');
    await see(page, 'You ticked that you are ill.');
    await press(page, 'Ill or feverish');
    await untilVerdict(page, 'push');
    // The seeded check began at 6:40.
    await page.$eval('[data-waking] input[type=time]', (field) => {
      Object.assign(field, { value: '04:00' });
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await see(page, 'before coffee and training?');
    await press(page, 'No');
    await page.waitForSelector('[data-out="said"]');
    await page.waitForSelector('[data-rule="late"], [data-rule^="felt"]');
    expect(await rows<{ id: string; asMorning?: boolean }>(page, 'checks')).toContainEqual(
      expect.objectContaining({ id: 'seeded-0', asMorning: false, awakeSince: '04:00' }),
    );
    await look(page, 'today-no-morning-check');
    await press(page, 'Yes');
    await untilVerdict(page, 'push');
    expect(app.problems).toEqual([]);
  });

  it('a hard workout since the check limits the day to recovery, and moves the clocks', async () => {
    const page = await today(66, { colorScheme: 'dark', viewport: { width: 360, height: 800 } });
    await press(page, 'Add training');
    await page.focus('.activity input[type=range]');
    for (let steps = 0; steps < 4; steps++) await page.keyboard.press('ArrowRight');
    await press(page, 'Save');
    await see(page, 'The rest of today is recovery.');
    await see(page, 'About 24–48 hours');
    await look(page, 'today-since-dark-360');
    expect(app.problems).toEqual([]);
  });

  it('the verdict’s advice on a planned session makes it easier, or moves it to a free day', async () => {
    const page = await today(38);
    await press(page, 'Plan a session');
    await page.waitForSelector('[data-planned] form');
    await press(page, 'hard');
    await press(page, 'Save');
    await see(page, 'Today is a day to take it easy.');
    await click(page, '[data-planned] [data-answer="easy"]');
    await page.waitForSelector('[data-planned] [data-answered="easy"]');
    expect(await rows<{ intensity: string; minutes: number }>(page, 'planned')).toMatchObject([{ intensity: 'easy', minutes: 40 }]);
    await press(page, 'Ill or feverish');
    await see(page, 'You are ill: not today.');
    const tomorrow = await page.$eval('[data-planned] .planned', (line) => (line as HTMLElement).dataset.sessionDay);
    await click(page, '[data-planned] [data-answer="move"]');
    await page.waitForFunction(
      (day) => document.querySelector<HTMLElement>('[data-planned] .planned')?.dataset.sessionDay !== day,
      {},
      tomorrow,
    );
    expect(app.problems).toEqual([]);
  });
});
