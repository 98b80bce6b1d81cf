import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebound, reboundProcess } from '../support/rebound';

/** The command line as a process: output and exit code, as documented in README, on files of known content. */
const FIXTURES = join(import.meta.dirname, '../fixtures/synthetic');
interface Raw {
  readonly RMSSD: number;
  readonly SDNN: number;
  readonly welch_4Hz_cubic_priors500: { readonly LF: number; readonly HF: number };
}
const raw = (JSON.parse(readFileSync(join(FIXTURES, 'reference.json'), 'utf8')) as { 'synthetic-1': { raw: Raw } })['synthetic-1'].raw;

describe('rebound analyze', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rebound-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('prints one document for one file, with the figures of the reference', () => {
    const { stdout, stderr, status } = reboundProcess(FIXTURES, 'analyze', 'synthetic-1.txt', '--elapsed-s', '310', '--device', 'chest');
    expect([stderr, status]).toEqual(['', 0]);
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual([
      'file',
      'beats',
      'durationS',
      'coveragePct',
      'meanHrBpm',
      'dropped',
      'raw',
      'corrected',
      'artefacts',
      'spectrum',
      'dfaAlpha1',
      'sampleEntropy',
      'respirationPerMin',
      'quality',
    ]);
    expect(document.file).toBe('synthetic-1.txt');
    expect(document.beats).toBe(299);
    expect(document.raw.rmssdMs / raw.RMSSD).toBeCloseTo(1, 9);
    expect(document.raw.sdnnMs / raw.SDNN).toBeCloseTo(1, 9);
    expect(document.coveragePct).toBeCloseTo((100 * document.durationS) / 310, 9);
    expect(document.quality.reasons.every((reason: { code: string; text: string }) => reason.code !== '' && reason.text !== '')).toBe(true);
  });

  it('prints an array for several files, in their order', async () => {
    const { stdout } = await rebound(FIXTURES, 'analyze', 'synthetic-4.txt', 'synthetic-2.txt');
    expect(JSON.parse(stdout).map((document: { file: string }) => document.file)).toEqual(['synthetic-4.txt', 'synthetic-2.txt']);
  });

  it('computes the spectrum and related figures from the chosen series', async () => {
    const document = JSON.parse((await rebound(FIXTURES, 'analyze', '--series', 'raw', 'synthetic-1.txt')).stdout);
    const bands = raw.welch_4Hz_cubic_priors500;
    expect(document.spectrum.series).toBe('raw');
    expect(document.spectrum.lfMs2 / bands.LF).toBeCloseTo(1, 3);
    expect(document.spectrum.hfMs2 / bands.HF).toBeCloseTo(1, 3);
  });

  it('drops values that are no intervals and counts them; figures of a short recording are null', async () => {
    const document = JSON.parse((await rebound(FIXTURES, 'analyze', file('few.txt', 'rr\n800\n0\nNaN\n-5\n810\n'))).stdout);
    expect([document.beats, document.dropped, document.raw.rmssdMs, document.spectrum.hfMs2]).toEqual([2, 3, null, null]);
    expect(document.quality.reasons.map(({ code }: { code: string }) => code)).toContain('short');
  });

  it.each([
    ['no command', [], 'usage'],
    ['an unknown command', ['fly'], 'there is no command “fly”'],
    ['no file', ['analyze'], 'name at least one file'],
    ['a file that is not there', ['analyze', 'nowhere.txt'], 'cannot read nowhere.txt'],
    ['a device that does not exist', ['analyze', 'synthetic-1.txt', '--device', 'foot'], '--device takes one of chest, optical, ear, ecg'],
    ['no time', ['analyze', 'synthetic-1.txt', '--elapsed-s', '0'], '--elapsed-s takes a number of seconds above 0'],
    ['an unknown option', ['analyze', 'synthetic-1.txt', '--fast'], 'fast'],
  ])('%s: prints one line that says what to do, exit code 2', async (_, args, says) => {
    const { stdout, stderr, status } = await rebound(FIXTURES, ...args);
    expect([stdout, status, stderr.trim().split('\n').length]).toEqual(['', 2, 1]);
    expect(stderr).toContain(says);
  });

  it('ends as a process with the same line and exit code', () => {
    const { stdout, stderr, status } = reboundProcess(FIXTURES, 'fly');
    expect([stdout, status, stderr.trim().split('\n').length]).toEqual(['', 2, 1]);
    expect(stderr).toContain('there is no command “fly”');
  });

  it('names file and line of a value that is no number, and prints nothing else', async () => {
    const { stdout, stderr, status } = await rebound(FIXTURES, 'analyze', 'synthetic-1.txt', file('bad.txt', '800\n810\nhello\n'));
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(/bad\.txt, line 3: “hello”/);
  });
});
