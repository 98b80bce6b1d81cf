import type { OpenRecoveryStatus } from '../../../../bluetooth/services/open-recovery';
import { reachLowest } from './rise';
import type { Trial } from './trial';

const RUN_S = 300;
/** Long enough for a timer that runs on to be seen. */
const FROZEN_MS = 3500;

/** Pause and resume (P-1, P-3, C-12), and a stop while paused (S-2). */
export async function testPause(trial: Trial): Promise<void> {
  const { probe, report, zone } = trial;
  const run = await trial.begin(RUN_S, zone);
  const moved = await reachLowest(trial, zone, run.startedMs, 'M-2');
  if (!(await pause(trial))) return trial.stop();
  report.checkAnswer('C-12', Uint8Array.of(6), await probe.tell({ kind: 'pause' }), 'failed');
  const paused = await probe.status();
  await trial.alive(FROZEN_MS);
  const frozen = await probe.status();
  if (paused !== null && frozen !== null) checkTimes(trial, paused, frozen, 0, 1);
  if (await resume(trial, paused, moved)) await pause(trial);
  await trial.stop();
}

/** Returns whether it pauses. */
async function pause(trial: Trial): Promise<boolean> {
  const { probe, report, is } = trial;
  const sinceMs = probe.now();
  report.checkAnswer('P-1', Uint8Array.of(6), await probe.tell({ kind: 'pause' }), 'ok');
  const state = await probe.state();
  if (!report.check('P-1', state === 'paused', () => ({ kind: 'state', expected: 'paused', got: state }))) return false;
  await trial.expectEvent('paused', ['paused'], sinceMs);
  const moving = await trial.rest(is.zones, sinceMs, true);
  if (moving !== null) {
    const { zone, level, unit, pressureMmHg } = moving;
    if (level > 0) report.fail('P-1', { kind: 'level', zone, expected: 0, measured: level, unit });
    else report.fail('P-1', { kind: 'pressure', zone, expected: 0, measured: pressureMmHg ?? 0 });
  }
  return true;
}

/** `moved`: it put out something before the pause. Returns whether it runs on. */
async function resume(trial: Trial, paused: OpenRecoveryStatus | null, moved: boolean): Promise<boolean> {
  const { probe, report, zone } = trial;
  const sinceMs = probe.now();
  report.checkAnswer('P-3', Uint8Array.of(5), await probe.tell({ kind: 'start' }), 'ok');
  const state = await probe.state();
  if (!report.check('P-3', state === 'running', () => ({ kind: 'state', expected: 'running', got: state }))) return false;
  await trial.expectEvent('started', ['running'], sinceMs);
  if (moved) await reachLowest(trial, zone, sinceMs, 'P-3');
  const now = await probe.status();
  if (paused !== null && now !== null) checkTimes(trial, paused, now, (probe.now() - sinceMs) / 1000, 2);
  return true;
}

/** Running time and timer have moved by so many seconds. */
function checkTimes(trial: Trial, from: OpenRecoveryStatus, to: OpenRecoveryStatus, ranS: number, tolerance: number): void {
  trial.checkNumber('P-3', 'elapsedS', from.elapsedS + ranS, to, tolerance);
  trial.checkNumber('P-3', 'remainingS', from.remainingS - ranS, to, tolerance);
}
