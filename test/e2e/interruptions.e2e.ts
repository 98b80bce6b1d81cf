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

/** Interruptions: lost links, killed and closed tabs, cancelling. No measured beat may be lost or invented. */
const NAME = 'synthetic-3';
const rrMs = recording(NAME);
const ticks = rrMs.map((rr) => Math.round(rr * 1.024));

describe.skipIf(process.env.REBOUND_NO_RADIO === '1')('an interrupted check', () => {
  let radio: Radio;
  let app: App;
  let model: ReplayStrap;
  let strap: RadioPeripheral;
  /** Intervals that the strap sent while connected but before a subscription: lost, as on a real radio. */
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

  /** Loses the link for a while: the heart keeps beating, and the app looks for the strap. */
  async function loseLink(page: Page, forMs: number) {
    strap.outOfRange(true);
    await page.waitForSelector('[data-connection="lost"], [data-connection="reconnecting"]');
    await see(page, 'The link to the strap was lost.');
    const back = radio.nowMs + forMs;
    strap.deliver(back);
    strap.outOfRange(false);
    await advance(page, forMs);
    // The pause before the next attempt runs on the held clock: advance it, and the heart, until an attempt succeeds.
    for (let tries = 0; !strap.subscribed(MEASUREMENT) && tries < 40; tries++) {
      await advance(page, 1000);
      const before = model.sent.length;
      if (strap.deliver(radio.nowMs + 1000) === 0) for (const { index } of model.sent.slice(before)) unheard.add(index);
      await strap.waitFor('subscribed', MEASUREMENT, 400).catch(() => undefined);
    }
    await ready(page, strap);
  }

  it('continues after three lost links, storing the gaps, with no beat repeated or invented', async () => {
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
      // The last beat received before the loss, and the first one after the reconnect, by the strap's own log.
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
      // The first interval after the gap began with a beat that was not received, so the gap ends there. Exact to one beat.
      const length = rrMs.slice(from, to).reduce((sum, rr) => sum + rr, 0);
      expect(length).toBeGreaterThan(4000);
      expect(Math.abs((check.gaps[i]?.lengthMs ?? 0) - length)).toBeLessThan(1000);
    }
    expect(check.complete).toBe(true);
  });

  it('is offered after the tab was killed, with at most 5 s of beats lost', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 150_000 });
    const heard = model.sent.length;
    await kill(app.page);

    const page = await app.harness.openPage('app.html#today');
    await see(page, 'A check was interrupted');
    const journal = await rows<{ kind: string; rrTicks: number[] }>(page, 'journal');
    const saved = journal.flatMap((entry) => entry.rrTicks ?? []);
    expect(saved).toEqual(ticks.slice(0, saved.length));
    const lostMs = rrMs.slice(saved.length, heard).reduce((sum, rr) => sum + rr, 0);
    expect(lostMs).toBeLessThanOrEqual(5000);
    expect(await storedChecks(page)).toEqual([]);

    await press(page, 'Keep it');
    await page.waitForFunction(() => !document.body.innerText.includes('A check was interrupted'));
    const [check] = await storedChecks(page);
    expect(check?.rrTicks).toEqual(saved);
    expect(check?.complete).toBe(false);
    expect(check?.sensor?.batteryPct).toBe(60);
    expect(await rows(page, 'journal')).toEqual([]);
  });

  it('is discarded on request', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 70_000 });
    await kill(app.page);
    const page = await app.harness.openPage('app.html#today');
    await see(page, 'A check was interrupted');
    await press(page, 'Discard it');
    await page.waitForFunction(() => !document.body.innerText.includes('A check was interrupted'));
    expect(await storedChecks(page)).toEqual([]);
    expect(await rows(page, 'recordings')).toEqual([]);
    expect(await rows(page, 'journal')).toEqual([]);
  });

  it('keeps its beats when the tab is closed without cancelling', async () => {
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

  it('continues while the user views another screen', async () => {
    await drive(app.page, radio, strap, model, { untilMs: 20_000 });
    await press(app.page, 'Today');
    await see(app.page, 'A check is running');
    await press(app.page, 'Back to the check');
    await drive(app.page, radio, strap, model, { untilMs: 40_000 });
    expect(
      await rows<{ kind: string }>(app.page, 'journal').then((all) => all.filter(({ kind }) => kind === 'packet').length),
    ).toBeGreaterThan(30);
  });

  it('asks on cancelling, and continues, keeps or discards', async () => {
    const { page } = app;
    await drive(page, radio, strap, model, { untilMs: 20_000 });
    await press(page, 'Cancel');
    await see(page, 'End this check?');
    await press(page, 'Continue measuring');
    await drive(page, radio, strap, model, { untilMs: 130_000 });
    await press(page, 'Cancel');
    await press(page, 'Keep it');
    await waitForPhase(page, 'done');
    const [kept] = await storedChecks(page);
    expect(kept?.complete).toBe(false);
    expect(kept?.rrTicks).toEqual(ticks.slice(0, kept?.rrTicks.length));
    await strap.waitFor('disconnected');

    // The same strap without the chooser, because this tab knows it.
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
