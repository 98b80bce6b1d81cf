import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedBlockBlueLight } from '../../lib/simulated/framed/blockbluelight';
import type { PeripheralModel } from '../../lib/simulated/model';
import { simulatedBoots } from '../../lib/simulated/recovery/boots';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, click, install, press, see } from './support/app';
import { rows, settle } from './support/database';
import { deviceTime } from './support/device-time';
import { look } from './support/look';
import { afternoonZone, type Logged, ran, to } from './support/plan';

/** From an item of the plan to its device and back: the log shows what was really done. */

interface StoredSession {
  readonly id: string;
  readonly end: string | null;
  readonly activeS: number;
  readonly device: { readonly kind: string } | null;
  readonly plan: { readonly item: string | null; readonly modality: string };
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('an item of the plan on its device', () => {
  let radio: Radio;
  let app: App;
  beforeEach(async () => {
    radio = await startRadio();
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  const SET_UP = '.plan-session [data-session="set-up"]';
  const RUNNING = '.plan-session [data-session="running"]';
  const ENDED = '.plan-session [data-session="ended"]';

  /** A run half an hour ago, and equipment at home; the device is paired, and the Plan is open. */
  async function planned(model: PeripheralModel, kind: string, equipment: readonly string[]) {
    const device = radio.add(model);
    app = await install({ radio, timeZone: afternoonZone() });
    const { page } = app;
    await press(page, 'Pair my strap');
    await ran(page, 30);
    await settle(page, { equipment });
    await page.reload();
    await press(page, 'Devices');
    await page.$eval('.kind-picker', (details) => {
      (details as HTMLDetailsElement).open = true;
    });
    await page.select('[data-kind-choice]', kind);
    await page.waitForSelector(`.kind-picker [data-pair="${kind}"]`);
    await chooseDevice(page, device.address, () => click(page, `.kind-picker [data-pair="${kind}"]`));
    await until(page, device, '[data-session="set-up"] .set-up-choices:enabled');
    await to(page, '#plan', '[data-screening-first]');
    await press(page, 'None of these');
    return { page, device };
  }

  const { pass, until } = deviceTime(() => radio);

  async function start(page: Page, device: RadioPeripheral) {
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await until(page, device, RUNNING);
  }

  const unfold = (page: Page) =>
    page.$eval('[data-optional]', (details) => {
      (details as HTMLDetailsElement).open = true;
    });
  const sessions = (page: Page) => rows<StoredSession>(page, 'sessions');
  const log = (page: Page) => rows<Logged>(page, 'planLog');
  const findItem = (page: Page, modality: string) =>
    page.$eval(`.plan-day [data-item][data-modality="${modality}"]`, (row) => (row as HTMLElement).dataset.item ?? '');

  it('boots ask before each session; a session that hardly began does not count as done', async () => {
    const model = simulatedBoots();
    const { page, device } = await planned(model, 'open-recovery-compression', ['compression-boots']);
    await click(page, '[data-modality="pneumatic-compression"] [data-start-device]');
    await page.waitForSelector(SET_UP);
    const id = await findItem(page, 'pneumatic-compression');
    // The user must set the usual level, and Rebound asks about the legs before each session.
    await page.waitForSelector(`${SET_UP} input[type=range][data-level]`);
    await page.waitForFunction((one: string) => document.querySelector(one) === null, {}, '[data-one-tap]');
    for (const zone of await page.$$(`${SET_UP} input[type=range][data-level]`)) {
      await zone.focus();
      await page.keyboard.press('ArrowRight');
    }
    await page.waitForSelector('[data-one-tap="none"]');
    await page.waitForSelector('[data-start][disabled]');
    await look(page, 'plan-device-asks');
    await click(page, '[data-one-tap="none"]');
    await start(page, device);
    await pass(page, device, 30);
    const { state, outputs } = model.state(radio.nowMs);
    expect(state).toBe('running');
    expect(outputs.every(({ target }) => target > 0)).toBe(true);
    await look(page, 'plan-device-runs');
    await click(page, '[data-session] [data-stop]');
    await until(page, device, ENDED);
    await pass(page, device, 5);
    expect(model.state(radio.nowMs).state).toBe('idle');
    expect(await sessions(page)).toMatchObject([
      { end: 'stopped', device: { kind: 'open-recovery-compression' }, plan: { item: id, modality: 'pneumatic-compression' } },
    ]);
    expect(await log(page)).toEqual([]);
    expect(await findItem(page, 'pneumatic-compression')).toBe(id);
    await press(page, 'Close');
    await page.waitForSelector('[data-one-tap="none"]');
    await page.waitForSelector('[data-start][disabled]');
    expect(app.problems).toEqual([]);
  });

  it('a panel connects from its item, runs for the chosen time, and ticks the item off', async () => {
    const model = simulatedBlockBlueLight();
    const { page, device } = await planned(model, 'blockbluelight-panel', ['red-light']);
    await to(page, '#devices', '[data-device]');
    await press(page, `Disconnect ${model.name}`);
    await device.waitFor('disconnected');
    await to(page, '#plan', '[data-modality="red-light"] [data-start-device]');
    // Light is offered "if you have time", which is folded.
    await unfold(page);
    const id = await findItem(page, 'red-light');
    await press(page, `Connect ${model.name}`);
    await until(page, device, SET_UP);
    // The plan's length applies until another is chosen.
    const length = `${SET_UP} input[name="length"]:checked`;
    expect(await page.$eval(length, (one) => (one as HTMLInputElement).labels?.[0]?.innerText)).toBe('10 minutes');
    await press(page, '5 minutes');
    await start(page, device);
    expect(model.state(radio.nowMs)).toMatchObject({ running: true });
    // After visiting another screen, it still runs and is visible.
    await to(page, '#today', '[data-plan-card]');
    await to(page, '#plan', RUNNING);
    await pass(page, device, 5 * 60);
    await until(page, device, ENDED);
    expect(model.state(radio.nowMs)).toMatchObject({ running: false });
    await page.waitForSelector('[data-logged="done"][data-modality="red-light"]');
    expect(await page.$('[data-item][data-modality="red-light"]')).toBeNull();
    const [finished] = await sessions(page);
    expect(finished).toMatchObject({
      end: 'finished',
      device: { kind: 'blockbluelight-panel' },
      plan: { item: id, modality: 'red-light' },
    });
    expect(await log(page)).toMatchObject([{ itemId: id, outcome: 'done', modality: 'red-light', minutes: 5, sessionId: finished?.id }]);
    await press(page, 'Close');
    await page.waitForFunction(() => document.querySelector('.plan-session') === null);

    await press(page, 'Reopen: Red light');
    await page.waitForSelector(`[data-item="${id}"] [data-start-device]`);
    await unfold(page);
    await click(page, `[data-item="${id}"] [data-start-device]`);
    await page.waitForSelector(SET_UP);
    await press(page, '5 minutes');
    await start(page, device);
    // The plan drops the item while the session runs: the session keeps its Stop.
    await to(page, '#settings/plan', '[data-plan-equipment] [data-value="red-light"]:checked');
    await click(page, '[data-plan-equipment] [data-value="red-light"]');
    await to(page, '#plan', RUNNING);
    await page.waitForSelector('[data-excluded="red-light"]');
    expect(await page.$('[data-item][data-modality="red-light"]')).toBeNull();
    await pass(page, device, 3 * 60);
    await click(page, '[data-session] [data-stop]');
    await until(page, device, ENDED);
    await see(page, 'Stopped.');
    expect(model.state(radio.nowMs)).toMatchObject({ running: false });
    await page.waitForSelector('[data-logged="done"][data-modality="red-light"]');
    const part = (await sessions(page)).find((one) => one.id !== finished?.id);
    expect(part).toMatchObject({ end: 'stopped', plan: { item: id } });
    expect(await log(page)).toMatchObject([{ itemId: id, outcome: 'done', minutes: expect.closeTo(3, 1), sessionId: part?.id }]);
    expect(app.problems).toEqual([]);
  });
});
