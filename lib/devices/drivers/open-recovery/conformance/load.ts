import { checkSlope, reachLowest } from './rise';
import type { Trial } from './trial';
import { findPressureTolerance, findTolerance } from './zone-limits';

const RUN_S = 60;
/** A level that is held so long has its pressure. */
const HELD_MS = 3000;
const MEASURED_MS = 2500;

/** The first run: the lowest level, what Status says of it, and a stop under load (M-2, M-6, P-2, N-3, S-2). */
export async function testLoad(trial: Trial): Promise<void> {
  const { probe, report, zone } = trial;
  const run = await trial.begin(RUN_S, zone);
  if (await reachLowest(trial, zone, run.startedMs, 'M-2')) {
    await testPressure(trial);
    checkSlope(trial, zone, run.startedMs);
  }
  const status = await probe.status();
  const ranS = (probe.now() - run.startedMs) / 1000;
  if (status !== null) {
    trial.checkNumber('N-3', 'elapsedS', ranS, status, 2);
    trial.checkNumber('N-3', 'remainingS', run.timerS - ranS, status, 2);
    trial.checkNumber('N-3', 'programme', 0, status, 0);
    report.check('N-3', status.controlled, () => ({ kind: 'control-flag', held: true }));
  }
  await trial.stop();
  await trial.checkEnd('stopped', ranS);
}

/** The pressure of a level that is held agrees with it (P-2). A level without a unit says nothing about pressure. */
async function testPressure(trial: Trial): Promise<void> {
  const { probe, report, is, zone } = trial;
  if (!is.feature.pressure) return report.skip('P-2', 'not-featured');
  await trial.alive(HELD_MS);
  const sinceMs = probe.now();
  await trial.alive(MEASURED_MS);
  const held = probe.records.heard(zone.zone, sinceMs).filter(({ level }) => level >= zone.min - findTolerance(zone));
  const pressures = held.flatMap(({ pressureMmHg }) => (pressureMmHg === null ? [] : [pressureMmHg])).sort((a, b) => a - b);
  const measured = pressures[Math.floor(pressures.length / 2)];
  if (measured === undefined) return;
  const near = zone.unit !== 'mmHg' || Math.abs(measured - zone.min) <= findPressureTolerance(zone.min);
  report.check('P-2', near, () => ({ kind: 'pressure', zone: zone.zone, expected: zone.min, measured }));
}
