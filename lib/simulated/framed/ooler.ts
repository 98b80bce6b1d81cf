import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';

const service = '5c293993-d039-4225-92f6-31fa62101e96';
const power = '7a2623ff-bd92-4c13-be9f-7023aa4ecb85';
const mode = 'cafe2421-d04c-458f-b1c0-253c6c97e8e8';
const target = '6aa46711-a29d-4f8a-88e2-044ca1fd03ff';
const actual = 'e8ebded3-9dca-45c2-a2d8-ceffb901474d';
const water = '8db5b9db-dbf6-47e6-a9dd-0612a1349a5b';
const modes = ['silent', 'regular', 'boost'];
const ROOM_F = 70;

export interface OolerOptions extends FramedDeviceOptions {
  /** Unit of its display; default °F. */
  readonly unit?: 'C' | 'F';
}

/** An Ooler: while it is off it obeys only its power switch. The difference of its water to the target halves every five minutes. */
export function simulatedOoler(options: OolerOptions = {}): FramedDevice {
  let on = false;
  let setMode = 1;
  let setF = 68;
  let waterF = ROOM_F;
  let nowMs: number | null = null;

  const pass = (atMs: number) => {
    const goal = on ? setF : ROOM_F;
    waterF = goal + (waterF - goal) * 0.5 ** ((atMs - (nowMs ?? atMs)) / 300_000);
    nowMs = atMs;
  };
  const inRange = (f: number) => f === 45 || f === 120 || (f >= 55 && f <= 115);
  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:06', name: options.name ?? 'OOLER-010106', advertised: [service] },
    () => ({
      services: [
        {
          uuid: service,
          characteristics: [
            ...[power, mode, target].map((uuid) => ({ uuid, properties: allows('read', 'write') })),
            ...[actual, water].map((uuid) => ({ uuid, properties: allows('read') })),
          ],
        },
      ],
      obey(characteristic, bytes, atMs): Obeyed {
        pass(atMs);
        const [value = 0] = bytes;
        if (bytes.length !== 1) return { refused: 'bad-frame' };
        if (characteristic === power) {
          if (value > 1) return { refused: 'out-of-range' };
          on = value === 1;
          return { meaning: on ? 'on' : 'off' };
        }
        if (!on) return { refused: 'off' };
        if (characteristic === mode) {
          if (value > 2) return { refused: 'out-of-range' };
          setMode = value;
          return { meaning: modes[value] ?? '' };
        }
        if (!inRange(value)) return { refused: 'out-of-range' };
        setF = value;
        return { meaning: `${value} °F` };
      },
      read(characteristic, atMs) {
        pass(atMs);
        const shown = options.unit === 'C' ? ((waterF - 32) * 5) / 9 : waterF;
        const values: Readonly<Record<string, number>> = {
          [power]: on ? 1 : 0,
          [mode]: setMode,
          [target]: setF,
          [actual]: Math.round(shown),
          [water]: 100,
        };
        return Uint8Array.of(values[characteristic] ?? 0);
      },
      state: () => ({ running: on, levels: {}, programme: modes[setMode] ?? '', temperatureC: ((setF - 32) * 5) / 9 }),
    }),
  );
}
