import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import type { LiveDevice } from '../../../../lib/devices/links/live-device';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { RunningMarks } from '../../../../lib/devices/marks/running-marks';
import { toDeviceStates } from '../../../../lib/devices/remote/device-state';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import { FakeDevice, memoryRecords, nothingInTheWay } from '../session/fake-device';
import { click, NOON, THREE_STEPS } from '../session/set-up';

const BOOTS: LiveDevice = {
  id: 'boots',
  name: 'Boots',
  kind: 'recovery',
  state: 'ready',
  fault: null,
  batteryPct: null,
  readings: [],
  contact: null,
  stops: true,
};

function running() {
  const clock = heldClock(NOON);
  const device = new FakeDevice(clock);
  const deviceSessions = new DeviceSessions();
  const runner = deviceSessions.open(THREE_STEPS, {
    clock,
    driver: device,
    kind: { id: 'fake', disabled: null },
    device: { id: 'boots', name: 'Boots' },
    connected: device.connected,
    records: memoryRecords(),
    timeZone: () => 'UTC',
    newId: () => 's1',
    demo: true,
  });
  runner?.start(click(clock), nothingInTheWay(NOON));
  const registry = { live: signal([BOOTS]), findName: () => 'Boots', controlled: () => null };
  return { clock, runner, session: () => toDeviceStates(registry, deviceSessions, () => clock.now())[0]?.session };
}

describe('a session as shown by other surfaces', () => {
  it('does not change with each tick while it runs, because they count down themselves', async () => {
    const { clock, session } = running();
    await clock.advance(3000);
    const told = new Set<string>();
    for (let second = 0; second < 20; second++) {
      await clock.advance(1000);
      told.add(JSON.stringify(session()));
    }
    expect([...told]).toHaveLength(1);
    const { state, leftS, endsAtMs } = session() ?? {};
    expect({ state, leftS }).toEqual({ state: 'running', leftS: null });
    // 150 s from when it began to run.
    expect(Math.abs((endsAtMs ?? 0) - (NOON + 150_000))).toBeLessThanOrEqual(1000);
  });

  it('contains the time left while it is paused', async () => {
    const { clock, runner, session } = running();
    await clock.advance(30_000);
    runner?.pause();
    await clock.advance(10_000);
    const { state, leftS, endsAtMs } = session() ?? {};
    expect({ state, endsAtMs }).toEqual({ state: 'paused', endsAtMs: null });
    expect(leftS).toBeGreaterThan(118);
    expect(leftS).toBeLessThan(122);
  });
});

describe('a device that an earlier tab left running', () => {
  const states = async (unasked: boolean) => {
    const store = memoryMarks();
    await store.put({ id: 'boots', name: 'Boots', driverKind: 'fake', endsByItself: true, startedAtMs: NOON });
    const deviceSessions = new DeviceSessions(new RunningMarks(store));
    await deviceSessions.marks.readStored();
    const registry = { live: signal([{ ...BOOTS, unasked }]), findName: () => 'Boots', controlled: () => null };
    return toDeviceStates(registry, deviceSessions, () => NOON);
  };

  it('is said to move as soon as it reports that it does, and not before', async () => {
    expect(await states(true)).toMatchObject([{ leftRunning: 'closed', stillMoves: true }]);
    expect((await states(false))[0]).not.toHaveProperty('stillMoves');
    // The mark says more than a run that nobody asked for.
    expect((await states(true))[0]).not.toHaveProperty('unasked');
  });
});
