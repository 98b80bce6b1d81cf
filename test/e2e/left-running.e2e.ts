import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitnessMachineUuids } from '../../lib/bluetooth/services/fitness-machine';
import { simulatedTreadmill } from '../../lib/simulated/treadmill';
import { chooseDevice } from './harness';
import { type Radio, startRadio } from './radio';
import { type App, click, install, press, see } from './support/app';
import { deviceTime } from './support/device-time';
import { kill } from './support/kill';
import { look } from './support/look';

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
    await press(again, 'It is off');
    await again.waitForFunction(() => document.querySelector('[data-left-running]') === null);
    await panel.bringToFront();
    await panel.waitForFunction(() => document.querySelector('[data-left-running]') === null);
  });

  it('is stopped over a new link, before anything else', async () => {
    const { model, treadmill, stops } = await crashed();
    expect(model.state(radio.nowMs).phase).toBe('running');
    const before = stops().length;
    const again = await app.harness.openPage('app.html#today');
    await chooseDevice(again, treadmill.address, () => press(again, 'Connect and stop'));
    await treadmill.waitUntil(() => stops().length > before, 'the stop');
    await until(again, treadmill, () => model.state(radio.nowMs).phase !== 'running');
    await pass(again, treadmill, 2);
    expect(await again.$('[data-left-running]')).toBeNull();
  });
});
