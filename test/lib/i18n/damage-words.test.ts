import { beforeEach, describe, expect, it } from 'vitest';
import { damageWords, tableWords } from '../../../lib/i18n/words/damage-words';
import { findRowDay } from '../../../lib/storage';
import { ALL_TABLES } from '../../../lib/storage/all-tables';
import english from '../../../public/_locales/en/messages.json';
import { TODAY } from '../../support/checks';
import { speakEnglish } from '../../support/english';
import { aRow, ROW_TABLES } from '../../support/rows';

beforeEach(() => speakEnglish());

describe('a damaged row in words', () => {
  it.each(ROW_TABLES)('of %s has no name of the code in it', (table) => {
    const fields = Object.keys(aRow(table, 0));
    for (const field of fields) {
      const [words = '', ...more] = damageWords({ faults: [`${field}.0.x`] });
      expect(more).toEqual([]);
      expect(words).toMatch(/^[a-z ]+$/);
      if (/[A-Z]/.test(field)) expect(words).not.toContain(field);
    }
    expect(tableWords(table)).not.toBe(tableWords('no such table'));
  });

  it('has a name only for tables that exist', () => {
    const named = Object.keys(english).flatMap((key) => /^damagedRowsTable_(\w+)$/.exec(key)?.[1] ?? []);
    const tables: readonly string[] = ALL_TABLES.map(({ name }) => name);
    expect(named).not.toEqual([]);
    expect(named.filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('names each part once', () => {
    expect(damageWords({ faults: ['rrTicks', 'beats', 'atMs'] })).toEqual(['the heartbeats', 'the date or time']);
  });

  it('names the row itself where no field fits', () => {
    expect(damageWords({ faults: [''] })).toEqual([]);
  });
});

describe('the day of a damaged row', () => {
  it.each([
    [{ day: TODAY, startMs: 0 }, null, TODAY],
    [{ day: 'x', startMs: Date.parse(`${TODAY}T12:00:00Z`) }, null, TODAY],
    [{ atMs: Number.NaN }, ['own', TODAY], TODAY],
    [{ day: '0001-01-01' }, 'id', null],
    ['nothing', 7, null],
  ])('%o, %o: %s', (row, key, day) => {
    expect(findRowDay({ row, key })).toBe(day);
  });
});
