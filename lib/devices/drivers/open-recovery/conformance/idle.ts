import { SEEN_MS } from './probe';
import { moves } from './records';
import { expectAnswer } from './refusals';
import type { Trial } from './trial';

const MOST_PROGRAMMES = 4;
const U16 = 0xffff;

/**
 * What is set while nothing runs: it moves nothing (C-7), and what is not allowed is refused (C-6, C-8). Levels outside the range are tried
 * only on a device that follows C-7.
 */
export async function testIdle(trial: Trial): Promise<void> {
  const { probe, report, is } = trial;
  const sinceMs = probe.now();
  for (const { zone, min } of is.zones) await probe.tell({ kind: 'level', zone, level: min });
  await probe.tell({ kind: 'timer', seconds: is.feature.timerMinS });
  await testProgrammes(trial);
  await probe.until(() => false, SEEN_MS);
  const state = await probe.state();
  report.check('C-7', state === 'idle' || state === null, () => ({ kind: 'state', expected: 'idle', got: state }));
  for (const { zone } of is.zones) {
    const moving = probe.records.heard(zone, sinceMs).find(({ level, pressureMmHg }) => moves(level, pressureMmHg));
    if (moving === undefined) continue;
    report.fail('C-7', { kind: 'moves-in-idle', zone, level: moving.level, pressureMmHg: moving.pressureMmHg });
  }
  if (!report.failed('C-7')) await testLevels(trial);
  for (const { zone } of is.zones) await probe.tell({ kind: 'level', zone, level: 0 });
  await trial.settle();
}

/** Status shows the one that was selected (N-3). */
async function testProgrammes(trial: Trial): Promise<void> {
  const { probe, is } = trial;
  const some = is.programmes.slice(0, MOST_PROGRAMMES).map(({ id }) => id);
  for (const id of [...some, 0]) {
    await probe.tell({ kind: 'programme', id });
    const status = await probe.status();
    if (status !== null) trial.checkNumber('N-3', 'programme', id, status, 0);
  }
}

async function testLevels(trial: Trial): Promise<void> {
  const { report, is } = trial;
  const free = (taken: readonly number[]) => Array.from({ length: 255 }, (_, i) => i + 1).find((id) => !taken.includes(id)) ?? 0;
  const unknown = free(is.zones.map(({ zone }) => zone));
  const level = (id: 'C-6' | 'C-8', zone: number, to: number) =>
    expectAnswer(trial, id, { kind: 'level', zone, level: to }, 'bad-parameter');
  for (const { zone, min, max, step } of is.zones) {
    if (max + step <= U16) await level('C-6', zone, max + step);
    if (min > 1) await level('C-8', zone, min - 1);
    if (step > 1 && max > min) await level('C-8', zone, min + 1);
  }
  await level('C-6', unknown, trial.zone.min);
  await level('C-6', 0, trial.zone.min);
  const programme = free(is.programmes.map(({ id }) => id));
  // A list that cannot be read does not tell which are unknown.
  if (!report.failed('D-3')) await expectAnswer(trial, 'C-6', { kind: 'programme', id: programme }, 'bad-parameter');
  report.skip('C-8', 'no-room');
}
