import { expectAnswer } from './refusals';
import { reachLowest } from './rise';
import type { Trial } from './trial';

const RUN_S = 60;

/** Control that was released while running is gone (C-9), and a stop still works (S-1). */
export async function testRelease(trial: Trial): Promise<void> {
  const { probe, report, zone } = trial;
  const run = await trial.begin(RUN_S, zone);
  await reachLowest(trial, zone, run.startedMs, 'M-2');
  await expectAnswer(trial, 'C-9', { kind: 'release-control' }, 'ok');
  await expectAnswer(trial, 'C-9', { kind: 'level', zone: zone.zone, level: 0 }, 'not-permitted');
  await expectAnswer(trial, 'C-9', { kind: 'start' }, 'not-permitted');
  const status = await probe.status();
  if (status !== null) report.check('N-3', !status.controlled, () => ({ kind: 'control-flag', held: false }));
  await trial.stop('S-1');
}
