import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REQUIREMENTS } from '../../lib/devices/drivers/open-recovery';
import type { PeripheralModel } from '../../lib/simulated/model';
import { simulatedMassager } from '../../lib/simulated/recovery/massager';
import { PaperDevice } from '../conformance/device/paper-device';
import { BOOTS, GUN } from '../conformance/device/specs';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, click, type InstallOptions, install, press, see } from './support/app';
import { deviceTime } from './support/device-time';
import { look } from './support/look';

/** The conformance test of Open Recovery devices, over a real chooser and a real GATT connection. */

const STEP_MS = 250;
const LONGEST_S = 400;

/** Takes an unknown command, a start without a timer, and ignores its timer; and its Status has a flag that does not exist. */
class BadGun extends PaperDevice {
  override knows(op: number) {
    return op === 0x7f || super.knows(op);
  }
  override fits(op: number, bytes: readonly number[]) {
    return op === 0x7f || super.fits(op, bytes);
  }
  override timerOver() {}
  override statusBytes(event: number) {
    return super.statusBytes(event).map((byte, at) => (at === 3 ? byte + 2 : byte));
  }
}

class ShortWatchdog extends PaperDevice {
  override featureBytes() {
    return super.featureBytes().map((byte, at) => (at === 5 ? 3 : byte));
  }
}

