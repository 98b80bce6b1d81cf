import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSettings, type Settings, setSetting } from '../../../lib/storage';
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
  screening: { answeredAtMs: null, ticks: {}, unread: false },
  askAgain: { contraindications: [], profile: [], usualLevels: [] },
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

  it('property: exist whatever the database contains', async () => {
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
