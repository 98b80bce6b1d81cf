import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayStrap } from '../../lib/simulated/replay';
import { chooseDevice, dismissChooser, type LaunchOptions } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, install, press, see } from './support/app';
import { storedChecks } from './support/database';
import { recording } from './support/recordings';
import { drive, MEASUREMENT, pairAndStart, ready, startWith } from './support/strap';

/** Every problem shows what happened and what to do, and loses nothing. */
const rrMs = recording('synthetic-4');

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('problems before and during a check', () => {
  let radio: Radio;
  let app: App;
  const open = async (options: Omit<LaunchOptions, 'extension' | 'radio'> = {}) => {
    app = await install({ radio, ...options });
  };
  const add = (options: Parameters<typeof replayStrap>[1] = {}): [ReturnType<typeof replayStrap>, RadioPeripheral] => {
    const model = replayStrap(rrMs, options);
    return [model, radio.add(model)];
  };
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  it('Chromium without Web Bluetooth: says how to turn it on; the simulated strap still works', async () => {
    await open({ webBluetooth: false });
    await see(app.page, 'This browser cannot reach a strap');
    await see(app.page, 'chrome://flags');
    expect(await app.page.$eval('aria/Pair my strap', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await press(app.page, 'Try without a strap');
    await press(app.page, 'Start check with the simulated strap');
    await app.page.waitForSelector('[data-connection="ready"]');
  });

  it('no Bluetooth adapter: says to switch it on', async () => {
    radio.setPresent(false);
    await open();
    await see(app.page, 'Bluetooth is off, or this machine has none.');
    await press(app.page, 'Pair my strap');
    await press(app.page, 'Start check');
    await see(app.page, 'Switch Bluetooth on in the system’s settings');
    expect(await storedChecks(app.page)).toEqual([]);
  });

  it('adapter switched off after the strap was chosen: says so', async () => {
    const [, strap] = add();
    await open();
    strap.failConnect(20, 'org.bluez.Error.NotReady');
    await press(app.page, 'Pair my strap');
    await app.page.waitForSelector('aria/Start check');
    await chooseDevice(app.page, strap.address, () => press(app.page, 'Start check'));
    await failing(app, 'Bluetooth is off, or this machine has none.');
  });

  it('chooser dismissed: says why the list may have been empty', async () => {
    await open();
    await press(app.page, 'Pair my strap');
    await app.page.waitForSelector('aria/Start check');
    await dismissChooser(app.page, () => press(app.page, 'Start check'));
    await see(app.page, 'No strap was chosen.');
    await see(app.page, 'Was the list empty?');
    expect(await storedChecks(app.page)).toEqual([]);
  });

  it('strap out of range: tries again, then says what to do; the next try works', async () => {
    const [model, strap] = add();
    await open();
    strap.failConnect(3, 'org.bluez.Error.Failed');
    await press(app.page, 'Pair my strap');
    await app.page.waitForSelector('aria/Start check');
    await chooseDevice(app.page, strap.address, () => press(app.page, 'Start check'));
    await failing(app, 'The strap does not answer.');
    await startWith(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 5000 });
  });

  it('strap without RR: says that HRV needs another one, after 10 s', async () => {
    const [model, strap] = add({ rrSource: 'none', location: 'wrist' });
    await open();
    await pairAndStart(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 8000 });
    expect(await app.page.evaluate(() => document.body.innerText)).not.toContain('no beat-to-beat intervals');
    await drive(app.page, radio, strap, model, { untilMs: 14_000 });
    await see(app.page, 'This strap sends heart rate, but no beat-to-beat intervals.');
    await see(app.page, 'use a chest strap');
  });

  it('no RR for 10 s: says so, continues by itself, and stores the missing stretch', async () => {
    const [model, strap] = add({ interruptions: [{ fromMs: 90_000, toMs: 104_000, what: 'no-rr' }] });
    await open();
    await pairAndStart(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 103_500 });
    await see(app.page, 'No beats for 10 seconds.');
    await see(app.page, 'Wet the electrodes');
    await drive(app.page, radio, strap, model, { untilMs: 108_000 });
    await app.page.waitForFunction(() => !document.body.innerText.includes('No beats for 10 seconds.'));
    await drive(app.page, radio, strap, model);
    await app.page.waitForSelector('[data-quality]');
    const [check] = await storedChecks(app.page);
    expect(check?.gaps).toHaveLength(1);
    expect(check?.gaps[0]?.cause).toBe('missing');
    expect(Math.abs((check?.gaps[0]?.lengthMs ?? 0) - 14_000)).toBeLessThan(2000);
  });

  it('no packet for 10 s although the link is up: says the same', async () => {
    const [model, strap] = add({ interruptions: [{ fromMs: 30_000, toMs: 45_000, what: 'silent' }] });
    await open();
    await pairAndStart(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 29_500 });
    await advance(app.page, 12_000);
    await see(app.page, 'No beats for 10 seconds.');
  });

  it('no skin contact: says to wet and tighten the strap', async () => {
    const [model, strap] = add({ interruptions: [{ fromMs: 10_000, toMs: 20_000, what: 'no-contact' }] });
    await open();
    await pairAndStart(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 13_000 });
    await see(app.page, 'The strap has no skin contact.');
    await drive(app.page, radio, strap, model, { untilMs: 23_000 });
    await app.page.waitForFunction(() => !document.body.innerText.includes('The strap has no skin contact.'));
  });

  it('a second tab: the first one keeps Bluetooth; the second says so and takes over when the first closes', async () => {
    const [, strap] = add();
    await open();
    await pairAndStart(app.page, strap);
    const second = await app.harness.openPage('app.html#check');
    await see(second, 'Rebound is open in another tab');
    expect(await second.$eval('aria/Start check', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await app.page.close();
    await second.waitForFunction(() => !document.body.innerText.includes('Rebound is open in another tab'));
    await startWith(second, strap);
    expect(strap.subscribed(MEASUREMENT)).toBe(true);
  });

  it('an unreadable battery and location lose no beat', async () => {
    const [model, strap] = add({ battery: { startPct: 50, drainPctPerHour: 0 } });
    await open();
    const { batteryUuids } = await import('../../lib/bluetooth/services/battery');
    strap.failNext(batteryUuids.level, 'read', 'org.bluez.Error.Failed', 1);
    strap.failNext(MEASUREMENT, 'notify', 'org.bluez.Error.InProgress', 1);
    await press(app.page, 'Pair my strap');
    await app.page.waitForSelector('aria/Start check');
    await chooseDevice(app.page, strap.address, () => press(app.page, 'Start check'));
    // "Already in progress" is retried after a moment, on the held clock.
    for (let tries = 0; tries < 20 && !strap.subscribed(MEASUREMENT); tries++) {
      await advance(app.page, 200);
      await strap.waitFor('subscribed', MEASUREMENT, 200).catch(() => undefined);
    }
    await ready(app.page, strap);
    await drive(app.page, radio, strap, model, { untilMs: 5000 });
  });
});

/** Advances the clock through the pauses between attempts until the failure is shown. */
async function failing(app: App, words: string): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await advance(app.page, 1000);
    if (await app.page.evaluate((wanted: string) => document.body.innerText.includes(wanted), words)) return;
    await see(app.page, words, 300).catch(() => undefined);
  }
  throw new Error(`the app never said “${words}”`);
}
