import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';
import { toSum } from './sums';

const service = uuid16(0xfff0);
const status = uuid16(0xfff1);
const command = uuid16(0xfff2);
const DEFAULT_S = 1200;

/** A BlockBlueLight panel: switches off when its countdown ends, which is 20 min (made up) until another is set. */
export function simulatedBlockBlueLight(options: FramedDeviceOptions = {}): FramedDevice {
  let setS = DEFAULT_S;
  let endsAtMs: number | null = null;

  const left = (atMs: number) => {
    const s = endsAtMs === null ? 0 : Math.ceil((endsAtMs - atMs) / 1000);
    if (s <= 0) endsAtMs = null;
    return Math.max(0, s);
  };
  const high = (value: number) => [value >> 8, value & 0xff];
  const reply = (kind: number, data: readonly number[]) => {
    const inner = [1, kind, 0, data.length, ...data];
    return Uint8Array.from([0x2a, ...inner, toSum(inner), 0x0a]);
  };
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:07', name: options.name ?? 'BLOCK5EB000000107', advertised: [] },
    (send) => ({
      services: [
        {
          uuid: service,
          characteristics: [
            { uuid: status, properties: allows('notify') },
            { uuid: command, properties: allows('write', 'writeWithoutResponse') },
          ],
        },
      ],
      obey(_, bytes, atMs): Obeyed {
        const [start, one, kind = 0, zero, length, ...rest] = bytes;
        if (start !== 0x3a || one !== 1 || zero !== 0 || bytes.at(-1) !== 0x0a || rest.length !== (length ?? 0) + 2) {
          return { refused: 'bad-frame' };
        }
        if (bytes.at(-2) !== toSum(bytes.subarray(1, -2))) return { refused: 'bad-checksum' };
        const [first = 0, second = 0] = rest;
        const told = () => send(status, reply(0x10, [left(atMs) > 0 ? 1 : 0, ...high(setS), ...high(left(atMs))]), atMs);
        if (kind === 0x10 && length === 0) told();
        else if (kind === 0x20 && length === 1 && first <= 1) endsAtMs = first === 1 ? atMs + setS * 1000 : null;
        else if (kind === 0x31 && length === 2) {
          setS = first * 256 + second;
          if (endsAtMs !== null) endsAtMs = atMs + setS * 1000;
        } else if (kind === 0x40 && length === 0) send(status, reply(0x40, high(setS)), atMs);
        else return { refused: 'unknown-command' };
        if (kind === 0x20) told();
        const meanings: Readonly<Record<number, string>> = { 16: 'status', 32: first === 1 ? 'on' : 'off', 49: `${setS} s`, 64: 'query' };
        return { meaning: meanings[kind] ?? '' };
      },
      state: (atMs) => ({ running: left(atMs) > 0, levels: {}, remainingS: left(atMs) }),
    }),
  );
}
