import { describe, expect, it } from 'vitest';
import { CONFLICT_REASONS } from '../../../lib/planner';
import { CONTRIBUTORS, RULES } from '../../../lib/readiness/types';
import { isEarlyDevice, isStoredSnapshot, isTodaySnapshot } from '../../../lib/today/snapshot-shape';

/** A snapshot in which nothing is null. */
const SNAPSHOT = {
  day: '2026-05-04',
  world: 'own',
  readiness: {
    verdict: 'normal',
    rule: 'in-range',
    confidence: 'high',
    morning: { verdict: 'push', rule: 'day-high' },
    doneSince: 12,
    learned: 14,
    needed: 7,
    provisional: false,
    days: 40,
    day: { position: 'within', band: { mean: 50, low: 45, high: 55 } },
    hr: { mean: 52, low: 50, high: 54 },
    newStrap: false,
    notes: [{ code: 'altitude' }],
    contributors: [{ name: 'hrv', direction: 'none', weight: 0.5, says: { code: 'hrv' } }],
  },
  ruledOut: null,
  check: { startedAtMs: 1, timeZone: 'UTC', rating: 'good', rmssdMs: 50, meanHrBpm: 52 },
  next: {
    id: 'stretching@2026-05-04',
    modality: 'stretching',
    doseId: 'after',
    variant: 'static',
    whose: 'svetness',
    regions: ['calves'],
    dose: {},
    counts: true,
    minutes: 10,
    startMs: 1,
    windowFromMs: 1,
    windowToMs: 2,
    reason: { code: 'stretch-after', values: {} },
  },
  conflicts: [
    {
      sessionId: 's1',
      why: 'verdict',
      offers: ['easy', 'move', 'drop', 'keep'],
      easier: { intensity: 'easy', minutes: 40 },
      moveTo: '2026-05-06',
      kind: 'session',
      session: { sport: 'run', atMs: 1, day: '2026-05-04', minutes: 60, intensity: 'hard' },
    },
    {
      sessionId: 's2',
      why: 'ill',
      offers: ['drop', 'keep'],
      easier: { intensity: 'easy', minutes: 40 },
      moveTo: '2026-05-07',
      kind: 'event',
      event: { kind: 'race', atMs: 2, day: '2026-05-04' },
    },
  ],
  units: 'metric',
};

/** Null is an answer here: not measured, not chosen, nothing left. */
const NULLABLE = [
  'readiness.morning',
  'readiness.day',
  'readiness.hr',
  'ruledOut',
  'check',
  'check.rmssdMs',
  'check.meanHrBpm',
  'next',
  'next.variant',
  'conflicts.0.easier',
  'conflicts.0.moveTo',
  'conflicts.1.easier',
  'conflicts.1.moveTo',
  'units',
];
/** Anything but nothing: the words of an unknown one are none, which does no harm. */
const UNCHECKED = ['ruledOut'];

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Every field, by its path. */
function listPaths(value: Json, before = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = `${before}${name}`;
    return [path, ...(isJson(inner) ? listPaths(inner, `${path}.`) : [])];
  });
}

/** A copy with another value at the path; undefined leaves the field out. */
function withValue(complete: Json, path: string, value: unknown): Json {
  const copy: Json = structuredClone(complete);
  const names = path.split('.');
  const holder = names.slice(0, -1).reduce<unknown>((at, name) => Reflect.get(Object(at), name), copy);
  const last = names.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, value);
  return copy;
}

const read = (path: string) => path.split('.').reduce<unknown>((at, name) => Reflect.get(Object(at), name), SNAPSHOT);
/** What a field of another kind could hold. */
const others = (value: unknown) => {
  const kind = Array.isArray(value) ? 'list' : typeof value;
  return [
    ...(kind === 'string' ? [] : ['text']),
    ...(kind === 'number' ? [] : [7]),
    ...(kind === 'boolean' ? [] : [true]),
    ...(kind === 'list' ? [] : [[7]]),
    ...(kind === 'object' ? [] : [{ odd: 1 }]),
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ];
};

