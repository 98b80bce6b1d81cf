import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedThermometer } from '../../lib/simulated/thermometer';
import { chooseDevice, type LaunchOptions } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, click, type InstallOptions, install, press, see } from './support/app';
import { stored } from './support/database';
import { look } from './support/look';

/** The guided timer: dose, water rules, thermometer, cues, notice, diary. */
interface StoredSession {
  readonly plan: { readonly doseId: string | null; readonly modality: string };
  readonly device: object | null;
  readonly end: string | null;
  readonly activeS: number;
  readonly done: readonly { readonly temperatureC?: number; readonly measured: boolean }[];
  readonly note?: string;
}

let app: App;
const storedSessions = (page: Page, isDone: (all: readonly StoredSession[]) => boolean) => stored(page, 'sessions', isDone);

async function timer(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#devices/timer';
  });
  await page.waitForSelector('[data-guided="set-up"]');
}

/** Answers the health questions, where asked. */
async function screen(page: Page): Promise<void> {
  await press(page, 'Answer now');
  await page.waitForSelector('.screening');
  await press(page, 'None of these');
  await page.waitForSelector('[data-guided="set-up"]');
  // Until the answer has been read: what is below moves up then, and a click would miss it.
  await page.waitForFunction(() => ![...document.querySelectorAll('button')].some((button) => button.textContent === 'Answer now'));
}

async function begin(page: Page): Promise<void> {
  await page.waitForSelector('[data-start]:not([disabled])');
  await click(page, '[data-start]');
  await page.waitForSelector('[data-guided="running"]');
}

const cue = (page: Page, name: string) => page.waitForSelector(`[data-cue="${name}"]`, { timeout: 10_000 });
const gone = (page: Page) => page.waitForFunction(() => document.querySelector('[data-guided="ended"]') !== null, { timeout: 10_000 });

