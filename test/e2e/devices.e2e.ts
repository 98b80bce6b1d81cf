import { mkdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceInformationUuids } from '../../lib/bluetooth/services/device-information';
import { fitnessMachineUuids } from '../../lib/bluetooth/services/fitness-machine';
import { replayStrap } from '../../lib/simulated/replay';
import { simulatedScale } from '../../lib/simulated/scale';
import { simulatedThermometer } from '../../lib/simulated/thermometer';
import { simulatedTreadmill } from '../../lib/simulated/treadmill';
import { chooseDevice, dismissChooser, type LaunchOptions } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, click, install, press, see, waitForPhase } from './support/app';
import { rows } from './support/database';
import { recording } from './support/recordings';
import { drive, MEASUREMENT, startWith } from './support/strap';

/** The Devices screen, the inspector and the remotes, in a real browser over the simulated radio. */
const SHOTS = join(import.meta.dirname, '../../test-results/screens');
const TREADMILL = 'Simulated treadmill';
const { treadmillData, controlPoint, feature } = fitnessMachineUuids;

interface StoredDevice {
  readonly name: string;
  readonly nickname?: string;
  readonly kind?: string;
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('devices', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    mkdirSync(SHOTS, { recursive: true });
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  /** From installation to the Devices screen. */
  async function open(options: Omit<LaunchOptions, 'extension' | 'radio'> = {}): Promise<Page> {
    app = await install({ radio, ...options });
    await press(app.page, 'Pair my strap');
    await press(app.page, 'Devices');
    await see(app.page, 'No device yet');
    return app.page;
  }

  function addTreadmill() {
    const model = simulatedTreadmill({ information: { manufacturer: 'Rebound', model: 'T1', firmware: '2.1' } });
    return { model, treadmill: radio.add(model) };
  }
  function addStrap() {
    const model = replayStrap(recording('synthetic-4'), {
      battery: { startPct: 76, drainPctPerHour: 0 },
      information: { manufacturer: 'Rebound', model: 'S1', firmware: '1.2.3' },
    });
    return { model, strap: radio.add(model) };
  }
  const pairTreadmill = async (page: Page, treadmill: RadioPeripheral) => {
    await chooseDevice(page, treadmill.address, () => press(page, 'Fitness machine'));
    await treadmill.waitFor('subscribed', treadmillData);
    await state(page, TREADMILL, 'ready');
  };

  it('a check records from the strap while the treadmill shows its values; the popup shows both and stops the treadmill', async () => {
    const { model: belt, treadmill } = addTreadmill();
    const { model, strap } = addStrap();
    const page = await open();
    await pairTreadmill(page, treadmill);
    await press(page, 'Check');
    await startWith(page, strap);
    await drive(page, radio, strap, model, { untilMs: 8000 });
    belt.press('start', radio.nowMs);
    treadmill.deliver(radio.nowMs + 12_000);
    await drive(page, radio, strap, model, { untilMs: radio.nowMs + 3000 });
    await waitForPhase(page, 'settling');
    await press(page, 'Devices');
    await see(page, 'A check is running');
    expect(await value(page, TREADMILL, 'speed')).toBe('0.6 mph');
    expect(await value(page, model.name, 'heart-rate')).toMatch(/^\d+ bpm$/);
    expect(await value(page, model.name, 'contact')).not.toBe('');
    await press(page, `Disconnect ${model.name}`);
    await see(page, 'A check is running on this strap.');
    expect(strap.connected).toBe(true);

    const popup = await app.harness.openPopup();
    await popup.waitForSelector(`[data-device="${TREADMILL}"][data-connection="ready"]`);
    await popup.waitForSelector(`[data-device="${model.name}"][data-connection="ready"]`);
    await see(popup, '76 %');
    await see(popup, 'bpm');
    await popup.screenshot({ path: join(SHOTS, 'devices-popup.png') as `${string}.png` });
    expect(await popup.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(1);
    await press(popup, `Stop ${TREADMILL}`);
    await treadmill.waitUntil(() => treadmill.writes.length >= 2, 'the stop');
    expect(treadmill.writes.map(({ characteristic, bytes }) => [characteristic, [...bytes]])).toEqual([
      [controlPoint, [0x00]],
      [controlPoint, [0x08, 0x01]],
    ]);
    expect(belt.state(radio.nowMs).phase).not.toBe('running');

    // The check lost nothing.
    await press(page, 'Back to the check');
    await drive(page, radio, strap, model, { untilMs: radio.nowMs + 5000 });
    expect(app.problems).toEqual([]);
  });

  it('a lost link is shown and reconnected; disconnect, connect without a chooser, rename and forget work', async () => {
    const { treadmill } = addTreadmill();
    const page = await open();
    await pairTreadmill(page, treadmill);
    treadmill.dropLink();
    await state(page, TREADMILL, 'lost');
    for (let tries = 0; tries < 20 && !treadmill.subscribed(treadmillData); tries++) {
      await advance(page, 500);
      await treadmill.waitFor('subscribed', treadmillData, 500).catch(() => undefined);
    }
    await state(page, TREADMILL, 'ready');
    await press(page, `Disconnect ${TREADMILL}`);
    await state(page, TREADMILL, 'closed');
    await treadmill.waitFor('disconnected');
    await press(page, `Connect ${TREADMILL}`);
    await state(page, TREADMILL, 'ready');

    await openDetails(page, TREADMILL);
    await see(page, 'Rebound T1');
    await see(page, '2.1');
    await page.locator(`aria/Your name for ${TREADMILL}`).fill('Cellar');
    await press(page, 'Save');
    await state(page, 'Cellar', 'ready');
    await press(page, 'Forget Cellar');
    await see(page, 'Forget Cellar?');
    await press(page, 'Keep it');
    expect((await rows<StoredDevice>(page, 'devices')).map(({ nickname, kind }) => [nickname, kind])).toEqual([['Cellar', 'treadmill']]);
    await press(page, 'Forget Cellar');
    await press(page, 'Forget it');
    await see(page, 'No device yet');
    await treadmill.waitFor('disconnected');
    expect(await rows(page, 'devices')).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  it('thermometer and scale show their readings; the popup disconnects one of them', async () => {
    const thermometer = radio.add(simulatedThermometer({ bathC: 11, noiseC: 0 }));
    const scale = radio.add(simulatedScale({ weighings: [{ atMs: 5000, weightKg: 72.4 }] }));
    const page = await open();
    await chooseDevice(page, thermometer.address, () => press(page, 'Thermometer'));
    await state(page, 'Simulated thermometer', 'ready');
    await chooseDevice(page, scale.address, () => press(page, 'Scale'));
    await state(page, 'Simulated scale', 'ready');
    thermometer.deliver(radio.nowMs + 2000);
    scale.deliver(radio.nowMs + 5000);
    // 11 °C and 72.4 kg, in American units.
    expect(await value(page, 'Simulated thermometer', 'temperature')).toBe('51.8°F');
    expect(await value(page, 'Simulated scale', 'weight')).toBe('159.6 lb');

    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-device="Simulated scale"][data-connection="ready"]');
    await press(popup, 'Disconnect Simulated scale');
    await scale.waitFor('disconnected');
    await state(page, 'Simulated scale', 'closed');
    await state(page, 'Simulated thermometer', 'ready');
    expect(thermometer.connected).toBe(true);
    expect(app.problems).toEqual([]);
  });

  it('a new tab connects without the chooser when the browser remembers the devices', async () => {
    const { treadmill } = addTreadmill();
    const page = await open({ remembersDevices: true });
    await pairTreadmill(page, treadmill);
    await page.close();
    await treadmill.waitFor('disconnected');
    const again = await app.harness.openPage('app.html#devices');
    await press(again, `Connect ${TREADMILL}`);
    await state(again, TREADMILL, 'ready');
    expect(treadmill.connected).toBe(true);
    const { strap, model } = addStrap();
    await chooseDevice(again, strap.address, () => press(again, 'Heart-rate strap'));
    await strap.waitFor('subscribed', MEASUREMENT);
    await state(again, model.name, 'ready');
    await again.close();
    await strap.waitFor('disconnected');

    const third = await app.harness.openPage('app.html#check');
    await third.waitForSelector('aria/Start check');
    await press(third, 'Start check');
    await strap.waitFor('subscribed', MEASUREMENT);
    await third.waitForSelector('[data-connection="ready"]');
    await press(third, 'Cancel');
    await press(third, 'Devices');
    // A forgotten device is no longer reported.
    const told = () => third.evaluate(async () => (await navigator.bluetooth?.getDevices?.())?.length);
    expect(await told()).toBe(2);
    await openDetails(third, TREADMILL);
    await press(third, `Forget ${TREADMILL}`);
    await press(third, 'Forget it');
    await third.waitForFunction((name: string) => document.querySelector(`[data-device="${name}"]`) === null, {}, TREADMILL);
    expect(await told()).toBe(1);
  });

  it('a dismissed chooser shows advice that fits the device', async () => {
    const page = await open();
    await dismissChooser(page, () => press(page, 'Fitness machine'));
    await see(page, 'No device was chosen.');
    await dismissChooser(page, () => press(page, 'Heart-rate strap'));
    await see(page, 'No strap was chosen.');
    expect(await rows(page, 'devices')).toEqual([]);
  });

  it('the inspector lists, reads, subscribes, writes when allowed, and shows failures', async () => {
    const { model, treadmill } = addTreadmill();
    const page = await open();
    await click(page, '[data-inspector] summary');
    await page.locator('aria/Services to look for').fill('FFE0, nonsense');
    await see(page, 'Not a UUID: nonsense');
    await page.locator('aria/Services to look for').fill('FFE0 0000fff0-0000-1000-8000-00805f9b34fb');
    await chooseDevice(page, treadmill.address, () => press(page, 'Choose a device'));
    await page.waitForSelector('[data-inspector="ready"]');
    await see(page, 'fitness-machine');

    await press(page, 'Read feature');
    await see(page, 'features [');
    treadmill.failNext(feature, 'read', 'org.bluez.Error.NotPermitted');
    await press(page, 'Read feature');
    await page.waitForSelector('tr[data-event="error"]');
    expect(await page.$eval('tr[data-event="error"]', (row) => (row as HTMLElement).innerText)).toContain('not-permitted');
    await press(page, 'Read firmware');
    await see(page, '"2.1"');

    await press(page, 'Subscribe to treadmillData');
    await treadmill.waitFor('subscribed', treadmillData);
    treadmill.deliver(radio.nowMs + 2500);
    await page.waitForFunction(() => document.querySelectorAll('tr[data-event="notified"]').length === 2);
    await see(page, 'speedKmh 0');
    await press(page, 'Unsubscribe from treadmillData');
    await treadmill.waitFor('unsubscribed', treadmillData);

    expect(await page.$('aria/Write to controlPoint')).toBeNull();
    await press(page, 'I know what this does: let me write');
    await page.locator('aria/Bytes to write to controlPoint').fill('0');
    await see(page, 'Two hex digits for each byte');
    await page.locator('aria/Bytes to write to controlPoint').fill('00');
    await press(page, 'Write to controlPoint');
    await treadmill.waitUntil(() => treadmill.writes.length === 1, 'the write');
    expect([...(treadmill.writes[0]?.bytes ?? [])]).toEqual([0]);
    await page.waitForSelector('[data-hand-written]');
    await page.screenshot({ path: join(SHOTS, 'devices-inspector-wrote.png') as `${string}.png` });
    expect(model.services.some(({ uuid }) => uuid === deviceInformationUuids.service)).toBe(true);
    const log = await download(page, () => press(page, 'Save log'));
    expect(log.name).toMatch(/^rebound-gatt-simulated-treadmill-\d{8}-\d{6}\.txt$/);
    const lines = log.text.trimEnd().split('\n');
    expect(lines.some((line) => /\t2ACC\t.*not-permitted/.test(line))).toBe(true);
    expect(lines.filter((line) => line.includes('\t2ACD\t')).length).toBeGreaterThanOrEqual(3);
    // It answers after a moment of its own.
    await page.keyboard.press('Escape');
    const stopped = () => treadmill.writes.some(({ bytes }) => bytes[0] === 8 && bytes[1] === 1);
    for (let tries = 0; tries < 20 && !stopped(); tries++) {
      treadmill.deliver(radio.nowMs + 200);
      await advance(page, 200);
    }
    expect(stopped()).toBe(true);
    for (let tries = 0; tries < 20 && (await page.$('[data-hand-written]')) !== null; tries++) {
      treadmill.deliver(radio.nowMs + 200);
      await advance(page, 200);
    }
    await page.waitForSelector('[data-stop-toast="accepted"]');
    expect(await page.$('.running-bar')).toBeNull();
    await press(page, 'Disconnect inspected device');
    await treadmill.waitFor('disconnected');
    expect(app.problems).toEqual([]);
  });

  it('a command from the popup opens an app tab if there is none, which says that a click there is needed', async () => {
    const { treadmill } = addTreadmill();
    const page = await open();
    await pairTreadmill(page, treadmill);
    const other = await app.harness.browser.newPage();
    await page.close();
    await other.bringToFront();
    const popup = await app.harness.openPopup();
    await popup.waitForSelector(`[data-device="${TREADMILL}"][data-connection="closed"]`);
    const opened = app.harness.browser.waitForTarget((one) => one.url().endsWith('/app.html#devices'));
    await press(popup, `Connect ${TREADMILL}`);
    const again = await (await opened).page();
    if (again === null) throw new Error('the app tab has no page');
    await again.waitForSelector(`[data-device="${TREADMILL}"]`);
  });

  it('with two app tabs, one owns Bluetooth and answers; the other says so', async () => {
    const { treadmill } = addTreadmill();
    const page = await open();
    await pairTreadmill(page, treadmill);
    const second = await app.harness.openPage('app.html#devices');
    await see(second, 'Rebound is open in another tab');
    expect(await second.$eval('aria/Fitness machine', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    // There the card shows what the owner knows, with its Stop.
    await second.waitForSelector(`[data-remote="${TREADMILL}"]`);
    expect(await second.$(`[data-device="${TREADMILL}"]`)).toBeNull();
    await second.screenshot({ path: join(SHOTS, 'devices-second-tab.png') as `${string}.png` });
    await press(second, `Stop ${TREADMILL}`);
    await treadmill.waitUntil(() => treadmill.writes.length >= 2, 'the stop');
    const popup = await app.harness.openPopup();
    await press(popup, `Stop ${TREADMILL}`);
    await treadmill.waitUntil(() => treadmill.writes.length >= 4, 'the second stop');
    expect(treadmill.writes).toHaveLength(4);
    expect(treadmill.connected).toBe(true);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('looks right, $colorScheme, $width px', async ({ colorScheme, width }) => {
    const { model: belt, treadmill } = addTreadmill();
    const { model, strap } = addStrap();
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const look = async (name: string) => {
      await page.screenshot({ path: join(SHOTS, `devices-${name}-${colorScheme}-${width}.png`) as `${string}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${name} is wider than the window`).toBeLessThanOrEqual(0);
      // At the end of the page the navigation bar has its own place and covers nothing.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect(await violations(page), name).toEqual([]);
    };
    await look('none');
    await see(page, 'compression boots');
    await press(page, 'Find my device');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      await page.$eval('.mine-search input', (one) => one.ariaLabel),
    );
    await pairTreadmill(page, treadmill);
    belt.press('start', radio.nowMs);
    treadmill.deliver(radio.nowMs + 25_000);
    await chooseDevice(page, strap.address, () => press(page, 'Heart-rate strap'));
    await strap.waitFor('subscribed', MEASUREMENT);
    await state(page, model.name, 'ready');
    strap.deliver(radio.nowMs + 3000);
    await page.waitForSelector(`[data-device="${model.name}"] [data-quantity="heart-rate"]`);
    await dismissChooser(page, () => press(page, 'Thermometer'));
    await look('two');
    await openDetails(page, TREADMILL);
    await look('details');
    await press(page, `Forget ${TREADMILL}`);
    await look('forget');
    await press(page, 'Keep it');
    await click(page, '[data-inspector] summary');
    await chooseDevice(page, treadmill.address, () => press(page, 'Choose a device'));
    // The card's link ends first, and may make the first attempt fail.
    for (let tries = 0; tries < 20 && (await page.$('[data-inspector="ready"]')) === null; tries++) {
      await advance(page, 1000);
      await page.waitForSelector('[data-inspector="ready"]', { timeout: 500 }).catch(() => undefined);
    }
    await press(page, 'I know what this does: let me write');
    await press(page, 'Read firmware');
    await press(page, 'Subscribe to treadmillData');
    await treadmill.waitFor('subscribed', treadmillData);
    treadmill.failNext(feature, 'read', 'org.bluez.Error.NotPermitted');
    await press(page, 'Read feature');
    await page.waitForSelector('tr[data-event="error"]');
    treadmill.deliver(radio.nowMs + 3000);
    await page.waitForSelector('tr[data-event="notified"]');
    await look('inspector');
    expect(app.problems).toEqual([]);
  });
});

async function state(page: Page, name: string, wanted: string): Promise<void> {
  await page.waitForSelector(`[data-device="${name}"][data-state="${wanted}"]`);
}

async function value(page: Page, name: string, quantity: string): Promise<string> {
  const place = await page.waitForSelector(`[data-device="${name}"] [data-quantity="${quantity}"] dd`);
  return (await place?.evaluate((dd) => dd.textContent)) ?? '';
}

/** The file that a click saves. */
async function download(page: Page, click: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-download-'));
  const session = await page.browser().target().createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    const saved = new Promise<void>((resolve) =>
      session.on('Browser.downloadProgress', ({ state: progress }) => progress === 'completed' && resolve()),
    );
    await click();
    await saved;
    const [name = ''] = await readdir(folder);
    return { name, text: await readFile(join(folder, name), 'utf8') };
  } finally {
    await session.detach();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openDetails(page: Page, name: string): Promise<void> {
  await page.$eval(`[data-device="${name}"] details`, (details) => {
    (details as HTMLDetailsElement).open = true;
  });
}

/** Violations of WCAG 2.2 A and AA found by axe: rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations: found } = await inPage.run({ runOnly: { type: 'tag', values: tags } });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  });
}
