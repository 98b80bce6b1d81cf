import { describe, expect, it } from 'vitest';
import { StrapLink } from '../../../lib/check/strap-link';
import { heldClock } from '../../../lib/core/clock';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import type { Sensor } from '../../../lib/storage';
import { catchFault } from '../../support/fault-of';
import { toSimulatedTime } from '../../support/flaky-transport';
import { settled } from '../../support/until';

function set() {
  const clock = heldClock(0);
  const link = new StrapLink(clock, () => 0.5);
  const radio = (name: string, options: Partial<Parameters<typeof simulatedStrap>[0]> = {}) => {
    const model = simulatedStrap({ rr: Array.from({ length: 500 }, () => 1000), name, address: name, ...options });
    return simulatedTransport([model], toSimulatedTime(clock));
  };
  return { clock, link, radio };
}

describe('the strap', () => {
  /** Optical sensors smooth RR intervals and are rated lower, and each class of sensor has its own baseline (docs/readiness.md). */
  it.each([
    ['chest', 'chest'],
    ['ear', 'ear'],
    ['wrist', 'optical'],
    ['finger', 'optical'],
    ['hand', 'optical'],
    ['foot', 'optical'],
    ['other', 'unknown'],
  ] as const)('worn at the %s is of class %s', async (location, sensorClass) => {
    const { link, radio } = set();
    const heard: Sensor[] = [];
    link.listen({ measurement: () => {}, lost: () => {}, sensor: (sensor) => heard.push(sensor) });
    await link.connect(radio('A', { location }));
    await settled();
    expect(link.sensor.value).toMatchObject({ class: sensorClass, location, id: 'A', name: 'A', batteryPct: 90 });
    expect(heard.at(-1)).toEqual(link.sensor.value);
  });

  it('delivers its beats with their arrival times', async () => {
    const { clock, link, radio } = set();
    const heard: number[] = [];
    link.listen({ measurement: (_, atMs) => heard.push(atMs), lost: () => {}, sensor: () => {} });
    await link.connect(radio('A'));
    await clock.advance(2500);
    link.listen(null);
    await clock.advance(2000);
    expect([heard, link.last.value?.hrBpm]).toEqual([[1000, 2000], 60]);
    link.close();
    expect(link.last.value).toBeNull();
  });

  it('is kept for the next time, unless another is requested', async () => {
    const { link, radio } = set();
    const [one, other] = [radio('A'), radio('B')];
    await link.connect(one);
    link.close();
    expect([link.needsChooser(one), link.needsChooser(other)]).toEqual([false, true]);
    await link.connect(one);
    expect(link.sensor.value?.name).toBe('A');
    await link.connect(other);
    expect([link.sensor.value?.name, link.needsChooser(one)]).toEqual(['B', true]);
  });

  it('is chosen again in the chooser on request', async () => {
    const { link, radio } = set();
    const one = radio('A');
    await link.connect(one);
    let asked = 0;
    const request = one.request.bind(one);
    one.request = (wanted) => {
      asked++;
      return request(wanted);
    };
    await link.connect(one, true);
    expect(asked).toBe(1);
  });

  // The transport must be noted together with the device: otherwise the demo's strap could measure as the user's own after a dismissed
  // chooser.
  it('of one radio is not used on another after a dismissed chooser', async () => {
    const { link, radio } = set();
    const [demo, own] = [radio('demo'), radio('own')];
    await link.connect(demo);
    link.close();
    own.setInReach('own', false);
    expect(await catchFault(link.connect(own))).toBe('dismissed');
    expect(link.needsChooser(own)).toBe(true);
  });
});
