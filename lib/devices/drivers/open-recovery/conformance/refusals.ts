import { encodeOpenRecoveryCommand, type OpenRecoveryCommand, type OpenRecoveryResult } from '../../../../bluetooth/services/open-recovery';
import type { RequirementId } from './requirements';
import type { Trial } from './trial';

/** What a device must refuse while nothing runs. Nothing here can move a device that follows C-7. */

const UNKNOWN_OPS = [0x09, 0x7f];

/** Without control (S-1, C-2, C-10). The driver may have had control on this link, so it is released first. */
export async function testWithoutControl(trial: Trial): Promise<void> {
  const { probe, is } = trial;
  const { timerMinS, timerMaxS, pauses, minor } = is.feature;
  await probe.tell({ kind: 'release-control' });
  await expectAnswer(trial, 'S-1', { kind: 'stop' }, 'ok');
  await expectBytes(trial, 'C-10', [0x7f], 'unsupported');
  await expectBytes(trial, 'C-10', [0x04, 0x3c], 'bad-parameter');
  await expectAnswer(trial, 'C-10', { kind: 'timer', seconds: timerMaxS + 1 }, 'not-permitted');
  await expectAnswer(trial, 'C-2', { kind: 'start' }, 'not-permitted');
  await expectAnswer(trial, 'C-2', { kind: 'level', zone: trial.zone.zone, level: 0 }, 'not-permitted');
  await expectAnswer(trial, 'C-2', { kind: 'programme', id: 0 }, 'not-permitted');
  await expectAnswer(trial, 'C-2', { kind: 'timer', seconds: timerMinS }, 'not-permitted');
  // Version 1.0 does not say whether control or the state is looked at first.
  if (pauses && minor > 0) await expectAnswer(trial, 'C-2', { kind: 'pause' }, 'not-permitted');
  await expectAnswer(trial, 'S-1', { kind: 'stop' }, 'ok');
  await trial.settle();
}

/** With control (T-1, T-2, C-4, C-5, C-11, C-12). */
export async function testRefusals(trial: Trial): Promise<void> {
  const { timerMinS, timerMaxS, pauses, minor } = trial.is.feature;
  const started = await expectAnswer(trial, 'T-1', { kind: 'start' }, 'no-timer');
  if (started === 'ok') await trial.settle();
  await expectAnswer(trial, 'T-2', { kind: 'timer', seconds: timerMinS - 1 }, 'bad-parameter');
  await expectAnswer(trial, 'T-2', { kind: 'timer', seconds: timerMaxS + 1 }, 'bad-parameter');
  for (const op of UNKNOWN_OPS) await expectBytes(trial, 'C-4', [op], 'unsupported');
  await expectAnswer(trial, pauses ? 'C-12' : 'C-4', { kind: 'pause' }, pauses ? 'failed' : 'unsupported');
  await testLengths(trial);
  // Version 1.0 does not say how it is answered.
  if (minor > 0) await expectBytes(trial, 'C-11', [], 'bad-parameter');
  await trial.settle();
}

/** Every op code, too long and too short (C-5). */
async function testLengths(trial: Trial): Promise<void> {
  const { probe, is } = trial;
  const commands: readonly OpenRecoveryCommand[] = [
    { kind: 'level', zone: trial.zone.zone, level: 0 },
    { kind: 'programme', id: 0 },
    { kind: 'timer', seconds: is.feature.timerMinS },
    { kind: 'start' },
    ...(is.feature.pauses ? [{ kind: 'pause' } as const] : []),
    { kind: 'stop' },
    { kind: 'keep-alive' },
    { kind: 'request-control' },
  ];
  for (const command of commands) {
    const bytes = [...encodeOpenRecoveryCommand(command)];
    if (bytes.length > 1) await expectBytes(trial, 'C-5', bytes.slice(0, -1), 'bad-parameter');
    await expectBytes(trial, 'C-5', [...bytes, 0], 'bad-parameter');
  }
  const released = await expectBytes(trial, 'C-5', [0x01, 0x00], 'bad-parameter');
  if (released === 'ok') await probe.tell({ kind: 'request-control' });
}

/** Writes a command and notes whether it is answered so. Returns the answer. */
export function expectAnswer(
  trial: Trial,
  id: RequirementId,
  command: OpenRecoveryCommand,
  expected: OpenRecoveryResult,
): Promise<OpenRecoveryResult | null> {
  return expectBytes(trial, id, [...encodeOpenRecoveryCommand(command)], expected);
}

async function expectBytes(
  { probe, report }: Trial,
  id: RequirementId,
  bytes: readonly number[],
  expected: OpenRecoveryResult,
): Promise<OpenRecoveryResult | null> {
  const wrote = Uint8Array.from(bytes);
  const answer = await probe.write(wrote);
  report.checkAnswer(id, wrote, answer, expected);
  return answer;
}
