import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PeripheralModel } from '../../lib/simulated/model';
import { PaperDevice, RUNNING, WRONG_STATE } from '../conformance/device/paper-device';
import { BOOTS } from '../conformance/device/specs';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, click, type InstallOptions, install, press, see } from './support/app';
import { settle } from './support/database';
import { deviceTime } from './support/device-time';
import { look } from './support/look';

/** The worst rows of `npm run device-truth`, over a real chooser and a real GATT connection: the screen says what the device does. */

class IgnoresStop extends PaperDevice {
  override stop() {}
}
class RefusesStop extends PaperDevice {
  override refusal(op: number, bytes: readonly number[]) {
    return op === 7 ? WRONG_STATE : super.refusal(op, bytes);
  }
}
class StuckValve extends PaperDevice {
  override pressureAfter(place: number, out: number) {
    return place === 1 && this.state !== RUNNING ? 60 : out;
  }
}
class TooHigh extends PaperDevice {
  over = 0;
  override pressureAfter(place: number, out: number) {
    return place === 1 ? out + this.over : out;
  }
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('boots that misbehave', () => {
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

  async function running<D extends PaperDevice>(device: D, options: InstallOptions = {}, wanted = '[data-session="running"]') {
    const peripheral = radio.add(device as PeripheralModel);
    app = await install({ radio, ...options });
    const { page } = app;
    await press(page, 'Pair my strap');
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await page.evaluate(() => {
      location.hash = '#devices';
    });
    await click(page, '.kind-picker summary');
    await page.select('[data-kind-choice]', 'open-recovery-compression');
    await chooseDevice(page, peripheral.address, async () => {
      const button = await page.waitForSelector('.kind-picker [data-pair="open-recovery-compression"]');
      await button?.click();
    });
    await page.waitForSelector(`[data-device="${device.name}"][data-state="ready"] [data-session="set-up"] .set-up-choices:enabled`);
    await (await page.$('aria/By hand'))?.click();
    await page.waitForSelector('[data-step="1"]');
    await click(page, '[data-one-tap="none"]');
    await click(page, '[data-start]:not([disabled])');
    await until(page, peripheral, wanted);
    if (wanted === '[data-session="running"]') await pass(page, peripheral, 12);
    return { page, device, peripheral };
  }

  const writes = ({ writes: all }: RadioPeripheral) => all.map(({ bytes }) => Buffer.from(bytes).toString('hex'));
  const words = (page: Page) => page.$eval('.running-bar', (bar) => (bar as HTMLElement).innerText);
  /** Large, and once. */
  const notice = (page: Page) => page.$$eval('[data-unrest]', (all) => all.map((one) => (one as HTMLElement).innerText).join(' twice '));
  const stop = (page: Page) => click(page, '[data-stop]');
  /** Lets time pass for page and device until the page says it: tries again and reports take as long as the radio needs. */
  const says = (page: Page, peripheral: RadioPeripheral, text: string) =>
    until(page, peripheral, async () => (await page.evaluate(() => document.body.innerText)).includes(text));

  it('take the stop and run on: every surface says so, large, until somebody says that they are off', async () => {
    const { page, peripheral } = await running(new IgnoresStop(BOOTS));
    await stop(page);
    await until(page, peripheral, '[data-session="unstopped"]');
    expect(await words(page)).toMatch(/Paper boots\s+Not stopped[\s\S]*Stop/);
    expect(await notice(page)).toMatch(/did not stop: switch it off at the device\.[\s\S]*Chamber 1: 20 mmHg/);
    await look(page, 'device-truth-not-stopped');
    const popup = await app.harness.openPage('popup.html');
    await popup.waitForSelector('[data-unrest]');
    await look(popup, 'device-truth-not-stopped-popup');
    await popup.close();
    await click(page, '.device .unrest button.quiet');
    await page.waitForFunction(() => document.querySelector('[data-unrest]') === null);
    expect(app.problems).toEqual([]);
  });

  it('refuse the stop: told as refused, on a dark narrow screen', async () => {
    const { page, peripheral } = await running(new RefusesStop(BOOTS), { colorScheme: 'dark', viewport: { width: 360, height: 800 } });
    await stop(page);
    await says(page, peripheral, 'It refused the stop: it says that it cannot stop now.');
    await look(page, 'device-truth-refused');
  });

  it('keep a valve shut while they say that they are idle', async () => {
    const { page, peripheral } = await running(new StuckValve(BOOTS));
    await stop(page);
    await until(page, peripheral, '[data-unrest]');
    expect(await notice(page)).toContain('Chamber 2: 60 mmHg');
  });

  it('take the start and stay idle: the session ends, and says that they did not start', async () => {
    class IgnoresStart extends PaperDevice {
      override start() {}
    }
    const { page } = await running(new IgnoresStart(BOOTS), {}, '[data-session="ended"]');
    await see(page, 'Ended: the device did not start.');
    await look(page, 'device-truth-did-not-start');
  });

  it('are started by hand: the bar and the card say so', async () => {
    const { page, device, peripheral } = await running(new PaperDevice(BOOTS));
    await stop(page);
    await pass(page, peripheral, 15);
    device.setTimer(300);
    device.start();
    await says(page, peripheral, 'It reports movement, but no session is running.');
    expect(await words(page)).toContain('It reports movement, but no session is running.');
    await look(page, 'device-truth-unasked');
  });

  it('press 160 mmHg in a chamber: they are stopped, and the figure is named', async () => {
    const { page, device, peripheral } = await running(new TooHigh(BOOTS));
    await page.waitForSelector('[data-zone="chamber-2"] .measured');
    await look(page, 'device-truth-figures');
    device.over = 140;
    await says(page, peripheral, 'Chamber 2: 160 mmHg measured, 100 mmHg is the highest level');
    await look(page, 'device-truth-too-high');
    expect(writes(peripheral)).toContain('07');
  });

  it('are switched off by hand during a lost link: nothing is started again, and the screen says how it ended', async () => {
    const { page, device, peripheral } = await running(new PaperDevice(BOOTS));
    const before = writes(peripheral).length;
    peripheral.dropLink();
    device.end(6);
    await page.waitForSelector('[data-session="unknown"]');
    await see(page, 'Without Rebound it ends by itself in');
    await look(page, 'device-truth-link-lost');
    await until(page, peripheral, '[data-session="ended"]');
    await see(page, 'Stopped at the device.');
    expect(
      writes(peripheral)
        .slice(before)
        .filter((hex) => hex !== '07'),
    ).toEqual([]);
  });
});
