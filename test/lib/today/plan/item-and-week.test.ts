import { beforeEach, describe, expect, it } from 'vitest';
import { localZone } from '../../../../lib/core/day';
import {
  answerCheckIn,
  answerScreening,
  putLogEntry,
  type ReboundDatabase,
  type StoredLogEntry,
  setSetting,
} from '../../../../lib/storage';
import { readPlannedItem } from '../../../../lib/today/plan/planned-item';
import { readToday, readTodayIn } from '../../../../lib/today/read-today';
import { aCheck, TODAY } from '../../../support/checks';
import { freshDatabase } from '../../../support/database';

/** Noon of that day, wherever this runs. */
const NOW = new Date(2026, 4, 4, 12).getTime();
const HOUR = 3_600_000;

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
const read = () => readTodayIn(db, 'own', NOW);

const anEntry = (changes: Partial<StoredLogEntry> = {}): StoredLogEntry => ({
  id: 'entry',
  itemId: 'stretching@x',
  world: 'own',
  day: TODAY,
  timeZone: localZone(),
  modality: 'stretching',
  doseId: 'after',
  variant: 'static',
  doseOf: 'svetness',
  startMs: NOW - HOUR,
  minutes: 10,
  outcome: 'done',
  reason: null,
  ...changes,
});

describe('an item that is asked for by its id', () => {
  it('is as the plan has it, or over: done, skipped, or gone', async () => {
    expect(await readPlannedItem(db, null, NOW)).toBeNull();
    const [item] = (await readToday(db, NOW)).plan.items;
    if (item === undefined) throw new Error('an empty plan');
    expect(await readPlannedItem(db, item.id, NOW)).toEqual({ item, demo: false, over: null });
    expect(await readPlannedItem(db, 'gone@x', NOW)).toEqual({ item: null, demo: false, over: 'gone' });
    await putLogEntry(db, anEntry());
    await putLogEntry(db, anEntry({ id: 'other', itemId: 'sauna@x', outcome: 'skipped' }));
    expect(await readPlannedItem(db, 'stretching@x', NOW)).toEqual({ item: null, demo: false, over: 'done' });
    expect(await readPlannedItem(db, 'sauna@x', NOW)).toEqual({ item: null, demo: false, over: 'skipped' });
  });

  it('says where it is the example’s', async () => {
    await db.checks.add(aCheck({ world: 'demo' }));
    expect(await readPlannedItem(db, 'gone@x', NOW)).toMatchObject({ demo: true });
  });
});

describe('the week', () => {
  const targets = async () => (await read()).week.targets.map(({ id }) => id);

  it('has targets for what can be done', async () => {
    await answerScreening(db, [], NOW - HOUR);
    expect(await targets()).not.toContain('sauna');
    await setSetting(db, 'equipment', ['sauna']);
    expect(await targets()).toContain('sauna');
    await answerScreening(db, ['heart-disease'], NOW);
    expect(await targets()).not.toContain('sauna');
    expect(await targets()).toContain('mobility');
  });

  it('has none for what is off while ill, and keeps those that are only not planned now', async () => {
    await answerScreening(db, [], NOW - HOUR);
    const well = await targets();
    expect(well).toEqual(expect.arrayContaining(['mobility', 'stretching', 'massage', 'rest-day']));
    await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { ill: true }, NOW);
    expect(await targets()).toEqual(['rest-day']);
  });

  it('counts what was done, by the log', async () => {
    await answerScreening(db, [], NOW - HOUR);
    await putLogEntry(db, anEntry());
    expect((await read()).week.targets.find(({ id }) => id === 'stretching')?.done).toBe(1);
  });
});
