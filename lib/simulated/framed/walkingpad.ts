import { uuid16 } from '../../bluetooth/uuid';
import type { ModelService } from '../model';
import { allows } from '../peripheral';
import { Belt } from './belt';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';
import { toSum } from './sums';

export interface WalkingPadOptions extends FramedDeviceOptions {
  /** The characteristic for writes: default `fe02`, as in ph4-walkingpad. */
  readonly dialect?: 'fe02' | 'fe01' | 'fff2';
  /** km/h; default 6. */
  readonly maxKmh?: number;
}

const places = {
  fe02: { service: 0xfe00, command: 0xfe02, status: 0xfe01 },
  fe01: { service: 0xfe00, command: 0xfe01, status: 0xfe02 },
  fff2: { service: 0xfff0, command: 0xfff2, status: 0xfff1 },
} as const;
const START_KMH = 0.5;

/** A WalkingPad: accepts one command every 690 ms, and speeds only in manual mode. Keeps running when the link is lost. */
export function simulatedWalkingPad(options: WalkingPadOptions = {}): FramedDevice {
  const place = places[options.dialect ?? 'fe02'];
  const [command, status] = [uuid16(place.command), uuid16(place.status)];
  const belt = new Belt(options.maxKmh ?? 6);
  let mode = 2;
  const both = [
    { uuid: status, properties: allows('notify') },
    { uuid: command, properties: allows('write', 'writeWithoutResponse') },
  ];
  const service: ModelService = { uuid: uuid16(place.service), characteristics: both.sort((a, b) => a.uuid.localeCompare(b.uuid)) };
  const three = (value: number) => [value >> 16, (value >> 8) & 0xff, value & 0xff];

  const stats = (atMs: number) => {
    belt.pass(atMs);
    const moving = belt.speedKmh > 0 ? 1 : 0;
    const counts = [...three(belt.movedS), ...three(Math.floor(belt.distanceM / 10)), ...three(Math.floor(belt.movedS * 1.8))];
    const inner = [0xa2, moving, Math.round(belt.speedKmh * 10), mode, ...counts, Math.round(belt.targetKmh * 10), 0, 0];
    return Uint8Array.from([0xf8, ...inner, toSum(inner), 0xfd]);
  };
  const obeyed = (key: number, value: number, atMs: number): Obeyed => {
    if (key === 0 && value === 0) return { meaning: 'ask' };
    if (key === 2 && value <= 2) {
      mode = value;
      if (mode === 2) belt.run(0, atMs);
      return { meaning: `mode ${mode}` };
    }
    // A stop works in every mode.
    if (key === 1 && value > 0 && mode !== 1) return { refused: 'off' };
    if (key === 1) return belt.run(value / 10, atMs) ? { meaning: `speed ${value / 10}` } : { refused: 'out-of-range' };
    if (key !== 4 || value !== 1) return { refused: 'unknown-command' };
    if (belt.targetKmh === 0) belt.run(START_KMH, atMs);
    return { meaning: 'start' };
  };

  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:08', name: options.name ?? 'WalkingPad', advertised: [service.uuid] },
    (send) => ({
      services: [service],
      spacingMs: 690,
      obey(_, bytes, atMs): Obeyed {
        const [start, kind, key = 0, value = 0, sum, end] = bytes;
        if (bytes.length !== 6 || start !== 0xf7 || kind !== 0xa2 || end !== 0xfd) return { refused: 'bad-frame' };
        if (sum !== toSum(bytes.subarray(1, 4))) return { refused: 'bad-checksum' };
        const result = obeyed(key, value, atMs);
        if ('meaning' in result) send(status, stats(atMs), atMs);
        return result;
      },
      state: (atMs) => {
        const { speedKmh } = belt.pass(atMs);
        return { running: speedKmh > 0 || belt.targetKmh > 0, levels: { belt: belt.targetKmh }, speedKmh };
      },
    }),
  );
}