describe('a snapshot', () => {
  const paths = listPaths(SNAPSHOT).filter((path) => !UNCHECKED.includes(path));

  it('has its shape', () => {
    expect(isTodaySnapshot(SNAPSHOT)).toBe(true);
    for (const odd of [null, undefined, 7, 'text', [SNAPSHOT]]) expect(isTodaySnapshot(odd)).toBe(false);
  });

  it.each(paths)('needs %s, of its own kind', (path) => {
    // A list may be empty.
    if (!/\.\d$/.test(path)) expect(isTodaySnapshot(withValue(SNAPSHOT, path, undefined)), 'left out').toBe(false);
    for (const other of others(read(path))) expect(isTodaySnapshot(withValue(SNAPSHOT, path, other)), String(other)).toBe(false);
  });

  it.each(listPaths(SNAPSHOT))('%s may be null only where that is an answer', (path) => {
    expect(isTodaySnapshot(withValue(SNAPSHOT, path, null))).toBe(NULLABLE.includes(path));
  });

  it('may have more causes, or none, and each is checked', () => {
    const [cause] = SNAPSHOT.readiness.contributors;
    expect(isTodaySnapshot(withValue(SNAPSHOT, 'readiness.contributors', []))).toBe(true);
    expect(isTodaySnapshot(withValue(SNAPSHOT, 'readiness.contributors', [cause, cause]))).toBe(true);
    expect(isTodaySnapshot(withValue(SNAPSHOT, 'readiness.contributors', [cause, {}]))).toBe(false);
  });

  it('may have more conflicts, or none, and each is a session or an event and holds it', () => {
    const [session, event] = SNAPSHOT.conflicts;
    const withConflicts = (...conflicts: unknown[]) => isTodaySnapshot(withValue(SNAPSHOT, 'conflicts', conflicts));
    expect(withConflicts()).toBe(true);
    expect(withConflicts(event, session, event)).toBe(true);
    expect(withConflicts(session, {})).toBe(false);
    expect(withConflicts({ ...session, kind: 'event' })).toBe(false);
    expect(withConflicts({ ...event, kind: 'session' })).toBe(false);
    expect(withConflicts({ ...session, kind: 'no such code' })).toBe(false);
  });

  it('says whether the check was ruled out, whatever the reason', () => {
    expect(isTodaySnapshot(withValue(SNAPSHOT, 'ruledOut', 'trained'))).toBe(true);
    expect(isTodaySnapshot(withValue(SNAPSHOT, 'ruledOut', undefined))).toBe(false);
  });

  it.each([
    ['world', ['own', 'demo']],
    ['readiness.verdict', ['push', 'normal', 'easy', 'rest', 'learning']],
    ['readiness.morning.verdict', ['push', 'normal', 'easy', 'rest', 'learning']],
    ['readiness.rule', RULES],
    ['readiness.morning.rule', RULES],
    ['readiness.confidence', ['low', 'medium', 'high']],
    ['readiness.day.position', ['below', 'within', 'above']],
    ['readiness.contributors.0.name', CONTRIBUTORS],
    ['conflicts.0.why', CONFLICT_REASONS],
    ['check.rating', ['good', 'fair', 'poor', 'unusable']],
    ['units', ['metric', 'imperial']],
  ] as const)('%s is one of %j', (path, codes) => {
    for (const code of codes) expect(isTodaySnapshot(withValue(SNAPSHOT, path, code)), code).toBe(true);
    expect(isTodaySnapshot(withValue(SNAPSHOT, path, 'no such code'))).toBe(false);
  });
});

it('a stored snapshot needs its mark, its version and its times; what it holds is judged apart', () => {
  const stored = { mark: 'a', version: '1', fromMs: 1, untilMs: 2, dayUntilMs: 3 };
  expect(isStoredSnapshot({ ...stored, snapshot: 'odd' })).toBe(true);
  for (const name of Object.keys(stored)) {
    expect(isStoredSnapshot(withValue(stored, name, undefined)), name).toBe(false);
    expect(isStoredSnapshot(withValue(stored, name, true)), name).toBe(false);
  }
});

it('a device needs its id and when it was seen; name and battery may be unknown', () => {
  const device = { id: 'a', name: 'H10', lastSeenMs: 1, batteryPct: 80 };
  expect(isEarlyDevice(device)).toBe(true);
  expect(isEarlyDevice({ ...device, name: null, batteryPct: null })).toBe(true);
  for (const name of Object.keys(device)) {
    expect(isEarlyDevice(withValue(device, name, undefined)), name).toBe(false);
    expect(isEarlyDevice(withValue(device, name, [])), name).toBe(false);
  }
  for (const name of ['id', 'lastSeenMs']) expect(isEarlyDevice(withValue(device, name, null)), name).toBe(false);
});