class NeverStops extends PaperDevice {
  override stop() {}
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('the conformance test', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });
  const { pass } = deviceTime(() => radio, STEP_MS);

  async function paired(model: PeripheralModel, kind: string, options: InstallOptions = {}) {
    const device = radio.add(model);
    app = await install({ radio, ...options });
    const { page } = app;
    await press(page, 'Pair my strap');
    await page.evaluate(() => {
      location.hash = '#devices';
    });
    await click(page, '.kind-picker summary');
    await page.select('[data-kind-choice]', `open-recovery-${kind}`);
    await chooseDevice(page, device.address, async () => {
      const button = await page.waitForSelector(`.kind-picker [data-pair="open-recovery-${kind}"]`);
      await button?.click();
    });
    await page.waitForSelector(`[data-device="${model.name}"][data-state="ready"]`);
    await click(page, '[data-conformance] summary');
    return { page, device };
  }

  async function begin(page: Page) {
    expect(await page.$eval('[data-run]', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await click(page, '[data-conformance] input[type="checkbox"]');
    // To the middle: the navigation bar lies over the bottom of a narrow page.
    await page.$eval('[data-run]', (button) => button.scrollIntoView({ block: 'center' }));
    await click(page, '[data-run]:not([disabled])');
    await page.waitForSelector('[data-conformance="running"], [data-conformance="done"]');
  }

  async function finish(page: Page, device: RadioPeripheral) {
    for (let s = 0; s < LONGEST_S && (await page.$('[data-conformance="done"]')) === null; s += STEP_MS / 1000) {
      await pass(page, device, STEP_MS / 1000);
    }
    await page.waitForSelector('[data-conformance="done"]');
  }

  const found = (page: Page) =>
    page.$$eval('[data-finding]', (all) =>
      all.map((one) => [(one as HTMLElement).dataset.finding, (one as HTMLElement).dataset.outcome] as const),
    ) as Promise<readonly (readonly [string, string])[]>;
  const failed = async (page: Page) => (await found(page)).filter(([, outcome]) => outcome === 'failed').map(([id]) => id);

  it('passes a good device, after a warning and a click, and gives it back to its driver', async () => {
    const { page, device } = await paired(simulatedMassager(), 'massage');
    await look(page, 'conformance-before');
    await begin(page);
    await pass(page, device, 20);
    await see(page, 'of 9');
    await look(page, 'conformance-running');
    // It goes on while another screen is shown, with its Stop there.
    await page.evaluate(() => {
      location.hash = '#today';
    });
    await page.waitForSelector('.running-bar [data-running="Simulated massager"] button.stop');
    await look(page, 'conformance-running-on-today');
    await pass(page, device, 4);
    await page.evaluate(() => {
      location.hash = '#devices';
    });
    await page.waitForSelector('[data-conformance="running"]');
    await finish(page, device);
    expect(await found(page)).toHaveLength(REQUIREMENTS.length);
    expect(await failed(page)).toEqual([]);
    await see(page, 'It follows the Open Recovery Profile 1.1.');
    await look(page, 'conformance-good');
    // The last stop is watched until the device rests.
    await pass(page, device, 6);
    await page.waitForSelector('[data-device="Simulated massager"] [data-session="set-up"]');
    expect(await page.$('.running-bar')).toBeNull();
    expect(app.problems).toEqual([]);
  }, 300_000);

  it('says what a bad device did, with the bytes', async () => {
    const { page, device } = await paired(new BadGun(GUN), 'percussion', { colorScheme: 'dark', viewport: { width: 360, height: 780 } });
    await begin(page);
    await pass(page, device, 8);
    await look(page, 'conformance-running-dark-360');
    await finish(page, device);
    expect(await failed(page)).toEqual(['D-4', 'C-4', 'C-10', 'T-3', 'T-5']);
    await see(page, 'It breaks 5 rules of the Open Recovery Profile.');
    await see(page, 'Written: 7f. Answer: 01 (done). Required: 02 (does not exist).');
    await see(page, 'Status, byte 3: 2. Allowed: 0 to 1.');
    await see(page, 'The run did not end after 5.0 s.');
    expect(await page.$eval('[data-finding="D-4"] mark', ({ textContent }) => textContent)).toBe('02');
    await look(page, 'conformance-bad-dark-360');
    expect(app.problems).toEqual([]);
  }, 300_000);

  it('names the byte of a device that Rebound does not run, and writes nothing to it', async () => {
    const { page, device } = await paired(new ShortWatchdog(BOOTS), 'compression', { viewport: { width: 360, height: 780 } });
    await see(page, 'What it says about itself breaks the Open Recovery Profile');
    expect(await page.$('[data-session="set-up"]')).toBeNull();
    await begin(page);
    await finish(page, device);
    expect(await failed(page)).toEqual(['D-2']);
    await see(page, 'Feature, byte 5: 3. Allowed: 5 to 60.');
    expect(await page.$eval('[data-finding="D-2"] mark', ({ textContent }) => textContent)).toBe('03');
    await look(page, 'conformance-refused-360');
    expect(device.writes).toEqual([]);
    expect(app.problems).toEqual([]);
  }, 120_000);

  it('says that a device did not stop, and keeps what it found when the link is lost', async () => {
    const { page, device } = await paired(new NeverStops(GUN), 'percussion', { colorScheme: 'dark' });
    await begin(page);
    await finish(page, device);
    expect(await failed(page)).toContain('S-2');
    await see(page, 'It did not come to rest. Switch it off at the device.');
    await look(page, 'conformance-not-at-rest-dark');
    device.outOfRange(true);
    await pass(page, device, 2);
    expect(await failed(page)).toContain('S-2');
  }, 120_000);

  it('asks for the press that a device needs, and Escape ends it', async () => {
    const model = simulatedMassager({ needsPress: true });
    const { page, device } = await paired(model, 'massage');
    await begin(page);
    await pass(page, device, 6);
    await see(page, 'Press the button at the device that lets Rebound control it.');
    await look(page, 'conformance-press');
    model.allow(radio.nowMs);
    await pass(page, device, 4);
    expect(await page.$eval('main', (main) => main.innerText.includes('Press the button'))).toBe(false);
    await page.evaluate(() => {
      location.hash = '#plan';
    });
    await page.waitForSelector('.running-bar [data-running]');
    await page.keyboard.press('Escape');
    await pass(page, device, 4);
    expect(await page.$eval('[data-stop-toast]', ({ textContent }) => textContent)).toMatch(
      /^(Stopped|Told to stop): Simulated massager\./,
    );
    await page.evaluate(() => {
      location.hash = '#devices';
    });
    await page.waitForSelector('[data-conformance="done"]');
    await see(page, 'You stopped the test.');
    expect(model.state(radio.nowMs).state).toBe('idle');
    await look(page, 'conformance-stopped');
  }, 120_000);
});
