import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ecgChoice, encodePmdSettingsRequest, encodePmdStart, encodePmdStop, polarPmdUuids } from '../../lib/bluetooth/services/polar-pmd';
import { physiologicalRr } from '../../lib/simulated/physiology';
import { type PolarStrap, simulatedPolar } from '../../lib/simulated/polar-strap';
import { chooseDevice } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, install, phase, press, see, waitForPhase } from './support/app';
import { rows, type StoredCheck, storedChecks } from './support/database';
import { SHOTS } from './support/look';
import { rmssd } from './support/recordings';

/** Recording from the ECG of a Polar, in a real browser, over a simulated radio: with noise, wander and ectopics in the trace. */
const ECG_OPTION = "Record from the strap's ECG (130 Hz)";
const ASK = [...encodePmdSettingsRequest('ecg')];
const START = [...encodePmdStart('ecg', ecgChoice)];
const STOP = [...encodePmdStop('ecg')];
const BEATS = 420;

function beats(): number[] {
  const taken: number[] = [];
  for (const rr of physiologicalRr({ seed: 11, meanHrBpm: 66, rmssdMs: 45 })) {
    if (taken.push(rr) === BEATS) return taken;
  }
  return taken;
}

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a check from the ECG of a Polar', () => {
  const rrMs = beats();
  let radio: Radio;
  let app: App;
  let model: PolarStrap;
  let strap: RadioPeripheral;
  beforeEach(async () => {
    radio = await startRadio();
    app = await install({ radio });
    model = simulatedPolar({ rr: rrMs, ecg: { seed: 2, noiseDb: 10, wanderUv: 300 } });
    strap = radio.add(model);
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  const controlWrites = () =>
    strap.writes.filter(({ characteristic }) => characteristic === polarPmdUuids.controlPoint).map((one) => [...one.bytes]);

  /** Plays the model's packets until a condition holds, and advances the app's clock with them, as fast as the app accepts them. */
  async function play(page: Page, isSo: () => Promise<boolean>, longestMs: number) {
    for (const end = radio.nowMs + longestMs; radio.nowMs < end; ) {
      if (await isSo()) return;
      const next = Math.max(radio.nowMs, Math.min(model.nextAtMs() ?? Number.POSITIVE_INFINITY, radio.nowMs + 500));
      await advance(page, next - radio.nowMs);
      strap.deliver(next);
    }
    throw new Error(`did not come true within ${longestMs} ms`);
  }

  async function pair(page: Page) {
    await press(page, 'Pair my strap');
    await page.waitForSelector('aria/Start check');
    expect(await page.$(`aria/${ECG_OPTION}`)).toBeNull();
    await chooseDevice(page, strap.address, () => press(page, 'Connect the strap first'));
    await page.waitForSelector('[data-connection="ready"]');
    await see(page, ECG_OPTION);
    // Stops what an earlier tab may have left running; nothing else is requested.
    expect(controlWrites()).toEqual([STOP]);
  }

  async function start(page: Page) {
    await press(page, ECG_OPTION);
    await page.waitForFunction(async () => document.querySelector<HTMLInputElement>('input[type=checkbox]:checked') !== null);
    await press(page, 'Start check');
    await strap.waitFor('subscribed', polarPmdUuids.data);
    // The strap answers in the model's time, which waits until the request has arrived.
    for (const question of [ASK, START]) {
      await strap.waitUntil(() => controlWrites().at(-1)?.join() === question.join(), `the write ${question}`);
      strap.deliver(radio.nowMs + 50);
    }
    await page.waitForSelector('[data-connection="ready"]');
    expect(model.streaming()).toEqual(['ecg']);
  }

  it('stores intervals from the ECG: RMSSD within 3 % of the truth; stops the stream afterwards', async () => {
    const { page } = app;
    await pair(page);
    await start(page);
    await play(page, async () => (await page.$('canvas[data-ecg]')) !== null && (await phase(page)) === 'measuring', 120_000);
    await see(page, 'For beat timing, not for diagnosis.');
    await play(page, async () => (await phase(page)) === 'done', 300_000);
    await waitForPhase(page, 'done');

    const [check, ...others] = await storedChecks(page);
    if (check === undefined) throw new Error('no check was stored');
    expect(others).toEqual([]);
    expect(check).toMatchObject({ source: 'polar-ecg', complete: true, gaps: [], sensor: { class: 'chest', better: 'polar-ecg' } });
    const { first, end } = check.counted;
    const truth = computeTruth(check, rrMs);
    expect(end - first).toBeGreaterThan(150);
    expect(Math.abs(check.summary.raw.rmssdMs / rmssd(truth) - 1)).toBeLessThan(0.03);

    await strap.waitFor('disconnected');
    const writes = controlWrites();
    expect(writes.filter((bytes) => bytes.join() === START.join())).toHaveLength(1);
    expect(writes.at(-1)).toEqual(STOP);
    expect(model.streaming()).toEqual([]);
    expect(await rows(page, 'devices')).toMatchObject([{ better: 'polar-ecg', prefersBetter: true }]);
    expect(app.problems).toEqual([]);
  });

  it('shows the trace with its peaks', async () => {
    const { page } = app;
    await pair(page);
    await start(page);
    await play(page, async () => (await phase(page)) === 'measuring', 120_000);
    await see(page, 'For beat timing, not for diagnosis.');
    mkdirSync(SHOTS, { recursive: true });
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 800 });
      // Compared by width only, because the colour scheme redraws everything.
      await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.$eval('canvas[data-ecg]', (canvas) => canvas.scrollIntoView({ block: 'center' }));
        // The trace spans a window of any width, once it was drawn for this width.
        await page.waitForFunction(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-ecg]');
          if (canvas === null) return false;
          const { width: across, height } = canvas;
          const pixels = canvas.getContext('2d')?.getImageData(0, 0, across, height).data ?? [];
          const columns = Array.from({ length: across }, (_, x) => Array.from({ length: height }, (_, y) => (y * across + x) * 4 + 3));
          return columns.filter((column) => column.some((at) => (pixels[at] ?? 0) > 0)).length > 0.98 * across;
        });
        await page.screenshot({ path: join(SHOTS, `ecg-${scheme}-${width}.png`) as `${string}.png` });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, `${scheme} ${width}`).toBeLessThanOrEqual(0);
      }
    }
    expect(app.problems).toEqual([]);
  });

  it('stops the stream on cancel', async () => {
    const { page } = app;
    await pair(page);
    await start(page);
    await press(page, 'Cancel');
    await strap.waitUntil(() => controlWrites().at(-1)?.join() === STOP.join(), 'the stop');
    await strap.waitFor('disconnected');
    expect(model.streaming()).toEqual([]);
  });

  it('stops the stream when the tab is closed', async () => {
    const { page } = app;
    await pair(page);
    await start(page);
    await play(page, async () => (await page.$('canvas[data-ecg]')) !== null, 20_000);
    await page.close();
    await strap.waitFor('disconnected');
    expect(controlWrites().at(-1)).toEqual(STOP);
    expect(model.streaming()).toEqual([]);
  });
});

/** The stretch of the true intervals that a check counted, by its best match. */
function computeTruth({ rrTicks, counted }: StoredCheck, rrMs: readonly number[]): number[] {
  const measured = rrTicks.slice(counted.first, counted.end).map((ticks) => ticks / 1.024);
  let best = { off: Number.POSITIVE_INFINITY, at: 0 };
  for (let at = 0; at + measured.length <= rrMs.length; at++) {
    const off = measured.reduce((sum, one, i) => sum + Math.abs(one - (rrMs[at + i] ?? 0)), 0);
    if (off < best.off) best = { off, at };
  }
  return rrMs.slice(best.at, best.at + measured.length);
}
