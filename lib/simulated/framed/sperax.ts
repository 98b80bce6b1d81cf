import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { Belt } from './belt';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';
import { reflectedCrc16 } from './sums';

const service = uuid16(0xfff0);
const status = uuid16(0xfff1);
const command = uuid16(0xfff2);

/** A Sperax RM-01: moves only for a link that has requested control. Keeps running when the link is lost. */
export function simulatedSperax(options: FramedDeviceOptions = {}): FramedDevice {
  const belt = new Belt(6);
  let controlled = false;
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:09', name: options.name ?? 'SPERAX_RM01', advertised: [service] },
    (send) => ({
      services: [
        {
          uuid: service,
          characteristics: [
            { uuid: status, properties: allows('notify') },
            { uuid: command, properties: allows('writeWithoutResponse') },
          ],
        },
      ],
      connected: () => {
        controlled = false;
      },
      obey(_, bytes, atMs): Obeyed {
        const data = unwrapFrame(bytes);
        if (typeof data === 'string') return { refused: data };
        const [kind, ...rest] = data;
        const told = () => send(status, framed([0x0e, belt.pass(atMs).speedKmh > 0 || belt.targetKmh > 0 ? 1 : 0]), atMs);
        if (kind === 0x00 && rest.length === 0) {
          controlled = true;
          return { meaning: 'control' };
        }
        if (kind === 0x01 && rest.length === 0) return { meaning: 'hello' };
        if (kind === 0x19 && rest.length === 0) {
          told();
          return { meaning: 'ask' };
        }
        if (kind !== 0x15 || rest.length !== 3) return { refused: 'unknown-command' };
        if (!controlled) return { refused: 'locked' };
        const [moves, speed = 0] = rest;
        if (!belt.run(moves === 1 ? speed / 10 : 0, atMs)) return { refused: 'out-of-range' };
        told();
        return { meaning: moves === 1 ? `speed ${speed / 10}` : 'stop' };
      },
      state: (atMs) => {
        const { speedKmh } = belt.pass(atMs);
        return { running: speedKmh > 0 || belt.targetKmh > 0, levels: { belt: belt.targetKmh }, speedKmh };
      },
    }),
  );
}

/** The data of a received frame: removes escapes, checks length and checksum. */
function unwrapFrame(bytes: Uint8Array): readonly number[] | 'bad-frame' | 'bad-checksum' {
  if (bytes.length < 7 || bytes[0] !== 0xf5 || bytes.at(-1) !== 0xfa || bytes[1] !== bytes.length) return 'bad-frame';
  const plain: number[] = [];
  const sent = bytes.subarray(1, -1).values();
  for (const byte of sent) {
    if (byte > 0xf0) return 'bad-frame';
    plain.push(byte === 0xf0 ? 0xf0 + (sent.next().value ?? 0) : byte);
  }
  // The length does not count escapes.
  plain[0] = plain.length + 2;
  const [low, high] = plain.slice(-2);
  const crc = reflectedCrc16([0xf5, ...plain.slice(0, -2)], 0xa327);
  if (low !== crc % 256 || high !== crc >> 8 || plain[1] !== 0) return 'bad-checksum';
  return plain.slice(2, -2);
}

function framed(data: readonly number[]): Uint8Array {
  const plain = [data.length + 6, 0, ...data];
  const crc = reflectedCrc16([0xf5, ...plain], 0xa327);
  const sent = [...plain, crc % 256, crc >> 8].flatMap((byte) => (byte >= 0xf0 ? [0xf0, byte - 0xf0] : [byte]));
  sent[0] = sent.length + 2;
  return Uint8Array.from([0xf5, ...sent, 0xfa]);
}
