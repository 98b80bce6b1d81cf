import { describe, expect, it } from 'vitest';
import { type Clock, heldClock } from '../../../../lib/core/clock';
import { SessionRunner } from '../../../../lib/devices/session/runner';
import { BELT, BOOTS, FakeDevice, memoryRecords, nothingInTheWay } from './fake-device';
import { click, makePlan, NOON } from './set-up';

const HOUR_MS = 3_600_000;

/** A session whose wall clock can be set while its timers go on. */
function session(capabilities = BOOTS, seconds = 1200) {
  const held = heldClock(NOON);
  let offsetMs = 0;
  const clock: Clock = { now: () => held.now() + offsetMs, wait: (ms, signal) => held.wait(ms, signal) };
  const device = new FakeDevice(held, capabilities);
  const records = memoryRecords();
  const zone = capabilities.zones[0]?.id ?? '';
  const runner = new SessionRunner(makePlan({ levels: { [zone]: 2 }, seconds }), {
    clock,
    driver: device,
    kind: { id: 'fake', disabled: null },
    device: { id: 'd1', name: 'Fake' },
    connected: device.connected,
    records,
    timeZone: () => 'UTC',
    newId: () => 's1',
    demo: true,
  });
  runner.start(click(held), nothingInTheWay(clock.now()));
  const record = () => {
    const kept = records.kept.get('s1');
    if (kept === undefined) throw new Error('no record');
    return kept;
  };
  return { held, device, runner, record, setClock: (byMs: number) => (offsetMs += byMs) };
}

describe('a session while', () => {
  it.each([BOOTS, BELT])('the machine sleeps for 8 h: it ended when its time was up, and no more is claimed', async (capabilities) => {
    const { held, device, runner, record, setClock } = session(capabilities);
    await held.advance(300_000);
    setClock(8 * HOUR_MS);
    await held.advance(5000);
    const { activeS, startedAtMs, endedAtMs, end } = record();
    expect([runner.view.state.value, end, device.moves]).toEqual(['ended', 'finished', false]);
    expect(activeS).toBeGreaterThan(1190);
    expect(activeS).toBeLessThanOrEqual(1200);
    expect(((endedAtMs ?? 0) - startedAtMs) / 1000).toBeCloseTo(1200, 0);
  });

  it('the clock is set back by an hour: it ends on time, and its record goes forward', async () => {
    const { held, runner, record, setClock } = session(BOOTS, 300);
    await held.advance(60_000);
    setClock(-HOUR_MS);
    await held.advance(245_000);
    const { startedAtMs, endedAtMs, done } = record();
    expect(runner.view.end.value).toBe('finished');
    expect(((endedAtMs ?? 0) - startedAtMs) / 1000).toBeCloseTo(300, 0);
    expect(done.every(({ atMs }, i) => atMs >= (done[i - 1]?.atMs ?? startedAtMs))).toBe(true);
  });

  it.each([60, 180, 1500])(
    'the link is lost for %s s and the clock set back meanwhile: after two minutes nothing starts again',
    async (lostS) => {
      const { held, device, runner, setClock } = session(BELT, 3000);
      await held.advance(30_000);
      device.reports = true;
      device.lose();
      await held.advance(1000);
      setClock(-HOUR_MS);
      await held.advance(lostS * 1000);
      device.comeBack();
      await held.advance(20_000);
      expect([runner.view.state.value, device.moves]).toEqual(lostS > 120 ? ['ended', false] : ['running', true]);
    },
  );
});
