import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';
import { toSum } from './sums';

const service = uuid16(0xff12);
const command = uuid16(0xff01);
const HIGHEST = 10;

/** A Jiecang bed with a Lierda radio: `F1 F1 data sum 7E`. It reports nothing, and its massage keeps running when the link is lost. */
export function simulatedJiecang(options: FramedDeviceOptions = {}): FramedDevice {
  let on = false;
  let mode = 0;
  const levels = { back: 0, leg: 0 };
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:0E', name: options.name ?? 'Dream Motion 010E', advertised: [service] },
    () => ({
      services: [{ uuid: service, characteristics: [{ uuid: command, properties: allows('write', 'writeWithoutResponse') }] }],
      obey(_, bytes): Obeyed {
        const data = bytes.subarray(2, -2);
        if (bytes[0] !== 0xf1 || bytes[1] !== 0xf1 || bytes.at(-1) !== 0x7e || data.length !== 2 + (data[1] ?? 0))
          return { refused: 'bad-frame' };
        if (bytes.at(-2) !== toSum(data)) return { refused: 'bad-checksum' };
        const [code, , key, level = 0] = data;
        if (code === 0x16 && key === 0x0a) {
          mode = (mode + 1) % 3;
          return { meaning: 'next mode' };
        }
        if (key !== 0x08) return { refused: 'unknown-command' };
        if (code === 0x10 || code === 0x11) {
          on = code === 0x10;
          if (!on) Object.assign(levels, { back: 0, leg: 0 });
          return { meaning: on ? 'on' : 'off' };
        }
        if (code !== 0x12 && code !== 0x14) return { refused: 'unknown-command' };
        if (level > HIGHEST) return { refused: 'out-of-range' };
        const zone = code === 0x12 ? 'back' : 'leg';
        levels[zone] = level;
        return { meaning: `${zone} ${level}` };
      },
      state: () => ({ running: on, levels: { ...levels }, programme: `${mode}` }),
    }),
  );
}
