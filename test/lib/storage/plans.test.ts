import { describe, expect, it } from 'vitest';
import {
  changeSetting,
  deleteLogEntry,
  getSettings,
  getStoredPlan,
  logBetween,
  moveInPlan,
  phaseOn,
  putLogEntry,
  rememberPlan,
  type StoredLogEntry,
} from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

const entry = (changes: Partial<StoredLogEntry> = {}): StoredLogEntry => ({
  id: 'own a',
  itemId: 'a',
  world: 'own',
  day: '2026-05-04',
  timeZone: 'UTC',
  modality: 'stretching',
  startMs: Date.parse('2026-05-04T08:00:00Z'),
  minutes: 10,
  outcome: 'done',
  reason: null,
  ...changes,
});

describe('the log', () => {
  it('stores an item once, separates worlds, and returns what it removes', async () => {
    const db = freshDatabase();
    await putLogEntry(db, entry({ outcome: 'skipped' }));
    await putLogEntry(db, entry());
    await putLogEntry(db, entry({ id: 'demo a', world: 'demo' }));
    await putLogEntry(db, entry({ id: 'own b', day: '2026-05-06', startMs: 0 }));
    expect(await logBetween(db, 'own', '2026-05-04', '2026-05-05')).toEqual([entry()]);
    expect(await deleteLogEntry(db, 'own a')).toEqual(entry());
    expect(await deleteLogEntry(db, 'own a')).toBeNull();
    expect((await logBetween(db, 'own', '2026-05-04', '2026-05-06')).map(({ id }) => id)).toEqual(['own b']);
  });
});

describe('the stored plan', () => {
  it('is empty at first, keeps moves when the plan is stored again, and drops past ones', async () => {
    const db = freshDatabase();
    expect(await getStoredPlan(db, 'own')).toEqual({ world: 'own', previous: [], moved: [] });
    await moveInPlan(db, 'own', 'a', 100, 0);
    await moveInPlan(db, 'own', 'b', 200, 0);
    await moveInPlan(db, 'own', 'b', 300, 0);
    await rememberPlan(db, 'own', [{ id: 'a', startMs: 100, doseId: 'd' }]);
    expect((await getStoredPlan(db, 'own')).moved).toEqual([
      { id: 'a', startMs: 100 },
      { id: 'b', startMs: 300 },
    ]);
    await moveInPlan(db, 'own', 'b', null, 150);
    expect(await getStoredPlan(db, 'own')).toEqual({ world: 'own', previous: [{ id: 'a', startMs: 100, doseId: 'd' }], moved: [] });
    expect((await getStoredPlan(db, 'demo')).moved).toEqual([]);
  });
});

describe('the phase of a day', () => {
  const phases = [
    { phase: 'base', from: null, to: null },
    { phase: 'heavy', from: '2026-05-01', to: '2026-05-14' },
    { phase: 'taper', from: '2026-05-12', to: '2026-05-20' },
  ] as const;

  it.each([
    ['2026-04-30', 'base'],
    ['2026-05-01', 'heavy'],
    ['2026-05-13', 'taper'],
    ['2026-05-20', 'taper'],
    ['2026-05-21', 'base'],
  ])('%s: %s', (day, phase) => {
    expect(phaseOn(phases, day)).toBe(phase);
  });

  it('is null when none was set', () => {
    expect(phaseOn([], '2026-05-04')).toBeNull();
  });
});

describe('settings of the plan', () => {
  it('keep both of two quick changes', async () => {
    const db = freshDatabase();
    await Promise.all([
      changeSetting(db, 'equipment', (before) => [...before, 'sauna']),
      changeSetting(db, 'equipment', (before) => [...before, 'bike']),
    ]);
    expect((await getSettings(db)).equipment.toSorted()).toEqual(['bike', 'sauna']);
  });
});
