import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FramedDevice } from '../../lib/simulated/framed/framed-device';
import { simulatedIbbq } from '../../lib/simulated/framed/ibbq';
import { simulatedJiecang } from '../../lib/simulated/framed/jiecang';
import { simulatedLifespan } from '../../lib/simulated/framed/lifespan';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, click, type InstallOptions, install, press, see } from './support/app';
import { rows, settle, stored } from './support/database';
import { deviceTime } from './support/device-time';
import { look } from './support/look';

/** Three profiles from docs/profiles, each imported from its file, shown, paired and used. The frames come from their published protocols. */
const PROFILES = join(import.meta.dirname, '../../docs/profiles');

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a profile imported from a file', () => {
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
  const to = (page: Page, part: string) =>
    page.evaluate((hash: string) => {
      location.hash = hash;
    }, part);

  /** From the file to the facts that are shown before the import. */
  async function choose(file: string, options: InstallOptions = {}): Promise<Page> {
    app = await install({ radio, ...options });
    const { page } = app;
    await press(page, 'Pair my strap');
    await page.waitForSelector('nav');
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [], units: 'metric' });
    // What is written beside the product's code is seen after a reload.
    await page.reload();
    await page.waitForSelector('nav');
    await to(page, '#devices/profiles');
    const input = await page.waitForSelector('[data-import] input[type="file"]');
    await (input as Awaited<ReturnType<typeof page.$>> & { uploadFile(path: string): Promise<void> }).uploadFile(join(PROFILES, file));
    await page.waitForSelector('[data-import="good"]');
    return page;
  }

  async function pair(page: Page, device: RadioPeripheral, model: FramedDevice, id: string, name: string): Promise<void> {
    await press(page, 'Import');
    await page.waitForSelector(`[data-profile="${id}"]`);
    expect(device.writes).toEqual([]);
    await chooseDevice(page, device.address, () => press(page, `Pair ${name}`));
    await to(page, '#devices');
    await until(page, device, `[data-device="${model.name}"][data-state="ready"]`);
  }

  async function startByHand(page: Page, device: RadioPeripheral): Promise<void> {
    await until(page, device, '[data-session="set-up"] .set-up-choices:enabled');
    await (await page.$('aria/By hand'))?.click();
    await page.waitForSelector('[data-step="1"]');
    if ((await page.$('[data-one-tap="none"]')) !== null) await click(page, '[data-one-tap="none"]');
    await click(page, '[data-runs-on]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await until(page, device, '[data-session="running"]');
  }

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('Jiecang bed: shows its limits, massages, and stops, $colorScheme, $width px', async ({ colorScheme, width }) => {
    const model = simulatedJiecang();
    const bed = radio.add(model);
    const page = await choose('jiecang.json', { colorScheme, viewport: { width, height: 800 } });
    await see(page, 'Only the massage is here');
    await look(page, `imported-bed-${colorScheme}-${width}`);
    await pair(page, bed, model, 'jiecang-bed', 'Jiecang adjustable bed');
    expect(bed.writes).toEqual([]);
    await startByHand(page, bed);
    await pass(page, bed, 3);
    expect(hex(bed)[0]).toBe('f1f1100108197e');
    expect(model.state(radio.nowMs).running).toBe(true);
    const more = await page.waitForSelector('[data-zone="back"] button:last-of-type');
    // To the middle: the bar of what runs lies over the top of a narrow page.
    await more?.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    await more?.click();
    await until(page, bed, () => (model.state(radio.nowMs).levels.back ?? 0) > 0);
    await click(page, '[data-session] [data-stop]');
    await bed.waitUntil(() => hex(bed).at(-1) === 'f1f11101081a7e', 'the stop');
    expect(model.state(radio.nowMs)).toMatchObject({ running: false, levels: { back: 0, leg: 0 } });
    expect(model.refusals).toEqual([]);
    await look(page, `imported-bed-stopped-${colorScheme}-${width}`);
    expect(app.problems).toEqual([]);
  });

  it('LifeSpan console: asks what does not name itself, runs in km/h, and stops', async () => {
    const model = simulatedLifespan();
    const belt = radio.add(model);
    const page = await choose('lifespan.json');
    await see(page, '0.7 km/h to 6.4 km/h');
    await look(page, 'imported-belt');
    await pair(page, belt, model, 'lifespan-console', 'LifeSpan treadmill with an Omni console');
    expect(hex(belt).slice(0, 4)).toEqual(['0200000000', 'c200000000', 'e9ff000000', 'e400f40000']);
    await startByHand(page, belt);
    await until(page, belt, () => model.state(radio.nowMs).running);
    await pass(page, belt, 8);
    // 0.7 km/h are 0.43 mph.
    expect(hex(belt)).toContain('e100000000');
    expect(hex(belt)).toContain('d0002b0000');
    expect(model.state(radio.nowMs).speedKmh).toBe(0.7);
    await look(page, 'imported-belt-running');
    await click(page, '[data-session] [data-stop]');
    await belt.waitUntil(() => hex(belt).includes('e000000000'), 'the stop');
    await pass(page, belt, 3);
    expect(model.state(radio.nowMs)).toMatchObject({ running: false, speedKmh: 0 });
    expect(model.refusals).toEqual([]);
    await look(page, 'imported-belt-stopped');
    expect(app.problems).toEqual([]);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('iBBQ thermometer: is read probe by probe, and limits the bath, $colorScheme, $width px', async ({ colorScheme, width }) => {
    let probesC: readonly (number | null)[] = [14, null, 38, null];
    const model = simulatedIbbq({ probesC: () => probesC });
    const thermometer = radio.add(model);
    const page = await choose('inkbird.json', { colorScheme, viewport: { width, height: 800 } });
    // What is written to it without a click is shown first.
    expect(await page.$$eval('[data-written]', (all) => all.map((one) => one.textContent))).toEqual([
      '21 07 06 05 04 03 02 01 b8 22 00 00 00 00 00',
      '02 00 00 00 00 00',
      '0b 01 00 00 00 00',
    ]);
    await look(page, `imported-thermometer-${colorScheme}-${width}`);
    await pair(page, thermometer, model, 'ibbq-thermometer', 'iBBQ probe thermometer (Inkbird IBT)');
    await until(page, thermometer, '[data-quantity="temperature"][data-probe="3"]');
    const shown = () => page.$$eval('[data-quantity="temperature"]', (all) => all.map((one) => one.textContent));
    expect(await shown()).toEqual(['Temperature, probe 114.0°C', 'Temperature, probe 338.0°C']);
    // It has nothing to stop and no session.
    expect(await page.$('.device button.stop')).toBeNull();
    expect(await page.$('[data-session]')).toBeNull();
    await look(page, `imported-thermometer-card-${colorScheme}-${width}`);
    // A probe that is pulled out has no temperature.
    probesC = [14, null, null, null];
    await pass(page, thermometer, 2);
    expect(await shown()).toEqual(['Temperature, probe 114.0°C']);

    await to(page, '#devices/timer');
    await page.waitForSelector('[data-guided="set-up"]');
    await page.evaluate(() => {
      const label = [...document.querySelectorAll('label')].find((one) => one.textContent === 'Cold water');
      label?.querySelector('input')?.click();
    });
    await page.waitForSelector('input[name="thermometer"]');
    await see(page, 'iBBQ, probe 1');
    await look(page, `imported-bath-${colorScheme}-${width}`);
    await press(page, 'I have read them');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await page.waitForSelector('[data-guided="running"]');
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-celsius]')?.dataset.celsius) === 14);
    await advance(page, 10_000);
    // Colder water than the first times allow ends the session.
    probesC = [6, null, null, null];
    await pass(page, thermometer, 2);
    await see(page, 'Too cold. Get out.');
    const [record] = await stored<{ end: string | null; done: readonly { temperatureC?: number }[] }>(
      page,
      'sessions',
      ([first]) => first?.end === 'stopped',
    );
    expect(record?.done.some(({ temperatureC }) => temperatureC === 14)).toBe(true);
    expect(model.refusals).toEqual([]);
    expect(await rows(page, 'profiles')).toHaveLength(1);
    expect(app.problems).toEqual([]);
  });
});
