import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReplayStrap, replayStrap } from '../../lib/simulated/replay';
import { captureConsole } from './harness';
import { type Radio, type RadioPeripheral, startRadio } from './radio';
import { type App, advance, install, press, see, waitForPhase } from './support/app';
import { rows, storedChecks } from './support/database';
import { kill } from './support/kill';
import { recording } from './support/recordings';
import { drive, MEASUREMENT, pairAndStart, ready } from './support/strap';

/** What a morning brings: lost links, killed tabs, tabs closed, second thoughts. Nothing that was measured may be lost or made up. */
const NAME = 'synthetic-3';
const rrMs = recording(NAME);
const ticks = rrMs.map((rr) => Math.round(rr * 1.024));

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('a check that is interrupted', () => {
  let radio: Radio;
  let app: App;
  let model: ReplayStrap;
  let strap: RadioPeripheral;
  /** Intervals that the strap sent while it was connected but nobody had subscribed yet: gone, as in the air. */
  let unheard: Set<number>;
  beforeEach(async () => {
    unheard = new Set();
    radio = await startRadio();
    app = await install({ radio });
    model = replayStrap(rrMs, { battery: { startPct: 60, drainPctPerHour: 0 } });
    strap = radio.add(model);
    await pairAndStart(app.page, strap);
  });
  afterEach(async () => {
    await app.harness.close();
    await radio.close();
  });

  const heardBeats = () => model.sent.map(({ index }) => index).filter((index) => !unheard.has(index));

  /** Loses the link for a while: the heart beats on, the app looks for the strap. */
  async function loseLink(page: Page, forMs: number) {
    strap.outOfRange(true);
    await page.waitForSelector('[data-connection="lost"], [data-connection="reconnecting"]');
    await see(page, 'The link to the strap was lost.');
    const back = radio.nowMs + forMs;
    strap.deliver(back);
    strap.outOfRange(false);
    await advance(page, forMs);
    // Back-off may still be running on the held clock: move it on, and the heart with it, until a try succeeds.
    for (let tries = 0; !strap.subscribed(MEASUREMENT) && tries < 40; tries++) {
      await advance(page, 1000);
      const before = model.sent.length;
      if (strap.deliver(radio.nowMs + 1000) === 0) for (const { index } of model.sent.slice(before)) unheard.add(index);
      await strap.waitFor('subscribed', MEASUREMENT, 400).catch(() => undefined);
    }
    await ready(page, strap);
  }

  it('goes on after the link was lost three times, with the gaps stored, no beat twice and none invented', async () => {
    const { page } = app;
    const lost: { from: number; to: number }[] = [];
    for (const [untilMs, forMs] of [
      [30_000, 6000],
      [95_000, 12_000],
      [160_000, 9000],
    ] as const) {
      await drive(page, radio, strap, model, { untilMs });
      const before = heardBeats().length;
      await loseLink(page, forMs);
      await drive(page, radio, strap, model, { untilMs: radio.nowMs + 3000 });
      // What was heard last before the link went, and first after it came back, by the strap's own log.
      lost.push({ from: (heardBeats()[before - 1] ?? 0) + 1, to: heardBeats()[before] ?? 0 });
    }
    await drive(page, radio, strap, model);
    await waitForPhase(page, 'done');

    const [check] = await storedChecks(page);
    if (check === undefined) throw new Error('no check was stored');
    const heard = ticks.filter((_, i) => !lost.some(({ from, to }) => i >= from && i < to)).slice(0, check.rrTicks.length);
    expect(check.rrTicks).toEqual(heard);
    expect(check.gaps.map(({ cause }) => cause)).toEqual(['link', 'link', 'link']);
    for (const [i, { from, to }] of lost.entries()) {
      const missed = lost.slice(0, i).reduce((sum, other) => sum + other.to - other.from, 0);
      expect(check.gaps[i]?.afterBeat).toBe(from - missed);
      // The interval sent first after the gap began with a beat that nobody heard: the gap ends there. Exact to a beat.
      const length = rrMs.slice(from, to).reduce((sum, rr) => sum + rr, 0);
      expect(length).toBeGreaterThan(4000);
      expect(Math.abs((check.gaps[i]?.lengthMs ?? 0) - length)).toBeLessThan(1000);
    }
    expect(check.complete).toBe(true);
  });

  it('offers what reached the disk when the tab was killed in mid-recording: at most 5 s of beats lost', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 150_000 });
    const heard = model.sent.length;
    await kill(app.page);

    const page = await app.harness.openPage('app.html#today');
    await see(page, 'A check was cut off');
    const journal = await rows<{ kind: string; rrTicks: number[] }>(page, 'journal');
    const saved = journal.flatMap((entry) => entry.rrTicks ?? []);
    expect(saved).toEqual(ticks.slice(0, saved.length));
    const lostMs = rrMs.slice(saved.length, heard).reduce((sum, rr) => sum + rr, 0);
    expect(lostMs).toBeLessThanOrEqual(5000);
    expect(await storedChecks(page)).toEqual([]);

    await press(page, 'Keep it');
    await page.waitForFunction(() => !document.body.innerText.includes('A check was cut off'));
    const [check] = await storedChecks(page);
    expect(check?.rrTicks).toEqual(saved);
    expect(check?.complete).toBe(false);
    expect(check?.sensor?.batteryPct).toBe(60);
    expect(await rows(page, 'journal')).toEqual([]);
  });

  it('discards a killed recording when told so', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 70_000 });
    await kill(app.page);
    const page = await app.harness.openPage('app.html#today');
    await see(page, 'A check was cut off');
    await press(page, 'Discard it');
    await page.waitForFunction(() => !document.body.innerText.includes('A check was cut off'));
    expect(await storedChecks(page)).toEqual([]);
    expect(await rows(page, 'recordings')).toEqual([]);
    expect(await rows(page, 'journal')).toEqual([]);
  });

  it('keeps what there is when the tab is closed without cancelling', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 140_000 });
    const heard = model.sent.length;
    await app.page.close();
    await strap.waitFor('disconnected');
    const page = await app.harness.openPage('app.html#today');
    const problems = captureConsole(page);
    await page.waitForSelector('[data-rmssd]');
    const [check] = await storedChecks(page);
    expect(check?.rrTicks).toEqual(ticks.slice(0, heard));
    expect(check?.complete).toBe(false);
    expect(await rows(page, 'recordings')).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('goes on while the user looks at another screen', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 20_000 });
    await press(app.page, 'Today');
    await see(app.page, 'A check is running');
    await press(app.page, 'Back to the check');
    await drive(app.page, radio, strap, model, { untilMs: 40_000 });
    expect(
      await rows<{ kind: string }>(app.page, 'journal').then((all) => all.filter(({ kind }) => kind === 'packet').length),
    ).toBeGreaterThan(30);
  });

  it('asks on cancelling, and goes on, keeps or discards', async () => {
    const { page } = app;
    await drive(page, radio, strap, model, { untilMs: 20_000 });
    await press(page, 'Cancel');
    await see(page, 'End this check?');
    await press(page, 'Go on measuring');
    await drive(page, radio, strap, model, { untilMs: 130_000 });
    await press(page, 'Cancel');
    await press(page, 'Keep what there is');
    await waitForPhase(page, 'done');
    const [kept] = await storedChecks(page);
    expect(kept?.complete).toBe(false);
    expect(kept?.rrTicks).toEqual(ticks.slice(0, kept?.rrTicks.length));
    await strap.waitFor('disconnected');

    // The same strap again, without the chooser: it is known in this tab.
    await press(page, 'Measure again');
    await press(page, 'Start check');
    await ready(page, strap);
    await drive(page, radio, strap, model, { untilMs: radio.nowMs + 5000 });
    await press(page, 'Cancel');
    await press(page, 'Discard it');
    await page.waitForSelector('aria/Start check');
    expect(await storedChecks(page)).toHaveLength(1);
    expect(await rows(page, 'journal')).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});
