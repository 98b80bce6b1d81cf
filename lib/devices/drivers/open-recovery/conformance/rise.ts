import type { OpenRecoveryZone } from '../../../../bluetooth/services/open-recovery';
import type { RequirementId } from './requirements';
import type { Trial } from './trial';
import { findEarliestRiseMs, findLatestRiseMs, findTolerance } from './zone-limits';

/** For the radio, and for levels that are measured once a second. */
const GRACE_MS = 1500;
/** What cannot be told from a jump. */
const TOO_SHORT_MS = 1500;
const EARLY_MS = 1000;
/** A chamber that lets go just now (S-e) begins to press again after this time. */
const RELEASE_MS = 20_000;

/** Waits until the zone puts out its lowest level, and notes it under `id`. Returns whether it does. */
export async function reachLowest(trial: Trial, zone: OpenRecoveryZone, sinceMs: number, id: RequirementId): Promise<boolean> {
  const { probe, report } = trial;
  const heard = () => probe.records.heard(zone.zone, sinceMs);
  const reached = () => heard().some(({ level }) => level >= findLeast(zone));
  const until = () => findDeadline(trial, zone, sinceMs);
  while (!reached() && probe.now() < until()) await trial.alive(until() - probe.now(), reached);
  const measured = heard().at(-1)?.level ?? null;
  return report.check(id, reached(), () => ({ kind: 'level', zone: zone.zone, expected: zone.min, measured, unit: zone.unit }));
}

/**
 * Notes whether the zone rose too fast, some time after it was reached (M-6). Takes the pressure where there is one: the level may be the
 * one that the pump aims at.
 */
export function checkSlope({ probe, report }: Trial, zone: OpenRecoveryZone, sinceMs: number): void {
  const fastestMs = findEarliestRiseMs(zone);
  if (fastestMs <= TOO_SHORT_MS) {
    report.skip('M-6', zone.unit === 'mmHg' ? 'no-room' : 'not-featured');
    return;
  }
  const before = probe.records.heard(zone.zone, Number.NEGATIVE_INFINITY).findLast(({ atMs }) => atMs < sinceMs);
  // It was not at rest.
  if ((before?.level ?? 0) > 0) return;
  const after = probe.records.heard(zone.zone, sinceMs);
  const high = after.find(({ level, pressureMmHg }) => Math.min(level, pressureMmHg ?? level) >= findLeast(zone));
  if (high === undefined) return;
  const ms = high.atMs - sinceMs;
  report.check('M-6', ms >= fastestMs - EARLY_MS, () => ({ kind: 'rises-too-fast', zone: zone.zone, level: zone.min, ms }));
}

/** A level from here on is the lowest one. */
function findLeast(zone: OpenRecoveryZone): number {
  return zone.min - findTolerance(zone);
}

/** When the zone must put out its lowest level. A class 3 device may let go meanwhile (S-e); then it rises once more. */
function findDeadline({ probe, is }: Trial, zone: OpenRecoveryZone, sinceMs: number): number {
  const { feature } = is;
  const riseMs = findLatestRiseMs(zone, feature.minor) + GRACE_MS;
  if (feature.class !== 'compression') return sinceMs + riseMs;
  const heard = probe.records.heard(zone.zone, sinceMs);
  const released = heard.findLast(({ level }, place) => level === 0 || level < (heard[place - 1]?.level ?? 0));
  return Math.min(released?.atMs ?? sinceMs, sinceMs + RELEASE_MS) + riseMs;
}
