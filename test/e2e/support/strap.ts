/** A simulated strap on a simulated radio, with the app's clock advanced by each of its packets. */
import type { Page } from 'puppeteer';
import { heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import type { PeripheralModel } from '../../../lib/simulated/model';
import { chooseDevice } from '../harness';
import type { Radio, RadioPeripheral } from '../radio';
import { advance, press } from './app';
import { until } from './until';

export const MEASUREMENT = heartRateUuids.measurement;

/** From Welcome to the first packet: pairs through the browser's own chooser. Resolves when the app receives beats. */
export async function pairAndStart(page: Page, strap: RadioPeripheral): Promise<void> {
  await press(page, 'Pair my strap');
  await startWith(page, strap);
}

export async function startWith(page: Page, strap: RadioPeripheral): Promise<void> {
  await page.waitForSelector('aria/Start check');
  await chooseDevice(page, strap.address, () => press(page, 'Start check'));
  await ready(page, strap);
}

/** Subscribed, and everything else that the app requests on a new link is answered. */
export async function ready(page: Page, strap: RadioPeripheral): Promise<void> {
  await strap.waitFor('subscribed', MEASUREMENT);
  await page.waitForSelector('[data-connection="ready"]');
}

export interface Drive {
  /** Model time at which to stop, in ms since the first beat's interval began. Default: until the check is done or the model ends. */
  readonly untilMs?: number;
}

/**
 * Plays the model's packets one by one, each time advancing the app's clock to the packet's time first. The app has processed each packet
 * before the next one is sent.
 */
export async function drive(
  page: Page,
  radio: Radio,
  strap: RadioPeripheral,
  model: PeripheralModel,
  { untilMs }: Drive = {},
): Promise<void> {
  let before: number | null = null;
  for (let next = model.nextAtMs(); next !== null && (untilMs === undefined || next <= untilMs); next = model.nextAtMs()) {
    await advance(page, next - radio.nowMs);
    const { done, packets } = await taken(page, before);
    if (done) return;
    before = strap.deliver(next) > 0 ? packets : null;
  }
  // The last packet is received too.
  await advance(page, 0);
  await taken(page, before);
}

/** The number of packets that the app reports: more than `before`, unless nothing was sent or the check is done. */
async function taken(page: Page, before: number | null): Promise<{ readonly done: boolean; readonly packets: number }> {
  const read = () =>
    page.evaluate(() => ({
      done: document.querySelector<HTMLElement>('main')?.dataset.phase === 'done',
      packets: Number(document.querySelector<HTMLElement>('[data-packets]')?.dataset.packets ?? 0),
    }));
  return until(read, ({ done, packets }) => before === null || done || packets > before);
}
