import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import type { Link } from '../../../../lib/bluetooth/link';
import type { DriverKind } from '../../../../lib/devices/driver';
import { fitnessKinds } from '../../../../lib/devices/drivers/ftms';
import { hypervolt2 } from '../../../../lib/devices/drivers/hypervolt';
import { openRecoveryKinds } from '../../../../lib/devices/drivers/open-recovery';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { simulatedBoots } from '../../../../lib/simulated/recovery/boots';
import { madeUpTable, simulatedHypervolt } from '../../../../lib/simulated/recovery/hypervolt';
import { simulatedTreadmill } from '../../../../lib/simulated/treadmill';
import { rigged } from './rig';

interface Subject {
  readonly make: () => PeripheralModel;
  readonly kind: DriverKind | undefined;
  readonly stop: string;
}

const subjects: Readonly<Record<string, Subject>> = {
  treadmill: { make: simulatedTreadmill, kind: fitnessKinds.find(({ id }) => id === 'ftms-treadmill'), stop: '0801' },
  Hypervolt: { make: simulatedHypervolt, kind: hypervolt2, stop: '00' },
  boots: { make: simulatedBoots, kind: openRecoveryKinds.find(({ id }) => id === 'open-recovery-compression'), stop: '07' },
};
const secrets = { address: Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60), table: madeUpTable() };

/** A link whose operation number `hangs` ends only on request, and which does nothing more once it is lost. */
function oldLink(link: Link, hangs: number) {
  let lost = false;
  let number = 0;
  let settle = (_: 'resolve' | 'reject') => {};
  const passed = async <T>(operation: () => Promise<T>): Promise<T> => {
    if (lost) throw new BluetoothFault('disconnected');
    const done = operation();
    if (number++ !== hangs) return done;
    const how = await new Promise<'resolve' | 'reject'>((resolve) => {
      settle = resolve;
    });
    if (how === 'reject') throw new BluetoothFault('timeout');
    return done;
  };
  const own: Link = {
    service: (uuid) => passed(() => link.service(uuid)),
    read: (...of) => passed(() => link.read(...of)),
    write: (...of) => passed(() => link.write(...of)),
    subscribe: (characteristic, listener) => passed(() => link.subscribe(characteristic, (value) => lost || listener(value))),
  };
  return {
    link: own,
    /** The number of operations started. */
    count: () => number,
    lose: () => {
      lost = true;
    },
    settle: (how: 'resolve' | 'reject') => settle(how),
  };
}

describe.each(Object.entries(subjects))('%s: an old set-up that ends when the next link is up', (_, { make, kind, stop }) => {
  it.each(['resolve', 'reject'] as const)('does not affect the new link: %s', async (how) => {
    if (kind === undefined) throw new Error('no such kind');
    const hung: number[] = [];
    for (let hangs = 0; ; hangs++) {
      const rig = await rigged(make(), kind, secrets);
      const lost = oldLink(rig.link(), hangs);
      const [first, second] = [new AbortController(), new AbortController()];
      const old = rig.driver.setUp(lost.link, first.signal);
      old.catch(() => {});
      await rig.time.pass(1000);
      if (lost.count() <= hangs) break;
      lost.lose();
      first.abort(new BluetoothFault('disconnected'));
      const written: string[] = [];
      const link: Link = {
        ...rig.link(),
        write: (characteristic, bytes, response, options) => {
          written.push(Buffer.from(bytes).toString('hex'));
          return rig.link().write(characteristic, bytes, response, options);
        },
      };
      expect(await rig.done(rig.driver.setUp(link, second.signal))).toBeNull();
      await rig.time.pass(3000);
      const before = [rig.driver.telemetry.value, rig.driver.capabilities.value];
      lost.settle(how);
      await expect(old).rejects.toBeInstanceOf(BluetoothFault);
      const after = [rig.driver.telemetry.value, rig.driver.capabilities.value];
      expect(await rig.done(rig.driver.stop())).toBeNull();
      expect(written).toContain(stop);
      expect(after).toEqual(before);
      hung.push(hangs);
    }
    // Services, subscriptions and reads: any of them may hang.
    expect(hung.length).toBeGreaterThan(3);
  });
});
