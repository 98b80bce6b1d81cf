import { uuid16 } from '../../bluetooth/uuid';
import type { LevelUnit, Range } from '../driver';

/**
 * Ceilings that no profile can raise. Each device's own limits are in its profile and are lower. The figures are ours: a brisk walk for
 * belts, the usual maximum of recovery boots for pressure, the upper end of a hot bath for temperature.
 */
export const CEILINGS: Readonly<Record<LevelUnit, Range>> = {
  level: { min: 0, max: 100, step: 1 },
  percent: { min: 0, max: 100, step: 1 },
  'km/h': { min: 0, max: 8, step: 0.1 },
  mmHg: { min: 0, max: 120, step: 1 },
  W: { min: 0, max: 400, step: 1 },
};

/** °C. */
export const TEMPERATURE_CEILING = { min: 4, max: 45 } as const;

/** The longest time for a device's own timer, s. */
export const LONGEST_TIMER_S = 4 * 3600;

/** After escapes. An attribute can hold 512 bytes, but no known device needs more than this. */
export const LONGEST_FRAME = 128;
export const LONGEST_TEXT = 128 * 1024;
export const DEEPEST = 12;
/** A connection allows 20 s for its set-up. */
export const LONGEST_SET_UP_MS = 15_000;
/** The most steps in a range. */
export const MOST_STEPS = 20_000;

/** Services that replace firmware or act as a keyboard. A profile may not use them. */
export const FORBIDDEN_SERVICES: ReadonlySet<string> = new Set([
  uuid16(0x1800),
  uuid16(0x1801),
  uuid16(0x1812),
  uuid16(0xfe59),
  uuid16(0xfffd),
  '00001530-1212-efde-1523-785feabcd123',
  '8e400001-f315-4f60-9fb8-838830daea50',
  'f000ffc0-0451-4000-b000-000000000000',
  '1d14d6ee-fd63-4fa1-bfa4-8f47b42119f0',
]);
