import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitnessMachineUuids } from '../../lib/bluetooth/services/fitness-machine';
import { simulatedBedtech } from '../../lib/simulated/framed/bedtech';
import { simulatedTreadmill } from '../../lib/simulated/treadmill';
import { chooseDevice, dismissChooser } from './harness';
import { type Radio, startRadio } from './radio';
import { type App, click, install, press, see } from './support/app';
import { settle } from './support/database';
import { deviceTime } from './support/device-time';
import { kill } from './support/kill';
import { look, SHOTS } from './support/look';

/** A device that ran when its app tab went away without a word, as after a crash. */
const { treadmillData, controlPoint } = fitnessMachineUuids;

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a device that was left running', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });
  const { pass, until } = deviceTime(() => radio);

  /** A belt that runs, and a tab that crashes. */
  async function crashed() {
    const model = simulatedTreadmill({ speed: { min: 0.5, max: 6, step: 0.1 }, incline: null });
    const treadmill = radio.add(model);
    app = await install({ radio });
    const { page } = app;
    await press(page, 'Pair my strap');
    await press(page, 'Devices');
    await chooseDevice(page, treadmill.address, () => press(page, 'Fitness machine'));
    await treadmill.waitFor('subscribed', treadmillData);
    await press(page, 'Answer now');
    await press(page, 'None of these');
    await click(page, '[data-runs-on]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await until(page, treadmill, '[data-session="running"]');
    await pass(page, treadmill, 6);
    await press(page, 'Today');
    await page.waitForSelector('[data-running]');
    await look(page, 'running-bar-today');
    await kill(page);
    treadmill.dropLink();
    return {
      model,
      treadmill,
      stops: () => treadmill.writes.filter(({ characteristic, bytes }) => characteristic === controlPoint && bytes[0] === 8),
    };
  }

  it('is asked about on every surface until a person says that it is off', async () => {
    await crashed();
    const panel = await app.harness.openPage('sidepanel.html');
    await see(panel, 'Simulated treadmill was running when Rebound closed.');
    await look(panel, 'left-running-side-panel');
    const again = await app.harness.openPage('app.html#trends');
    await see(again, 'Simulated treadmill was running when Rebound closed.');
    await look(again, 'left-running');
    await click(again, '[data-left-running] button.quiet');
    await again.waitForFunction(() => document.querySelector('[data-left-running]') === null);
    await panel.bringToFront();
    await panel.waitForFunction(() => document.querySelector('[data-left-running]') === null);
  });

  it('is stopped over a new link, before anything else', async () => {
    const { model, treadmill, stops } = await crashed();
    expect(model.state(radio.nowMs).phase).toBe('running');
    const before = stops().length;
    const again = await app.harness.openPage('app.html#today');
    // A list that is closed without a choice connects to nothing, and nothing may claim that it does.
    await dismissChooser(again, () => click(again, '[data-left-running] button.stop'));
    await see(again, 'No device was chosen, so no stop was sent.');
    expect(await again.$eval('main', (main) => main.innerText.includes('Rebound is connecting'))).toBe(false);
    await chooseDevice(again, treadmill.address, () => click(again, '[data-left-running] button.stop'));
    await treadmill.waitUntil(() => stops().length > before, 'the stop');
    await until(again, treadmill, () => model.state(radio.nowMs).phase !== 'running');
    // The answer to the stop, and the mark that it removes, take their own time; a stop whose answer comes late is sent again.
    await until(again, treadmill, async () => (await again.$('[data-left-running]')) === null);
  });

  it('of an imported profile is stopped while the database does not answer', async () => {
    const model = simulatedBedtech();
    const bed = radio.add(model);
    app = await install({ radio });
    const { page } = app;
    await press(page, 'Pair my strap');
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await importProfile(page, BEDTECH);
    await page.waitForSelector('.kind-picker');
    await page.$eval('.kind-picker', (details) => {
      (details as HTMLDetailsElement).open = true;
    });
    await page.select('[data-kind-choice]', 'bedtech-bed');
    await page.waitForSelector('.kind-picker [data-pair="bedtech-bed"]');
    await chooseDevice(page, bed.address, () => click(page, '.kind-picker [data-pair="bedtech-bed"]'));
    await until(page, bed, '[data-session="set-up"]');
    await click(page, '[data-one-tap="none"]');
    await click(page, '[data-runs-on]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await until(page, bed, () => model.state(radio.nowMs).running);
    await pass(page, bed, 4);
    await kill(page);
    bed.dropLink();

    await block(await app.harness.openPage('manifest.json'));
    const panel = await app.harness.openPage('sidepanel.html');
    await see(panel, 'was running when Rebound closed.');
    await see(panel, 'The database does not answer.');
    await look(panel, 'left-running-blocked-side-panel');
    const popup = await app.harness.openPopup();
    await see(popup, 'was running when Rebound closed.');
    await popup.screenshot({ path: `${SHOTS}/left-running-blocked-popup.png` });
    await popup.close().catch(() => {});
    const again = await app.harness.openPage('app.html#today');
    await see(again, 'was running when Rebound closed.');
    await see(again, 'The database does not answer.');
    await look(again, 'left-running-blocked');
    expect(model.state(radio.nowMs).running).toBe(true);
    await chooseDevice(again, bed.address, () => click(again, '[data-left-running] button.stop'));
    await until(again, bed, () => !model.state(radio.nowMs).running);
    await pass(again, bed, 2);
    await again.waitForSelector('[data-left-running]', { hidden: true });
    // Settled: neither the mark nor what was kept with it is left.
    const left = async () => JSON.stringify(await chrome.storage.local.get(null)).includes('bedtech-bed');
    await again.waitForFunction(`(${left})().then((is) => !is)`);
  });
});

declare const chrome: { storage: { local: { get(keys: null): Promise<object> } } };

const BEDTECH = readFileSync(join(import.meta.dirname, '../../docs/profiles/bedtech.json'), 'utf8');

async function importProfile(page: Page, text: string): Promise<void> {
  const go = (hash: string) =>
    page.evaluate((to: string) => {
      location.hash = to;
    }, hash);
  await go('#devices/profiles');
  await page.waitForSelector('[data-import="empty"]');
  await page.evaluate((value: string) => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-import] textarea');
    if (field === null) throw new Error('no field to paste into');
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await press(page, 'Import');
  await page.waitForSelector('[data-profile]');
  await go('#devices');
}

/** Holds the database open and asks for its removal: whoever opens it from now on waits for ever. */
async function block(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('rebound');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    Object.assign(globalThis, { held: opening.result });
    const removing = indexedDB.deleteDatabase('rebound');
    await new Promise((resolve) => {
      removing.onblocked = resolve;
    });
  });
}
