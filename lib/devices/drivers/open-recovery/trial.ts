import type { OpenRecoveryZone } from '../../../bluetooth/services/open-recovery';
import type { Described } from './capabilities';
import type { Probe } from './probe';
import type { Report } from './report';

/** Added to every time that the device promises, for the radio and for values that are measured once a second. */
const GRACE_MS = 2000;
const STEP_MS = 500;

/** Runs all tests that need writes. The caller must stop the device afterwards. */
export async function trial(probe: Probe, is: Described, report: Report): Promise<void> {
  const [zone] = is.zones;
  if (zone === undefined) return;
  await withoutControl(probe, zone, report);
  report.note('C-3', (await probe.tell({ kind: 'request-control' })) === 'ok', 'control asked for');
  await strangeBytes(probe, report);
  await timerRules(probe, is, report);
  if (!(await safeToStart(probe, is, zone, report))) return;
  // A device that did not come to rest is not started again.
  if (!(await running(probe, is, zone, report))) return;
  await timerEnds(probe, is, zone, report);
  await watchdogEnds(probe, is, zone, report);
}

async function withoutControl(probe: Probe, zone: OpenRecoveryZone, report: Report): Promise<void> {
  report.note('S-1', (await probe.tell({ kind: 'stop' })) === 'ok', 'stop without control');
  const level = await probe.tell({ kind: 'level', zone: zone.zone, level: 0 });
  const start = await probe.tell({ kind: 'start' });
  report.note('C-2', level === 'not-permitted' && start === 'not-permitted', `level: ${level}, start: ${start}`);
  await probe.tell({ kind: 'stop' });
}

async function strangeBytes(probe: Probe, report: Report): Promise<void> {
  const unknown = await probe.write(Uint8Array.of(0x7f));
  report.note('C-4', unknown === 'unsupported', `unknown op code: ${unknown}`);
  // A timer with one byte, and a start with an extra byte: neither can move anything.
  const short = await probe.write(Uint8Array.of(0x04, 0x3c));
  report.note('C-5', short === 'bad-parameter', `short timer: ${short}`);
}

async function timerRules(probe: Probe, { feature }: Described, report: Report): Promise<void> {
  const start = await probe.tell({ kind: 'start' });
  await probe.tell({ kind: 'stop' });
  report.note('T-1', start === 'no-timer', `start without a timer: ${start}`);
  const below = await probe.tell({ kind: 'timer', seconds: feature.timerMinS - 1 });
  const above = await probe.tell({ kind: 'timer', seconds: feature.timerMaxS + 1 });
  report.note('T-2', below === 'bad-parameter' && above === 'bad-parameter', `below: ${below}, above: ${above}`);
  await probe.tell({ kind: 'stop' });
  await probe.wait(feature.restMs + GRACE_MS);
}

/** Levels outside the range are tried only after it is clear that setting a level moves nothing before the start. */
async function safeToStart(probe: Probe, { feature }: Described, zone: OpenRecoveryZone, report: Report): Promise<boolean> {
  const sinceMs = probe.now();
  await probe.tell({ kind: 'level', zone: zone.zone, level: zone.min });
  await probe.wait(GRACE_MS);
  const moved = (probe.highest(sinceMs) ?? 0) > 0 || (await probe.status())?.state !== 'idle';
  if (!report.note('C-7', !moved, moved ? 'moves before it is started' : 'nothing moves')) return false;
  const unknown = [1, 2, 3, 4, 5].map((more) => zone.zone + more * 40).find((number) => number < 256) ?? 0;
  const answers = [
    await probe.tell({ kind: 'level', zone: zone.zone, level: zone.max + zone.step }),
    await probe.tell({ kind: 'level', zone: unknown, level: zone.min }),
  ];
  await probe.tell({ kind: 'level', zone: zone.zone, level: 0 });
  await probe.tell({ kind: 'stop' });
  await probe.wait(feature.restMs);
  return report.note(
    'C-6',
    answers.every((answer) => answer === 'bad-parameter'),
    `above the range: ${answers[0]}, no such zone: ${answers[1]}`,
  );
}

