import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedByKind } from '../../lib/simulated/by-kind';
import { simulatedBlockBlueLight } from '../../lib/simulated/framed/blockbluelight';
import type { PeripheralModel } from '../../lib/simulated/model';
import { pages as STRAVA } from '../fixtures/strava/pages';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, click, install, press } from './support/app';
import { cardFrame, cardRegistered, cardSaying, pressInCard } from './support/card';
import { rows, settle } from './support/database';
import { deviceTime } from './support/device-time';
import { SHOTS } from './support/look';

/**
 * Every built-in kind over a real chooser and a real GATT connection: pairing, a manual session of three steps, every level and command
 * of its zones, and the stop. The frames come from the sources named in the profiles.
 */
const STRAVA_PAGES = join(import.meta.dirname, '../fixtures/strava');

interface Case {
  readonly kind: string;
  /** Frames that must be among the sent ones, in this order; in hex. */
  readonly frames: readonly string[];
  readonly stop: readonly string[];
}

const CASES: readonly Case[] = [
  // A2: unlock with the PIN, wake, massage head foot, off.
  { kind: 'jensen-bed', frames: ['1e0300060000', '10ff00000000', '120000000000', '120100000000'], stop: ['120000000000'] },
  // A3: head, foot and all, up, down, toggle; all off.
  { kind: 'linak-bed', frames: ['a600', '8d00', '8e00', 'a700', '8f00', '9000'], stop: ['8000'] },
  // A3: head 1 to 3 = 99 9A 9B, foot 9D 9E 9F; off 98, 9C; the checksum is the command + 6F.
  { kind: 'richmat-wilinke-bed', frames: ['6e01009908', '6e01009a09', '6e01009b0a'], stop: ['6e01009807', '6e01009c0b'] },
  { kind: 'richmat-nordic-bed', frames: ['99', '9a', '9b'], stop: ['98', '9c'] },
  // A4: fan step 07, off 01 01.
  { kind: 'bedjet-3', frames: ['0700', '0701'], stop: ['0101'] },
  // A5: power 01, off 00.
  { kind: 'ooler', frames: ['01'], stop: ['00'] },
  // A6: on and off in full.
  { kind: 'blockbluelight-panel', frames: ['3a0120000101230a'], stop: ['3a0120000100220a'] },
  // B2: manual mode, start, speed 0.5 km/h, speed 0.
  { kind: 'kingsmith-walkingpad', frames: ['f7a20201a5fd', 'f7a20401a7fd', 'f7a20105a8fd', 'f7a20106a9fd'], stop: ['f7a20100a3fd'] },
  // B3: hello; the poll with its escaped checksum.
  { kind: 'sperax-rm01', frames: ['f507000126d8fa', 'f5080019f00a59fa'], stop: [] },
  // B1: request control, start, stop.
  { kind: 'ftms-treadmill', frames: ['00', '07'], stop: ['0801'] },
  { kind: 'ftms-bike', frames: ['00', '07'], stop: ['0801'] },
  { kind: 'ftms-cross-trainer', frames: ['00', '07'], stop: ['0801'] },
  { kind: 'kingsmith-ftms', frames: ['00', '07'], stop: ['0801'] },
  { kind: 'citysports-treadmill', frames: ['00'], stop: ['0801'] },
  { kind: 'open-recovery-compression', frames: [], stop: [] },
  { kind: 'open-recovery-massage', frames: [], stop: [] },
];

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('every built-in kind', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  const { pass, until } = deviceTime(() => radio, 500);
  const hex = (peripheral: RadioPeripheral) => peripheral.writes.map(({ bytes }) => Buffer.from(bytes).toString('hex'));

  it.each(CASES)('$kind: pairs, runs three steps, sets every level, stops', async ({ kind, frames, stop }) => {
    const make = simulatedByKind[kind];
    if (make === undefined) throw new Error(`no simulated ${kind}`);
    const model: PeripheralModel = make();
    const peripheral = radio.add(model);
    app = await install({ radio });
    const { page } = app;
    await press(page, 'Pair my strap');
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await press(page, 'Devices');
    await pair(page, peripheral, kind);
    await until(page, peripheral, '[data-session="set-up"] .set-up-choices:enabled');
    await threeStepsByHand(page);
    if ((await page.$('[data-one-tap="none"]')) !== null) await click(page, '[data-one-tap="none"]');
    if ((await page.$('[data-runs-on]')) !== null) await click(page, '[data-runs-on]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await until(page, peripheral, '[data-session="running"]');
    await pass(page, peripheral, 3);
    await everyCommand(page, peripheral);
    for (const left of ['the second step', 'the third step']) {
      // A pending answer arrives only when time runs again, and the next step waits for it.
      await until(page, peripheral, '[data-session="running"]');
      await press(page, 'Next step');
      await pass(page, peripheral, left === 'the third step' ? 5 : 3);
    }
    const before = peripheral.writes.length;
    await click(page, '[data-session] [data-stop]');
    await until(page, peripheral, '[data-session="ended"]');
    const sent = hex(peripheral);
    expect(inOrder(sent.slice(0, before), frames), `${frames} among ${sent}`).toBe(true);
    expect(inOrder(sent.slice(before), stop), `${stop} among ${sent.slice(before)}`).toBe(true);
    await pass(page, peripheral, 2);
    const [stored] = await rows<{ end: string; plan: { steps: readonly unknown[] } }>(page, 'sessions');
    expect(stored).toMatchObject({ end: 'stopped' });
    expect(stored?.plan.steps).toHaveLength(3);
    const refusals = 'refusals' in model ? (model.refusals as readonly { meaning: string }[]) : [];
    // A frame that is lost because the device is off or busy is not a wrong frame.
    expect(refusals.filter(({ meaning }) => meaning !== 'too-fast' && meaning !== 'off')).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  it('the card on a training page starts nothing: it opens the app at the device; it counts down, and stops', async () => {
    const model = simulatedBlockBlueLight();
    const panel = radio.add(model);
    app = await install({ radio });
    const { page } = app;
    await press(page, 'Pair my strap');
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await press(page, 'Devices');
    await pair(page, panel, 'blockbluelight-panel');
    await until(page, panel, '[data-session="set-up"]');
    await click(page, '[data-start]');
    await until(page, panel, '[data-session="running"]');
    await click(page, '[data-session] [data-stop]');
    await until(page, panel, '[data-session="ended"]');

    await cardRegistered((script) => app.harness.serviceWorker().then((worker) => worker.evaluate(script)));
    const [fixture] = STRAVA;
    if (fixture === undefined) throw new Error('no Strava fixture');
    const html = readFileSync(join(STRAVA_PAGES, fixture.file), 'utf8');
    const site = await app.harness.site(fixture.url, html);
    await cardSaying(site, model.name);
    const before = hex(panel).length;
    const stopped = async (times: number) => {
      await panel.waitUntil(() => hex(panel).filter((frame) => frame === '3a0120000100220a').length >= times, `stop ${times}`);
      expect(model.state(radio.nowMs).running).toBe(false);
    };
    await pressInCard(site, 'Start');
    await page.waitForFunction(() => location.hash.startsWith('#devices/'));
    await pass(page, panel, 2);
    expect(hex(panel).slice(before)).not.toContain('3a0120000101230a');
    // Ready for one click: the end of the last session is put away.
    await click(page, '[data-start]');
    await until(page, panel, '[data-session="running"]');
    await pass(page, panel, 4);
    expect(model.state(radio.nowMs).running).toBe(true);
    await site.bringToFront();
    await cardSaying(site, 'Stop');
    await site.screenshot({ path: join(SHOTS, 'card-running.png') as `${string}.png` });
    await pressInCard(site, `Stop ${model.name}`);
    await stopped(2);

    // Escape stops it wherever the focus is: in the card, and in the page around it.
    for (const [times, where] of [
      [3, 'card'],
      [4, 'page'],
    ] as const) {
      await page.bringToFront();
      await until(page, panel, '[data-session="ended"]');
      await press(page, 'Close');
      await click(page, '[data-start]');
      await until(page, panel, '[data-session="running"]');
      await pass(page, panel, 4);
      await site.bringToFront();
      await cardSaying(site, 'Stop');
      if (where === 'card') await (await cardFrame(site)).focus('button');
      else await site.mouse.click(5, 5);
      await site.keyboard.press('Escape');
      await stopped(times);
    }
    await page.bringToFront();
    await until(page, panel, '[data-session="ended"]');
    await site.bringToFront();
    expect(await cardSaying(site, 'Stopped')).toContain(model.name);
  });

  /** Fitness machines by form, other devices by kind. */
  async function pair(page: Page, peripheral: RadioPeripheral, kind: string) {
    if (kind.startsWith('ftms-') || kind === 'citysports-treadmill' || kind === 'kingsmith-ftms') {
      await chooseDevice(page, peripheral.address, () => press(page, 'Fitness machine'));
      return;
    }
    await page.waitForSelector('.kind-picker');
    await page.$eval('.kind-picker', (details) => {
      (details as HTMLDetailsElement).open = true;
    });
    await page.select('[data-kind-choice]', kind);
    await page.waitForSelector(`.kind-picker [data-pair="${kind}"]`);
    await chooseDevice(page, peripheral.address, async () => {
      const button = await page.waitForSelector(`.kind-picker [data-pair="${kind}"]`);
      await button?.click();
    });
  }

  /** Three steps: lowest levels, rest, lowest levels; switches on, and a temperature in the middle. */
  async function threeStepsByHand(page: Page) {
    const byHand = await page.$('aria/By hand');
    await byHand?.click();
    await page.waitForSelector('[data-step="1"]');
    for (const box of await page.$$('[data-step="1"] input[type=checkbox][data-level]')) await box.click();
    const warmth = await page.$('[data-step="1"] [data-temperature]');
    await warmth?.focus();
    if (warmth !== null) await page.keyboard.press('ArrowRight');
    await click(page, '[data-add-step]');
    await page.waitForSelector('[data-step="2"]');
    await click(page, '[data-add-step]');
    await page.waitForSelector('[data-step="3"]');
    const rest = await page.$('[data-step="2"] .tick input:not([data-level])');
    await rest?.click();
  }

  /** Raises every zone to its maximum and lowers it again, and presses every other button. */
  async function everyCommand(page: Page, peripheral: RadioPeripheral) {
    const zones = await page.$$eval('[data-zone]', (all) => all.map((zone) => (zone as HTMLElement).dataset.zone ?? ''));
    for (const zone of zones) {
      const buttons = await page.$$(`[data-zone="${zone}"] button`);
      // The last one is the toggle, or the button for more.
      for (const button of [...buttons].reverse()) {
        for (let presses = 0; presses < 3; presses++) {
          if (await button.evaluate((one) => (one as HTMLButtonElement).disabled)) break;
          // To the middle: the bar of what runs lies over the top of the page.
          await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
          await button.click();
          await pass(page, peripheral, 2);
        }
      }
    }
  }
});

/** Whether the expected frames are among the sent ones, in this order. */
function inOrder(sent: readonly string[], wanted: readonly string[]): boolean {
  let at = 0;
  for (const frame of sent) if (frame === wanted[at]) at++;
  return at === wanted.length;
}
