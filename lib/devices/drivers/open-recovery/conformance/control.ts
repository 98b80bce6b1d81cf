import type { Trial } from './trial';

const ASKS_EVERY_MS = 2000;
const PRESS_WITHIN_MS = 60_000;

/**
 * Requests control (C-3). Waits a minute for a press at the device if that asks for one; `pressNeeded` is called once. Returns whether it
 * was given.
 */
export async function testControl({ probe, report }: Trial, pressNeeded: () => void): Promise<boolean> {
  const request = () => probe.tell({ kind: 'request-control' });
  let answer = await request();
  if (answer === 'needs-press') pressNeeded();
  const untilMs = probe.now() + PRESS_WITHIN_MS;
  while (answer === 'needs-press' && probe.now() < untilMs) {
    await probe.until(() => false, ASKS_EVERY_MS);
    answer = await request();
  }
  if (answer === 'needs-press') {
    report.fail('C-3', { kind: 'press-did-not-come' });
    return false;
  }
  if (!report.checkAnswer('C-3', Uint8Array.of(0), answer, 'ok')) return false;
  const status = await probe.status();
  if (status !== null) report.check('N-3', status.controlled, () => ({ kind: 'control-flag', held: true }));
  return true;
}