async function running(probe: Probe, is: Described, zone: OpenRecoveryZone, report: Report): Promise<boolean> {
  const sinceMs = await begin(probe, zone, Math.max(is.feature.timerMinS, 30));
  await alive(probe, 5000);
  const times = probe.measured.filter(({ atMs }) => atMs >= sinceMs).map(({ atMs }) => atMs);
  const gaps = [...times, probe.now()].map((atMs, i) => atMs - (times[i - 1] ?? sinceMs));
  report.note('M-1', Math.max(...gaps) <= GRACE_MS, `longest silence ${Math.max(...gaps)} ms`);
  const highest = probe.highest(sinceMs);
  report.note('M-2', highest === zone.min, `set to ${zone.min}, measured ${highest}`);
  if (is.feature.pauses) await paused(probe, is, report);
  const result = await probe.tell({ kind: 'stop' });
  const state = (await probe.status())?.state;
  await probe.wait(is.feature.restMs + GRACE_MS / 2);
  const restMs = probe.now();
  await probe.wait(GRACE_MS);
  const level = probe.highest(restMs);
  const rests = level === null || level === 0;
  const after = (await probe.status())?.state;
  report.note(
    'S-2',
    result === 'ok' && (state === 'stopping' || state === 'idle') && after === 'idle' && rests,
    `${result}, ${state}, then ${after} at level ${level}`,
  );
  if (!rests || after !== 'idle') return false;
  await probe.tell({ kind: 'timer', seconds: Math.max(is.feature.timerMinS, 30) });
  await probe.tell({ kind: 'start' });
  const againMs = probe.now();
  await alive(probe, 3000);
  report.note('S-3', (probe.highest(againMs) ?? 0) === 0, `after a new start: level ${probe.highest(againMs)}`);
  await endTrial(probe, is);
  return true;
}

async function paused(probe: Probe, { feature }: Described, report: Report): Promise<void> {
  const result = await probe.tell({ kind: 'pause' });
  await probe.wait(feature.restMs);
  await probe.tell({ kind: 'keep-alive' });
  const sinceMs = probe.now();
  await probe.wait(GRACE_MS);
  const level = probe.highest(sinceMs);
  const state = (await probe.status())?.state;
  report.note('P-1', result === 'ok' && state === 'paused' && (level ?? 0) === 0, `${result}, ${state}, level ${level}`);
}

async function timerEnds(probe: Probe, is: Described, zone: OpenRecoveryZone, report: Report): Promise<void> {
  const { timerMinS, restMs } = is.feature;
  const sinceMs = await begin(probe, zone, timerMinS);
  await alive(probe, timerMinS * 1000 + restMs + GRACE_MS);
  const state = (await probe.status())?.state;
  const told = probe.happened('timer-ended', sinceMs);
  report.note('T-3', told && (state === 'idle' || state === 'stopping'), `${state}, told: ${told}`);
  await probe.wait(restMs);
  const again = await probe.tell({ kind: 'start' });
  report.note('T-4', again === 'no-timer', `start after the timer ended: ${again}`);
  await endTrial(probe, is);
}

async function watchdogEnds(probe: Probe, is: Described, zone: OpenRecoveryZone, report: Report): Promise<void> {
  const { timerMaxS, watchdogS, restMs } = is.feature;
  const timerS = watchdogS * 2 + 10;
  if (timerS > timerMaxS) return;
  const sinceMs = await begin(probe, zone, Math.max(is.feature.timerMinS, timerS));
  // Write nothing, so that the watchdog stops the device.
  await probe.wait(watchdogS * 1000 + restMs + GRACE_MS);
  const state = (await probe.status())?.state;
  const told = probe.happened('watchdog-ended', sinceMs);
  report.note('W-1', told && (state === 'idle' || state === 'stopping'), `${state}, told: ${told}`);
  await endTrial(probe, is);
}

/** Starts one zone at its lowest level. */
async function begin(probe: Probe, zone: OpenRecoveryZone, seconds: number): Promise<number> {
  await probe.tell({ kind: 'timer', seconds });
  await probe.tell({ kind: 'level', zone: zone.zone, level: zone.min });
  const sinceMs = probe.now();
  await probe.tell({ kind: 'start' });
  return sinceMs;
}

/** Waits, and keeps the watchdog from stopping the device. */
async function alive(probe: Probe, ms: number): Promise<void> {
  const untilMs = probe.now() + ms;
  while (probe.now() < untilMs) {
    await probe.tell({ kind: 'keep-alive' });
    await probe.wait(Math.max(1, Math.min(4 * STEP_MS, untilMs - probe.now())));
  }
}

async function endTrial(probe: Probe, { feature }: Described): Promise<void> {
  await probe.tell({ kind: 'stop' });
  await probe.wait(feature.restMs + GRACE_MS / 2);
}
