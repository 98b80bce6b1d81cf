/** RR recordings by name: the synthetic ones of test/fixtures, and real ones from the folder in REBOUND_RECORDINGS. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SYNTHETIC = join(import.meta.dirname, '../../fixtures/synthetic');
const REAL = process.env.REBOUND_RECORDINGS ?? join(import.meta.dirname, '../../../../shared/data');

export function recordingPath(name: string): string {
  return name.startsWith('synthetic-') ? join(SYNTHETIC, `${name}.txt`) : join(REAL, `${name}.txt`);
}

/** Whether the recording is available. Real ones must not be copied, and are skipped when missing. */
export function hasRecording(name: string): boolean {
  return existsSync(recordingPath(name));
}

/** RR intervals in ms. */
export function recording(name: string): number[] {
  return readFileSync(recordingPath(name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number);
}

/** √mean of the squared successive differences, in ms: the definition, implemented again for the test. */
export function rmssd(rrMs: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < rrMs.length; i++) sum += ((rrMs[i] ?? 0) - (rrMs[i - 1] ?? 0)) ** 2;
  return Math.sqrt(sum / (rrMs.length - 1));
}
