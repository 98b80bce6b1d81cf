import type { OpenRecoveryZone } from '../../../../bluetooth/services/open-recovery';
import { SEEN_MS } from './probe';
import { checkSlope, reachLowest } from './rise';
import type { Run, Trial } from './trial';

const RUN_S = 600;
const QUIET_MS = 3000;
/** A zone rises, is watched and falls within this time. */
const ZONE_MS = 60_000;

/** A run without levels puts out nothing (S-3); then each zone is set and released while it runs (M-4, M-5). */
export async function testZones(trial: Trial): Promise<void> {
  const { probe, report, is } = trial;
  let run = await trial.begin(RUN_S, null);
  await trial.alive(QUIET_MS);
  for (const { zone, unit } of is.zones) {
    const measured = Math.max(0, ...probe.records.heard(zone, run.startedMs).map(({ level }) => level));
    report.check('S-3', measured === 0, () => ({ kind: 'level', zone, expected: 0, measured, unit }));
  }
  for (const zone of is.zones) {
    if (!trial.lasts(run, Math.min(ZONE_MS, trial.longestMs / 2))) run = await again(trial);
    await testZone(trial, zone);
  }
  await trial.stop();
}

async function again(trial: Trial): Promise<Run> {
  await trial.stop();
  return trial.begin(RUN_S, null);
}

async function testZone(trial: Trial, zone: OpenRecoveryZone): Promise<void> {
  const { probe, report, is } = trial;
  const sinceMs = probe.now();
  await probe.tell({ kind: 'level', zone: zone.zone, level: zone.min });
  const reached = await reachLowest(trial, zone, sinceMs, 'M-4');
  await trial.alive(SEEN_MS);
  if (reached) checkSlope(trial, zone, sinceMs);
  for (const other of is.zones.filter((one) => one !== zone)) {
    const moving = probe.records.heard(other.zone, sinceMs).find(({ level }) => level > 0);
    if (moving !== undefined)
      report.fail('M-4', { kind: 'level', zone: other.zone, expected: 0, measured: moving.level, unit: other.unit });
  }
  const releasedMs = probe.now();
  await probe.tell({ kind: 'level', zone: zone.zone, level: 0 });
  const moving = await trial.rest([zone], releasedMs, true);
  const { unit } = zone;
  report.check('M-5', moving === null, () => ({ kind: 'level', zone: zone.zone, expected: 0, measured: moving?.level ?? 0, unit }));
}
