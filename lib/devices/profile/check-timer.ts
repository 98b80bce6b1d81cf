import { LONGEST_TIMER_S } from '../safety/ceilings';
import { isRange } from './check-frames';
import type { FaultList } from './faults';
import { rangeOfValue } from './range-of-value';
import type { DeviceProfile, ProfileFrame, ValuePart } from './schema';
import { scaledValue } from './values';

/**
 * The time on screen is the time that the device gets: every second of the range that can be set is read back exactly from its frame, and is
 * never sent as 0, which many devices take for no end at all.
 */
export function checkTimers(profile: DeviceProfile, faults: FaultList): void {
  const values = (rangeOfValue(profile, 'timer') ?? [])
    .filter((range) => isRange(range) && range.max <= LONGEST_TIMER_S)
    .flatMap(listValues);
  for (const [id, frame] of Object.entries(profile.frames)) {
    const parts = listTimerParts(frame);
    const [first] = parts;
    if (first !== undefined && !values.every((value) => isExact(parts, value)))
      faults.add('timer-not-exact', 'frames', id, 'bytes', frame.bytes.indexOf(first));
  }
}

function listTimerParts({ bytes }: ProfileFrame): readonly ValuePart[] {
  return bytes.flatMap((part) => (typeof part === 'object' && 'value' in part && part.value === 'timer' ? [part] : []));
}

/** The parts name the time together, as hours and minutes do, or each of them names all of it. */
function isExact(parts: readonly ValuePart[], value: number): boolean {
  const sent = parts.map((part) => ({ part, number: scaledValue(part, value) }));
  if (sent.every(({ number }) => number === 0 || number === null)) return false;
  const read = sent.map(({ part, number }) => (number === null ? Number.NaN : toSeconds(part, number)));
  const near = (seconds: number) => Math.abs(seconds - value) < 1e-3;
  return read.every(near) || near(read.reduce((all, seconds) => all + seconds, 0));
}

/** The seconds that a number means to the device. */
function toSeconds({ table, multiply = 1, add = 0, divide = 1 }: ValuePart, number: number): number {
  if (table !== undefined) return table.find(([, sent]) => sent === number)?.[0] ?? Number.NaN;
  return (number * divide - add) / multiply;
}

function listValues({ min, max, step }: { readonly min: number; readonly max: number; readonly step: number }): number[] {
  return Array.from({ length: Math.floor((max - min) / step + 1e-6) + 1 }, (_, i) => min + i * step);
}
