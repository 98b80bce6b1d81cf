import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';

const service = uuid16(0x1234);
const command = uuid16(0x1111);

export interface JensenOptions extends FramedDeviceOptions {
  /** Default 3060, the maker's PIN. */
  readonly pin?: string;
  /** Its massage motors; default both. */
  readonly massage?: readonly ('head' | 'foot')[];
}

/**
 * A Jensen bed: ignores every command on a link until it is unlocked. Nobody is known to have tested a timer of its massage, so it has
 * none.
 */
export function simulatedJensen(options: JensenOptions = {}): FramedDevice {
  const { pin = '3060', massage = ['head', 'foot'] } = options;
  let unlocked = false;
  let levels = { head: 0, foot: 0 };
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:01', name: options.name ?? 'JMC400', advertised: [service] },
    (send) => ({
      services: [{ uuid: service, characteristics: [{ uuid: command, properties: allows('write', 'notify') }] }],
      connected: () => {
        unlocked = false;
      },
      obey(_, bytes, atMs): Obeyed {
        if (bytes.length !== 6) return { refused: 'bad-frame' };
        const [kind, first = 0, second = 0] = bytes;
        if (kind === 0x1e) {
          unlocked = [...bytes.slice(1, 5)].join('') === pin && bytes[5] === 0;
          return unlocked ? { meaning: 'unlock' } : { refused: 'locked' };
        }
        if (!unlocked) return { refused: 'locked' };
        if (kind === 0x0a) {
          const has = (massage.includes('head') ? 1 : 0) | (massage.includes('foot') ? 2 : 0);
          send(command, Uint8Array.of(0x0a, 0, has, 0, 4, 0), atMs);
          return { meaning: 'config' };
        }
        if (kind === 0x10 && first === 0xff) {
          send(command, Uint8Array.of(0x10, 0xff, 0, 1, 0, 1), atMs);
          return { meaning: 'position' };
        }
        if (kind === 0x10) return { refused: 'motor' };
        if (kind !== 0x12) return { refused: 'unknown-command' };
        if (first > 10 || second > 10) return { refused: 'out-of-range' };
        levels = { head: first, foot: second };
        return { meaning: `massage head ${first} foot ${second}` };
      },
      state: () => ({ running: levels.head > 0 || levels.foot > 0, levels }),
    }),
  );
}
