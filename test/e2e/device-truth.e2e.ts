import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PeripheralModel } from '../../lib/simulated/model';
import { PaperDevice, RUNNING, WRONG_STATE } from '../conformance/device/paper-device';
import { BOOTS } from '../conformance/device/specs';
import { makeBelt, makePad } from '../truth/stand-ins';
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

interface Wanted {
  readonly model: PeripheralModel;
  readonly kind: string;
  readonly options?: InstallOptions;
  /** What the session comes to; left out: it runs for 12 s. */
  readonly becomes?: string;
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a device that misbehaves', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });
  // Half seconds: a driver waits one second for the answer to a stop.
  const { pass, until } = deviceTime(() => radio, 500);

  async function runs({ model, kind, options = {}, becomes }: Wanted) {
    const peripheral = radio.add(model);
    app = await install({ radio, ...options });
    const { page } = app;
    await press(page, 'Pair my strap');
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await page.evaluate(() => {
      location.hash = '#devices';
    });
    if (kind.startsWith('ftms-')) await chooseDevice(page, peripheral.address, () => press(page, 'Fitness machine'));
    else await pickKind(page, peripheral, kind);
    await until(page, peripheral, `[data-device="${model.name}"][data-state="ready"] [data-session="set-up"] .set-up-choices:enabled`);
    await (await page.$('aria/By hand'))?.click();
    await page.waitForSelector('[data-step="1"]');
    const open = new Set(['[data-one-tap="none"]', '[data-runs-on]']);
    await until(page, peripheral, async () => {
      for (const asked of open) {
        if ((await page.$(asked)) === null) continue;
        open.delete(asked);
        await click(page, asked);
      }
      return (await page.$('[data-start]:not([disabled])')) !== null;
    });
    await click(page, '[data-start]:not([disabled])');
    await until(page, peripheral, becomes ?? '[data-session="running"]');
    if (becomes === undefined) await pass(page, peripheral, 12);
    return { page, peripheral };
  }

  async function pickKind(page: Page, peripheral: RadioPeripheral, kind: string) {
    await click(page, '.kind-picker summary');
    await page.select('[data-kind-choice]', kind);
    await chooseDevice(page, peripheral.address, async () => {
      const button = await page.waitForSelector(`.kind-picker [data-pair="${kind}"]`);
      await button?.click();
    });
  }

  async function running<D extends PaperDevice>(device: D, options: InstallOptions = {}, becomes?: string) {
    const wanted = { model: device as PeripheralModel, kind: 'open-recovery-compression', options };
    return { device, ...(await runs(becomes === undefined ? wanted : { ...wanted, becomes })) };
  }

  const writes = ({ writes: all }: RadioPeripheral) => all.map(({ bytes }) => Buffer.from(bytes).toString('hex'));
  const words = (page: Page) => page.$eval('.running-bar', (bar) => (bar as HTMLElement).innerText);
  /** Large, and once. */
  const notice = (page: Page) => page.$$eval('[data-unrest]', (all) => all.map((one) => (one as HTMLElement).innerText).join(' twice '));
  const stop = (page: Page) => click(page, '[data-stop]');
  /** Lets time pass for page and device until the page says it: tries again and reports take as long as the radio needs. */
  const says = (page: Page, peripheral: RadioPeripheral, text: string) =>
    until(page, peripheral, async () => (await page.evaluate(() => document.body.innerText)).includes(text));

  it('boots take the stop and run on: every surface says so, large, until somebody says that they are off', async () => {
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

  it('boots refuse the stop: told as refused, on a dark narrow screen', async () => {
    const { page, peripheral } = await running(new RefusesStop(BOOTS), { colorScheme: 'dark', viewport: { width: 360, height: 800 } });
    await stop(page);
    await says(page, peripheral, 'It refused the stop: it says that it cannot stop now.');
    await look(page, 'device-truth-refused');
  });

  it('boots keep a valve shut while they say that they are idle', async () => {
    const { page, peripheral } = await running(new StuckValve(BOOTS));
    await stop(page);
    await until(page, peripheral, '[data-unrest]');
    expect(await notice(page)).toContain('Chamber 2: 60 mmHg');
  });

  it('boots take the start and stay idle: the session ends, and says that they did not start', async () => {
    class IgnoresStart extends PaperDevice {
      override start() {}
    }
    const { page } = await running(new IgnoresStart(BOOTS), {}, '[data-session="ended"]');
    await see(page, 'Ended: the device did not start.');
    await look(page, 'device-truth-did-not-start');
  });

  it('boots are started by hand: the bar and the card say so', async () => {
    const { page, device, peripheral } = await running(new PaperDevice(BOOTS));
    await stop(page);
    await pass(page, peripheral, 15);
    device.setTimer(300);
    device.start();
    await says(page, peripheral, 'It reports movement, but no session is running.');
    expect(await words(page)).toContain('It reports movement, but no session is running.');
    await look(page, 'device-truth-unasked');
  });

  it('boots press 160 mmHg in a chamber: they are stopped, and the figure is named', async () => {
    const { page, device, peripheral } = await running(new TooHigh(BOOTS));
    await page.waitForSelector('[data-zone="chamber-2"] .measured');
    await look(page, 'device-truth-figures');
    device.over = 140;
    await says(page, peripheral, 'Chamber 2: 160 mmHg measured, 100 mmHg is the highest level');
    await look(page, 'device-truth-too-high');
    expect(writes(peripheral)).toContain('07');
  });

  it('boots are switched off by hand during a lost link: nothing is started again, and the screen says how it ended', async () => {
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

  it('a belt takes the stop and runs on: the speed that it reports is named', async () => {
    const { page, peripheral } = await runs({ model: makeBelt({ stopAnswer: 1 }).model, kind: 'ftms-treadmill' });
    await stop(page);
    await says(page, peripheral, 'did not stop: switch it off at the device.');
    expect(await notice(page)).toMatch(/It runs[\s\S]*Belt: /);
    await look(page, 'device-truth-belt-runs-on');
  });

  it('a belt is faster than it may be: it is told to stop, and the speed is named', async () => {
    const { faults, model } = makeBelt();
    const { page, peripheral } = await runs({ model, kind: 'ftms-treadmill', options: { colorScheme: 'dark' } });
    faults.faster = 700;
    await says(page, peripheral, 'The device measured a value that is not allowed');
    await look(page, 'device-truth-belt-too-fast');
    expect(writes(peripheral)).toContain('0801');
  });

  it('a water pad takes the stop and stays on', async () => {
    const { page, peripheral } = await runs({ model: makePad({ staysOn: true }).model, kind: 'ooler' });
    await stop(page);
    await says(page, peripheral, 'did not stop: switch it off at the device.');
    await look(page, 'device-truth-pad-stays-on');
  });

  it('a water pad cannot be read any more: it is said to be not reporting, on a dark narrow screen', async () => {
    const { faults, model } = makePad();
    const { page, peripheral } = await runs({
      model,
      kind: 'ooler',
      options: { colorScheme: 'dark', viewport: { width: 360, height: 800 } },
    });
    faults.mute = true;
    await says(page, peripheral, 'The device no longer reports what it does.');
    expect(await words(page)).toContain('Not reporting');
    await look(page, 'device-truth-pad-mute');
  });
});
