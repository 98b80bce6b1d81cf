import { uuid16 } from '../../bluetooth/uuid';
import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';

const service = uuid16(0xfff0);
const [result, login, probes, settings] = [0xfff1, 0xfff2, 0xfff4, 0xfff5].map(uuid16) as [string, string, string, string];

const LOGIN = [0x21, 0x07, 0x06, 0x05, 0x04, 0x03, 0x02, 0x01, 0xb8, 0x22, 0, 0, 0, 0, 0];
/** Sent for a probe that is not plugged in. */
const NONE = 0xfff6;

export interface IbbqOptions extends FramedDeviceOptions {
  /** °C of each probe; null for one that is not plugged in. Default: 11 °C, and three that are not. */
  readonly probesC?: (atMs: number) => readonly (number | null)[];
}

/** An iBBQ thermometer with four probes: it sends their temperatures each second after a login and a request to stream. */
export function simulatedIbbq(options: IbbqOptions = {}): FramedDevice {
  const probesC = options.probesC ?? (() => [11, null, null, null]);
  let loggedIn = false;
  let streams = false;
  return framedDevice({ address: options.address ?? '5E:B0:00:00:01:10', name: options.name ?? 'iBBQ', advertised: [service] }, () => ({
    services: [
      {
        uuid: service,
        characteristics: [
          { uuid: result, properties: allows('notify') },
          { uuid: login, properties: allows('write') },
          { uuid: probes, properties: allows('notify') },
          { uuid: settings, properties: allows('write') },
        ],
      },
    ],
    connected() {
      loggedIn = false;
      streams = false;
    },
    obey(characteristic, bytes): Obeyed {
      if (characteristic === login) {
        loggedIn = bytes.length === LOGIN.length && bytes.every((byte, i) => byte === LOGIN[i]);
        return loggedIn ? { meaning: 'login' } : { refused: 'locked' };
      }
      if (!loggedIn) return { refused: 'locked' };
      const [code, value] = bytes;
      if (bytes.length !== 6) return { refused: 'bad-frame' };
      if (code === 0x02 && value === 0x00) return { meaning: 'celsius' };
      if (code !== 0x0b || value !== 0x01) return { refused: 'unknown-command' };
      streams = true;
      return { meaning: 'stream' };
    },
    tells: {
      everyMs: 1000,
      packet(atMs) {
        if (!streams) return null;
        const raw = probesC(atMs).map((celsius) => (celsius === null ? NONE : Math.round(celsius * 10) & 0xffff));
        return { characteristic: probes, bytes: Uint8Array.from(raw.flatMap((number) => [number & 0xff, number >> 8])) };
      },
    },
    state: (atMs) => {
      const [first] = probesC(atMs);
      return { running: false, levels: {}, ...(first == null ? {} : { temperatureC: first }) };
    },
  }));
}
