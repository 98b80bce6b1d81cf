import { describe, expect, it } from 'vitest';
import { type Capabilities, DriverFault, type Telemetry } from '../../../../lib/devices/driver';
import { RestGuard } from '../../../../lib/devices/links/rest-guard';
import { BELT, BOOTS } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const REPORTING: Capabilities = { ...BOOTS, restS: 3, telemetry: ['running', 'pressureMmHg'] };
const MOVING: Telemetry = { running: true, pressureMmHg: { legs: 60 } };
const AT_REST: Telemetry = { running: false, pressureMmHg: { legs: 0 } };

/** A device that reports every second what `reports` says. */
async function running(reports: () => Telemetry, capabilities: Capabilities = REPORTING) {
  const all = setUp(makePlan({ levels: { legs: 3 }, seconds: 600 }), { ...capabilities, zones: BOOTS.zones });
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      if (all.device.connected.value) all.device.telemetry.value = { ...reports() };
      await all.clock.advance(1000);
    }
  };
  all.start();
  await pass(10);
  return { ...all, pass };
}

describe('a stop', () => {
  it('ends the session when the device reports rest, and not before', async () => {
    let now = MOVING;
    const { runner, pass, record } = await running(() => now);
    void runner.stop();
    await pass(2);
    expect([runner.view.state.value, runner.view.doing.value, runner.view.end.value]).toEqual(['stopping', 'stopping', 'stopped']);
    now = AT_REST;
    await pass(1);
    expect([runner.view.state.value, runner.view.unrest.value, runner.view.fault.value]).toEqual(['ended', null, null]);
    expect(record()?.end).toBe('stopped');
  });

  it('that the device ignores is said with what it reports, until it rests', async () => {
    let now = MOVING;
    const { runner, pass, device } = await running(() => now);
    void runner.stop();
    await pass(4);
    expect(runner.view.unrest.value).toBeNull();
    await pass(3);
    expect([runner.view.state.value, runner.view.doing.value]).toEqual(['unstopped', 'not-stopped']);
    expect(runner.view.unrest.value).toEqual({
      refused: null,
      reports: [
        { what: 'running', zone: null, value: 1, unit: null },
        { what: 'pressure', zone: 'legs', value: 60, unit: 'mmHg' },
      ],
      oldS: null,
    });
    now = { ...MOVING, pressureMmHg: { legs: 48 } };
    await pass(1);
    expect(runner.view.unrest.value?.reports[1]?.value).toBe(48);
    // A second stop does not take the words away.
    void runner.stop();
    await pass(1);
    expect([device.told('stop'), runner.view.unrest.value !== null, runner.live]).toEqual([2, true, true]);
    now = AT_REST;
    await pass(1);
    expect([runner.view.state.value, runner.view.unrest.value]).toEqual(['ended', null]);
  });

  it('that the device refuses is told with its reason, not as a lost link; and a person may say that it is off', async () => {
    const { runner, pass, device } = await running(() => MOVING);
    device.failures.push(...Array.from({ length: 3 }, () => new DriverFault('refused-by-device', 'stop', { reason: 'not-now' })));
    const stopped = runner.stop();
    await pass(2);
    expect(await stopped).toEqual({ refused: 'not-now' });
    expect([runner.view.state.value, runner.view.fault.value, runner.view.withoutLink.value]).toEqual(['unstopped', null, null]);
    expect(runner.view.unrest.value).toMatchObject({ refused: 'not-now' });
    runner.retire();
    expect([runner.view.state.value, runner.view.unrest.value]).toEqual(['ended', null]);
  });

  it('of a device that reports nothing of movement ends the session when it is taken; a refused one does not', async () => {
    const { runner, pass, device } = await running(() => ({}), { ...REPORTING, telemetry: [] });
    void runner.stop();
    await pass(1);
    expect([runner.view.state.value, runner.view.fault.value]).toEqual(['ended', null]);
    const other = await running(() => ({}), { ...REPORTING, telemetry: [] });
    other.device.failures.push(...Array.from({ length: 3 }, () => new DriverFault('refused-by-device')));
    void other.runner.stop();
    await other.pass(30);
    expect([other.runner.view.state.value, other.runner.view.unrest.value?.refused]).toEqual(['unstopped', 'unclear']);
    expect(device.told('stop')).toBe(1);
  });

  it('whose link is lost before the device rests stays unknown, and is sent again on the next link', async () => {
    const { runner, pass, device } = await running(() => MOVING);
    void runner.stop();
    await pass(2);
    device.lose();
    expect([runner.view.state.value, runner.view.fault.value]).toEqual(['unknown', 'rest-not-seen']);
    await pass(5);
    device.comeBack();
    await pass(1);
    expect([device.told('stop'), runner.view.state.value, runner.view.fault.value]).toEqual([2, 'stopping', null]);
  });
});

