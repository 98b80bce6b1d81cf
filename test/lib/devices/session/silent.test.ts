import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { type Capabilities, DriverFault } from '../../../../lib/devices/driver';
import { RestGuard } from '../../../../lib/devices/links/rest-guard';
import { BELT, BOOTS } from './fake-device';
import { makePlan, setUp } from './set-up';

const REPORTING: Capabilities = { ...BOOTS, restS: 3, telemetry: ['running'] };

/** Runs, and reports nothing more from the stop on. */
async function stopped(capabilities = REPORTING) {
  const all = setUp(makePlan({ levels: { legs: 3 }, seconds: 600 }), { ...capabilities, zones: BOOTS.zones });
  all.start();
  all.device.telemetry.value = { running: true };
  await all.clock.advance(10_000);
  void all.runner.stop();
  const says = async (moves: boolean, seconds = 1) => {
    for (let second = 0; second < seconds; second++) {
      all.device.telemetry.value = { running: moves };
      await all.clock.advance(1000);
    }
  };
  return { ...all, says };
}

describe('a device that took a stop, and is silent since', () => {
  it('is not known to rest, however long it is silent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: 7200 }), async (seconds) => {
        const { clock, runner, record, told } = await stopped();
        await clock.advance(4000);
        expect(runner.view.doing.value).toBe('stopping');
        await clock.advance((seconds - 4) * 1000);
        expect([runner.view.state.value, runner.view.doing.value, runner.live]).toEqual(['silent', 'rest-not-reported', true]);
        expect([record()?.rest, told]).toEqual(['not-seen', []]);
      }),
      { numRuns: 10 },
    );
  });

  it('has ended when it reports rest after all', async () => {
    const { clock, runner, record, told, says } = await stopped();
    await clock.advance(60_000);
    await says(false);
    expect([runner.view.state.value, record()?.rest, told]).toEqual(['ended', 'seen', ['rest']]);
  });

  it('did not stop when it reports movement after all', async () => {
    const { clock, runner, record, says } = await stopped();
    await clock.advance(60_000);
    await says(true);
    expect([runner.view.state.value, runner.view.unrest.value !== null, record()?.rest]).toEqual(['unstopped', true, 'moves']);
  });

  it('has ended when a person says that it is off', async () => {
    const { clock, runner } = await stopped();
    await clock.advance(60_000);
    runner.retire();
    expect(runner.view.state.value).toBe('ended');
  });

  it('can be told to stop again, and is as silent as before', async () => {
    const { clock, device, runner } = await stopped();
    await clock.advance(60_000);
    void runner.stop();
    await clock.advance(1000);
    expect([device.told('stop'), runner.view.doing.value]).toEqual([2, 'stopping']);
    await clock.advance(60_000);
    expect(runner.view.doing.value).toBe('rest-not-reported');
  });

  it('is not known after a lost link either, and is told to stop on the next', async () => {
    const { clock, device, runner, says } = await stopped();
    await clock.advance(60_000);
    device.lose();
    await clock.advance(3000);
    expect([runner.view.state.value, runner.view.fault.value, runner.view.stopWaits.value]).toEqual(['unknown', 'rest-not-seen', false]);
    device.comeBack();
    await says(false, 2);
    expect([device.told('stop'), runner.view.state.value, runner.view.fault.value]).toEqual([2, 'ended', null]);
  });

  it('is believed when it cannot report', async () => {
    const { clock, runner } = setUp(makePlan({ levels: { legs: 3 }, seconds: 600 }), BOOTS);
    void runner.stop();
    await clock.advance(1000);
    expect(runner.live).toBe(false);
  });
});

describe('a further stop that cannot be sent over a link that is up', () => {
  it('does not hide that the first was taken', async () => {
    const { clock, device, runner, says } = await stopped();
    await clock.advance(1000);
    for (let tries = 0; tries < 3; tries++) device.failures.push(new BluetoothFault('gatt-error'));
    const again = runner.stop();
    await says(true, 2);
    expect([await again, device.told('stop'), runner.view.state.value, runner.view.fault.value]).toEqual(['taken', 4, 'stopping', null]);
    await says(false, 2);
    expect(runner.view.state.value).toBe('ended');
  });

  it('does not hide that the device did not stop', async () => {
    const { clock, device, runner, says } = await stopped();
    await says(true, 8);
    for (let tries = 0; tries < 3; tries++) device.failures.push(new BluetoothFault('gatt-error'));
    void runner.stop();
    await clock.advance(2000);
    expect([runner.view.state.value, runner.view.unrest.value !== null, runner.view.fault.value]).toEqual(['unstopped', true, null]);
  });
});

describe('a stop without a session', () => {
  function guarded() {
    const { clock, device } = setUp(undefined, BELT);
    const told: string[] = [];
    const guard = new RestGuard({ clock, onRest: () => told.push('rest'), onUnrest: () => told.push('unrest'), inSession: () => false });
    const link = new AbortController();
    const speed = async (kmh: number, seconds = 1) => {
      for (let second = 0; second < seconds; second++) {
        device.telemetry.value = { running: kmh > 0, speedKmh: kmh };
        await clock.advance(1000);
      }
    };
    return { clock, device, told, guard, link, speed };
  }

  it('is not said to have brought rest to a belt that is silent, until it reports that', async () => {
    const { clock, device, told, guard, link, speed } = guarded();
    await speed(3);
    void guard.stop(device, link.signal);
    await clock.advance(600_000);
    expect([guard.settling, told]).toEqual([false, ['unrest']]);
    await speed(0);
    expect(told).toEqual(['unrest', 'rest']);
  });

  it('that cannot be sent does not hide that the belt did not stop, or refused', async () => {
    for (const refuses of [false, true]) {
      const { clock, device, told, guard, link, speed } = guarded();
      await speed(3);
      if (refuses) device.failures.push(new DriverFault('refused-by-device'));
      guard.stop(device, link.signal).catch(() => {});
      await speed(3, 20);
      expect(guard.unrest.value).not.toBeNull();
      device.failures.push(new BluetoothFault('gatt-error'));
      const again = guard.stop(device, link.signal);
      const failed = expect(again).rejects.toThrow(BluetoothFault);
      await speed(3, 3);
      await failed;
      expect([guard.unrest.value?.reports.length, told]).toEqual([2, ['unrest']]);
      await speed(0, 2);
      expect([guard.unrest.value, told]).toEqual([null, ['unrest', 'rest']]);
      await clock.advance(60_000);
    }
  });
});
