import type { Capabilities, LevelUnit, Telemetry } from '../driver';
import { MEASURED_C, MEASURED_KMH } from './ceilings';
import type { Limits } from './limits';

/** A measured value outside what a session may put out. */
export interface Excess {
  /** `cold`: a temperature below the lowest. `speed`: of a device without a zone for it. */
  readonly what: 'pressure' | 'level' | 'speed' | 'temperature' | 'cold';
  /** Null for the device as a whole. */
  readonly zone: string | null;
  readonly measured: number;
  /** The highest level, speed or temperature that it may have; the lowest temperature for `cold`. */
  readonly limit: number;
  /** `°C` for a temperature. */
  readonly unit: LevelUnit | '°C';
}

/**
 * How far a measured value may be above the highest level, by its unit. mmHg: docs/open-recovery-profile.md, "Pressure". The rest is ours: a
 * level, and a tenth, may be rounded; a belt may swing by half a kilometre per hour.
 */
const MARGIN: Readonly<Record<LevelUnit | '°C', number>> = { mmHg: 10, level: 1, percent: 10, 'km/h': 0.5, W: 50, '°C': 3 };

/** The pressure that the Open Recovery Profile allows at most: for chambers whose level is not in mmHg. */
const HIGHEST_MMHG = 120;

/**
 * The first measured value that is beyond its limit by the margin or more; null when none is. A temperature and a speed always have a limit:
 * that of the session, else that of the class.
 */
export function findExcess({ class: kind, zones }: Capabilities, limits: Limits, report: Telemetry): Excess | null {
  const found: Excess[] = [];
  const see = (excess: Excess) => {
    if (excess.measured >= excess.limit + MARGIN[excess.unit]) found.push(excess);
  };
  const { levels, pressureMmHg, speedKmh, temperatureC } = report;
  for (const { id, unit = 'level', measuredBy } of zones) {
    const highest = limits.levels[id]?.max;
    const level = measuredBy === undefined ? levels?.[id] : undefined;
    if (highest !== undefined && level !== undefined) see({ what: 'level', zone: id, measured: level, limit: highest, unit });
    const mmHg = pressureMmHg?.[id];
    const most = unit === 'mmHg' ? (highest ?? HIGHEST_MMHG) : HIGHEST_MMHG;
    if (mmHg !== undefined) see({ what: 'pressure', zone: id, measured: mmHg, limit: most, unit: 'mmHg' });
  }
  if (speedKmh !== undefined) {
    const belt = zones.find(({ id, unit }) => unit === 'km/h' && limits.levels[id] !== undefined);
    const highest = limits.levels[belt?.id ?? '']?.max ?? MEASURED_KMH[kind];
    see({ what: belt === undefined ? 'speed' : 'level', zone: belt?.id ?? null, measured: speedKmh, limit: highest, unit: 'km/h' });
  }
  if (temperatureC !== undefined) {
    const { min, max } = MEASURED_C[kind];
    see({ what: 'temperature', zone: null, measured: temperatureC, limit: limits.temperatureC?.max ?? max, unit: '°C' });
    // Not the lowest that can be set: what is to become warm may be as cold as its room.
    if (temperatureC <= min - MARGIN['°C']) found.push({ what: 'cold', zone: null, measured: temperatureC, limit: min, unit: '°C' });
  }
  return found.sort((a, b) => order(a) - order(b))[0] ?? null;
}

/** What presses, burns or freezes comes first. */
function order({ what }: Excess): number {
  return ['pressure', 'temperature', 'cold', 'level', 'speed'].indexOf(what);
}