describe('a stop that was obeyed', () => {
  const PRESSURE: Capabilities = { ...REPORTING, telemetry: ['pressureMmHg'] };

  it('is taken back when the device moves again before its time is over, and the mark with it', async () => {
    let now = MOVING;
    const { runner, pass, told } = await running(() => now);
    now = AT_REST;
    void runner.stop();
    await pass(1);
    expect([runner.view.state.value, told]).toEqual(['ended', ['rest']]);
    runner.dismiss();
    now = MOVING;
    await pass(1);
    expect([runner.view.state.value, runner.view.unrest.value?.reports.length, runner.view.dismissed.value, told]).toEqual([
      'unstopped',
      2,
      false,
      ['rest', 'unrest'],
    ]);
    await pass(30);
    expect(runner.view.state.value).toBe('unstopped');
    now = AT_REST;
    await pass(1);
    expect([runner.view.state.value, runner.view.unrest.value, told]).toEqual(['ended', null, ['rest', 'unrest', 'rest']]);
  });

  it('is over with its time: what a person starts at the device later is no concern of the session', async () => {
    let now = AT_REST;
    const { runner, pass, told } = await running(() => now);
    void runner.stop();
    await pass(10);
    now = MOVING;
    await pass(20);
    expect([runner.view.state.value, told]).toEqual(['ended', ['rest']]);
  });

  it('by a device that reports only pressure is believed when its time is over, not between two pushes', async () => {
    let now: Telemetry = { pressureMmHg: { legs: 60 } };
    const { runner, pass } = await running(() => now, PRESSURE);
    now = { pressureMmHg: { legs: 2 } };
    void runner.stop();
    await pass(4);
    expect(runner.view.state.value).toBe('stopping');
    await pass(3);
    expect(runner.view.state.value).toBe('ended');
    const other = await running(() => now, PRESSURE);
    void other.runner.stop();
    await other.pass(1);
    now = { pressureMmHg: { legs: 60 } };
    await other.pass(10);
    expect(other.runner.view.state.value).toBe('unstopped');
    now = { pressureMmHg: { legs: 0 } };
    await other.pass(2);
    expect([other.runner.view.state.value, other.runner.view.unrest.value?.reports[0]?.value]).toEqual(['unstopped', 0]);
    await other.pass(5);
    expect(other.runner.view.state.value).toBe('ended');
  });
});

describe('a device that did not stop', () => {
  it('stays so through silence and another stop, until it reports rest', async () => {
    let now = MOVING;
    let speaks = true;
    const { runner, pass, device } = await running(() => (speaks ? now : device.telemetry.value));
    void runner.stop();
    await pass(8);
    speaks = false;
    await pass(10);
    void runner.stop();
    await pass(30);
    expect([device.told('stop'), runner.view.state.value]).toEqual([2, 'unstopped']);
    speaks = true;
    now = AT_REST;
    await pass(1);
    expect(runner.view.state.value).toBe('ended');
  });

  it('keeps its notice, with the age of what it reported, over a lost link; the stop that it took does not wait', async () => {
    const { runner, pass, device } = await running(() => MOVING);
    void runner.stop();
    await pass(8);
    device.lose();
    await pass(8);
    const { state, fault, stopWaits, doing, unrest } = runner.view;
    expect([state.value, fault.value, stopWaits.value, doing.value]).toEqual(['unknown', 'rest-not-seen', false, 'link-lost']);
    expect(unrest.value?.reports).toHaveLength(2);
    expect(unrest.value?.oldS).toBeGreaterThanOrEqual(8);
    void runner.stop();
    await pass(1);
    expect(stopWaits.value).toBe(true);
    runner.retire();
    expect([state.value, fault.value, unrest.value]).toEqual(['ended', 'stop-not-told', null]);
  });

  it('keeps its mark when the tab closes; so does any device that can say that it moves', async () => {
    const reporting = await running(() => MOVING);
    reporting.runner.leave();
    await reporting.clock.advance(1000);
    expect([reporting.device.told('stop'), reporting.told]).toEqual([1, []]);
    const mute = await running(() => ({}), { ...REPORTING, telemetry: [] });
    mute.runner.leave();
    await mute.clock.advance(1000);
    expect(mute.told).toEqual(['rest']);
  });

  it('and says so though it may be silent after a stop, is heard', async () => {
    const { runner, pass, device } = await running(() => MOVING);
    Object.assign(device, { silentAfterStop: true });
    void runner.stop();
    await pass(20);
    expect([runner.view.state.value, runner.view.unrest.value?.reports.length]).toEqual(['unstopped', 2]);
  });

  it('and names a fault on the way to rest ends with that fault', async () => {
    let now: Telemetry = MOVING;
    const { runner, pass, record } = await running(() => now);
    void runner.stop();
    await pass(2);
    now = { ...AT_REST, ended: 'fault', fault: 'pressure' };
    await pass(1);
    expect([runner.view.state.value, runner.view.deviceFault.value, record()?.fault]).toEqual(['ended', 'pressure', 'pressure']);
  });
});

