import { MINUTE_MS } from '../../core/time';
import { allows } from '../peripheral';
import { type FramedDevice, type FramedDeviceOptions, framedDevice, type Obeyed } from './framed-device';

const tail = '-bed0-0080-aa55-4265644a6574';
const service = `00001000${tail}`;
const status = `00002000${tail}`;
const command = `00002004${tail}`;

/**
 * For each button: the mode that the device reports, its name, and its longest run, min. The runs are made up, in the same order as the
 * maker's.
 */
const modes: ReadonlyMap<number, { readonly told: number; readonly name: string; readonly longestMin: number }> = new Map([
  [0x02, { told: 4, name: 'cool', longestMin: 720 }],
  [0x03, { told: 1, name: 'heat', longestMin: 240 }],
  [0x04, { told: 2, name: 'turbo', longestMin: 10 }],
  [0x05, { told: 5, name: 'dry', longestMin: 240 }],
  [0x06, { told: 3, name: 'extended-heat', longestMin: 600 }],
]);
const [MIN_C, MAX_C, AMBIENT_C] = [19, 43, 21];

/**
 * A BedJet 3: stops after the time set, or the longest that its mode allows. The difference of its air to the target halves every minute.
 */
export function simulatedBedjet(options: FramedDeviceOptions = {}): FramedDevice {
  let mode: number | null = null;
  let endsAtMs = 0;
  let fan = 9;
  let target = 30;
  let air = AMBIENT_C;
  let nowMs: number | null = null;

  const pass = (atMs: number) => {
    const goal = mode === null ? AMBIENT_C : target;
    air = goal + (air - goal) * 0.5 ** ((atMs - (nowMs ?? atMs)) / MINUTE_MS);
    nowMs = atMs;
    if (mode !== null && atMs >= endsAtMs) mode = null;
  };
  const press = (button: number, atMs: number): Obeyed => {
    if (button === 0x01) mode = null;
    else if (!modes.has(button)) return { refused: 'unknown-command' };
    else {
      mode = button;
      if (button === 0x04) target = MAX_C;
      endsAtMs = atMs + (modes.get(button)?.longestMin ?? 0) * MINUTE_MS;
    }
    return { meaning: mode === null ? 'off' : (modes.get(mode)?.name ?? '') };
  };
  const run = (hours: number, minutes: number, atMs: number): Obeyed => {
    const wanted = hours * 60 + minutes;
    const longest = mode === null ? 0 : (modes.get(mode)?.longestMin ?? 0);
    if (minutes > 59 || wanted === 0) return { refused: 'out-of-range' };
    endsAtMs = atMs + Math.min(wanted, longest) * MINUTE_MS;
    return { meaning: `${wanted} min` };
  };
  const left = (atMs: number) => (mode === null ? 0 : Math.max(0, Math.ceil((endsAtMs - atMs) / 1000)));

  return framedDevice(
    { address: options.address ?? '5E:B0:00:00:01:05', name: options.name ?? 'BEDJET_V3', advertised: [service] },
    () => ({
      services: [
        {
          uuid: service,
          characteristics: [
            { uuid: status, properties: allows('read', 'notify') },
            { uuid: command, properties: allows('write') },
          ],
        },
      ],
      obey(_, bytes, atMs): Obeyed {
        pass(atMs);
        const [kind, first = 0, second = 0] = bytes;
        if (bytes.length !== (kind === 0x02 ? 3 : 2)) return { refused: 'bad-frame' };
        if (kind === 0x01) return press(first, atMs);
        if (kind === 0x02) return run(first, second, atMs);
        if (kind === 0x03) {
          if (first < 2 * MIN_C || first > 2 * MAX_C) return { refused: 'out-of-range' };
          target = first / 2;
          return { meaning: `${target} °C` };
        }
        if (kind !== 0x07) return { refused: 'unknown-command' };
        if (first > 19) return { refused: 'out-of-range' };
        fan = first;
        return { meaning: `fan ${(fan + 1) * 5} %` };
      },
      read: () => new Uint8Array(11),
      tells: {
        everyMs: 1000,
        packet(atMs) {
          pass(atMs);
          const s = left(atMs);
          const told = mode === null ? 0 : (modes.get(mode)?.told ?? 0);
          const longest = mode === null ? 0 : (modes.get(mode)?.longestMin ?? 0);
          const clock = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60];
          const heat = [Math.round(air * 2), target * 2, told, fan, Math.floor(longest / 60), longest % 60];
          const bytes = [1, 0x56, 0x1b, 1, ...clock, ...heat, MIN_C * 2, MAX_C * 2, 0, 0, AMBIENT_C * 2, 0, 0];
          return { characteristic: status, bytes: Uint8Array.from(bytes) };
        },
      },
      state(atMs) {
        pass(atMs);
        const programme = mode === null ? {} : { programme: modes.get(mode)?.name ?? '' };
        return { running: mode !== null, levels: { fan: (fan + 1) * 5 }, temperatureC: target, remainingS: left(atMs), ...programme };
      },
    }),
  );
}
