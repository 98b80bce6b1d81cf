import type { TreatmentClass } from '../../catalogue';
import type { Capabilities, LevelUnit, Telemetry, Zone } from '../driver';

/** What a device reports of one kind of movement: of a zone, or of the device as a whole (`zone` null). */
export interface Movement {
  readonly what: 'running' | 'speed' | 'pressure' | 'level';
  readonly zone: string | null;
  /** In `unit`; 1 or 0 for `running`. */
  readonly value: number;
  readonly unit: LevelUnit | null;
  readonly moves: boolean;
}

/** Below this a chamber is at rest, mmHg (docs/open-recovery-profile.md, "At rest"). */
const PRESSES_FROM_MMHG = 5;
/** A belt that rolls out may report a hundredth. Ours. */
const MOVES_FROM_KMH = 0.1;

/**
 * How long a device of each class may take from a stop to rest, s, where it does not say so itself. Compression: the longest that the Open
 * Recovery Profile allows. Thermal: it is asked every 10 s. The rest is ours.
 */
const REST_S: Readonly<Record<TreatmentClass, number>> = {
  percussion: 2,
  massage: 3,
  compression: 10,
  thermal: 10,
  light: 3,
  belt: 10,
  resistance: 3,
};
/** For the radio, and for a report that comes every two seconds. */
const MARGIN_MS = 2000;

/** How long after a stop, or a pause, a device must report rest, ms. */
export function findRestMs({ class: kind, restS }: Capabilities): number {
  return (restS ?? REST_S[kind]) * 1000 + MARGIN_MS;
}

/** Whether a device is said to report whether it moves. */
export function reportsMovement({ class: kind, telemetry }: Capabilities): boolean {
  return kind !== 'resistance' && telemetry.some((key) => key === 'running' || key === 'speedKmh' || key === 'pressureMmHg');
}

/**
 * What a report says of movement; empty when it says nothing of it. A machine that its user moves, such as a bike, has none. A level counts
 * only where it is what the device puts out now: a device may keep the level that it was set to. Where nobody knows which it is, it counts
 * unless the device says whether it runs. A measured speed counts instead of a level.
 */
export function findMovements({ class: kind, zones, telemetry }: Capabilities, report: Telemetry): readonly Movement[] {
  if (kind === 'resistance') return [];
  const { running, speedKmh, levels, pressureMmHg } = report;
  const found: Movement[] = [];
  if (running !== undefined) found.push({ what: 'running', zone: null, value: running ? 1 : 0, unit: null, moves: running });
  const isOutput = ({ reports, measuredBy }: Zone) =>
    measuredBy === undefined && (reports === 'output' || (reports === undefined && !telemetry.includes('running')));
  for (const zone of zones) {
    const level = levels?.[zone.id];
    const [what, from] = zone.unit === 'km/h' ? (['speed', MOVES_FROM_KMH] as const) : (['level', 0] as const);
    if (level !== undefined && isOutput(zone)) {
      const moves = what === 'speed' ? level >= from : level > from;
      found.push({ what, zone: zone.id, value: level, unit: zone.unit ?? 'level', moves });
    }
  }
  for (const [zone, value] of Object.entries(pressureMmHg ?? {}))
    found.push({ what: 'pressure', zone, value, unit: 'mmHg', moves: value >= PRESSES_FROM_MMHG });
  if (speedKmh !== undefined && kind === 'belt' && !found.some(({ what }) => what === 'speed'))
    found.push({ what: 'speed', zone: null, value: speedKmh, unit: 'km/h', moves: speedKmh >= MOVES_FROM_KMH });
  return found;
}
