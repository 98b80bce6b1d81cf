import type { EntityTable, Transaction } from 'dexie';
import * as v from 'valibot';
import { type StoredSessionPlan, TREATMENT_CLASSES, type TreatmentClass } from '../../catalogue';
import type { Day } from '../../core/day';
import { putRowNow } from '../digest';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `sessions`: the diary of sessions on devices and of the guided timer, written while they run. */

/**
 * From `device-timer` on: what the device said of itself. `device-ended`: it did not say why. `did-not-start`: it took the start, and reported that
 * it rests. From `heart-rate-lost` on: a walk under a heart-rate cap.
 */
export const SESSION_ENDS = [
  'finished',
  'stopped',
  'skipped-to-end',
  'link-lost',
  'tab-closed',
  'fault',
  'too-high',
  'device-timer',
  'device-watchdog',
  'at-device',
  'safety-key',
  'stopped-elsewhere',
  'taken-at-device',
  'other-host',
  'device-fault',
  'device-ended',
  'did-not-start',
  'paused-too-long',
  'heart-rate-lost',
  'over-cap',
  'slower-than-belt',
] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/**
 * What the device reported after the session told it to stop. `seen`: it rests. `not-seen`: not that it rests. `not-asked`: it reports only when
 * it is asked, and is not asked after a stop. `moves`: it did not stop, or moved again.
 */
export const SESSION_RESTS = ['seen', 'not-seen', 'not-asked', 'moves'] as const;
export type SessionRest = (typeof SESSION_RESTS)[number];

/** The faults that devices name. */
export const DEVICE_FAULTS = ['pressure', 'temperature', 'current', 'battery', 'sensor', 'other'] as const;

/** One entry of the diary. */
export interface SessionRecord {
  readonly id: string;
  readonly plan: StoredSessionPlan;
  /** Null without a device: the timer alone. */
  readonly device: { readonly id: string; readonly name: string | null; readonly kind: string; readonly class: TreatmentClass } | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly timeZone: string;
  readonly day: string;
  readonly end: SessionEnd | null;
  /** The fault that ended it, for `device-fault`. */
  readonly fault?: (typeof DEVICE_FAULTS)[number];
  /** Left out: the device need not report it, or was not told to stop; and in rows from before. */
  readonly rest?: SessionRest;
  /** What was actually done, in order: what the device reported (`measured`), else what it was told to do. */
  readonly done: readonly {
    readonly atMs: number;
    readonly levels: Readonly<Record<string, number>>;
    readonly temperatureC?: number;
    readonly measured: boolean;
  }[];
  readonly activeS: number;
  /** Sessions of the simulated device are kept apart. */
  readonly demo: boolean;
  readonly note?: string;
}

declare module '../table' {
  interface Tables {
    sessions: EntityTable<SessionRecord, 'id'>;
  }
}

const levels = v.record(v.string(), f.figure);
const sessionPlan = v.object({
  modality: v.string(),
  steps: v.array(
    v.object({
      levels: v.exactOptional(levels),
      temperatureC: v.exactOptional(f.figure),
      programme: v.exactOptional(v.string()),
      seconds: f.figure,
      rampS: v.exactOptional(f.figure),
      pause: v.exactOptional(v.boolean()),
      region: v.exactOptional(f.region),
      exposure: v.exactOptional(v.picklist(['cold', 'heat'])),
      rangeC: v.exactOptional(v.tuple([f.figure, f.figure])),
      rangeOf: v.exactOptional(v.string()),
      breathsPerMin: v.exactOptional(f.figure),
    }),
  ),
  doseOf: v.string(),
  doseId: v.exactOptional(v.nullable(v.string())),
  variant: v.exactOptional(v.nullable(v.string())),
  regions: v.exactOptional(v.array(f.region)),
  item: v.exactOptional(v.nullable(v.string())),
  itemMinutes: v.exactOptional(f.figure),
  preset: v.exactOptional(v.nullable(v.string())),
  // Rows from before `item` and `preset` have only this field.
  from: v.exactOptional(v.nullable(v.string())),
});

