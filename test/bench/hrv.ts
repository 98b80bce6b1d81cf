import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse, createStream, ENGINE_VERSION } from '../../lib/hrv';
import { cleanSeries, faultySeries } from '../support/rr-generator';

/** Time of one operation done many times. `bar` is the limit of the median. */
export interface Timing {
  readonly what: string;
  readonly beats: number;
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  /** The same by the processor time of this process, which does not depend on how busy the machine is. */
  readonly medianCpu: number;
  readonly unit: 'ms' | 'µs';
  readonly bar: number | null;
}

export interface HrvBench {
  readonly engine: string;
  readonly node: string;
  readonly timings: readonly Timing[];
  /** After everything, before garbage collection; and the most that the process ever held, Node itself included. */
  readonly heapUsedMb: number;
  readonly arrayBuffersMb: number;
  readonly mostResidentMb: number;
}

/** The real recording where it is available, else as many synthetic beats on a whole-ms grid. */
function day(): Float64Array {
  const folder = resolve(process.env.REBOUND_RECORDINGS ?? '../shared/data');
  const file = join(folder, 'nsr009_24h.txt');
  if (existsSync(file)) return Float64Array.from(readFileSync(file, 'utf8').trim().split(/\s+/), Number);
  return cleanSeries(9, 107_000).map(Math.round).slice(0, 100_000);
}

function time(what: string, beats: number, runs: number, bar: number | null, run: () => unknown): Timing {
  // The first runs include compiling.
  for (let i = 0; i < Math.ceil(runs / 10); i++) run();
  const took: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < runs; i++) {
    const cpuFrom = process.cpuUsage();
    const from = performance.now();
    run();
    took.push(performance.now() - from);
    cpu.push(cpuMs(cpuFrom));
  }
  took.sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  return { what, beats, runs, median: at(took, 0.5), p95: at(took, 0.95), medianCpu: at(cpu, 0.5), unit: 'ms', bar };
}

/** Processor time of this process since `from`, in ms. */
function cpuMs(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function at(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
}

/** One beat is too short to time by itself: the mean of 400 beats, many times. */
function timeStream(series: Float64Array): Timing {
  const stretch = 400;
  const took: number[] = [];
  const cpu: number[] = [];
  for (let pass = 0; pass < 6; pass++) {
    const stream = createStream();
    for (let i = 0; i + stretch <= series.length && i < 40_000; i += stretch) {
      const cpuFrom = process.cpuUsage();
      const from = performance.now();
      for (let k = i; k < i + stretch; k++) stream.push(series[k] ?? 0);
      // The first pass includes compiling.
      if (pass === 0) continue;
      took.push(((performance.now() - from) * 1000) / stretch);
      cpu.push((cpuMs(cpuFrom) * 1000) / stretch);
    }
  }
  took.sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  const figures = { median: at(took, 0.5), p95: at(took, 0.95), medianCpu: at(cpu, 0.5) };
  return { what: 'one streaming beat', beats: 1, runs: took.length * stretch, ...figures, unit: 'µs', bar: 5 };
}

/** Times of the engine, from sanitising to quality, and its use of the heap. Plain JSON; takes about a minute. */
export function benchHrv(): HrvBench {
  const five = faultySeries(5, 300).rrMs;
  const hour = faultySeries(5, 3600).rrMs;
  const full = day();
  const timings = [
    time('5 min, all', five.length, 400, 1, () => analyse({ rrMs: five })),
    time('60 min, all', hour.length, 60, null, () => analyse({ rrMs: hour })),
    time('24 h, without sample entropy', full.length, 20, 250, () => analyse({ rrMs: full }, {}, { sampleEntropy: false })),
    time('24 h, all', full.length, 20, 400, () => analyse({ rrMs: full })),
    timeStream(full),
  ];
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return {
    engine: ENGINE_VERSION,
    node: process.version,
    timings,
    heapUsedMb: heapUsed / 1e6,
    arrayBuffersMb: arrayBuffers / 1e6,
    mostResidentMb: process.resourceUsage().maxRSS / 1e3,
  };
}
