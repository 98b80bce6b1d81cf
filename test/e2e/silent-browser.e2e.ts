import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedJensen } from '../../lib/simulated/framed/jensen';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { settle } from './support/database';
import { deviceTime } from './support/device-time';
import { look } from './support/look';

/** Chromium may stop answering a page about Bluetooth for good. Connecting again has no effect then, so a person is told what has. */
describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a browser that no longer answers about Bluetooth', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
    app = await install({ radio });
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });
  const { pass, until } = deviceTime(() => radio, 500);

  async function pair(bed: RadioPeripheral): Promise<void> {
    const { page } = app;
    await press(page, 'Devices');
    await page.waitForSelector('.kind-picker');
    await page.$eval('.kind-picker', (details) => {
      (details as HTMLDetailsElement).open = true;
    });
    await page.select('[data-kind-choice]', 'jensen-bed');
    await page.waitForSelector('.kind-picker [data-pair="jensen-bed"]');
    await chooseDevice(page, bed.address, () => click(page, '.kind-picker [data-pair="jensen-bed"]'));
    await until(page, bed, '[data-session="set-up"] .set-up-choices:enabled');
  }

  it('says so, and works after a reload', async () => {
    const bed = radio.add(simulatedJensen());
    const { page } = app;
    await tryWithoutStrap(page);
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await pair(bed);
    const before = bed.writes.length;
    bed.holdWrites('hangs', 1);
    await click(page, '[data-device] button.stop');
    await bed.waitUntil(() => bed.writes.length > before, 'the stop');
    bed.restartBluez();
    // The stop is given up after 2 s, a connect is tried within a second, and the browser has 5 s to answer.
    await pass(page, bed, 10);
    await see(page, 'The browser no longer answers this tab about Bluetooth.');
    await look(page, 'silent-browser-wide');
    await page.setViewport({ width: 360, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await look(page, 'silent-browser-narrow');
    await page.reload();
    await pair(bed);
    expect(bed.connected).toBe(true);
  });
});
