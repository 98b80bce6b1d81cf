import { EQUIPMENT } from '../../lib/catalogue';
import { completeSituation, planFor, type Situation } from '../../lib/planner';
import { randomSituation } from '../lib/planner/random-situation';

/** Time to make a plan. `bar` is the limit of the median. */
export interface PlannerTiming {
  readonly what: string;
  readonly situations: number;
  readonly runs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** By the processor time of this process, which does not depend on how busy the machine is. */
  readonly medianCpu: number;
  readonly bar: number | null;
}

const DAY = Date.UTC(2026, 4, 4);
const HOUR = 3_600_000;

/** A person who trains five days a week and owns a roller, a massage gun, boots and a cold bath. */
function common(seed: number): Situation {
  const nowMs = DAY + (seed % 14) * HOUR + 6 * HOUR;
  const session = (startMs: number) =>
    ({ sport: 'run', startMs, movingTimeS: 3600, avgHrBpm: 150, rpe: 4 + (seed % 5), kind: null, regions: ['quads'] }) as const;
  return completeSituation({
    nowMs,
    timeZone: 'Europe/Berlin',
    wake: '06:30',
    bed: '22:30',
    quietFrom: '22:30',
    quietTo: '06:30',
    goal: seed % 2 === 0 ? 'endurance' : 'size',
    phase: 'base',
    equipment: ['foam-roller', 'massage-gun', 'compression-boots', 'cold-bath'],
    planned: [1, 2].map((days) => ({ sport: 'run', atMs: DAY + days * 24 * HOUR + 17 * HOUR, minutes: 50, intensity: 'moderate' })),
    activities: [0, 1, 3, 4, 6].map((days) => session(nowMs - days * 24 * HOUR - 2 * HOUR)),
    massKg: 65,
    soreness: 2,
    verdict: 'normal',
  });
}

function time(what: string, situations: readonly Situation[], bar: number | null): PlannerTiming {
  // The first ones include compiling.
  for (let round = 0; round < 2; round++) for (const situation of situations) planFor(situation);
  const took: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const situation of situations) {
      const before = process.cpuUsage();
      const from = performance.now();
      planFor(situation);
      took.push(performance.now() - from);
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
    }
  }
  took.sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return {
    what,
    situations: situations.length,
    runs: took.length,
    medianMs: at(took, 0.5),
    p95Ms: at(took, 0.95),
    medianCpu: at(cpu, 0.5),
    bar,
  };
}

/** Times of complete plans. Plain JSON; takes a few seconds. */
export function benchPlanner(): { readonly node: string; readonly timings: readonly PlannerTiming[] } {
  const list = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i + 1));
  return {
    node: process.version,
    timings: [
      time('a common week', list(200, common), 5),
      time('any situation', list(300, randomSituation), 5),
      time(
        'all equipment',
        list(100, (i) => ({ ...common(i), equipment: EQUIPMENT })),
        null,
      ),
    ],
  };
}
