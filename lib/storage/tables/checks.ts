// One long file, because a row of a check has many fields, and the type, its schema and its writer stand together.

import Dexie, { type EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import type { DeviceClass, Orthostatic, Quality, TimeDomain } from '../../hrv';
import type { Gap, RecordingPlan } from '../../recording';
import { putRowNow } from '../digest';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `checks`. Writes come from journal.ts, which stores a check and clears its journal in one transaction. */

export type Posture = 'lying' | 'sitting' | 'standing';

export type Breathing = { readonly kind: 'free' } | { readonly kind: 'paced'; readonly perMin: number };

/** The setup of a check, decided before it starts. */
export interface CheckSetting {
  readonly world: World;
  readonly plan: RecordingPlan;
  readonly posture: Posture;
  readonly breathing: Breathing;
}

/** Where beats come from: the standard heart-rate service, or a Polar sensor's own ECG or pulse-to-pulse intervals. */
export type BetterSource = 'polar-ecg' | 'polar-ppi';

export type BeatSource = 'heart-rate-service' | BetterSource;

/** The sensor of a check, as it described itself then. */
export interface Sensor {
  readonly id: string;
  readonly name: string | null;
  readonly class: DeviceClass;
  readonly location: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly firmware: string | null;
  readonly batteryPct: number | null;
  /** Its source that is better than the heart-rate service; left out if it has none. */
  readonly better?: BetterSource;
}

/** The engine's result for the counted stretch, and the engine's version. */
export interface CheckSummary {
  readonly engine: string;
  readonly beats: number;
  readonly meanHrBpm: number | null;
  readonly raw: TimeDomain;
  readonly corrected: TimeDomain;
  /** Share of beats that the engine's own correction changed, %. */
  readonly correctedPct: number | null;
  /** Share of beats that one pass of Lipponen–Tarvainen flags, %. The published method flags beats in many clean recordings too. */
  readonly flaggedPct: number | null;
  readonly jumpsOver20Pct: number | null;
  /** Sum of the counted intervals ÷ elapsed time, %. */
  readonly coveragePct: number | null;
  readonly quality: Quality;
  /** Lying compared with standing, if the check has both. */
  readonly orthostatic?: Orthostatic | null;
}

export interface Check extends CheckSetting {
  readonly id: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly timeZone: string;
  readonly day: Day;
  /** Whether it ran to its planned length. */
  readonly complete: boolean;
  readonly sensor: Sensor | null;
  readonly source: BeatSource;
  /** For `polar-ppi`: the sensor's own error estimate of each of `rrTicks`, ms. */
  readonly errorMs?: Uint16Array;
  /** Every interval received, including the settling time, in 1/1024 s. */
  readonly rrTicks: Uint16Array;
  /** The counted stretch of `rrTicks`: from `first` up to, but not including, `end`. */
  readonly counted: { readonly first: number; readonly end: number };
  /** Orthostatic checks: the stretch after standing up, which directly follows the counted one. Not part of the baseline. */
  readonly stood?: { readonly first: number; readonly end: number } | null;
  readonly gaps: readonly Gap[];
  /** For each packet: when it arrived (ms after the start), its number of intervals, and its heart rate. */
  readonly packets: { readonly atMs: Uint32Array; readonly beats: Uint8Array; readonly hrBpm: Uint16Array };
  /** Share of packets with skin contact, 0 to 1; null if the sensor cannot tell. */
  readonly contactShare: number | null;
  readonly summary: CheckSummary;
  /** The user's own tags: alcohol, travel … Missing in checks from before there were tags. */
  readonly tags?: readonly string[];
  readonly note?: string;
  /** When the user got up that day, `HH:MM` in the check's time zone; left out if not said. */
  readonly awakeSince?: string;
  /** Whether the user took it within two hours of waking, before coffee and training; left out if not said. */
  readonly asMorning?: boolean;
}

declare module '../table' {
  interface Tables {
    checks: EntityTable<Check, 'id'>;
  }
}

const recordingPlan = v.object({ settleS: f.figure, measureS: f.figure, standS: v.exactOptional(f.figure) });
/** Schemas of the fields that a check and a recording in progress share. */
export const checkSettingFields = {
  world: f.world,
  plan: recordingPlan,
  posture: v.picklist(['lying', 'sitting', 'standing']),
  breathing: v.variant('kind', [v.object({ kind: v.literal('free') }), v.object({ kind: v.literal('paced'), perMin: f.figure })]),
};
export const beatSource = v.picklist(['heart-rate-service', 'polar-ecg', 'polar-ppi']);
export const sensorFields = {
  id: f.id,
  name: v.nullable(v.string()),
  class: v.picklist(['chest', 'optical', 'ear', 'ecg', 'manual', 'unknown']),
  location: v.nullable(v.string()),
  manufacturer: v.nullable(v.string()),
  model: v.nullable(v.string()),
  firmware: v.nullable(v.string()),
  batteryPct: f.figureOrNull,
  better: v.exactOptional(v.picklist(['polar-ecg', 'polar-ppi'])),
};

const timeDomain = v.object({
  meanRrMs: f.figureOrNull,
  sdnnMs: f.figureOrNull,
  rmssdMs: f.figureOrNull,
  lnRmssd: f.figureOrNull,
  sdsdMs: f.figureOrNull,
  pnn50Pct: f.figureOrNull,
  pnn20Pct: f.figureOrNull,
  sd1Ms: f.figureOrNull,
  sd2Ms: f.figureOrNull,
});
const postureFigures = v.object({ hrBpm: f.figureOrNull, rmssdMs: f.figureOrNull });
const orthostatic = v.object({
  lying: postureFigures,
  standing: postureFigures,
  peakHrBpm: f.figureOrNull,
  peakAfterS: f.figureOrNull,
  ratio30to15: f.figureOrNull,
  hrRecoveryBpm: f.figureOrNull,
});
const quality = v.object({
  rating: v.picklist(['good', 'fair', 'poor', 'unusable']),
  reasons: v.array(
    v.object({
      code: v.picklist(['corrected', 'jumps', 'coverage', 'contact', 'unsteady', 'resolution', 'made-up-intervals', 'irregular', 'short']),
      value: f.figureOrNull,
    }),
  ),
});
const summary = v.object({
  engine: v.string(),
  beats: f.count,
  meanHrBpm: f.figureOrNull,
  raw: timeDomain,
  corrected: timeDomain,
  correctedPct: f.figureOrNull,
  flaggedPct: f.figureOrNull,
  jumpsOver20Pct: f.figureOrNull,
  coveragePct: f.figureOrNull,
  quality,
  orthostatic: v.exactOptional(v.nullable(orthostatic)),
});
const stretch = v.pipe(
  v.object({ first: f.count, end: f.count }),
  v.check(({ first, end }) => first <= end),
);

export default defineTable<Check>({
  name: 'checks',
  stores: { 1: 'id, [world+startedAtMs], [world+day]' },
  world: '[world+startedAtMs]',
  todayRestsOn: true,
  row: v.object({
    ...checkSettingFields,
    id: f.id,
    startedAtMs: f.instantMs,
    endedAtMs: f.instantMs,
    timeZone: f.timeZone,
    day: f.day,
    complete: v.boolean(),
    sensor: v.nullable(v.object(sensorFields)),
    source: beatSource,
    errorMs: v.exactOptional(f.uint16Array),
    rrTicks: f.uint16Array,
    counted: stretch,
    stood: v.exactOptional(v.nullable(stretch)),
    gaps: v.array(v.object({ afterBeat: f.count, lengthMs: f.figure, cause: v.picklist(['link', 'missing']) })),
    packets: v.object({ atMs: f.uint32Array, beats: f.uint8Array, hrBpm: f.uint16Array }),
    contactShare: f.figureOrNull,
    summary,
    tags: v.exactOptional(v.array(v.string())),
    note: v.exactOptional(v.string()),
    awakeSince: v.exactOptional(v.string()),
    asMorning: v.exactOptional(v.boolean()),
  }),
});

/** The checks of the days `from` to `to`, both included, oldest first. */
export function checksBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<Check[]> {
  return db.checks.where('[world+day]').between([world, from], [world, to], true, true).sortBy('startedAtMs');
}

/** How many checks of a world can be read. It looks at each: the database's own count would include damaged rows. */
export async function countChecks(db: ReboundDatabase, world: World): Promise<number> {
  let readable = 0;
  await db.checks
    .where('[world+startedAtMs]')
    .between([world, Dexie.minKey], [world, Dexie.maxKey])
    .each(() => {
      readable++;
    });
  return readable;
}

/**
 * The newest checks of a world, newest first. `keep` reduces each as it is read, so that only one at a time has its intervals in memory.
 */
export async function newestChecks<Row>(db: ReboundDatabase, world: World, count: number, keep: (check: Check) => Row): Promise<Row[]> {
  const rows: Row[] = [];
  const newestFirst = db.checks.where('[world+startedAtMs]').between([world, Dexie.minKey], [world, Dexie.maxKey]).reverse();
  await newestFirst.limit(count).each((check) => rows.push(keep(check)));
  return rows;
}

export async function getCheck(db: ReboundDatabase, id: string): Promise<Check | null> {
  return (await db.checks.get(id)) ?? null;
}

/** Stores the user's note and tags for a check. Ignores a check that was deleted meanwhile. */
export async function updateNotes(db: ReboundDatabase, id: string, words: Pick<Check, 'tags' | 'note'>): Promise<void> {
  await db.checks.update(id, words);
}

/**
 * The same for a page that is closing: hands the write to the browser before it returns (see `markLeftNow`). It takes the whole row,
 * because reading the row first would need a promise.
 */
export function writeNotesNow(db: ReboundDatabase, check: Check): void {
  putRowNow(db, 'checks', check);
}

/** Stores what the user said about the morning of a check. Ignores a check that was deleted meanwhile. */
export async function sayMorning(db: ReboundDatabase, id: string, said: Partial<Pick<Check, 'awakeSince' | 'asMorning'>>): Promise<void> {
  await db.checks.update(id, said);
}

/** Deletes a check. Returns it, so that it can be restored; null if there was none. */
export function deleteCheck(db: ReboundDatabase, id: string): Promise<Check | null> {
  return db.transaction('rw', db.checks, async () => {
    const check = await getCheck(db, id);
    await db.checks.delete(id);
    return check;
  });
}

/** Restores a deleted check. */
export async function restoreCheck(db: ReboundDatabase, check: Check): Promise<void> {
  await db.checks.put(check);
}
