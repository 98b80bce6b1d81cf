import { Connection } from '../../../../lib/bluetooth/connection';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import type { Link } from '../../../../lib/bluetooth/link';
import { type DeviceDriver, DriverFault, type DriverKind, type DriverOptions } from '../../../../lib/devices/driver';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { heldTime } from '../../simulated/held-time';

export interface Written {
  readonly uuid: string;
  readonly hex: string;
  readonly atMs: number;
}

/** A simulated device behind a real connection, with time that stands still until it is advanced. */
export async function rigged<M extends PeripheralModel>(
  model: M,
  kind: DriverKind,
  secrets: DriverOptions['secrets'] = {},
  { connect = true } = {},
) {
  const time = heldTime();
  const written: Written[] = [];
  const write = model.write.bind(model);
  model.write = (uuid, bytes, atMs) => {
    written.push({ uuid, hex: Buffer.from(bytes).toString('hex'), atMs });
    return write(uuid, bytes, atMs);
  };
  const transport = simulatedTransport([model], time);
  const driver: DeviceDriver = kind.driver({ wait: (ms, signal) => time.wait(ms, signal), secrets });
  let over = new AbortController();
  let present: Link | null = null;
  const connection = new Connection({
    clock: { now: time.nowMs, wait: (ms, signal = new AbortController().signal) => time.wait(ms, signal) },
    random: () => 0.5,
    setUp: (link) => {
      over = new AbortController();
      present = link;
      return driver.setUp(link, over.signal);
    },
    onLost: () => over.abort(new BluetoothFault('disconnected')),
  });
  const device = await transport.request(kind.request);
  const opening = connection.open(device);
  opening.catch(() => {});
  if (connect) {
    for (let turn = 0; turn < 50 && connection.state.value !== 'ready'; turn++) await time.pass(100);
    await opening;
  }
  return {
    time,
    driver,
    connection,
    transport,
    device,
    opening,
    written,
    link(): Link {
      if (present === null) throw new Error('no link');
      return present;
    },
    /** Runs something that takes time, and returns null or its error. */
    async done(work: Promise<void>, ms = 10_000): Promise<string | null> {
      const outcome = work.then(
        () => null,
        (error: unknown) => (error instanceof DriverFault || error instanceof Error ? toCode(error) : 'other'),
      );
      let settled = false;
      void outcome.then(() => {
        settled = true;
      });
      for (let left = ms; left > 0 && !settled; left -= 100) await time.pass(100);
      return settled ? outcome : 'never';
    },
  };
}

function toCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
