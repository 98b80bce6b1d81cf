import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allLabs, deleteLab, type LabValue, putLab } from '../../../lib/storage';
import { againstRange, type LabInput, labSeries, labsCsv, parseLab } from '../../../lib/views/labs';
import { freshDatabase } from '../../support/database';

const FORM: LabInput = { name: 'Ferritin', unit: 'µg/l', day: '2026-05-04', value: '48', low: '30', high: '300', note: '' };
const lab = (id: string, day: string, value: number, more: Partial<LabValue> = {}): LabValue => ({
  id,
  name: 'Ferritin',
  unit: 'µg/l',
  day,
  value,
  low: 30,
  high: 300,
  note: '',
  ...more,
});

describe('a typed value', () => {
  it('is stored with its name, unit and own range; a decimal comma is accepted', () => {
    expect(parseLab({ ...FORM, name: '  Vitamin  D ', value: '48,5', low: '' }, 'a', '2026-05-05')).toEqual({
      id: 'a',
      name: 'Vitamin D',
      unit: 'µg/l',
      day: '2026-05-04',
      value: 48.5,
      low: null,
      high: 300,
      note: '',
    });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ unit: 'x'.repeat(21) }, 'unit'],
    [{ day: '2026-02-30' }, 'day'],
    [{ day: '' }, 'day'],
    [{ day: '2026-05-06' }, 'future'],
    [{ value: '' }, 'value'],
    [{ value: '4e3' }, 'value'],
    [{ value: '1,000.5' }, 'value'],
    [{ low: 'low' }, 'range'],
    [{ low: '5', high: '4' }, 'range-order'],
    [{ note: 'x'.repeat(301) }, 'note'],
  ] as const)('%o is refused: %s', (changed, fault) => {
    expect(parseLab({ ...FORM, ...changed }, 'a', '2026-05-05')).toBe(fault);
  });

  it('is either valid or refused with a fault, for any input', () => {
    const text = fc.string({ maxLength: 80, unit: 'grapheme' });
    const form = fc.record({
      name: text,
      unit: text,
      day: fc.oneof(text, fc.constant('2026-05-04')),
      value: fc.oneof(text, fc.double().map(String)),
      low: text,
      high: text,
      note: text,
    });
    fc.assert(
      fc.property(form, (typed) => {
        const parsed = parseLab(typed, 'a', '2026-05-05');
        if (typeof parsed === 'string') return;
        expect(Number.isFinite(parsed.value)).toBe(true);
        expect(parsed.name.length).toBeGreaterThan(0);
        expect(parsed.low === null || parsed.high === null || parsed.low <= parsed.high).toBe(true);
      }),
    );
  });
});

describe('values over time', () => {
  it('form a series for each name and unit, by day', () => {
    const all = labSeries([
      lab('b', '2026-03-01', 50),
      lab('a', '2026-01-01', 40, { name: 'ferritin' }),
      lab('c', '2026-02-01', 0.1, { unit: 'nmol/l' }),
      lab('d', '2026-02-01', 14, { name: 'Haemoglobin', unit: 'g/dl' }),
    ]);
    expect(all.map(({ name, unit, values }) => [name, unit, values.map(({ id }) => id).join('')])).toEqual([
      ['Ferritin', 'nmol/l', 'c'],
      ['Ferritin', 'µg/l', 'ab'],
      ['Haemoglobin', 'g/dl', 'd'],
    ]);
  });

  it('are compared only with their own range', () => {
    expect([29, 30, 300, 301].map((value) => againstRange({ value, low: 30, high: 300 }))).toEqual(['below', 'within', 'within', 'above']);
    expect(againstRange({ value: 5, low: null, high: 4 })).toBe('above');
    expect(againstRange({ value: 5, low: 4, high: null })).toBe('within');
    expect(againstRange({ value: 5, low: null, high: null })).toBeNull();
  });

  it('export as CSV for other programs: quoted where needed, and no formulas', () => {
    expect(
      labsCsv([lab('a', '2026-01-01', 40.5, { high: null, note: 'fasting, "early"' }), lab('b', '2026-01-02', -1, { name: '=1+1' })]),
    ).toBe(
      `name,unit,day,value,own_range_low,own_range_high,note
Ferritin,µg/l,2026-01-01,40.5,30,,"fasting, ""early"""
"'=1+1",µg/l,2026-01-02,-1,30,300,
`,
    );
  });
});

describe('the repository', () => {
  it('stores, changes, deletes and restores', async () => {
    const db = freshDatabase();
    await putLab(db, lab('b', '2026-03-01', 50));
    await putLab(db, lab('a', '2026-01-01', 40));
    await putLab(db, lab('b', '2026-03-01', 55));
    expect((await allLabs(db)).map(({ id, value }) => [id, value])).toEqual([
      ['a', 40],
      ['b', 55],
    ]);
    const taken = await deleteLab(db, 'a');
    expect(taken?.value).toBe(40);
    expect(await deleteLab(db, 'a')).toBeNull();
  });
});
