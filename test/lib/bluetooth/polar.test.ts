import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import type { Link } from '../../../lib/bluetooth/link';
import { PolarPmd } from '../../../lib/bluetooth/polar';
import {
  ecgChoice,
  encodePmdFeatures,
  encodePmdFrame,
  encodePmdResponse,
  encodePmdStart,
  type PmdFrame,
  type PmdStatus,
  pmdOp,
  polarPmdUuids,
  settingsBytes,
} from '../../../lib/bluetooth/services/polar-pmd';
import type { GattCharacteristic } from '../../../lib/bluetooth/transport';
import { heldClock } from '../../../lib/core/clock';
import { settled } from '../../support/until';

const NONE = { read: true, write: true, writeWithoutResponse: false, notify: true, indicate: true };
const characteristic = (uuid: string): GattCharacteristic => ({
  uuid,
  properties: NONE,
  read: () => Promise.reject(new Error('by the link')),
  write: () => Promise.reject(new Error('by the link')),
  subscribe: () => Promise.reject(new Error('by the link')),
});
const toView = (bytes: Uint8Array) => new DataView(Uint8Array.from(bytes).buffer);

interface Behaviour {
  /** The number of its answers that never arrive. */
  readonly lostAnswers?: number;
  readonly status?: PmdStatus;
  readonly rates?: readonly number[];
  readonly linkLost?: boolean;
  readonly hasService?: boolean;
}

/** A link to a device that answers at once, or as specified. */
function device({ lostAnswers = 0, status = 'ok', rates = [130], linkLost = false, hasService = true }: Behaviour = {}) {
  const clock = heldClock(0);
  const writes: number[][] = [];
  const listeners = new Map<string, (value: DataView) => void>();
  let lost = 0;
  let reads = 0;
  const link: Link = {
    service: async (uuid) =>
      hasService ? { uuid, characteristics: [characteristic(polarPmdUuids.controlPoint), characteristic(polarPmdUuids.data)] } : null,
    read: async () => {
      if (linkLost && reads++ > 0) throw new BluetoothFault('disconnected');
      return toView(encodePmdFeatures(['ecg', 'acc']));
    },
    write: async (_, bytes) => {
      writes.push([...bytes]);
      const [op = 0, stream = 0] = bytes;
      if (op === pmdOp.stop || lost++ < lostAnswers) return;
      const answer =
        op === pmdOp.settings
          ? encodePmdResponse(op, stream, 'ok', settingsBytes({ rateHz: rates, resolutionBits: [14] }))
          : encodePmdResponse(op, stream, status);
      listeners.get(polarPmdUuids.controlPoint)?.(toView(answer));
    },
    subscribe: async ({ uuid }, listener) => void listeners.set(uuid, listener),
  };
  return { clock, link, writes, send: (bytes: Uint8Array) => listeners.get(polarPmdUuids.data)?.(toView(bytes)) };
}

async function started(behaviour: Behaviour = {}) {
  const one = device(behaviour);
  const pmd = await PolarPmd.find(one.link, one.clock);
  if (pmd === null) throw new Error('no service');
  const frames: PmdFrame[] = [];
  const reported: string[] = [];
  const start = pmd
    .start('ecg', { frame: (frame) => frames.push(frame), reportUnexpected: (what) => reported.push(what) })
    .catch((error: unknown) => (error instanceof BluetoothFault ? error.code : String(error)));
  for (let i = 0; i < 12; i++) {
    await settled(2);
    await one.clock.advance(1000);
  }
  return { ...one, pmd, frames, reported, outcome: await start };
}

describe('Polar Measurement Data', () => {
  it('reports what the device offers, and null for a device without the service', async () => {
    const { link, clock } = device();
    expect((await PolarPmd.find(link, clock))?.streams).toEqual(['ecg', 'acc']);
    const other = device({ hasService: false });
    expect(await PolarPmd.find(other.link, other.clock)).toBeNull();
  });

  /** The start command for the ECG of an H10, from the Polar BLE SDK. */
  it('starts the ECG with the device’s settings, passes on its frames, and stops it', async () => {
    const { outcome, writes, frames, reported, send, pmd } = await started();
    expect([outcome, writes]).toEqual([
      ecgChoice,
      [
        [1, 0],
        [2, 0, 0, 1, 0x82, 0, 1, 1, 0x0e, 0],
      ],
    ]);
    send(encodePmdFrame({ stream: 'ecg', timestampNs: 5n, microvolts: [1, -2] }));
    send(encodePmdFrame({ stream: 'acc', timestampNs: 5n, samples: [{ x: 1, y: 2, z: 3 }] }));
    send(Uint8Array.of(0, 1));
    expect(frames).toEqual([{ stream: 'ecg', timestampNs: 5n, microvolts: [1, -2] }]);
    expect(reported).toEqual(['polar frame: too-short']);
    await pmd.stop('ecg');
    expect(writes.at(-1)).toEqual([3, 0]);
  });

  it('uses a stream that is already running, and asks again when an answer was lost', async () => {
    expect((await started({ status: 'already-in-state' })).outcome).toEqual(ecgChoice);
    const { outcome, writes } = await started({ lostAnswers: 1 });
    expect([outcome, writes.map(([op]) => op)]).toEqual([ecgChoice, [1, 1, 2]]);
  });

  it.each([
    ['a refusal', { status: 'invalid-state' }, 'not-supported'],
    ['no rate that will do', { rates: [25] }, 'not-supported'],
    ['silence', { lostAnswers: 9 }, 'timeout'],
    ['a link that is gone', { lostAnswers: 9, linkLost: true }, 'disconnected'],
  ] as const)('reports %s as its own fault', async (_, behaviour, code) => {
    expect((await started(behaviour)).outcome).toBe(code);
  });

  it('uses another suitable rate where 130 Hz is missing', async () => {
    const { writes } = await started({ rates: [125, 500] });
    expect(writes.at(-1)).toEqual([...encodePmdStart('ecg', { rateHz: 125, resolutionBits: 14 })]);
  });
});
