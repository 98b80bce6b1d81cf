import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitnessMachineUuids } from '../../lib/bluetooth/services/fitness-machine';
import { physiologicalRr } from '../../lib/simulated/physiology';
import { simulatedStrap } from '../../lib/simulated/strap';
import { simulatedTreadmill } from '../../lib/simulated/treadmill';
import { chooseDevice, type LaunchOptions } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, click, install, press, see } from './support/app';
import { rows, settle } from './support/database';
import { deviceTime } from './support/device-time';
import { look } from './support/look';

/** A session on a device: the questions before it, its run, Stop from every surface, and the diary. */
const { treadmillData, controlPoint } = fitnessMachineUuids;

interface StoredSession {
  readonly device: { readonly kind: string } | null;
  readonly end: string | null;
  readonly activeS: number;
  readonly done: readonly { readonly levels: Readonly<Record<string, number>>; readonly measured: boolean }[];
  readonly plan: { readonly from: string | null; readonly modality: string };
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a session on a device', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  async function paired(options: Omit<LaunchOptions, 'extension' | 'radio'> = {}) {
    const model = simulatedTreadmill({ speed: { min: 0.5, max: 6, step: 0.1 }, incline: null });
    const treadmill = radio.add(model);
    app = await install({ radio, ...options });
    const { page } = app;
    await press(page, 'Pair my strap');
    await press(page, 'Devices');
    await chooseDevice(page, treadmill.address, () => press(page, 'Fitness machine'));
    await treadmill.waitFor('subscribed', treadmillData);
    await page.waitForSelector('[data-session="set-up"]');
    return { page, model, treadmill };
  }

  /** Health questions, the warning, and Start. */
  async function start(page: Page) {
    await press(page, 'Answer now');
    await press(page, 'None of these');
    await page.waitForSelector('[data-runs-on]');
    await click(page, '[data-runs-on]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await page.waitForFunction(() => !document.querySelector('[data-session="set-up"]'));
  }

  /** Advances page and device together, second by second. */
  const { pass, until } = deviceTime(() => radio);
  const RUNNING = '[data-session="running"]';
  const ENDED = '[data-session="ended"]';

  const sessions = (page: Page) => rows<StoredSession>(page, 'sessions');
  const commands = (treadmill: RadioPeripheral) =>
    treadmill.writes.filter(({ characteristic }) => characteristic === controlPoint).map(({ bytes }) => [...bytes]);

  it('asks before it starts, ramps, shows the time left, pauses, resumes, and stops; the diary shows what was done', async () => {
    const { page, model, treadmill } = await paired();
    await page.waitForSelector('[data-start]');
    expect(await page.$eval('[data-start]', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await look(page, 'session-blocked');
    await start(page);
    await treadmill.waitUntil(() => commands(treadmill).length > 0, 'the first command');
    // Start is gone: its focus is on Stop, and not lost.
    await page.waitForFunction(() => document.activeElement?.matches('[data-session] [data-stop]'));
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    expect(model.state(radio.nowMs).drive).toBeGreaterThan(0);
    await look(page, 'session-running');
    await press(page, 'Belt: more');
    await pass(page, treadmill, 4);
    expect(await page.$eval('[data-zone="belt"]', (zone) => (zone as HTMLElement).dataset.level)).toBe('0.6');
    await press(page, 'Pause');
    await treadmill.waitUntil(() => commands(treadmill).some(([op, how]) => op === 8 && how === 2), 'the pause');
    await pass(page, treadmill, 5);
    expect(model.state(radio.nowMs).phase).not.toBe('running');
    await press(page, 'Continue');
    await until(page, treadmill, RUNNING);
    await until(page, treadmill, () => model.state(radio.nowMs).phase === 'running');
    expect(commands(treadmill).filter(([op]) => op === 7)).toHaveLength(2);
    await click(page, '[data-session] [data-stop]');
    await treadmill.waitUntil(() => commands(treadmill).some(([op, how]) => op === 8 && how === 1), 'the stop');
    await until(page, treadmill, ENDED);
    await see(page, 'Stopped.');
    const [stored] = await sessions(page);
    expect(stored).toMatchObject({ end: 'stopped', plan: { preset: 'walking-pad', modality: 'active-recovery' } });
    expect(stored?.done.some(({ measured, levels }) => measured && (levels.belt ?? 0) > 0)).toBe(true);
    // No command exceeded one step above the lowest level.
    const speeds = commands(treadmill)
      .filter(([op]) => op === 2)
      .map(([, low = 0, high = 0]) => (low + 256 * high) / 100);
    expect(Math.max(...speeds)).toBeLessThanOrEqual(0.6);
    expect(app.problems).toEqual([]);
  });

  it('the question before forgetting it leaves Stop and the answer to Escape in reach', async () => {
    const { page, treadmill } = await paired({ viewport: { width: 360, height: 640 } });
    await start(page);
    await until(page, treadmill, RUNNING);
    await page.$eval('[data-device] details:last-of-type summary', (summary) => summary.scrollIntoView({ block: 'center' }));
    await page.$$eval('[data-device] details', (all) => {
      for (const one of all) one.open = true;
    });
    await page.$eval('button[aria-label^="Forget "]', (button) => button.scrollIntoView({ block: 'center' }));
    await click(page, 'button[aria-label^="Forget "]');
    await page.waitForSelector('dialog[open]');
    const onTop = (selector: string) =>
      page.$eval(selector, (one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
    expect(await onTop('.running-bar button.stop')).toBe(true);
    expect(await onTop('dialog[open] button.danger')).toBe(true);
    // Screen readers reach it as well.
    const tree = JSON.stringify(await page.accessibility.snapshot());
    expect(tree).toContain('Stop Simulated treadmill');
    await look(page, 'forget-while-running-360');
    await page.keyboard.press('Escape');
    await treadmill.waitUntil(() => commands(treadmill).some(([op, how]) => op === 8 && how === 1), 'the stop');
    await until(page, treadmill, '[data-stop-toast]');
    expect(await onTop('[data-stop-toast]')).toBe(true);
    expect(await page.$('dialog[open]')).not.toBeNull();
    await until(page, treadmill, ENDED);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog:not([open])');
    expect(await page.$('dialog[open]')).toBeNull();
  });

  it('Escape stops it wherever the focus is; so do popup and side panel, which count down', async () => {
    const { page, model, treadmill } = await paired();
    await start(page);
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    const panel = await app.harness.openPage('sidepanel.html');
    await panel.waitForSelector('[data-session="running"] [data-left]');
    await look(panel, 'side-panel');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await until(page, treadmill, ENDED);
    await see(page, 'Stopped.');
    await see(page, 'Stopped: Simulated treadmill.');
    await look(page, 'session-escape-toast');
    await press(page, 'Dismiss');
    expect(model.state(radio.nowMs).phase).not.toBe('running');
    await panel.waitForSelector('[data-session="none"]');
    // Repeating needs the app: the device keeps running without a link, which must be acknowledged each time.
    await panel.bringToFront();
    await press(panel, 'Start again');
    // The app tab has come to the front. A page in the background is not rendered, so wait only for its content.
    const said = await panel.waitForSelector('[role="alert"]');
    expect(await said?.evaluate((one) => one.textContent)).toContain('The app needs an answer first');
    expect(commands(treadmill).filter(([op]) => op === 7)).toHaveLength(1);
    await page.bringToFront();
    await press(page, 'Close');
    await page.waitForSelector('[data-runs-on]');
    await click(page, '[data-runs-on]');
    await click(page, '[data-start]');
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    await panel.bringToFront();
    await press(panel, 'Stop Simulated treadmill');
    await treadmill.waitUntil(() => commands(treadmill).filter(([op]) => op === 8).length >= 2, 'the second stop');
    await page.bringToFront();
    await until(page, treadmill, ENDED);
    await see(page, 'Stopped.');
  });

  it('Continue in the side panel that waited for a hung app tab resumes nothing, and says so; pressed again, it does', async () => {
    const { page, treadmill } = await paired();
    await start(page);
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    const panel = await app.harness.openPage('sidepanel.html');
    await press(panel, 'Pause');
    await page.bringToFront();
    await until(page, treadmill, '[data-session="paused"]');
    await pass(page, treadmill, 4);
    await panel.bringToFront();
    const resume = await panel.waitForSelector('aria/Continue');
    const box = await resume?.boundingBox();
    if (box === null || box === undefined) throw new Error('no button');
    const before = commands(treadmill).length;
    const hung = page.evaluate(() => {
      const untilMs = performance.now() + 6500;
      while (performance.now() < untilMs);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await panel.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await hung;
    await see(panel, 'Your press reached the app too late, so nothing started. Press the button again.');
    await look(panel, 'resume-too-late');
    await page.bringToFront();
    await pass(page, treadmill, 4);
    expect(commands(treadmill).slice(before)).toEqual([]);
    await panel.bringToFront();
    await press(panel, 'Continue');
    await page.bringToFront();
    await until(page, treadmill, RUNNING);
  });

  it('closing the tab sends the stop and leaves a record', async () => {
    const { page, model, treadmill } = await paired();
    await start(page);
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    expect(model.state(radio.nowMs).phase).toBe('running');
    await page.close();
    await treadmill.waitFor('disconnected');
    treadmill.deliver(radio.nowMs + 15_000);
    const again = await app.harness.openPage('app.html#devices');
    await again.waitForSelector('[data-device]');
    const [stored] = await sessions(again);
    expect(stored?.end).toBe('tab-closed');
    expect(commands(treadmill).some(([op, how]) => op === 8 && how === 1)).toBe(true);
  });

  it('a lost link shows what the device does meanwhile; after reconnecting, the session continues', async () => {
    const { page, treadmill } = await paired();
    await start(page);
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    treadmill.dropLink();
    await page.waitForSelector('[data-session="unknown"]');
    // It took a training time, of which nobody knows whether it ends the belt.
    await see(page, 'It keeps running: switch it off by hand.');
    await look(page, 'session-link-lost');
    for (let tries = 0; tries < 20 && !treadmill.subscribed(treadmillData); tries++) {
      await advance(page, 500);
      await treadmill.waitFor('subscribed', treadmillData, 500).catch(() => undefined);
    }
    await until(page, treadmill, RUNNING);
  });

  it('a walk under a heart-rate cap speeds up only by a tap, and stops the belt within 20 s without a heart rate', async () => {
    const { page, model, treadmill } = await paired();
    await settle(page, { profile: { birthYear: 1990, sex: 'unstated', massKg: null, hrMaxBpm: 188, hrRestBpm: 50, lthrBpm: null } });
    const belt = simulatedStrap({ rr: physiologicalRr({ seed: 7 }) });
    const strap = radio.add(belt);
    await page.reload();
    await press(page, 'Devices');
    await chooseDevice(page, strap.address, () => press(page, 'Heart-rate strap'));
    await strap.waitFor('subscribed');
    await chooseDevice(page, treadmill.address, () => press(page, 'Fitness machine'));
    await treadmill.waitFor('subscribed', treadmillData);
    const both = async (seconds: number, heart = true) => {
      for (let s = 0; s < seconds; s++) {
        if (heart) strap.deliver(radio.nowMs + 500);
        await pass(page, treadmill, 1);
      }
    };
    await both(5);
    await page.waitForSelector('[data-pace="offered"]');
    await click(page, '[data-pace-on]');
    await look(page, 'session-pace-offered');
    await start(page);
    for (let tries = 0; tries < 40 && (await page.$(RUNNING)) === null; tries++) await both(1);
    await both(30);
    await press(page, 'A little faster');
    await both(4);
    expect(await page.$eval('[data-zone="belt"]', (zone) => (zone as HTMLElement).dataset.level)).toBe('0.7');
    await press(page, 'A little faster');
    await see(page, 'Wait until your heart has followed the last change.');
    await look(page, 'session-pace-running');
    await both(19, false);
    for (let tries = 0; tries < 20 && (await page.$(ENDED)) === null; tries++) await both(1, false);
    await both(4, false);
    expect(model.state(radio.nowMs).phase).not.toBe('running');
    expect(commands(treadmill).some(([op, how]) => op === 8 && how === 1)).toBe(true);
    expect(app.problems).toEqual([]);
  });

  it('looks right in the dark, 360 px', async () => {
    const { page, treadmill } = await paired({ colorScheme: 'dark', viewport: { width: 360, height: 800 } });
    await press(page, 'Answer now');
    await look(page, 'screening-dark-360');
    await press(page, 'None of these');
    await page.waitForSelector('[data-runs-on]');
    await click(page, '[data-runs-on]');
    await look(page, 'session-set-up-dark-360');
    await click(page, '[data-start]');
    await until(page, treadmill, RUNNING);
    await pass(page, treadmill, 6);
    await look(page, 'session-running-dark-360');
  });
});
