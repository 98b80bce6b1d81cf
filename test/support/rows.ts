import type { Table } from 'dexie';
import { type GenericSchema, is } from 'valibot';
import type { ReboundDatabase } from '../../lib/storage';
import { ALL_TABLES } from '../../lib/storage/all-tables';
import type { Tables } from '../../lib/storage/table';
import { aCheck, aRecording, TODAY } from './checks';
import { START_MS } from './packets';

/** A plausible row of every table, `place` days ago; two places never share a key. Outbound keys beside their row. */

type RowOf<Name extends keyof Tables> = Tables[Name] extends Table<infer Row, infer _Key> ? Row : never;
type Makers = { readonly [Name in keyof Tables]: (place: number) => RowOf<Name> };

const DAY_MS = 86_400_000;
const day = (place: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) - place * DAY_MS).toISOString().slice(0, 10);
const at = (place: number) => START_MS - place * DAY_MS;
const own = (place: number) => ({ world: 'own', day: day(place), timeZone: 'UTC' }) as const;
const sensor = {
  name: 'Strap',
  class: 'chest',
  location: 'chest',
  manufacturer: null,
  model: 'H10',
  firmware: null,
  batteryPct: 80,
} as const;

/** Rows with something in every field, of tables whose rows mean more than their schema says. */
const MAKERS: Partial<Makers> = {
  checks: (place) => ({
    ...aCheck({ id: `check-${place}`, daysAgo: place }),
    sensor: { id: 'strap', ...sensor },
    tags: ['travel'],
    note: 'n',
  }),
  recordings: (place) => aRecording(`recording-${place}`),
  journal: (place) => ({
    recordingId: 'recording-0',
    kind: 'packet',
    atMs: START_MS + place * 1000,
    hrBpm: 60,
    contact: 'detected',
    rrTicks: Uint16Array.of(1024, 1000),
  }),
  devices: (place) => ({
    id: `device-${place}`,
    ...sensor,
    lastSeenMs: at(place),
    kind: 'strap',
    nickname: 'Mine',
    gadgetSettings: { pin: '1' },
  }),
  sessions: (place) => ({
    id: `session-${place}`,
    plan: { modality: 'sauna', steps: [{ seconds: 900, levels: { legs: 2 }, region: 'calves' }], doseOf: 'alyze', from: 'sauna' },
    device: { id: 'device-0', name: 'Boots', kind: 'boots', class: 'compression' },
    startedAtMs: at(place) + 3_600_000,
    endedAtMs: at(place) + 4_500_000,
    timeZone: 'UTC',
    day: day(place),
    end: 'finished',
    done: [{ atMs: at(place) + 3_600_000, levels: { legs: 2 }, measured: true }],
    activeS: 900,
    demo: false,
  }),
  routines: (place) => ({
    id: `routine-${place}`,
    name: 'Mine',
    copyOf: 'endurance',
    steps: [{ step: 'boots-after' }],
    on: place === 0 ? ['endurance'] : [],
  }),
  profiles: (place) => ({ id: `profile-${place}`, text: '{}', importedAtMs: at(place) }),
  checkIns: (place) => ({
    ...own(place),
    atMs: at(place),
    sleepHours: 7.5,
    sleepQuality: 4,
    soreness: 2,
    sore: [{ region: 'calves', level: 2 }],
    energy: 3,
    mood: 3,
    stress: 2,
    ill: false,
    injured: false,
    pain: [{ region: 'knees', level: 3, signs: ['sudden'] }],
    bar: 'usual',
    cycleDay: null,
    tags: ['alcohol'],
    note: '',
  }),
  planned: (place) => ({
    id: `planned-${place}`,
    world: 'own',
    day: day(-place),
    sport: 'run',
    atMs: at(-place),
    minutes: 60,
    intensity: 'easy',
  }),
  activities: (place) => ({
    ...own(place),
    id: `activity-${place}`,
    source: 'strava',
    sourceId: `s${place}`,
    title: 'Run',
    sport: 'run',
    startMs: at(place) + 7_200_000,
    movingTimeS: 3600,
    elapsedTimeS: 3700,
    avgHrBpm: 140,
    maxHrBpm: 160,
    distanceM: 10_000,
    rpe: 5,
    kind: 'endurance',
    regions: ['calves'],
    edited: ['rpe'],
  }),
  histories: (place) => ({ source: 'typed', day: day(place + 100), rmssdMs: 50, hrBpm: 55, importId: 'import-0' }),
  imports: (place) => ({
    id: `import-${place}`,
    source: 'typed',
    atMs: at(place),
    rows: 1,
    from: day(100),
    to: day(100),
    replaced: [{ source: 'typed', day: day(100), rmssdMs: 40, hrBpm: null, importId: 'old' }],
  }),
  experiments: (place) => ({
    id: `experiment-${place}`,
    name: 'Boots',
    outcome: 'lnRmssd',
    seed: 7,
    plannedBlocks: 4,
    startedAtMs: at(place + 10),
    endedAtMs: null,
    tosses: [{ day: day(place + 3), kept: true }],
  }),
  planLog: (place) => ({
    ...own(place),
    id: `log-${place}`,
    itemId: null,
    modality: 'foam-rolling',
    startMs: at(place),
    minutes: 10,
    outcome: 'done',
    reason: null,
  }),
  plans: (place) => ({
    world: place === 0 ? 'own' : 'demo',
    previous: [{ id: 'a', startMs: START_MS, doseId: 'daily' }],
    moved: [{ id: 'a', startMs: START_MS }],
  }),
  labs: (place) => ({ id: `lab-${place}`, name: 'Ferritin', unit: 'µg/l', day: day(place), value: 60, low: 30, high: null, note: '' }),
  weighings: (place) => ({
    ...own(place),
    id: `weighing-${place}`,
    atMs: at(place),
    beforeKg: 70,
    afterKg: 69,
    drunkMl: 500,
    passedMl: 0,
    activityId: null,
  }),
  siteReads: (place) => ({ site: `site-${place}`, lastMs: at(place), lastFullMs: null, notFound: ['title'] }),
  heartRates: (place) => ({
    source: 'strava',
    sourceId: `s${place}`,
    readAtMs: at(place),
    times: [{ bpm: 140, s: 600 }],
    zones: [120, 140],
  }),
};

