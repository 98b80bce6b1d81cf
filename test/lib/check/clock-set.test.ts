import { afterEach, describe, expect, it } from 'vitest';
import { CheckSession } from '../../../lib/check/check-session';
import { StrapLink } from '../../../lib/check/strap-link';
import { type Clock, heldClock } from '../../../lib/core/clock';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import { freshDatabase } from '../../support/database';
import { toSimulatedTime } from '../../support/flaky-transport';
import { START_MS } from '../../support/packets';
import { settled } from '../../support/until';
import { setting } from './check-on-strap';

const HOUR_MS = 3_600_000;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A check of four minutes whose wall clock can be set while time goes on, with a monotonic reading or without one. */
async function check(monotonic: boolean) {
  const held = heldClock(START_MS);
  let offsetMs = 0;
  const clock: Clock = {
    now: () => held.now() + offsetMs,
    wait: (ms, signal) => held.wait(ms, signal),
    ...(monotonic ? { monotonicMs: () => held.now() } : {}),
  };
  const db = freshDatabase();
  const model = simulatedStrap({ rr: physiologicalRr({ seed: 7 }) });
  const transport = simulatedTransport([model], toSimulatedTime(held));
  const link = new StrapLink(clock, () => 0.5);
  const session = new CheckSession({ db, clock, strap: link, timeZone: () => 'Europe/Berlin', newId: () => 'c1', stored: () => {} });
  ends.push(
    () => link.close(),
    () => db.close(),
  );
  await session.start(setting(60, 180), transport);
  const pass = async (seconds: number) => {
    await held.advance(seconds * 1000);
    await settled();
  };
  return {
    pass,
    setClock: (byMs: number) => {
      offsetMs += byMs;
    },
    reach: (inReach: boolean) => transport.setInReach(model.address, inReach),
    async result() {
      for (let turn = 0; turn < 60 && session.stage.value === 'storing'; turn++) await settled();
      const stored = session.result.value;
      if (stored === null) throw new Error(`no result: ${session.stage.value}, ${session.progress.value.phase}`);
      return stored;
    },
  };
}

describe.each([true, false])('the clock is set during a check (monotonic reading: %s)', (monotonic) => {
  it.each([HOUR_MS, -HOUR_MS, 5000, -5000])('by %s ms while measuring: no gap is invented, and its length is its own', async (byMs) => {
    const the = await check(monotonic);
    await the.pass(120);
    the.setClock(byMs);
    await the.pass(300);
    const { startedAtMs, endedAtMs, gaps, summary } = await the.result();
    expect([endedAtMs - startedAtMs, gaps, summary.coveragePct]).toEqual([240_000, [], 100]);
  });

  it.each([-HOUR_MS, 24 * HOUR_MS])(
    'by %s ms while the link is lost in settling: it settles, and the gap is as long as it was',
    async (byMs) => {
      const the = await check(monotonic);
      await the.pass(20);
      the.reach(false);
      await the.pass(3);
      the.setClock(byMs);
      the.reach(true);
      await the.pass(400);
      const { gaps } = await the.result();
      expect(gaps).toHaveLength(1);
      expect(gaps[0]?.lengthMs).toBeGreaterThan(2000);
      expect(gaps[0]?.lengthMs).toBeLessThan(6000);
    },
  );

  it.each([-HOUR_MS, 24 * HOUR_MS])(
    'by %s ms while the link is lost in measuring: the gap is neither lost nor a day long',
    async (byMs) => {
      const the = await check(monotonic);
      await the.pass(120);
      the.reach(false);
      await the.pass(3);
      the.setClock(byMs);
      the.reach(true);
      await the.pass(400);
      const { gaps, summary } = await the.result();
      expect(gaps).toHaveLength(1);
      expect(gaps[0]?.lengthMs).toBeGreaterThan(2000);
      expect(summary.coveragePct).toBeGreaterThan(95);
    },
  );
});