it('a stop that could not be sent is no longer said when the timer of the device is over', async () => {
  const { runner, pass, device } = await running(() => ({}), { ...REPORTING, telemetry: [] });
  device.lose();
  await pass(3);
  void runner.stop();
  await pass(1);
  expect(runner.view.fault.value).toBe('stop-not-told');
  await pass(700);
  expect([runner.view.state.value, runner.view.fault.value]).toEqual(['ended', null]);
});

describe('a second stop', () => {
  it('that is refused leaves the device the time of the first', async () => {
    let now = MOVING;
    const { runner, pass, device } = await running(() => now);
    void runner.stop();
    await pass(2);
    device.failures.push(...Array.from({ length: 3 }, () => new DriverFault('refused-by-device', 'stop', { reason: 'not-now' })));
    void runner.stop();
    await pass(2);
    expect([device.told('stop'), runner.view.state.value, runner.view.unrest.value]).toEqual([4, 'stopping', null]);
    now = AT_REST;
    await pass(1);
    expect(runner.view.state.value).toBe('ended');
  });

  it('after the end resolves, also when the device refuses it', async () => {
    const { runner, pass, device } = await running(() => AT_REST);
    void runner.stop();
    await pass(10);
    device.failures.push(new DriverFault('refused-by-device', 'stop', { reason: 'not-now' }));
    const again = runner.stop();
    await pass(1);
    expect(await again).toEqual({ refused: 'not-now' });
  });
});

describe('a pause', () => {
  it('that the device ignores is stopped, and said', async () => {
    const { runner, pass, device } = await running(() => MOVING, { ...REPORTING, pauses: true });
    runner.pause();
    await pass(4);
    expect([runner.view.state.value, device.told('stop')]).toEqual(['paused', 0]);
    await pass(3);
    expect([device.told('stop'), runner.view.fault.value, runner.view.end.value]).toEqual([1, 'pause-ignored', 'fault']);
    expect(runner.view.unrest.value?.reports).toHaveLength(2);
    await pass(10);
    expect(runner.view.state.value).toBe('unstopped');
  });

  it('that brings rest is only a pause, and the device may run again', async () => {
    let now = MOVING;
    const { runner, pass, device, clock } = await running(() => now, { ...REPORTING, pauses: true });
    runner.pause();
    await pass(1);
    now = AT_REST;
    await pass(60);
    expect([runner.view.state.value, device.told('stop')]).toEqual(['paused', 0]);
    runner.resume(click(clock));
    now = MOVING;
    await pass(30);
    expect([runner.view.state.value, runner.view.unrest.value]).toEqual(['running', null]);
  });
});

describe('a stop without a session', () => {
  function guarded() {
    const { clock, device } = setUp(undefined, BELT);
    const told: string[] = [];
    const guard = new RestGuard({ clock, onRest: () => told.push('rest'), onUnrest: () => told.push('unrest'), inSession: () => false });
    const link = new AbortController();
    const speed = (kmh: number) => {
      device.telemetry.value = { running: kmh > 0, speedKmh: kmh };
    };
    return { clock, device, told, guard, link, speed };
  }

  it('is believed when the belt stands', async () => {
    const { clock, device, told, guard, link, speed } = guarded();
    speed(3);
    void guard.stop(device, link.signal);
    await clock.advance(1000);
    expect([guard.settling, told]).toEqual([true, []]);
    for (const kmh of [2, 1, 0]) {
      speed(kmh);
      await clock.advance(1000);
    }
    expect([guard.settling, guard.unrest.value, told]).toEqual([false, null, ['rest']]);
  });

  it('is taken back when the belt moves again before its time is over', async () => {
    const { clock, device, told, guard, link, speed } = guarded();
    speed(3);
    void guard.stop(device, link.signal);
    speed(0);
    await clock.advance(1000);
    expect([guard.settling, told]).toEqual([false, ['rest']]);
    speed(3);
    await clock.advance(1000);
    expect([guard.unrest.value?.reports.length, told]).toEqual([2, ['rest', 'unrest']]);
    device.failures.length = 0;
    void guard.stop(device, link.signal);
    await clock.advance(60_000);
    expect(guard.unrest.value).not.toBeNull();
    speed(0);
    await clock.advance(1000);
    expect([guard.unrest.value, told]).toEqual([null, ['rest', 'unrest', 'rest']]);
  });

  it('that does not stop it is said until it stands, the link ends or a person says that it is off', async () => {
    for (const how of ['stands', 'link', 'said off'] as const) {
      const { clock, device, told, guard, link, speed } = guarded();
      void guard.stop(device, link.signal);
      for (let second = 0; second < 20; second++) {
        speed(3);
        await clock.advance(1000);
      }
      expect([guard.unrest.value?.reports, told], how).toEqual([
        [
          { what: 'running', zone: null, value: 1, unit: null },
          { what: 'speed', zone: null, value: 3, unit: 'km/h' },
        ],
        ['unrest'],
      ]);
      if (how === 'link') link.abort();
      else if (how === 'said off') guard.dismiss();
      else speed(0);
      await clock.advance(1000);
      expect([guard.unrest.value, told], how).toEqual([null, how === 'stands' ? ['unrest', 'rest'] : ['unrest']]);
    }
  });
});
