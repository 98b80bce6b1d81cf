import type { Range } from '../driver';
import type { Scale } from '../safety/ceilings';
import { stepBelow } from '../step';
import { typeStep } from './number';
import type { DeviceProfile, ValuePart } from './schema';
import { toForeignUnit } from './units';

/** The requested values of a device: the numbers and texts that fill the frames. Undefined: not requested yet. */
export interface FrameValues {
  /** By zone id; every absolute zone has one. */
  readonly levels: Readonly<Record<string, number>>;
  /** °C. */
  readonly temperature?: number;
  /** s. */
  readonly timer?: number;
  readonly programme?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The values before any request: every level at its lowest. */
export function initialValues(profile: DeviceProfile, settings: Readonly<Record<string, string>>): FrameValues {
  const levels = (profile.zones ?? []).flatMap(({ id, range }) => (range === undefined ? [] : [[id, range.min] as const]));
  const { initial } = profile.timer ?? {};
  return { levels: Object.fromEntries(levels), settings, ...(initial === undefined ? {} : { timer: initial }) };
}

/** A value of a frame: a number, or a text for settings. Undefined until it is requested. */
export function wantedValue(profile: DeviceProfile, name: ValuePart['value'], values: FrameValues): number | string | undefined {
  const [kind, key = ''] = splitName(name);
  switch (kind) {
    case 'level':
      return own(values.levels, key);
    case 'setting':
      return own(values.settings, key);
    case 'programme':
      return profile.programmes?.find(({ id }) => id === values.programme)?.value;
    case 'temperature':
      return values.temperature;
    default:
      return values.timer;
  }
}

/** The number that represents a value in the frame; null when the table has none. */
export function scaledValue(part: ValuePart, value: number): number | null {
  if (part.table !== undefined) return part.table.find(([from]) => Math.abs(from - value) < 1e-6)?.[1] ?? null;
  const steps = 1 / (part.type === 'ascii' || part.type === 'digits' ? 1 : typeStep(part.type));
  const exact = ((toForeignUnit(value, part.unit) * (part.multiply ?? 1) + (part.add ?? 0)) / (part.divide ?? 1)) * steps;
  // 0.29 × 100 is 28.999999999999996.
  const rounded = (part.round === 'down' ? Math.floor(exact + 1e-6) : Math.round(exact)) / steps;
  return part.modulo === undefined ? rounded : ((rounded % part.modulo) + part.modulo) % part.modulo;
}

/** How a value becomes its number in the frame; null when a table or a modulo makes that no straight line. */
export function scaleOfPart(part: ValuePart): Scale | null {
  if (part.table !== undefined || part.modulo !== undefined) return null;
  const at = (value: number) => (toForeignUnit(value, part.unit) * (part.multiply ?? 1) + (part.add ?? 0)) / (part.divide ?? 1);
  return { factor: at(1) - at(0), offset: at(0) };
}

/** The nearest step at or below the requested value; null outside the range. */
export function onStep(value: number, range: Range): number | null {
  const { min, max } = range;
  if (!Number.isFinite(value) || value < min - 1e-9 || value > max + 1e-9) return null;
  return Math.min(max, stepBelow(range, value));
}

export function splitName(name: string): readonly [kind: string, key?: string] {
  const dot = name.indexOf('.');
  return dot === -1 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** Reads own properties only: a profile comes from strangers and may use a name such as `constructor`. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
