import { uuid16 } from '../../bluetooth/uuid';
import { KM_PER_MILE } from '../../core/imperial';
import { allows } from '../peripheral';
import { Belt } from './belt';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';

const service = uuid16(0xfff0);
const answer = uuid16(0xfff1);
const command = uuid16(0xfff2);
/** mph. */
const SLOWEST = 0.4;
const FASTEST = 4;

const STATES = { standby: 1, running: 3, paused: 5 } as const;

/** A LifeSpan treadmill with an Omni console, which counts in mph. Its answers do not say which question they are for. */
export function simulatedLifespan(options: FramedDeviceOptions = {}): FramedDevice {
  const belt = new Belt(FASTEST * KM_PER_MILE);
  let state: keyof typeof STATES = 'standby';
  const run = (mph: number, atMs: number) => belt.run(mph * KM_PER_MILE, atMs);
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:0F', name: options.name ?? 'LifeSpan-TM', advertised: [service] },
    (send) => {
      const tell = (bytes: readonly number[], atMs: number) =>
        send(
          answer,
          Uint8Array.from({ length: 6 }, (_, i) => bytes[i] ?? 0),
          atMs,
        );
      /** Units, then hundredths. */
      const split = (mph: number) => [Math.floor(mph + 1e-9), Math.round(mph * 100) % 100];
      const ask = (what: number, atMs: number): Obeyed => {
        belt.pass(atMs);
        const [hours, minutes, seconds] = [Math.floor(belt.movedS / 3600), Math.floor(belt.movedS / 60) % 60, belt.movedS % 60];
        const found = new Map<number, readonly number[]>([
          [0x82, split(belt.speedKmh / KM_PER_MILE)],
          [0x89, [hours, minutes, seconds]],
          [0x91, [STATES[state]]],
        ]).get(what);
        tell(found === undefined ? [0xa1, 0xff] : [0xa1, 0xaa, ...found], atMs);
        return { meaning: `ask ${what.toString(16)}` };
      };
      return {
        services: [
          {
            uuid: service,
            characteristics: [
              { uuid: answer, properties: allows('notify') },
              { uuid: command, properties: allows('write', 'writeWithoutResponse') },
            ],
          },
        ],
        obey(_, bytes, atMs): Obeyed {
          if (bytes.length !== 5) return { refused: 'bad-frame' };
          const [code = 0, first = 0, second = 0] = bytes;
          switch (code) {
            case 0xa1:
              return ask(first, atMs);
            case 0x02:
            case 0xc2:
            case 0xe9:
            case 0xe4:
              tell([code, 0xaa], atMs);
              return { meaning: 'hello' };
            case 0xe1:
              state = 'running';
              run(SLOWEST, atMs);
              return { meaning: 'start' };
            case 0xe0:
              state = 'paused';
              run(0, atMs);
              return { meaning: 'stop' };
            case 0xd0: {
              const mph = first + second / 100;
              if (state !== 'running') return { refused: 'off' };
              if (second > 99 || mph < SLOWEST || !run(mph, atMs)) return { refused: 'out-of-range' };
              return { meaning: `speed ${mph}` };
            }
            default:
              return { refused: 'unknown-command' };
          }
        },
        state: (atMs) => {
          const { speedKmh, targetKmh } = belt.pass(atMs);
          return { running: state === 'running', levels: { belt: targetKmh }, speedKmh };
        },
      };
    },
  );
}
