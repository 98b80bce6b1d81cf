import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { findExclusions, toSessionPlan } from '../../../../lib/catalogue';
import { type Clock, heldClock } from '../../../../lib/core/clock';
import { GuidedSessions, isSilent, type Thermometer } from '../../../../lib/devices/guided/guided-sessions';
import type { SessionRecord } from '../../../../lib/storage';

function make() {
  const held = heldClock(Date.UTC(2026, 4, 4, 12));
  let offsetMs = 0;
  const clock: Clock = { now: () => held.now() + offsetMs, wait: (ms, signal) => held.wait(ms, signal) };
  const written: SessionRecord[] = [];
  const thermometers = signal<readonly Thermometer[]>([{ id: 't', device: 't', probe: null, celsius: 16, atMs: clock.now() }]);
  const guided = new GuidedSessions({
    clock,
    records: { put: async (record) => void written.push(record), addLater: async () => {}, putNow: (record) => void written.push(record) },
    thermometers,
    timeZone: () => 'UTC',
    newId: () => 's1',
  });
  const plan = toSessionPlan({ modality: 'cold-water-immersion', doseId: 'first-three' });
  if (plan === null) throw new Error('no plan');
  const blocks = guided.start(plan, 0, 't', {
    screeningDue: null,
    exclusions: findExclusions({ ticked: [], ill: false, injured: false, pain: [] }),
    oneTap: { answer: 'none', atMs: clock.now() },
    waterRulesRead: true,
    nowMs: clock.now(),
  });
  expect(blocks).toEqual([]);
  return { held, clock, written, thermometers, guided, set: (ms: number) => (offsetMs += ms) };
}
it('a clock set forward does not end a bath, nor claims time that nobody saw', async () => {
  const { held, guided, written, set } = make();
  await held.advance(10_000);
  const before = guided.timer.value?.remainingS.value;
  set(3_600_000);
  await held.advance(2000);
  const seen = {
    before,
    state: guided.timer.value?.state.value,
    left: guided.timer.value?.remainingS.value,
    activeS: written.at(-1)?.activeS,
    end: written.at(-1)?.end,
  };
  expect(seen).toMatchObject({ before: 110, state: 'running' });
  expect(seen.activeS).toBeLessThanOrEqual(12);
  expect(seen.left).toBeGreaterThan(100);
});
it.each([-3_600_000, -20_000])('a clock set back by %s ms does not keep a silent thermometer fresh', async (byMs) => {
  const { held, clock, guided, thermometers, set } = make();
  await held.advance(5000);
  set(byMs);
  await held.advance(60_000);
  const [thermometer] = thermometers.value;
  expect(guided.timer.value?.celsius.value).toBeNull();
  expect(thermometer && guided.isSilent(thermometer)).toBe(true);
  // The next reading counts again, also by the new clock.
  thermometers.value = [{ id: 't', device: 't', probe: null, celsius: 15, atMs: clock.now() }];
  await held.advance(1000);
  expect(guided.timer.value?.celsius.value).toBe(15);
});

it('a reading that is dated by a clock which was set back since is not fresh', () => {
  expect(isSilent({ celsius: 16, atMs: 3_600_000 }, 0)).toBe(true);
});