export default defineTable<SessionRecord>({
  name: 'sessions',
  stores: { 2: 'id, startedAtMs' },
  world: ({ demo }: SessionRecord) => demo,
  todayRestsOn: true,
  row: v.object({
    id: f.id,
    plan: sessionPlan,
    device: v.nullable(v.object({ id: v.string(), name: v.nullable(v.string()), kind: v.string(), class: v.picklist(TREATMENT_CLASSES) })),
    startedAtMs: f.instantMs,
    endedAtMs: v.nullable(f.instantMs),
    timeZone: f.timeZone,
    day: f.day,
    end: v.nullable(v.picklist(SESSION_ENDS)),
    fault: v.exactOptional(v.picklist(DEVICE_FAULTS)),
    rest: v.exactOptional(v.picklist(SESSION_RESTS)),
    done: v.array(v.object({ atMs: f.instantMs, levels, temperatureC: v.exactOptional(f.figure), measured: v.boolean() })),
    activeS: v.pipe(f.figure, v.minValue(0)),
    demo: v.boolean(),
    note: v.exactOptional(v.string()),
  }),
  migrations: { 5: nameSources },
});

/** Version 5: a dose names its source. Before, it had the number of the file that described it. */
function nameSources(transaction: Transaction): PromiseLike<unknown> {
  const sources = ['palm-health', 'svetness', 'alyze', 'fleet-feet', 'running-recovery'];
  const names = new Map(sources.map((name, number) => [`seed-${String(number).padStart(3, '0')}`, name]));
  return transaction
    .table('sessions')
    .toCollection()
    .modify((row: { plan?: { doseOf?: unknown } | null }) => {
      const name = typeof row.plan === 'object' ? names.get(String(row.plan?.doseOf)) : undefined;
      // `false` leaves the row as it is.
      if (name === undefined || !row.plan) return false;
      row.plan.doseOf = name;
      return true;
    });
}

export async function putSession(db: ReboundDatabase, session: SessionRecord): Promise<void> {
  await db.sessions.put(session);
}

/** `putSession` for a page that is closing: hands the write to the browser before it returns (see `markLeftNow`). */
export function putSessionNow(db: ReboundDatabase, session: SessionRecord): void {
  putRowNow(db, 'sessions', session);
}

/** Sessions that began in `[fromMs, toMs)`, oldest first, of the demo or of the user. */
export async function sessionsBetween(db: ReboundDatabase, demo: boolean, fromMs: number, toMs: number): Promise<SessionRecord[]> {
  const rows = await db.sessions.where('startedAtMs').between(fromMs, toMs).sortBy('startedAtMs');
  return rows.filter((row) => row.demo === demo);
}

/** The sessions of a day. */
export async function sessionsOn(db: ReboundDatabase, demo: boolean, day: Day): Promise<SessionRecord[]> {
  // No time zone is more than 14 h from UTC; the session's own day decides.
  const middleMs = Date.parse(`${day}T12:00:00Z`);
  const near = await sessionsBetween(db, demo, middleMs - 27 * 3_600_000, middleMs + 27 * 3_600_000);
  return near.filter((row) => row.day === day);
}

/** Counts the sessions of a modality that ran for at least `leastS`. */
export function countSessions(db: ReboundDatabase, demo: boolean, modality: string, leastS: number): Promise<number> {
  return db.sessions.filter((row) => row.demo === demo && row.plan.modality === modality && row.activeS >= leastS).count();
}

/** Adds what its device reported after its end. Does nothing when it was deleted meanwhile. */
export async function addToSession(db: ReboundDatabase, id: string, late: Pick<SessionRecord, 'fault' | 'rest'>): Promise<void> {
  await db.sessions.update(id, late);
}

export async function updateSessionNote(db: ReboundDatabase, id: string, note: string): Promise<void> {
  await db.sessions.update(id, { note });
}

/** Deletes a session. Returns it, so that it can be restored; null if there was none. */
export function deleteSession(db: ReboundDatabase, id: string): Promise<SessionRecord | null> {
  return db.transaction('rw', db.sessions, async () => {
    const session = (await db.sessions.get(id)) ?? null;
    await db.sessions.delete(id);
    return session;
  });
}

/**
 * Ends sessions that a closed tab left open, as `tab-closed`, at the last time known. Call this only while holding the owner lock: if
 * another tab holds it, its sessions are still running. Returns the sessions that it ended.
 */
export function closeAbandonedSessions(db: ReboundDatabase): Promise<SessionRecord[]> {
  return db.transaction('rw', db.sessions, async () => {
    const open = await db.sessions.filter(({ endedAtMs }) => endedAtMs === null).toArray();
    const closed = open.map((session) => ({ ...session, end: 'tab-closed' as const, endedAtMs: lastKnownMs(session) }));
    await db.sessions.bulkPut(closed);
    return closed;
  });
}

function lastKnownMs({ startedAtMs, done, activeS }: SessionRecord): number {
  return Math.max(startedAtMs + activeS * 1000, done.at(-1)?.atMs ?? startedAtMs);
}
