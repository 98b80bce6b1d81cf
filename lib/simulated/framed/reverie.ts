import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';

const service = '1b1d9641-b942-4da8-89cc-98e6a58fbd93';
const command = '6af87926-dc79-412e-a3e0-5f85c2d55de2';

/** A Reverie bed: reports its levels after each command. */
export function simulatedReverie(options: FramedDeviceOptions = {}): FramedDevice {
  let levels = { head: 0, foot: 0, wave: 0 };
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:0C', name: options.name ?? 'Reverie 010C', advertised: [service] },
    (send) => ({
      services: [{ uuid: service, characteristics: [{ uuid: command, properties: allows('write', 'writeWithoutResponse', 'notify') }] }],
      obey(_, bytes, atMs): Obeyed {
        const payload = [...bytes.subarray(1, -1)];
        if (bytes[0] !== 0x55 || payload.length === 0) return { refused: 'bad-frame' };
        if (bytes.at(-1) !== payload.reduce((all, byte) => all ^ byte, 0x55)) return { refused: 'bad-checksum' };
        const [kind = 0, level] = payload;
        if (kind === 0x35 && payload.length === 1) levels = { head: 0, foot: 0, wave: 0 };
        else if (kind >= 0x40 && kind <= 0x49 && payload.length === 1) levels = { ...levels, wave: kind - 0x40 };
        else if ((kind !== 0x53 && kind !== 0x54) || payload.length !== 2 || level === undefined) return { refused: 'unknown-command' };
        else if (level > 10) return { refused: 'out-of-range' };
        else levels = { ...levels, [kind === 0x53 ? 'head' : 'foot']: level };
        send(command, Uint8Array.of(0x55, 0, 0, 0, levels.head, levels.foot, 0, 0, 0), atMs);
        return { meaning: `head ${levels.head} foot ${levels.foot} wave ${levels.wave}` };
      },
      state: () => ({ running: Object.values(levels).some((level) => level > 0), levels }),
    }),
  );
}
