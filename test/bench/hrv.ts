import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse, createStream, ENGINE_VERSION } from '../../lib/hrv';
import { cleanSeries, faultySeries } from '../support/rr-generator';

/** Time of one thing done many times. `bar` is what issue 3 allows for the median. */
export interface Timing {
  readonly what: string;
  readonly beats: number;
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  readonly unit: 'ms' | 'µs';
  readonly bar: number | null;
}

export interface HrvBench {
  readonly engine: string;
  readonly node: string;
  readonly timings: readonly Timing[];
  /** What one analysis of 24 h adds to heap and array buffers before anything is collected, in MB. */
  readonly heapOf24hMb: number;
  readonly bytesPerBeat: number;
}

/** The real recording where it is at hand, else as many synthetic beats on a whole-ms grid. */
function day(): Float64Array {
  const folder = resolve(process.env.REBOUND_RECORDINGS ?? '../shared/data');
  const file = join(folder, 'nsr009_24h.txt');
  if (existsSync(file)) return Float64Array.from(readFileSync(file, 'utf8').trim().split(/\s+/), Number);
  return cleanSeries(9, 107_000).map(Math.round).slice(0, 100_000);
}

function time(what: string, beats: number, runs: number, bar: number | null, run: () => unknown): Timing {
  // The first runs are the compiler's.
  for (let i = 0; i < Math.ceil(runs / 10); i++) run();
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    run();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  return { what, beats, runs, median: at(took, 0.5), p95: at(took, 0.95), unit: 'ms', bar };
}

function at(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
}

/** One beat is too short to time by itself: the mean of a stretch of 400, many times. */
function timeStream(series: Float64Array): Timing {
  const stretch = 400;
  const took: number[] = [];
  for (let pass = 0; pass < 6; pass++) {
    const stream = createStream();
    for (let i = 0; i + stretch <= series.length && i < 40_000; i += stretch) {
      const from = performance.now();
      for (let k = i; k < i + stretch; k++) stream.push(series[k] ?? 0);
      // The first pass is the compiler's.
      if (pass > 0) took.push(((performance.now() - from) * 1000) / stretch);
    }
  }
  took.sort((a, b) => a - b);
  return {
    what: 'one streaming beat',
    beats: 1,
    runs: took.length * stretch,
    median: at(took, 0.5),
    p95: at(took, 0.95),
    unit: 'µs',
    bar: 5,
  };
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Times of the engine, sanitise to quality, and what it takes of the heap. Plain JSON; a minute or so. */
export function benchHrv(): HrvBench {
  const five = faultySeries(7, 300).rrMs;
  const hour = faultySeries(8, 3600).rrMs;
  const full = day();
  const timings = [
    time('5 min, all', five.length, 400, 1, () => analyse({ rrMs: five })),
    time('60 min, all', hour.length, 60, null, () => analyse({ rrMs: hour })),
    time('24 h, without sample entropy', full.length, 20, 250, () => analyse({ rrMs: full }, {}, { sampleEntropy: false })),
    time('24 h, all', full.length, 20, 400, () => analyse({ rrMs: full })),
    timeStream(full),
  ];
  const gc = (globalThis as { gc?: () => void }).gc;
  gc?.();
  const before = memory();
  analyse({ rrMs: full });
  const taken = Math.max(0, memory() - before);
  return { engine: ENGINE_VERSION, node: process.version, timings, heapOf24hMb: taken / 1e6, bytesPerBeat: taken / full.length };
}
