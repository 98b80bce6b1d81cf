import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../lib/bluetooth/transport';
import { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import { BreathHeart } from '../../../lib/breathing/heart';
import { pacedPlan, searchPlan } from '../../../lib/breathing/plans';
import type { SessionPlan } from '../../../lib/catalogue';
import { findExclusions } from '../../../lib/catalogue';
import { StrapLink } from '../../../lib/check/strap-link';
import { heldClock } from '../../../lib/core/clock';
import { RESONANCE_RATES } from '../../../lib/hrv';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import { toSimulatedTime } from '../../support/flaky-transport';
import { memoryRecords } from '../devices/session/fake-device';

const made = (plan: SessionPlan | null): SessionPlan => {
  if (plan === null) throw new Error('no such dose');
  return plan;
};
const paced = (...of: Parameters<typeof pacedPlan>) => made(pacedPlan(...of));
const search = () => made(searchPlan(2));

const NIGHT = Date.UTC(2026, 4, 4, 21);

/** An owner over a simulated strap whose wearer follows the pacer. The transport can be treated as a real one. */
function set({ own = false } = {}) {
  const clock = heldClock(NIGHT);
  const records = memoryRecords();
  const found: number[] = [];
  let running = false;
  const link = new StrapLink(clock, () => 0.5);
  const heart = new BreathHeart(
    link,
    () => running,
    async () => [],
  );
  const breathing = new BreathingSessions({
    clock,
    records,
    heart,
    timeZone: () => 'UTC',
    newId: () => 'b1',
    found: (perMin) => found.push(perMin),
  });
  const model = simulatedStrap({ rr: physiologicalRr({ seed: 11, meanHrBpm: 55, rmssdMs: 55, paced: () => breathing.paced() }) });
  const simulated = simulatedTransport([model], toSimulatedTime(clock));
  const transport: Transport = own ? { ...simulated, kind: 'web-bluetooth' } : simulated;
  const conditions = (ill = false) => ({
    screeningDue: null,
    exclusions: findExclusions({ ticked: [], ill, injured: false, pain: [] }),
    oneTap: null,
    waterRulesRead: false,
    nowMs: clock.now(),
  });
  return {
    clock,
    breathing,
    link,
    heart,
    transport,
    simulated,
    model,
    found,
    conditions,
    record: () => records.kept.get('b1'),
    check: () => {
      running = true;
    },
  };
}

describe('a breathing session', () => {
  it('paces for its minutes and is in the diary as breathwork without a device', async () => {
    const { clock, breathing, conditions, record } = set();
    expect(breathing.start(paced(5.5, 5), null, conditions())).toEqual([]);
    expect(breathing.breath.value).toEqual({ perMin: 5.5, fromMs: NIGHT });
    await clock.advance(299_000);
    expect(breathing.run.value?.timer.remainingS.value).toBe(1);
    await clock.advance(1000);
    expect(breathing.breath.value).toBeNull();
    expect(record()).toMatchObject({
      device: null,
      end: 'finished',
      activeS: 300,
      demo: false,
      plan: { modality: 'breathwork', doseId: 'paced' },
    });
  });

  it('carries out the item of the plan from which it was started', async () => {
    const { clock, breathing, conditions, record } = set();
    breathing.start(paced(6, 5, { id: 'breathwork@2026-05-04', doseId: 'paced-short' }), null, conditions());
    await clock.advance(300_000);
    expect(record()).toMatchObject({ end: 'finished', plan: { modality: 'breathwork', item: 'breathwork@2026-05-04' } });
  });

  it('can be stopped at any time; a pause does not count and starts a new breath', async () => {
    const { clock, breathing, conditions, record } = set();
    breathing.start(paced(6, 10), null, conditions());
    await clock.advance(60_000);
    breathing.pause();
    expect(breathing.breath.value).toBeNull();
    await clock.advance(30_000);
    breathing.resume();
    expect(breathing.breath.value).toEqual({ perMin: 6, fromMs: NIGHT + 90_000 });
    await clock.advance(15_000);
    await breathing.stop();
    expect(record()).toMatchObject({ end: 'stopped', activeS: 75 });
    breathing.dismiss();
    expect(breathing.run.value).toBeNull();
  });

  it('does not start while ill, and writes no diary entry', () => {
    const { breathing, conditions, record } = set();
    expect(breathing.start(paced(6, 10), null, conditions(true)).map(({ code }) => code)).toEqual(['excluded']);
    expect(breathing.run.value).toBeNull();
    expect(record()).toBeUndefined();
  });

  it('continues without the strap when a check takes it, and leaves it alone from then on', async () => {
    const { clock, breathing, link, heart, transport, conditions } = set();
    breathing.start(paced(6, 10), transport, conditions());
    await clock.advance(20_000);
    expect(heart.beats.value.length).toBeGreaterThan(10);
    breathing.yieldStrap();
    const before = heart.beats.value.length;
    await clock.advance(20_000);
    expect(heart.beats.value.length).toBe(before);
    expect(breathing.run.value?.timer.state.value).toBe('running');
    await breathing.stop();
    expect(link.state.value).toBe('ready');
  });
});

describe('the search for the rate with the largest swings', () => {
  it('tries the rates from the first beat on, and finds where the simulated heart swings most', async () => {
    const { clock, breathing, transport, link, conditions, record, found } = set();
    expect(breathing.search(search(), transport, conditions())).toEqual([]);
    expect(breathing.seeking.value).toBe(true);
    await clock.advance(2000);
    expect(breathing.seeking.value).toBe(false);
    const begun = breathing.breath.value?.fromMs ?? 0;
    for (const perMin of RESONANCE_RATES) {
      expect(breathing.breath.value?.perMin).toBe(perMin);
      await clock.advance(120_000);
    }
    expect(clock.now() - begun).toBeGreaterThanOrEqual(600_000);
    expect(breathing.rates.value.map(({ perMin }) => perMin)).toEqual([...RESONANCE_RATES]);
    expect(breathing.finding.value).toMatchObject({ perMin: 5.5, clear: true, atEdge: false });
    expect(record()).toMatchObject({ end: 'finished', demo: true, plan: { modality: 'breathwork', doseId: 'resonance-search' } });
    // A rate from the simulated strap is not stored.
    expect(found).toEqual([]);
    expect(link.state.value).toBe('closed');
  });

  it('reports a rate that was found with the user’s own strap', async () => {
    const { clock, breathing, transport, conditions, found } = set({ own: true });
    breathing.search(search(), transport, conditions());
    await clock.advance(610_000);
    expect(found).toEqual([5.5]);
  });

  it('keeps the finished rates when stopped early, and finds no result from two', async () => {
    const { clock, breathing, transport, conditions } = set();
    breathing.search(search(), transport, conditions());
    await clock.advance(300_000);
    await breathing.stop();
    expect(breathing.rates.value.map(({ perMin }) => perMin)).toEqual([6.5, 6]);
    expect(breathing.finding.value).toBeNull();
  });

  it('gives no result for a rate with lost beats', async () => {
    const { clock, breathing, transport, simulated, model, conditions } = set();
    breathing.search(search(), transport, conditions());
    await clock.advance(130_000);
    simulated.setInReach(model.address, false);
    await clock.advance(100_000);
    simulated.setInReach(model.address, true);
    await clock.advance(400_000);
    expect(breathing.rates.value.map(({ swing }) => swing === null)).toEqual([false, true, false, false, false]);
  });

  it('is refused while a check uses the strap, and ends when a check takes it', async () => {
    const running = set();
    running.check();
    running.breathing.search(search(), running.transport, running.conditions());
    await running.clock.advance(1000);
    expect(running.breathing.seeking.value).toBe(false);
    expect(running.heart.fault.value).toBe('check-running');
    const { clock, breathing, transport, conditions } = set();
    breathing.search(search(), transport, conditions());
    await clock.advance(10_000);
    breathing.yieldStrap();
    expect(breathing.run.value?.timer.state.value).toBe('ended');
  });
});
