/** Tests the simulated radio and the harness themselves, with a minimal extension. */
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelPacket, PeripheralModel } from '../../lib/simulated/model';
import { captureConsole, chooseDevice, dismissChooser, type Harness, launch, openChooser } from './harness';
import { writeSmokeExtension } from './harness/smoke-extension';
import { type Radio, type RadioPeripheral, startRadio } from './radio';

const STRAP = 'A0:9E:1A:00:00:01';
const HEART_RATE = '0000180d-0000-1000-8000-00805f9b34fb';
const MEASUREMENT = '00002a37-0000-1000-8000-00805f9b34fb';
const SENSOR_LOCATION = '00002a38-0000-1000-8000-00805f9b34fb';
const CONTROL_POINT = '00002a39-0000-1000-8000-00805f9b34fb';
const NOTHING = { read: false, write: false, writeWithoutResponse: false, notify: false, indicate: false };

/** One packet of two bytes every 20 ms: 0 and the number of the packet. It refuses 255, and loses its link to 254. */
function strapModel(link: { endsAtMs: number | null }): PeripheralModel {
  let number = 0;
  return {
    address: STRAP,
    name: 'Smoke strap',
    advertised: [HEART_RATE],
    services: [
      {
        uuid: HEART_RATE,
        characteristics: [
          { uuid: MEASUREMENT, properties: { ...NOTHING, notify: true } },
          { uuid: SENSOR_LOCATION, properties: { ...NOTHING, read: true } },
          { uuid: CONTROL_POINT, properties: { ...NOTHING, write: true, writeWithoutResponse: true } },
        ],
      },
    ],
    connected: () => undefined,
    disconnected: () => undefined,
    read: () => ({ ok: true, bytes: Uint8Array.of(1) }),
    write(_, bytes) {
      if (bytes[0] === 0xff) return { ok: false, fault: 'not-permitted' };
      if (bytes[0] === 0xfe) {
        strap.dropLink();
        return { ok: false, fault: 'failed' };
      }
      return { ok: true, bytes: new Uint8Array() };
    },
    nextAtMs: () => number * 20,
    endsLinkAtMs: () => link.endsAtMs,
    advance(toMs) {
      const due: ModelPacket[] = [];
      for (; number * 20 <= toMs; number++)
        due.push({ characteristic: MEASUREMENT, bytes: Uint8Array.of(0, number % 256), atMs: number * 20 });
      return due;
    },
  };
}

let extension: string;
let radio: Radio;
let link: { endsAtMs: number | null };
let strap: RadioPeripheral;
let harness: Harness;
let page: Page;
let problems: readonly string[];

const click = () => page.click('#pair');
const received = (count: number) => page.waitForFunction(`smoke.received.length >= ${count}`);

beforeAll(async () => {
  extension = await writeSmokeExtension();
});
afterAll(() => rm(extension, { recursive: true, force: true }));

beforeEach(async () => {
  radio = await startRadio();
  link = { endsAtMs: null };
  strap = radio.add(strapModel(link), { rssi: -50 });
  harness = await launch({ extension, radio, colorScheme: 'dark' });
  page = await harness.openPage('page.html');
  problems = captureConsole(page);
});
afterEach(async () => {
  await harness.close();
  await radio.close();
});

async function pair(): Promise<void> {
  await chooseDevice(page, STRAP, click);
  expect(await page.evaluate('smoke.outcome')).toBe('Smoke strap');
}

