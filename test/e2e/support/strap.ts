/** A strap of ours in the air of a stand-in radio, and the app's clock moved with each packet that it sends. */
import type { Page } from 'puppeteer-core';
import { heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import type { PeripheralModel } from '../../../lib/bluetooth/simulated/model';
import { chooseDevice } from '../harness';
import type { Radio, RadioPeripheral } from '../radio';
import { advance, phase, press } from './app';

export const MEASUREMENT = heartRateUuids.measurement;

/** From Welcome to the first packet: pairs through the browser's own chooser. Resolves when the app listens to beats. */
export async function pairAndStart(page: Page, strap: RadioPeripheral): Promise<void> {
  await press(page, 'Pair my strap');
  await startWith(page, strap);
}

export async function startWith(page: Page, strap: RadioPeripheral): Promise<void> {
  await page.waitForSelector('aria/Start check');
  await chooseDevice(page, strap.address, () => press(page, 'Start check'));
  await ready(page, strap);
}

/** Subscribed, and everything else that a fresh link is asked for is answered. */
export async function ready(page: Page, strap: RadioPeripheral): Promise<void> {
  await strap.waitFor('subscribed', MEASUREMENT);
  await page.waitForSelector('[data-connection="ready"]');
}

export interface Drive {
  /** Model time at which to stop, in ms since the first beat's interval began. Default: until the check is done or nothing is left. */
  readonly untilMs?: number;
}

/** Plays what the model has to send, packet by packet, each time moving the app's clock to the packet's time first. */
export async function drive(
  page: Page,
  radio: Radio,
  strap: RadioPeripheral,
  model: PeripheralModel,
  { untilMs }: Drive = {},
): Promise<void> {
  for (let next = model.nextAtMs(); next !== null && (untilMs === undefined || next <= untilMs); next = model.nextAtMs()) {
    await advance(page, next - radio.nowMs);
    if ((await phase(page)) === 'done') return;
    strap.deliver(next);
  }
  // The last of it is heard, too.
  await advance(page, 0);
}
