import { RunOver } from './ends';
import type { RequirementId } from './requirements';
import type { Trial } from './trial';

const MARGIN_MS = 2000;
/** It may not end earlier than this before its time. */
const EARLY_MS = 1000;
const BEYOND_MS = 3000;
const REST_MS = 15_000;

/** Keep-alives hold the watchdog off (W-2); without a write it ends the run (W-1). */
export async function testWatchdog(trial: Trial): Promise<void> {
  const { report, is, zone } = trial;
  const watchdogMs = is.feature.watchdogS * 1000;
  const silenceMs = watchdogMs + MARGIN_MS + BEYOND_MS;
  let run = await trial.begin((2 * silenceMs + BEYOND_MS) / 1000, zone);
  if (!trial.lasts(run, silenceMs)) {
    // Its timer would end the run first.
    report.skip('W-1', 'no-room');
    report.skip('W-2', 'no-room');
    return trial.stop();
  }
  if (!(await holdsOff(trial, watchdogMs + BEYOND_MS)) || !trial.lasts(run, silenceMs)) {
    await trial.settle();
    run = await trial.begin((silenceMs + BEYOND_MS) / 1000, zone);
  }
  if (!trial.lasts(run, silenceMs)) {
    report.skip('W-1', 'no-room');
    return trial.stop();
  }
  const ended = await expectWatchdogEnd(trial, 'W-1');
  if (ended !== null) await trial.checkEnd('watchdog-ended', ended.atMs === null ? null : (ended.atMs - run.startedMs) / 1000);
}

/** The watchdog ends a pause as well (W-3). */
export async function testWatchdogInPause(trial: Trial): Promise<void> {
  const { probe, report, zone } = trial;
  if (report.failed('P-1')) return;
  await trial.begin(REST_MS / 1000, zone);
  await probe.tell({ kind: 'pause' });
  await expectWatchdogEnd(trial, 'W-3');
}

/** Returns whether the run lasts so long with keep-alives alone. */
async function holdsOff(trial: Trial, ms: number): Promise<boolean> {
  try {
    await trial.alive(ms);
    const state = await trial.probe.state();
    return trial.report.check('W-2', state === 'running', () => ({ kind: 'state', expected: 'running', got: state }));
  } catch (error) {
    // It ended, and W-2 is noted.
    if (!(error instanceof RunOver)) throw error;
    return false;
  }
}

interface Ended {
  /** Null when it was not told. */
  readonly atMs: number | null;
}

/** Writes nothing from now on. Returns null when the run did not end. */
async function expectWatchdogEnd(trial: Trial, id: RequirementId): Promise<Ended | null> {
  const { probe, report, is } = trial;
  const { records } = probe;
  const expectedMs = is.feature.watchdogS * 1000;
  const lastMs = probe.now();
  await probe.tell({ kind: 'keep-alive' });
  const over = () => records.state === 'idle' || records.state === 'stopping';
  await probe.until(over, lastMs + expectedMs + MARGIN_MS - probe.now());
  const state = await probe.state();
  if (state !== 'idle' && state !== 'stopping') {
    report.fail(id, { kind: 'did-not-end', expectedMs });
    await trial.stop();
    return null;
  }
  const atMs = await trial.expectEvent('watchdog-ended', ['stopping', 'idle'], lastMs);
  if (atMs === null) report.fail(id, { kind: 'not-told', event: 'watchdog-ended' });
  else report.check(id, atMs - lastMs >= expectedMs - EARLY_MS, () => ({ kind: 'ended-at', expectedMs, ms: atMs - lastMs }));
  await trial.expectRest(atMs ?? probe.now(), id);
  return { atMs };
}
