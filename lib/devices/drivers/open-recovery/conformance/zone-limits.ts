import type { OpenRecoveryUnit, OpenRecoveryZone } from '../../../../bluetooth/services/open-recovery';

/** The numbers of docs/open-recovery-profile.md that depend on a zone's unit. Times in ms, levels in the zone's unit. */

/** Below it a chamber is at rest, mmHg. */
export const REST_MMHG = 5;
/** A pressure this far above the highest level is a fault, mmHg. */
const TOO_HIGH_MMHG = 10;
/** The highest pressure that hardware may allow. */
const HARDWARE_MMHG = 120;
const RISES_MMHG_PER_S = 10;
const SLOWEST_PER_S = 2;
const LOWEST_WITHIN_MS = 4000;
/** Version 1.0 sets no limit; a device that takes longer is not waited for. */
const OLD_SLOWEST_PER_S = 0.5;
/** Motors and pumps are measured; a level is a number. */
const TOLERANCE: Readonly<Record<OpenRecoveryUnit, number>> = { level: 0, percent: 2, mmHg: 2 };

/** How far a measured level may be from the one that was set. */
export function findTolerance({ unit, min }: OpenRecoveryZone): number {
  return Math.min(TOLERANCE[unit], min - 1);
}

/** The highest pressure that is no fault, mmHg. */
export function findHighestPressure({ unit, max }: OpenRecoveryZone): number {
  return (unit === 'mmHg' ? max : HARDWARE_MMHG) + TOO_HIGH_MMHG;
}

/** How far the pressure of a level that is held may be from it, mmHg. */
export function findPressureTolerance(level: number): number {
  return Math.max(5, level / 4);
}

/** The latest time at which the lowest level is put out, by a device of version 1.`minor`. */
export function findLatestRiseMs({ min }: OpenRecoveryZone, minor: number): number {
  return Math.max(LOWEST_WITHIN_MS, (min / (minor === 0 ? OLD_SLOWEST_PER_S : SLOWEST_PER_S)) * 1000);
}

/** The earliest time at which the lowest level may be put out; 0 when it may begin with it. */
export function findEarliestRiseMs({ unit, min }: OpenRecoveryZone): number {
  return unit === 'mmHg' ? (min / RISES_MMHG_PER_S) * 1000 : 0;
}
