import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../lib/exchange';
import { readTable } from '../../../lib/exchange/table';

describe('a table for other programs', () => {
  it('quotes cells where needed, and ends each line', () => {
    expect(
      toCsv(
        ['day', 'note'],
        [
          ['2026-05-04', 'easy, "short"'],
          [null, 2.5],
        ],
      ),
    ).toBe('day,note\n2026-05-04,"easy, ""short"""\n,2.5\n');
  });

  it('without rows has only its heading', () => expect(toCsv(['a', 'b'], [])).toBe('a,b\n'));

  it.each(['=1+1', '+1+1', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1', '=5', '-', '+49 30'])('%j is not written as a formula', (cell) => {
    expect(toCsv(['a'], [[cell]])).toMatch(/^a\n"'/);
  });

  it.each(['-0.52', '+3', '-12', '62'])('%s stays a number', (cell) => expect(toCsv(['a'], [[cell]])).toBe(`a\n${cell}\n`));

  it('property: the reader reads what the writer writes', () => {
    const cell = fc.string({ maxLength: 20 }).map((text) => text.replace(/\r/g, '').trim());
    const rows = fc.array(fc.tuple(fc.integer({ min: 1 }), cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (all) => {
        const table = readTable(toCsv(['number', 'text'], all));
        expect(table?.faults).toEqual([]);
        const read = table?.rows.map((row) => [Number(row.cell('number')), row.cell('text') ?? '']);
        expect(read).toEqual(
          all.map(([number, text]) => [number, /^[=+\-@]/.test(text) && !/^[+-]\d+(\.\d+)?$/.test(text) ? `'${text}` : text]),
        );
      }),
    );
  });
});

describe('reading a table', () => {
  it('numbers rows by the lines of the file, even after a cell of several lines', () => {
    const table = readTable('\uFEFF# made by hand\r\nA,Note\r\n1,"two\r\nlines"\r\n\r\n2,"x"\r\n');
    expect(table?.columns).toEqual(['a', 'note']);
    expect(table?.rows.map((row) => [row.line, row.cell('a'), row.cell('note')])).toEqual([
      [3, '1', 'two\nlines'],
      [6, '2', 'x'],
    ]);
  });

  it('names the line of an unclosed quotation mark', () => {
    expect(readTable('a,b\n1,x\n2,"y\n3,z\n')?.faults).toMatchObject([{ name: 'end-of-quote', line: 3 }]);
  });
});
