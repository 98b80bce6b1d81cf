import fc from 'fast-check';
import { is } from 'valibot';
import { describe, expect, it } from 'vitest';
import { ALL_TABLES } from '../../../lib/storage/all-tables';
import { toQuickCheck } from '../../../lib/storage/quick-check';
import { aRow, ROW_TABLES } from '../../support/rows';

describe.each(ROW_TABLES)('the quick check of %s', (name) => {
  const schema = ALL_TABLES.find((table) => table.name === name)?.row;

  it('property: agrees with valibot', () => {
    if (schema === undefined) throw new Error('no schema');
    const quick = toQuickCheck(schema);
    const row = aRow(name, 0);
    expect(quick(row)).toBe(true);
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, '2026-13-01', ''));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(row), 'more'), value, fc.boolean(), (field, other, lacks) => {
        const changed: Record<string, unknown> = { ...row, [field]: other };
        if (lacks) delete changed[field];
        expect(quick(changed)).toBe(is(schema, changed));
      }),
    );
  });
});
