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

  it('of a device that then falls silent ends with a word about it', async () => {
    let reports = (): Telemetry => MOVING;
    const { runner, device, clock } = await running(() => reports());
    reports = () => device.telemetry.value;
    void runner.stop();
    await clock.advance(4000);
    expect(runner.view.state.value).toBe('stopping');
    await clock.advance(3000);
    expect([runner.view.state.value, runner.view.fault.value]).toEqual(['ended', 'rest-not-reported']);
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
