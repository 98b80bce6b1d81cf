import type { Capabilities, LevelUnit, Telemetry } from '../driver';
import type { Limits } from './limits';

/** A measured value above what a session may put out. */
export interface Excess {
  readonly what: 'pressure' | 'level' | 'temperature';
  /** Null for the device as a whole. */
  readonly zone: string | null;
  readonly measured: number;
  /** The highest level, or temperature, that a session may set. */
  readonly highest: number;
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

/** The first measured value that is above its highest level by the margin or more; null when none is. */
export function findExcess({ class: kind, zones }: Capabilities, limits: Limits, report: Telemetry): Excess | null {
  const found: Excess[] = [];
  const see = (excess: Excess) => {
    if (excess.measured >= excess.highest + MARGIN[excess.unit]) found.push(excess);
  };
  for (const { id, unit = 'level' } of zones) {
    const highest = limits.levels[id]?.max;
    const level = report.levels?.[id] ?? (unit === 'km/h' && kind === 'belt' ? report.speedKmh : undefined);
    if (highest !== undefined && level !== undefined) see({ what: 'level', zone: id, measured: level, highest, unit });
    const mmHg = report.pressureMmHg?.[id];
    const most = unit === 'mmHg' ? (highest ?? HIGHEST_MMHG) : HIGHEST_MMHG;
    if (mmHg !== undefined) see({ what: 'pressure', zone: id, measured: mmHg, highest: most, unit: 'mmHg' });
  }
  const warmest = limits.temperatureC?.max;
  if (warmest !== undefined && report.temperatureC !== undefined)
    see({ what: 'temperature', zone: null, measured: report.temperatureC, highest: warmest, unit: '°C' });
  return found.sort((a, b) => order(a) - order(b))[0] ?? null;
}

/** What presses or burns comes first. */
function order({ what }: Excess): number {
  return ['pressure', 'temperature', 'level'].indexOf(what);
}
