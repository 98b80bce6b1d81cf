import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The results of NeuroKit2 0.2.9 and scipy for one recording; only the fields that the tests read. */
export interface Reference {
  readonly raw: ReferenceFigures;
  readonly corrected_single_pass: ReferenceFigures;
  readonly artifacts_single_pass: { ectopic: number; missed: number; extra: number; longshort: number };
  readonly artifact_peak_idx_single_pass?: { ectopic: number[]; missed: number[]; extra: number[]; longshort: number[] };
  readonly pct_absdelta_gt20pct?: number;
}

export interface ReferenceFigures {
  readonly n: number;
  readonly duration_s: number;
  readonly MeanNN: number;
  readonly SDNN: number;
  readonly RMSSD: number;
  readonly SDSD: number;
  readonly lnRMSSD: number;
  readonly SD1: number;
  readonly SD2: number;
  readonly pNN50: number;
  readonly pNN20: number;
  readonly pNN50_over_ndiff: number;
  readonly DFA_a1_4_16_overlap_nk: number;
  readonly 'SampEn_m2_r0.2sd': number;
  readonly welch_4Hz_cubic_priors500: { VLF: number; LF: number; HF: number; LFHF: number; HFpeakHz: number };
}

export interface Recording {
  readonly name: string;
  readonly rrMs: number[];
  readonly reference: Reference;
}

const SYNTHETIC = join(import.meta.dirname, '../../fixtures/synthetic');
const REAL = resolve(process.env.REBOUND_RECORDINGS ?? join(import.meta.dirname, '../../../../shared/data'));

/** Real recordings must not be copied into the project; without their folder, their tests are skipped. */
export const haveReal = existsSync(join(REAL, 'reference.json'));

/** Our own synthetic series, with the inserted faults and the RMSSD before them. */
export const synthetic = load(SYNTHETIC);
export const real = haveReal ? load(REAL) : [];

export const faults = JSON.parse(readFileSync(join(SYNTHETIC, 'faults.json'), 'utf8')) as Record<string, { true_RMSSD_ms: number }>;

function load(folder: string): Recording[] {
  const references = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as Record<string, Reference>;
  return Object.entries(references)
    .filter(([name]) => name !== '_meta')
    .map(([name, reference]) => ({ name, reference, rrMs: readIntervals(join(folder, `${name}.txt`)) }));
}

function readIntervals(file: string): number[] {
  return readFileSync(file, 'utf8').trim().split(/\s+/).map(Number);
}

/** One of the real recordings by name. */
export function recording(name: string): Recording {
  const found = [...real, ...synthetic].find((one) => one.name === name);
  if (!found) throw new Error(`No recording ${name}`);
  return found;
}
