import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Transport } from '../../../../lib/bluetooth/transport';
import { StrapLink } from '../../../../lib/check/strap-link';
import { heldClock } from '../../../../lib/core/clock';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { thermometersAmong } from '../../../../lib/devices/guided/guided-sessions';
import { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { anyKindOfProfile, parseProfile } from '../../../../lib/devices/profile';
import type { AnyKind } from '../../../../lib/devices/sensor';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import { simulatedIbbq } from '../../../../lib/simulated/framed/ibbq';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { knownDevices } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { START_MS } from '../../../support/packets';
import { settled, until } from '../../../support/until';

const TEXT = readFileSync(join(import.meta.dirname, '../../../../docs/profiles/inkbird.json'), 'utf8');
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function ibbqKind(): AnyKind {
  const parsed = parseProfile(TEXT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return anyKindOfProfile(parsed.profile);
}

async function makeSensor() {
  const clock = heldClock(START_MS);
  const db = freshDatabase();
  let probesC: readonly (number | null)[] = [11.5, null, 38, null];
  const model = simulatedIbbq({ probesC: () => probesC });
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  const transport: Transport = { ...radio, kind: 'web-bluetooth', request: (wanted) => radio.request(wanted) };
  const strap = new StrapLink(clock, () => 0.5);
  let kinds: readonly AnyKind[] = [...builtInKinds, ibbqKind()];
  const registry = new DeviceRegistry({
    db,
    clock,
    transport,
    strap,
    checkRunning: () => false,
    random: () => 0.5,
    kinds: () => kinds,
    deviceSessions: new DeviceSessions(),
    demo: () => radio,
  });
  ends.push(() => {
    registry.close();
    strap.close();
    db.close();
  });
  await registry.ready;
  return {
    clock,
    db,
    model,
    radio,
    registry,
    plug: (temperatures: readonly (number | null)[]) => {
      probesC = temperatures;
    },
    remove: () => {
      kinds = builtInKinds;
    },
    async pass(seconds: number) {
      await clock.advance(seconds * 1000);
      await settled();
    },
    async pair() {
      await registry.pair('thermometer', ibbqKind());
      await until(() => registry.known.value?.length === 1);
    },
    live: () => registry.live.value.find(({ name }) => name === 'iBBQ'),
  };
}

describe('a thermometer with a profile', () => {
  it('is read like one with a standard service, probe by probe', async () => {
    const the = await makeSensor();
    await the.pair();
    await the.pass(3);
    expect(the.live()).toMatchObject({ kind: 'thermometer', state: 'ready', stops: false });
    const atMs = expect.any(Number);
    expect(the.live()?.readings).toEqual([
      { quantity: 'temperature', value: 11.5, probe: 1, atMs },
      { quantity: 'temperature', value: 38, probe: 3, atMs },
    ]);
    const id = the.live()?.id ?? '';
    expect(thermometersAmong(the.registry.live.value)).toEqual([
      { id: `${id} 1`, device: id, probe: 1, celsius: 11.5, atMs },
      { id: `${id} 3`, device: id, probe: 3, celsius: 38, atMs },
    ]);
    expect(the.model.accepted.map(({ meaning }) => meaning)).toEqual(['login', 'celsius', 'stream']);
    expect(the.registry.findAnyKind(id)?.name).toBe('iBBQ probe thermometer (Inkbird IBT)');
  });

  it('has nothing to control: no session, no stop, no driver', async () => {
    const the = await makeSensor();
    await the.pair();
    await the.pass(1);
    const id = the.live()?.id ?? '';
    expect(the.registry.controlled(id)).toBeNull();
    expect(the.registry.findDriverKind(id)).toBeNull();
    const before = the.model.accepted.length;
    await the.registry.stopAll();
    await the.pass(2);
    expect(the.model.accepted.length).toBe(before);
  });

  it('shows no temperature of a probe that was pulled out, and none after the link is lost', async () => {
    const the = await makeSensor();
    await the.pair();
    await the.pass(2);
    the.plug([null, null, 38, null]);
    await the.pass(2);
    expect(the.live()?.readings.map(({ probe }) => probe)).toEqual([3]);
    the.radio.setInReach(the.model.address, false);
    await settled();
    expect(the.live()).toMatchObject({ state: 'lost', readings: [] });
    the.radio.setInReach(the.model.address, true);
    await the.pass(10);
    expect(the.live()?.readings.map(({ value }) => value)).toEqual([38]);
    // It logs in again on the new link.
    expect(the.model.accepted.filter(({ meaning }) => meaning === 'login')).toHaveLength(2);
  });

  it('is connected again as the same kind, and not at all without its profile', async () => {
    const the = await makeSensor();
    await the.pair();
    await the.pass(1);
    const id = the.live()?.id ?? '';
    expect(await knownDevices(the.db)).toMatchObject([{ kind: 'thermometer', gadget: 'ibbq-thermometer' }]);
    the.registry.disconnect(id);
    expect(await the.registry.connect(id, false)).toBe('accepted');
    await the.pass(3);
    expect(the.live()?.readings.length).toBe(2);
    the.registry.disconnect(id);
    the.remove();
    expect(await the.registry.connect(id, false)).toBe('not-supported');
  });
});