async function stream(): Promise<void> {
  expect(await page.evaluate('smoke.connect()')).toBe('connected');
  expect(await page.evaluate('smoke.subscribe()')).toBe('done');
  await strap.waitFor('subscribed', MEASUREMENT);
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('the simulated radio', () => {
  it('carries a complete session: choose, connect, stream, lose, reconnect', async () => {
    await pair();
    await stream();
    expect(strap.connected).toBe(true);
    expect(strap.deliver(199 * 20)).toBe(200);
    await received(200);
    expect(await page.evaluate('smoke.received')).toEqual(Array.from({ length: 200 }, (_, number) => number));

    strap.dropLink();
    await page.waitForFunction('smoke.lost === 1');
    expect(strap.deliver(299 * 20)).toBe(0);

    await stream();
    expect(strap.deliver(309 * 20)).toBe(10);
    await received(210);
    expect(await page.evaluate('smoke.received.at(-1)')).toBe(309 % 256);

    expect(await page.evaluate('smoke.unsubscribe()')).toBe('stopped');
    await strap.waitFor('unsubscribed', MEASUREMENT);
    await page.evaluate('smoke.disconnect()');
    await strap.waitFor('disconnected');
    expect(problems).toEqual([]);
  });

  it('ends the link when the device does, after delivering what it sent before', async () => {
    await pair();
    await stream();
    link.endsAtMs = 1010;
    expect(strap.deliver(1000)).toBe(51);
    await received(51);
    expect(strap.connected).toBe(true);
    expect(strap.deliver(2000)).toBe(0);
    await page.waitForFunction('smoke.lost === 1');
    expect([strap.connected, radio.nowMs]).toEqual([false, 2000]);
    link.endsAtMs = null;
    await stream();
    expect(strap.deliver(2040)).toBe(2);
  });

  it('reads and writes, and reports refusals', async () => {
    await pair();
    expect(await page.evaluate('smoke.connect()')).toBe('connected');
    radio.nowMs = 1234;
    expect(await page.evaluate('smoke.read()')).toBe(1);
    expect(await page.evaluate('smoke.write([1, 2, 3], "WithResponse")')).toBe('done');
    expect(await page.evaluate('smoke.write([4], "WithoutResponse")')).toBe('done');
    await strap.waitUntil(() => strap.writes.length === 2, 'two writes');
    expect(strap.writes).toEqual([
      { characteristic: CONTROL_POINT, bytes: Uint8Array.of(1, 2, 3), type: 'request', atMs: 1234 },
      { characteristic: CONTROL_POINT, bytes: Uint8Array.of(4), type: 'command', atMs: 1234 },
    ]);
    expect(await page.evaluate('smoke.write([0xff], "WithResponse")')).toMatch(/^NotSupportedError: .*not permitted/i);
    strap.failNext(SENSOR_LOCATION, 'read', 'org.bluez.Error.InProgress');
    expect(await page.evaluate('smoke.read()')).toMatch(/^NetworkError: .*in progress/i);
    expect(await page.evaluate('smoke.read()')).toBe(1);
    strap.failNext(MEASUREMENT, 'notify', 'org.bluez.Error.Failed');
    expect(await page.evaluate('smoke.subscribe()')).toMatch(/Error: /);
  });

  it('can be used again after an error that came when the link was lost already', async () => {
    await pair();
    await stream();
    expect(await page.evaluate('smoke.write([0xfe], "WithResponse")')).toMatch(/^NetworkError: .*disconnected/);
    await stream();
    expect(strap.deliver(0)).toBe(1);
    await received(1);
    strap.forget();
    await page.waitForFunction('smoke.lost === 2');
    await pair();
    await stream();
    expect(await page.evaluate('smoke.read()')).toBe(1);
  });

  it('fails to connect on request, and when the device is out of range', async () => {
    await pair();
    strap.failConnect(1, 'org.bluez.Error.InProgress');
    expect(await page.evaluate('smoke.connect()')).toMatch(/^NetworkError: /);
    expect(await page.evaluate('smoke.connect()')).toBe('connected');
    strap.outOfRange(true);
    await page.waitForFunction('smoke.lost === 1');
    expect(await page.evaluate('smoke.connect()')).toMatch(/^NetworkError: /);
    const chooser = await openChooser(page, click);
    expect(chooser.devices).toEqual([]);
    strap.outOfRange(false);
    await chooser.pick(STRAP);
    expect(await page.evaluate('smoke.outcome')).toBe('Smoke strap');
    expect(await page.evaluate('smoke.connect()')).toBe('connected');
  });

  it('has a chooser that can be dismissed and opened again', async () => {
    await dismissChooser(page, click);
    expect(await page.evaluate('smoke.outcome')).toMatch(/^NotFoundError: User cancelled/);
    await pair();
    await pair();
  });

  it('can be switched off and on', async () => {
    await pair();
    expect(await page.evaluate('smoke.connect()')).toBe('connected');
    radio.setPowered(false);
    await page.waitForFunction('smoke.lost === 1');
    expect(await page.evaluate('smoke.connect()')).toMatch(/^InvalidStateError: .*Not ready/);
    // Chromium treats an adapter that is off as available: its chooser opens empty, and fills when the adapter is turned on.
    expect(await page.evaluate('navigator.bluetooth.getAvailability()')).toBe(true);
    await chooseDevice(page, STRAP, async () => {
      await click();
      radio.setPowered(true);
    });
    expect(await page.evaluate('smoke.outcome')).toBe('Smoke strap');
    expect(await page.evaluate('smoke.connect()')).toBe('connected');
  });

  it('can be unplugged', async () => {
    const available = (wanted: boolean) => page.waitForFunction(`navigator.bluetooth.getAvailability().then((is) => is === ${wanted})`);
    await available(true);
    radio.setPresent(false);
    await available(false);
    await click();
    expect(await page.evaluate('smoke.outcome')).toMatch(/^NotFoundError: Bluetooth adapter not available/);
    radio.setPresent(true);
    await available(true);
    await pair();
  });

  it('survives a crash of the browser', async () => {
    await pair();
    await stream();
    harness.browser.process()?.kill('SIGKILL');
    await strap.waitFor('unsubscribed', MEASUREMENT);
    await harness.close();
    harness = await launch({ extension, radio });
    page = await harness.openPage('page.html');
    await pair();
    await stream();
    expect(strap.deliver(9 * 20)).toBe(10);
    await received(10);
  });
});

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('the harness', () => {
  it('opens the popup and a training site, in the chosen colour scheme', async () => {
    const isDark = 'matchMedia("(prefers-color-scheme: dark)").matches';
    expect(await page.evaluate(isDark)).toBe(true);
    const popup = await harness.openPopup();
    expect(await popup.title()).toBe('Popup');
    expect(await popup.evaluate(isDark)).toBe(true);
    const site = await harness.site('https://www.strava.com/activities/123', '<!doctype html><title>Ride</title><img src="/x.png">');
    expect(site.url()).toBe('https://www.strava.com/activities/123');
    await site.waitForFunction('document.title === "Ride seen"');
  });

  it('has no Bluetooth without a radio, and can run without the flag', async () => {
    await harness.close();
    harness = await launch({ extension, colorScheme: 'light' });
    page = await harness.openPage('page.html');
    expect(await page.evaluate('navigator.bluetooth.getAvailability()')).toBe(false);
    await harness.close();
    harness = await launch({ extension, webBluetooth: false });
    page = await harness.openPage('page.html');
    expect(await page.evaluate('navigator.bluetooth')).toBeUndefined();
  });
});
