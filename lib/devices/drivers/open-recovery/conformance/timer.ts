import { encodeOpenRecoveryCommand } from '../../../../bluetooth/services/open-recovery';
import type { Run, Trial } from './trial';

const MARGIN_MS = 2000;
const BEFORE_MS = 4000;

/** The timer ends a run at its time (T-3), and what holds after it. */
export async function testTimer(trial: Trial): Promise<void> {
  const { is, probe, zone } = trial;
  const run = await trial.begin(is.feature.timerMinS, zone);
  const ended = await expectTimerEnd(trial, run.startedMs, run.timerS * 1000, 'T-3');
  if (ended === null) return trial.stop();
  await trial.expectRest(probe.now(), 'T-3');
  await trial.checkEnd('timer-ended', ended.atMs === null ? null : (ended.atMs - run.startedMs) / 1000);
}

/** A timer that is set while running: the longest is cut (T-6), the shortest counts from then on (T-5). */
export async function testTimerWhileRunning(trial: Trial): Promise<void> {
  const { is, probe, report, zone } = trial;
  const { timerMinS, timerMaxS } = is.feature;
  const run = await trial.begin(timerMaxS, zone);
  await trial.alive(BEFORE_MS);
  const spentS = await setLongest(trial, run);
  const setMs = probe.now();
  const shortest = { kind: 'timer', seconds: timerMinS } as const;
  report.checkAnswer('T-5', encodeOpenRecoveryCommand(shortest), await probe.tell(shortest), 'ok');
  const seconds = Math.min(timerMinS, timerMaxS - spentS);
  const set = await probe.status();
  if (set !== null) trial.checkNumber('T-5', 'remainingS', seconds, set, 2);
  const ended = await expectTimerEnd(trial, setMs, seconds * 1000, 'T-5');
  if (ended === null) return trial.stop();
  await trial.expectRest(probe.now(), 'T-3');
}

/** Returns how long the run has lasted, s. */
async function setLongest(trial: Trial, { startedMs }: Run): Promise<number> {
  const { is, probe, report } = trial;
  const { timerMaxS, minor } = is.feature;
  const longest = { kind: 'timer', seconds: timerMaxS } as const;
  const answer = await probe.tell(longest);
  // Version 1.0 leaves open whether it is refused.
  const refused = minor === 0 && answer === 'bad-parameter';
  report.checkAnswer('T-6', encodeOpenRecoveryCommand(longest), refused ? 'ok' : answer, 'ok');
  const status = await probe.status();
  const spentS = (probe.now() - startedMs) / 1000;
  if (status !== null) trial.checkNumber('T-6', 'remainingS', timerMaxS - spentS, status, 2);
  return spentS;
}

interface Ended {
  /** Null when it was not told. */
  readonly atMs: number | null;
}

/** Notes whether the run ends by the timer at this time after `fromMs`. Returns null when it did not end. */
async function expectTimerEnd(trial: Trial, fromMs: number, afterMs: number, id: 'T-3' | 'T-5'): Promise<Ended | null> {
  const { probe, report } = trial;
  const { records } = probe;
  const over = () => records.state === 'idle' || records.state === 'stopping';
  const isTime = (atMs: number) => Math.abs(atMs - fromMs - afterMs) <= MARGIN_MS;
  await trial.alive(Math.max(0, fromMs + afterMs + MARGIN_MS - probe.now()), over);
  await probe.status();
  if (!report.check(id, over(), () => ({ kind: 'did-not-end', expectedMs: afterMs }))) return null;
  const watchdog = records.told('watchdog-ended', fromMs);
  if (watchdog !== null && !isTime(watchdog.atMs)) trial.endPart();
  const atMs = await trial.expectEvent('timer-ended', ['stopping', 'idle'], fromMs);
  if (atMs === null) report.fail(id, { kind: 'not-told', event: 'timer-ended' });
  else report.check(id, isTime(atMs), () => ({ kind: 'ended-at', expectedMs: afterMs, ms: atMs - fromMs }));
  return { atMs };
}