/** Counts the tones that start from now on. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const place = globalThis as unknown as { tones: number; OscillatorNode: typeof OscillatorNode };
    const Real = place.OscillatorNode;
    place.tones = 0;
    place.OscillatorNode = class extends Real {
      override start(when?: number): void {
        place.tones++;
        super.start(when);
      }
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { tones: number }).tones);
}

describe('the guided timer', () => {
  afterEach(async () => {
    await app.harness.close();
  });

  async function open(options: InstallOptions = {}): Promise<Page> {
    app = await install(options);
    await press(app.page, 'Pair my strap');
    await timer(app.page);
    return app.page;
  }

  it('for boots: asks first, counts down, pauses, and writes a diary entry with a note; delete and undo work', async () => {
    const page = await open();
    // Nothing is chosen for the person.
    expect(await page.$('[data-start]')).toBeNull();
    await choose(page, 'Compression boots');
    await page.waitForSelector('[data-start]:disabled');
    await screen(page);
    await click(page, '[data-one-tap="none"]');
    await begin(page);
    expect(await page.$eval('.guided [role="timer"]', (clock) => (clock as HTMLElement).innerText)).toBe('20:00');
    await advance(page, 60_000);
    await press(page, 'Pause');
    await page.waitForSelector('[data-guided="paused"]');
    await advance(page, 300_000);
    expect(await page.$eval('.guided [role="timer"]', (clock) => (clock as HTMLElement).innerText)).toBe('19:00');
    await press(page, 'Continue');
    // It continues on another screen, where the bar of what runs leads back to it.
    await press(page, 'Today');
    await click(page, '.running-bar a');
    await page.waitForSelector('[data-guided="running"]');
    await advance(page, 60_000);
    await press(page, 'Stop');
    await gone(page);
    await press(page, 'Close');
    await page.waitForSelector('[data-guided="set-up"]');
    const [record] = await storedSessions(page, ([first]) => first?.end === 'stopped');
    expect(record).toMatchObject({ device: null, activeS: 120, plan: { doseId: 'trials', modality: 'pneumatic-compression' } });
    await see(page, '2:00');
    const note = await page.waitForSelector('.diary-row input');
    await note?.type('left one tighter');
    await page.keyboard.press('Tab');
    await storedSessions(page, ([first]) => first?.note === 'left one tighter');
    await click(page, '.diary-row button.icon');
    await storedSessions(page, (all) => all.length === 0);
    await press(page, 'Undo');
    await storedSessions(page, ([first]) => first?.note === 'left one tighter');
    expect(app.problems).toEqual([]);
  });

  it('ends when the tab is closed, and the diary shows what was done', async () => {
    const page = await open();
    await choose(page, 'Compression boots');
    await screen(page);
    await click(page, '[data-one-tap="none"]');
    await begin(page);
    await advance(page, 90_000);
    const other = await app.harness.openPage('app.html#today');
    await page.close();
    const [record] = await storedSessions(other, ([first]) => first?.end !== null && first !== undefined);
    expect(record).toMatchObject({ end: 'tab-closed', activeS: 90 });
  });

  it('leaves out what a ticked health question excludes, and says why', async () => {
    const page = await open();
    await choose(page, 'Sauna');
    await press(page, 'Answer now');
    await click(page, '[data-tick="heart-disease"]');
    await page.evaluate(() => document.querySelector<HTMLFormElement>('.screening')?.requestSubmit());
    await page.waitForSelector('[data-guided="set-up"]');
    await see(page, 'Left out because you ticked');
    expect(await page.$eval('[data-start]', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    expect(app.problems).toEqual([]);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('looks right, $colorScheme, $width px', async ({ colorScheme, width }) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    await choose(page, 'Foam rolling');
    await look(page, `guided-blocked-${colorScheme}-${width}`);
    await screen(page);
    await click(page, '[data-one-tap="none"]');
    await look(page, `guided-rolling-${colorScheme}-${width}`);
    await begin(page);
    await advance(page, 20_000);
    await look(page, `guided-running-${colorScheme}-${width}`);
    await press(page, 'Next step');
    await press(page, 'Stop');
    await gone(page);
    await look(page, `guided-ended-${colorScheme}-${width}`);
    expect(app.problems).toEqual([]);
  });
});

async function choose(page: Page, dose: string): Promise<void> {
  await page.evaluate((name: string) => {
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent === name);
    label?.querySelector('input')?.click();
  }, dose);
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('the guided timer with a thermometer', () => {
  let radio: Radio;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  async function inBath(bathC: number, options: Omit<LaunchOptions, 'extension' | 'radio'> = {}) {
    // A bath whose temperature hardly changes.
    const bath = radio.add(simulatedThermometer({ bathC, roomC: bathC, noiseC: 0 }));
    app = await install({ radio, ...options });
    const { page } = app;
    await press(page, 'Pair my strap');
    await press(page, 'Devices');
    await chooseDevice(page, bath.address, () => press(page, 'Thermometer'));
    await page.waitForSelector('[data-device="Simulated thermometer"][data-state="ready"]');
    await reads(bath);
    await page.waitForSelector('[data-quantity="temperature"]');
    await timer(page);
    await choose(page, 'Cold water');
    await screen(page);
    await page.waitForSelector('input[name="thermometer"]');
    await page.waitForSelector('[data-start][disabled]');
    await press(page, 'I have read them');
    return { page, bath };
  }
  const reads = async (bath: RadioPeripheral) => {
    bath.deliver(radio.nowMs + 2000);
  };

  it('goes from choice to diary: water rules, temperature, sounds and notifications', async () => {
    const { page, bath } = await inBath(14);
    const tones = await countTones(page);
    await begin(page);
    await cue(page, 'step-start');
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-celsius]')?.dataset.celsius) === 14);
    for (let s = 0; s < 60; s += 10) {
      await advance(page, 10_000);
      await reads(bath);
    }
    await cue(page, 'half');
    await advance(page, 51_000);
    await cue(page, 'ten-seconds');
    await advance(page, 10_000);
    await gone(page);
    await cue(page, 'end');
    // Two tones rise, one at half, two at ten seconds, three fall.
    for (let tries = 0; tries < 100 && (await tones()) < 8; tries++) await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await tones()).toBe(8);
    const notified = () =>
      page.evaluate(() =>
        (globalThis as unknown as { chrome: { notifications: { getAll(): Promise<object> } } }).chrome.notifications.getAll(),
      );
    expect(Object.keys(await notified())).toEqual(['guided-timer']);
    const [record] = await storedSessions(page, ([first]) => first?.end === 'finished');
    expect(record).toMatchObject({ activeS: 120, plan: { doseId: 'first-three', modality: 'cold-water-immersion' } });
    expect(record?.done.some(({ temperatureC, measured }) => temperatureC === 14 && measured)).toBe(true);
    expect(app.problems).toEqual([]);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('ends at once when the water is too cold, in large text: $colorScheme, $width px', async ({ colorScheme, width }) => {
    const { page, bath } = await inBath(6, { colorScheme, viewport: { width, height: 800 } });
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await gone(page);
    await reads(bath);
    await see(page, 'Too cold. Get out.');
    await look(page, `guided-too-cold-${colorScheme}-${width}`);
    const [record] = await storedSessions(page, ([first]) => first !== undefined && first.end !== null);
    expect(record).toMatchObject({ end: 'stopped', activeS: 0 });
    expect(app.problems).toEqual([]);
  });
});
