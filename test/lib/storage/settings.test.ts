import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRAINDICATIONS, EQUIPMENT } from '../../../lib/catalogue';
import { DIET_LIMITS, getSettings, type Settings, setSetting } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

/** Defaults: settling 60 s, then 3 min (1 to 10); posture; free or paced breathing. */
const DEFAULTS: Settings = {
  welcomed: false,
  demoMode: false,
  asksCycle: false,
  asksSites: false,
  profile: { birthYear: null, sex: 'unstated', massKg: null, hrMaxBpm: null, hrRestBpm: null, lthrBpm: null },
  rangeWidthSd: 1,
  posture: 'lying',
  measureS: 180,
  breathing: { kind: 'free' },
  standUp: false,
  contraindications: [],
  doctorAgreed: [],
  tickPlaces: {},
  fasting: null,
  stillTicked: {},
  screening: { answeredAtMs: null, ticks: {}, unread: false },
  askAgain: { contraindications: [], profile: [], usualLevels: [], diet: [], planDay: [] },
  waterRulesReadAtMs: null,
  guidedSound: true,
  usualLevels: {},
  goal: null,
  phases: [],
  block: null,
  events: [],
  equipment: [],
  timeBudgetMin: 60,
  wake: null,
  bed: null,
  quietFrom: null,
  quietTo: null,
  diet: [],
  supplements: [],
  sleepTargetH: null,
  airC: null,
  planNotifies: false,
  planDay: null,
  breathe: { perMin: 6, minutes: 10, sound: true, heart: false, dark: false },
  resonanceRatePerMin: null,
  units: null,
};

describe('settings', () => {
  it('have defaults at first', async () => {
    expect(await getSettings(freshDatabase())).toEqual(DEFAULTS);
  });

  it('keep what was set, each by itself', async () => {
    const db = freshDatabase();
    await setSetting(db, 'measureS', 600);
    await setSetting(db, 'breathing', { kind: 'paced', perMin: 4.5 });
    expect(await getSettings(db)).toEqual({ ...DEFAULTS, measureS: 600, breathing: { kind: 'paced', perMin: 4.5 } });
    await setSetting(db, 'breathing', { kind: 'free' });
    await setSetting(db, 'welcomed', true);
    expect(await getSettings(db)).toEqual({ ...DEFAULTS, measureS: 600, welcomed: true });
  });

  it.each([
    ['welcomed', 'yes'],
    ['demoMode', 1],
    ['posture', 'upside down'],
    ['measureS', 0],
    ['measureS', 3600],
    ['measureS', Number.NaN],
    ['measureS', '180'],
    ['breathing', { kind: 'paced' }],
    ['breathing', { kind: 'paced', perMin: 60 }],
    ['breathing', null],
  ] as const)('use the default for an invalid row (%s: %o), and keep the others', async (key, value) => {
    const db = freshDatabase();
    await db.settings.bulkPut([true, 'standing'], ['welcomed', 'posture']);
    await db.settings.put(value, key);
    const expected: Settings = { ...DEFAULTS, welcomed: true, posture: 'standing' };
    expect(await getSettings(db)).toEqual({ ...expected, [key]: DEFAULTS[key] });
  });

  it.each([
    ['equipment', ['warm-bath', 'skis', 'sauna'], ['warm-bath', 'sauna']],
    ['supplements', ['creatine', 7], ['creatine']],
    ['events', [{ kind: 'race', atMs: 1 }, { kind: 'match', atMs: 2 }, { kind: 'race' }], [{ kind: 'race', atMs: 1 }]],
    [
      'phases',
      [
        { phase: 'base', from: null, to: null },
        { phase: 'off', from: '2026-05-04' },
      ],
      [{ phase: 'base', from: null, to: null }],
    ],
    ['breathe', { perMin: 5, minutes: 1e9, sound: false, heart: true }, { perMin: 5, minutes: 10, sound: false, heart: true, dark: false }],
    ['diet', 'all', []],
  ] as const)('of a row that fits in part (%s), what fits counts', async (key, row, kept) => {
    const db = freshDatabase();
    await db.settings.put(row, key);
    expect((await getSettings(db))[key]).toEqual(kept);
  });

  it('a list that is too long keeps its last entries', async () => {
    const db = freshDatabase();
    const events = Array.from({ length: 120 }, (_, place) => ({ kind: 'race', atMs: place }));
    await db.settings.put(events, 'events');
    expect((await getSettings(db)).events).toEqual(events.slice(20));
  });

  it('property: one damaged entry takes no other entry of its list with it', async () => {
    const lists = { equipment: EQUIPMENT, diet: DIET_LIMITS, contraindications: CONTRAINDICATIONS };
    const db = freshDatabase();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(lists)), fc.jsonValue(), fc.nat(5), async (key, damaged, place) => {
        const known: readonly string[] = lists[key as keyof typeof lists].slice(0, 5);
        fc.pre(!known.includes(damaged as string));
        await db.settings.put([...known.slice(0, place), damaged, ...known.slice(place)], key);
        expect((await getSettings(db))[key as keyof typeof lists]).toEqual(expect.arrayContaining([...known]));
      }),
    );
  });

  it('property: whatever lies in the database, there are settings', async () => {
    const db = freshDatabase();
    const keys = Object.keys(DEFAULTS);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue(), async (key, value) => {
        await db.settings.put(value, key);
        const settings = await getSettings(db);
        expect(Object.keys(settings).sort()).toEqual([...keys].sort());
        expect(settings.measureS).toBeGreaterThanOrEqual(60);
        expect(settings.measureS).toBeLessThanOrEqual(600);
        expect(['lying', 'sitting', 'standing']).toContain(settings.posture);
        expect(['free', 'paced']).toContain(settings.breathing.kind);
      }),
    );
  });

  it('refuse invalid values', async () => {
    const db = freshDatabase();
    await expect(setSetting(db, 'measureS', 5)).rejects.toThrow();
    await expect(setSetting(db, 'breathing', { kind: 'paced', perMin: 0 })).rejects.toThrow();
    expect(await getSettings(db)).toEqual(DEFAULTS);
  });
});
