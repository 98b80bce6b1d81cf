import { describe, expect, it } from 'vitest';
import { type Capabilities, type DeviceEnd, type DeviceFaultCode, DriverFault } from '../../../../lib/devices/driver';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import type { SessionEnd } from '../../../../lib/storage';
import { BOOTS, FakeDevice, memoryRecords, nothingInTheWay } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const REPORTING: Capabilities = { ...BOOTS, telemetry: ['running'] };
const PLAN = makePlan({ levels: { legs: 3 }, seconds: 600 });

async function running(capabilities = REPORTING) {
  const all = setUp(PLAN, capabilities);
  all.device.reports = true;
  // What it says of an earlier run does not end this one.
  all.device.telemetry.value = { running: false, ended: 'timer' };
  all.start();
  await all.clock.advance(10_000);
  expect(all.runner.view.state.value).toBe('running');
  return all;
}

const ENDS: readonly (readonly [DeviceEnd, SessionEnd])[] = [
  ['timer', 'device-timer'],
  ['watchdog', 'device-watchdog'],
  ['at-device', 'at-device'],
  ['safety-key', 'safety-key'],
  ['stopped', 'stopped-elsewhere'],
  ['fault', 'device-fault'],
  ['not-said', 'device-ended'],
];

describe.each(ENDS)('a device that says %s', (ended, end) => {
  it(`ends the session as ${end}, in the record too, with nothing but a stop`, async () => {
    const { clock, device, runner, record } = await running();
    const told = device.wire.length;
    device.telemetry.value = { running: false, ended };
    await clock.advance(3000);
    expect([runner.view.state.value, runner.view.end.value, record()?.end]).toEqual(['ended', end, end]);
    expect(device.wire.slice(told).map(({ what }) => what.kind)).toEqual(['stop']);
  });

  it(`ends it as ${end} after a lost link, and starts nothing`, async () => {
    const { clock, device, runner, record } = await running();
    device.lose();
    await clock.advance(4000);
    const told = device.wire.length;
    device.switchOff();
    device.reports = false;
    device.telemetry.value = { running: false, ended };
    device.comeBack();
    await clock.advance(30_000);
    expect(device.wire.slice(told).filter(({ what }) => what.kind !== 'stop')).toEqual([]);
    expect([runner.view.state.value, record()?.end]).toEqual(['ended', end]);
  });
});

describe('a fault', () => {
  it.each<DeviceFaultCode>(['pressure', 'temperature', 'current', 'battery', 'sensor', 'other'])(
    '%s is named, and recorded',
    async (fault) => {
      const { clock, device, runner, record } = await running();
      device.telemetry.value = { running: false, ended: 'fault', fault };
      await clock.advance(3000);
      expect([runner.view.deviceFault.value, runner.view.fault.value, record()?.fault]).toEqual([fault, 'device-fault', fault]);
    },
  );

  it('allows no start until somebody has read it, and none while the device is in it', async () => {
    const { clock } = setUp(PLAN, REPORTING);
    const device = new FakeDevice(clock, REPORTING);
    const sessions = new DeviceSessions();
    const open = () =>
      sessions.open(PLAN, {
        clock,
        driver: device,
        kind: { id: 'fake', disabled: null },
        device: { id: 'd1', name: 'Fake' },
        connected: device.connected,
        records: memoryRecords(),
        timeZone: () => 'UTC',
        newId: () => 's1',
        demo: true,
      });
    device.reports = true;
    const first = open();
    first?.start(click(clock), nothingInTheWay(clock.now()));
    await clock.advance(5000);
    device.telemetry.value = { running: false, ended: 'fault', fault: 'sensor' };
    await clock.advance(3000);
    expect([first?.view.state.value, open()]).toEqual(['ended', null]);
    first?.dismiss();
    device.telemetry.value = { running: false, ended: 'fault', fault: 'sensor' };
    const second = open();
    expect(second?.start(click(clock), nothingInTheWay(clock.now()))).toBe(false);
    expect(second?.blocks).toEqual([{ code: 'device-fault', fault: 'sensor' }]);
    device.telemetry.value = { running: false };
    expect(second?.start(click(clock), nothingInTheWay(clock.now()))).toBe(true);
  });
});

describe('control that somebody took', () => {
  it('ends the session, and nothing is sent any more but a stop that somebody presses', async () => {
    for (const controlTaken of ['at-device', 'other-host'] as const) {
      const { clock, device, runner, record } = await running();
      const told = device.wire.length;
      device.telemetry.value = { running: true, controlTaken };
      await clock.advance(700_000);
      expect(device.wire.length).toBe(told);
      const end = controlTaken === 'at-device' ? 'taken-at-device' : 'other-host';
      expect([runner.view.state.value, runner.view.doing.value, record()?.end]).toEqual(['released', 'in-other-hands', end]);
      void runner.stop();
      await clock.advance(1000);
      expect([device.told('stop'), runner.view.state.value]).toEqual([1, 'ended']);
    }
  });

  it('is over when the device rests', async () => {
    const { clock, device, runner } = await running();
    device.telemetry.value = { running: true, controlTaken: 'at-device' };
    await clock.advance(5000);
    device.telemetry.value = { running: false, controlTaken: 'at-device' };
    await clock.advance(1000);
    expect([runner.view.state.value, device.told('stop')]).toEqual(['ended', 0]);
  });

  it('before the start: nothing was started, and no stop goes to whoever has it', async () => {
    const { clock, device, runner, start } = setUp(PLAN, REPORTING);
    device.failures.push(new DriverFault('control-taken'), new DriverFault('control-taken'));
    start();
    await clock.advance(5000);
    expect([runner.view.state.value, runner.view.end.value, device.told('stop')]).toEqual(['ended', 'other-host', 0]);
  });
});