/**
 * Tables of which rows are made and damaged in tests: all with a schema, but those that are made from others and the copies of damaged rows.
 */
export const ROW_TABLES = ALL_TABLES.filter(
  ({ row, derived, name }) => row !== undefined && derived !== true && name !== 'damagedRows',
).map(({ name }) => name as keyof Tables);

/** A valid row of a table: of one that has no maker, a row made from its schema. */
export function aRow(table: keyof Tables, place: number): Record<string, unknown> {
  const made: unknown = MAKERS[table]?.(place) ?? makeSample(ALL_TABLES.find(({ name }) => name === table)?.row, table, place);
  return made as Record<string, unknown>;
}

interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, GenericSchema>>;
  readonly wrapped?: GenericSchema;
  readonly options?: readonly (string | number | GenericSchema)[];
}

/** A value that fits a schema, made from its parts or found among usual values. Throws where it knows none: the table needs a maker. */
export function makeSample(schema: GenericSchema | undefined, name: string, place: number): unknown {
  const { entries, wrapped, options } = schema as unknown as Described;
  if (wrapped !== undefined) return makeSample(wrapped, name, place);
  if (entries !== undefined) {
    return Object.fromEntries(Object.entries(entries).map(([field, inner]) => [field, makeSample(inner, field, place)]));
  }
  const [option] = options ?? [];
  if (typeof option === 'object') return makeSample(option, name, place);
  const usual = [
    option,
    day(place),
    'UTC',
    `${name}-${place}`,
    at(place),
    place + 1,
    true,
    [],
    {},
    null,
    Uint8Array.of(1),
    Uint16Array.of(1),
  ];
  const found = usual.find((value) => value !== undefined && is(schema as GenericSchema, value));
  if (found === undefined) throw new Error(`no sample of ${name}: add a maker for its table in test/support/rows.ts`);
  return found;
}

/**
 * Writes a row without the database layer, as an error of another version or of the disk would. Give a key only for a table without a key
 * path.
 */
export async function putRaw(db: ReboundDatabase, table: string, row: unknown, key?: IDBValidKey): Promise<void> {
  await db.open();
  const transaction = db.backendDB().transaction(table, 'readwrite');
  transaction.objectStore(table).put(row, key);
  await settled(transaction);
}

/** Every row of a table, read without the database layer. */
export async function allRaw(db: ReboundDatabase, table: string): Promise<unknown[]> {
  await db.open();
  const transaction = db.backendDB().transaction(table, 'readonly');
  const request = transaction.objectStore(table).getAll();
  await settled(transaction);
  return request.result;
}

export function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}
