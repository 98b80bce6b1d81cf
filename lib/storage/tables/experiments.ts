import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { OUTCOMES, type TrendOutcome, toss } from '../../trends';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `experiments`: "test it", a coin toss on each suitable day. The seed is drawn once and decides every toss. */

export interface Experiment {
  readonly id: string;
  /** What the user tests, in their own words. */
  readonly name: string;
  /** The own routine that it tests: the plan leaves it out on days without. Omitted: the user carries the toss out. */
  readonly routineId?: string;
  readonly outcome: TrendOutcome;
  /** Seed of all tosses; drawn at the start and never shown. */
  readonly seed: number;
  /** Number of blocks of four suitable days, decided before the first toss. */
  readonly plannedBlocks: number;
  readonly startedAtMs: number;
  /** When the user ended it; null while it runs. */
  readonly endedAtMs: number | null;
  /** The suitable days in the order of the tosses, and whether each was done as tossed; null if not said. */
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
  todayRestsOn: true,
  row: v.object({
    id: f.id,
    name: v.string(),
    routineId: v.exactOptional(v.string()),
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

/** Tosses for a day. A day is tossed for only once: a second call changes nothing. */
export async function tossFor(db: ReboundDatabase, id: string, day: Day): Promise<void> {
  await db.transaction('rw', db.experiments, async () => {
    const experiment = await db.experiments.get(id);
    if (experiment === undefined || experiment.endedAtMs !== null) return;
    if (experiment.tosses.some((toss) => toss.day === day)) return;
    await db.experiments.put({ ...experiment, tosses: [...experiment.tosses, { day, kept: null }] });
  });
}

/** Stores whether a day was done as tossed. */
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

/** Deletes an experiment. Returns it, so that it can be restored; null if there was none. */
export function deleteExperiment(db: ReboundDatabase, id: string): Promise<Experiment | null> {
  return db.transaction('rw', db.experiments, async () => {
    const experiment = (await db.experiments.get(id)) ?? null;
    await db.experiments.delete(id);
    return experiment;
  });
}

/** All experiments, newest first. */
export async function experiments(db: ReboundDatabase): Promise<Experiment[]> {
  return (await db.experiments.toArray()).sort((a, b) => b.startedAtMs - a.startedAtMs);
}

/** The days on which a running test leaves its own routine out, by the id of the routine. */
export async function daysWithoutRoutine(db: ReboundDatabase): Promise<{ readonly id: string; readonly day: Day }[]> {
  const all = (await db.experiments.toArray()).filter(({ endedAtMs }) => endedAtMs === null);
  return all.flatMap(({ routineId, seed, tosses }) =>
    tosses.flatMap(({ day }, place) => (routineId !== undefined && toss(seed, place) === 'without' ? [{ id: routineId, day }] : [])),
  );
}
