import { describe, expect, it } from 'vitest';
import { fitnessMachineUuids } from '../../../lib/bluetooth/services/fitness-machine';
import { simulatedTransport } from '../../../lib/bluetooth/simulated/transport';
import { simulatedTreadmill } from '../../../lib/bluetooth/simulated/treadmill';
import type { Transport } from '../../../lib/bluetooth/transport';
import { heldClock } from '../../../lib/clock';
import { Inspector } from '../../../lib/devices/inspector';
import { timeOf } from '../../support/flaky-transport';
import { START_MS } from '../../support/packets';
import { settled } from '../../support/until';

function inspectorOf(take = true) {
  const clock = heldClock(START_MS);
  const model = simulatedTreadmill();
  const radio = simulatedTransport([model], timeOf(clock));
  const asked: (readonly string[])[] = [];
  // A browser shows every device when none of the services is asked for.
  const transport: Transport = {
    ...radio,
    request: ({ services, optionalServices }) => {
      asked.push(services, optionalServices);
      return radio.request({ services: model.advertised, optionalServices });
    },
  };
  const inspector = new Inspector({ transport, clock, random: () => 0.5, take: () => take });
  const key = (uuid: string) => inspector.services.value.flatMap((one) => one.characteristics).find((one) => one.uuid === uuid)?.key ?? '';
  const events = () => inspector.log.lines().map(({ what, text }) => (what === 'error' ? `${what} ${text}` : what));
  const pass = async (seconds: number) => {
    await clock.advance(seconds * 1000);
    await settled();
  };
  return { inspector, model, radio, asked, key, events, pass };
}

const { treadmillData, controlPoint, feature, status } = fitnessMachineUuids;

describe('the inspector', () => {
  it('asks for every device, with the services named and the known ones', async () => {
    const { inspector, asked } = inspectorOf();
    await inspector.pick(['0000ffe0-0000-1000-8000-00805f9b34fb']);
    expect(asked[0]).toEqual([]);
    expect(asked[1]).toContain('0000ffe0-0000-1000-8000-00805f9b34fb');
    expect(asked[1]).toContain(fitnessMachineUuids.service);
    expect(inspector.services.value.map(({ name }) => name)).toEqual(['device-information', 'fitness-machine']);
  });

  it('reads, subscribes, unsubscribes and writes; all of it stands in the log, decoded where that can be', async () => {
    const { inspector, model, key, events, pass } = inspectorOf();
    await inspector.pick([]);
    await inspector.read(key(feature));
    await inspector.subscribe(key(treadmillData));
    await pass(2.5);
    await inspector.unsubscribe(key(treadmillData));
    await pass(5);
    await inspector.subscribe(key(controlPoint));
    await inspector.write(key(controlPoint), Uint8Array.of(0));
    await pass(1);
    expect(events()).toEqual([
      'connected',
      'read',
      'subscribed',
      'notified',
      'notified',
      'unsubscribed',
      'subscribed',
      'wrote',
      'notified',
    ]);
    const lines = inspector.log.lines();
    expect(lines[1]?.text).toContain('features ["distance"');
    expect(lines[3]).toMatchObject({ characteristic: treadmillData, text: expect.stringContaining('speedKmh 0') });
    expect(lines[7]?.hex).toBe('00');
    expect(lines[8]).toMatchObject({ hex: '80 00 01', text: 'op 0, result ok' });
    expect(model.state(START_MS + 60_000).phase).toBe('idle');
  });

  it('an operation that fails is a line in the log', async () => {
    const { inspector, key, events } = inspectorOf();
    await inspector.pick([]);
    await inspector.read(key(status));
    await inspector.write(key(feature), Uint8Array.of(1));
    await inspector.read('no such characteristic');
    expect(events()).toEqual(['connected', 'error not-permitted', 'error not-permitted']);
  });

  it('after a lost link, what was subscribed is again', async () => {
    const { inspector, model, radio, key, events, pass } = inspectorOf();
    await inspector.pick([]);
    await inspector.subscribe(key(treadmillData));
    radio.setInReach(model.address, false);
    radio.setInReach(model.address, true);
    await pass(2);
    expect(inspector.state.value).toBe('ready');
    expect(events().slice(0, 5)).toEqual(['connected', 'subscribed', 'lost', 'connected', 'subscribed']);
    expect(events()).toContain('notified');
  });

  it('a strap on which a check runs is left alone', async () => {
    const { inspector } = inspectorOf(false);
    await inspector.pick([]);
    expect(inspector.fault.value).toBe('check-running');
    expect(inspector.state.value).not.toBe('ready');
  });

  it('closed, there is nothing left but the log', async () => {
    const { inspector, key, events, pass } = inspectorOf();
    await inspector.pick([]);
    await inspector.subscribe(key(treadmillData));
    inspector.close();
    inspector.close();
    await pass(5);
    expect(events()).toEqual(['connected', 'subscribed', 'closed']);
    expect([inspector.services.value, inspector.subscribed.value.size, inspector.state.value]).toEqual([[], 0, 'closed']);
  });
});
