import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { OUTCOMES, type TrendOutcome } from '../../trends';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `experiments`: "test it", a coin tossed on suitable days. The seed is drawn once; every toss follows from it. */

export interface Experiment {
  readonly id: string;
  /** What is tried, as the user calls it. */
  readonly name: string;
  readonly outcome: TrendOutcome;
  /** Of all tosses; drawn when it began, shown to nobody. */
  readonly seed: number;
  /** Blocks of four suitable days, decided before the first toss. */
  readonly plannedBlocks: number;
  readonly startedAtMs: number;
  /** When the user ended it; null: it goes on. */
  readonly endedAtMs: number | null;
  /** The suitable days in the order of the tosses; whether each was done as tossed, null: not said. */
  readonly tosses: readonly { readonly day: Day; readonly kept: boolean | null }[];
}

declare module '../table' {
  interface Tables {
    experiments: EntityTable<Experiment, 'id'>;
  }
}

export default defineTable<Experiment>({
  name: 'experiments',
  stores: { 2: 'id' },
  todayRestsOn: false,
  row: v.object({
    id: f.id,
    name: v.string(),
    outcome: v.picklist(OUTCOMES),
    seed: f.figure,
    plannedBlocks: f.count,
    startedAtMs: f.instantMs,
    endedAtMs: v.nullable(f.instantMs),
    tosses: v.array(v.object({ day: f.day, kept: v.nullable(v.boolean()) })),
  }),
});

export async function addExperiment(db: ReboundDatabase, experiment: Experiment): Promise<void> {
  await db.experiments.add(experiment);
}

/** The next toss, for a day. A day is tossed for once: asked again it is left as it is. */
export async function tossFor(db: ReboundDatabase, id: string, day: Day): Promise<void> {
  await db.transaction('rw', db.experiments, async () => {
    const experiment = await db.experiments.get(id);
    if (experiment === undefined || experiment.endedAtMs !== null) return;
    if (experiment.tosses.some((toss) => toss.day === day)) return;
    await db.experiments.put({ ...experiment, tosses: [...experiment.tosses, { day, kept: null }] });
  });
}

/** Whether it was done as tossed on a day. */
export async function sayKept(db: ReboundDatabase, id: string, day: Day, kept: boolean): Promise<void> {
  await db.transaction('rw', db.experiments, async () => {
    const experiment = await db.experiments.get(id);
    if (experiment === undefined) return;
    await db.experiments.put({ ...experiment, tosses: experiment.tosses.map((toss) => (toss.day === day ? { ...toss, kept } : toss)) });
  });
}

export async function endExperiment(db: ReboundDatabase, id: string, endedAtMs: number): Promise<void> {
  await db.experiments.update(id, { endedAtMs });
}

/** Removes one. Returns it, so that it can be put back; null when there was none. */
export function deleteExperiment(db: ReboundDatabase, id: string): Promise<Experiment | null> {
  return db.transaction('rw', db.experiments, async () => {
    const experiment = (await db.experiments.get(id)) ?? null;
    await db.experiments.delete(id);
    return experiment;
  });
}

/** All, the newest first. */
export async function experiments(db: ReboundDatabase): Promise<Experiment[]> {
  return (await db.experiments.toArray()).sort((a, b) => b.startedAtMs - a.startedAtMs);
}
