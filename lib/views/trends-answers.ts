import { addDays, type Day } from '../core/day';

import { inputTables, listDone, readInputs } from '../inputs';
import { type Experiment, experiments, type ReboundDatabase, routineDaysBetween, type World } from '../storage';

import { type Association, findAssociations, type TrendDay, type TrialResult, trialResult } from '../trends';
import { dayGrid, saidSeries, seriesKey } from '../trends/series';

/** Answers of the Trends screen from months of days: what went with better mornings, and the user's own experiments. */

/** Days that the comparison looks back: two years. */
export const COMPARED_DAYS = 730;

/** Something done or tagged: a modality by its code, a tag or an own routine in the user's words. */
export interface Compared {
  readonly of: 'modality' | 'tag' | 'routine';
  readonly name: string;
}

/** The same as one string, for lib/trends. */
const toKey = ({ of, name }: Compared) => `${of}:${name}`;

export function parseCompared(key: string): Compared {
  const [, of, name] = /^(tag|routine):(.*)$/s.exec(key) ?? [];
  return name !== undefined && (of === 'tag' || of === 'routine') ? { of, name } : { of: 'modality', name: key.replace(/^modality:/, '') };
}

/**
 * What went with better or worse next mornings over the last two years. Tags of a morning belong to the day before, because alcohol is
 * ticked the next morning.
 */
export async function readAssociations(db: ReboundDatabase, world: World, today: Day, nowMs: number): Promise<Association[]> {
  return findAssociations(await comparedDays(db, world, addDays(today, 1 - COMPARED_DAYS), today, nowMs));
}

async function comparedDays(db: ReboundDatabase, world: World, from: Day, today: Day, nowMs: number): Promise<TrendDay[]> {
  const leaveOut = ['planned', 'weighings'] as const;
  const { mornings, checkIns, loads, sessions, log } = await readInputs(db, { world, from, to: today, nowMs, leaveOut });
  const days = dayGrid(from, today);
  const scores = new Map(loads.map(({ day, score }) => [day, score]));
  const measured = new Map(mornings.map((check) => [check.day, check]));
  const { felt } = saidSeries(checkIns, days);
  const done = new Map<Day, Set<string>>();
  const add = (day: Day, what: Compared) => done.set(day, (done.get(day) ?? new Set()).add(toKey(what)));
  for (const { day, modality } of listDone(sessions, log)) add(day, { of: 'modality', name: modality });
  // A day of an own routine counts once something of the plan was done on it.
  for (const { day, name } of world === 'own' ? await routineDaysBetween(db, from, today) : []) {
    if (done.has(day)) add(day, { of: 'routine', name });
  }
  for (const { day, tags } of checkIns) for (const tag of tags) add(addDays(day, -1), { of: 'tag', name: tag.toLowerCase() });
  return days.map((day, place) => {
    const check = measured.get(day);
    return {
      day,
      lnRmssd: check?.lnRmssd ?? null,
      hrBpm: check?.hrBpm ?? null,
      soreness: felt.soreness[place] ?? null,
      load: scores.get(day) ?? 0,
      with: [...(done.get(day) ?? [])],
      series: check === undefined ? '' : seriesKey(check),
    };
  });
}

/** An experiment with its result so far. The result appears only once the planned days are complete. */
export interface RunningExperiment {
  readonly experiment: Experiment;
  readonly result: TrialResult;
}

/** The user's experiments, newest first, each with the mornings after its days. */
export function readExperiments(db: ReboundDatabase, today: Day, nowMs: number): Promise<RunningExperiment[]> {
  return db.transaction('r', [db.experiments, ...inputTables(db)], async () => {
    const all = await experiments(db);
    const first = all.flatMap(({ tosses }) => tosses.map(({ day }) => day)).sort()[0];
    if (first === undefined) return all.map((experiment) => ({ experiment, result: toResult(experiment, () => null) }));
    const days = dayGrid(first, today);
    const leaveOut = ['planned', 'sessions', 'log', 'weighings'] as const;
    const { mornings, checkIns } = await readInputs(db, { world: 'own', from: first, to: today, nowMs, leaveOut });
    const measured = new Map(mornings.map((check) => [check.day, check]));
    const { soreness } = saidSeries(checkIns, days).felt;
    const sore = new Map(days.map((day, place) => [day, soreness[place] ?? null]));
    return all.map((experiment) => ({
      experiment,
      result: toResult(experiment, (day) =>
        experiment.outcome === 'soreness' ? (sore.get(day) ?? null) : (measured.get(day)?.[experiment.outcome] ?? null),
      ),
    }));
  });
}

function toResult({ seed, plannedBlocks, tosses }: Experiment, on: (day: Day) => number | null): TrialResult {
  const days = tosses.map(({ day, kept }, index) => ({ index, kept, outcome: on(addDays(day, 1)) }));
  return trialResult(seed, days, plannedBlocks);
}
