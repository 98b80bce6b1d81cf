import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toImportFile } from '../../../lib/exchange';
import { hrv4training } from '../../../lib/exchange/formats/hrv4training';
import { typed } from '../../../lib/exchange/formats/typed';

/** Typed rows and HRV4Training's export: entries, or named faults with their line. */
const entry = (day: string, rmssdMs: number, hrBpm: number | null) => ({ day, rmssdMs, hrBpm });
const parseTyped = (text: string) => typed.read(toImportFile(text));
const parseExport = (text: string) => hrv4training.read(toImportFile(text));
const read = (text: string) => {
  const file = parseTyped(text);
  return file.ok ? file.value : file.faults;
};

describe('typed rows', () => {
  it.each([
    ['commas', '2026-05-04,62.5,49', [entry('2026-05-04', 62.5, 49)]],
    ['semicolons and decimal commas', '2026-05-04;62,5;49', [entry('2026-05-04', 62.5, 49)]],
    ['tabs', '4.5.2026\t62\t49', [entry('2026-05-04', 62, 49)]],
    ['spaces, a decimal comma', '2026/5/4 62,5 49', [entry('2026-05-04', 62.5, 49)]],
    ['comma and space', '2026-05-04, 62, 49', [entry('2026-05-04', 62, 49)]],
    [
      'no heart rate',
      '2026-05-04 62\n2026-05-05,60,-\n2026-05-06,61,',
      [entry('2026-05-04', 62, null), entry('2026-05-05', 60, null), entry('2026-05-06', 61, null)],
    ],
    [
      'a heading, blank lines, any order',
      'date,rmssd,hr\n\n2026-05-05,60,50\r\n2026-05-04,62,49\n',
      [entry('2026-05-04', 62, 49), entry('2026-05-05', 60, 50)],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['nothing', '', { name: 'empty' }],
    ['a day that is none', '2026-05-04,60\n2026-02-30,60', { name: 'date', line: 2, text: '2026-02-30' }],
    ['a day before anybody measured', '1990-01-01,60\n1989-12-31,60', { name: 'too-early', line: 2, text: '1989-12-31' }],
    ['month and day that cannot be told apart', '04/05/2026,60', { name: 'date', line: 1, text: '04/05/2026' }],
    ['no RMSSD', 'date,rmssd\n\n2026-05-04,x', { name: 'rmssd', line: 3, text: 'x' }],
    ['seconds for ms', '2026-05-04,0.06', { name: 'rmssd', line: 1, text: '0.06' }],
    ['a heart rate that nobody has', '2026-05-04,60,400', { name: 'resting-hr', line: 1, text: '400' }],
    ['too few cells', '2026-05-04', { name: 'row', line: 1, text: '2026-05-04' }],
    ['a day twice', '2026-05-04,60\n2026-05-04,61', { name: 'day-once', line: 2, text: '2026-05-04' }],
  ])('%s is a named fault', (_, text, fault) => {
    expect(read(text)).toEqual([fault]);
  });

  it('report every fault, and take nothing', () => {
    expect(read('2026-05-04,60\n2026-05-05,x\n2026-05-06,y')).toMatchObject([{ line: 2 }, { line: 3 }]);
  });
});

describe('HRV4Training', () => {
  const head = 'date, timestamp_measurement, HR, AVNN, SDNN, rMSSD, pNN50, HRV4T_Recovery_Points, note,';
  const of = (...rows: string[]) => parseExport([head, ...rows].join('\n'));

  it('finds date, RMSSD and heart rate among its columns', () => {
    expect(of('2025-12-11 00:01:00 +0000, 2025-12-11T06:50:00, 49.2, 1219, 80, 62.31, 40, 8.1, "slept, well",')).toEqual({
      ok: true,
      value: [entry('2025-12-11', 62.31, 49.2)],
    });
  });

  it('skips days without a measurement, and takes the first one of a day', () => {
    const file = of(
      '2025-12-11,-,-,-,-,-,-,-,-,',
      '2025-12-12,-,0,0,0,0,0,0,-,',
      '2025-12-13,-,50,0,0,61,0,0,-,',
      '2025-12-13,-,60,0,0,30,0,0,-,',
    );
    expect(file).toEqual({ ok: true, value: [entry('2025-12-13', 61, 50)] });
  });

  it('takes the lying part of an orthostatic export', () => {
    const file = parseExport('date,HR_lying,rMSSD_lying,rMSSD_standing\n2025-12-11,50,60,20');
    expect(file).toEqual({ ok: true, value: [entry('2025-12-11', 60, 50)] });
  });

  it.each([
    ['nothing', '', { name: 'empty' }],
    ['another file', 'time,rr\n1,800', { name: 'not-this-format' }],
    ['no measurement at all', `${head}\n2025-12-11,-,-,-,-,-,-,-,-,`, { name: 'empty' }],
    ['a bad date', `${head}\n11/12/2025,-,50,0,0,60,0,0,-,`, { name: 'date', line: 2, text: '11/12/2025' }],
    ['a bad figure', `${head}\n2025-12-11,-,50,0,0,9000,0,0,-,`, { name: 'rmssd', line: 2, text: '9000' }],
  ])('%s is a named fault', (_, text, fault) => {
    expect(parseExport(text)).toEqual({ ok: false, faults: [fault] });
  });
});

describe('property', () => {
  it('never throws, and names each unread line, which exists', () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.constantFrom('2026-05-04,60', 'date,rMSSD', '2026-05-04;60,5;50', '"', '-')), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.join('\n');
        for (const file of [parseTyped(text), parseExport(text)]) {
          if (file.ok) {
            expect(file.value.length).toBeGreaterThan(0);
            continue;
          }
          for (const fault of file.faults) if ('line' in fault) expect(text.split(/\r\n|\n|\r/).length).toBeGreaterThanOrEqual(fault.line);
        }
      }),
    );
  });

  it('round-trips its rows', () => {
    const row = fc.record({
      rmssdMs: fc.integer({ min: 100, max: 39_999 }).map((value) => value / 100),
      hrBpm: fc.option(fc.integer({ min: 25, max: 150 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 300 }), fc.constantFrom(',', ';', '\t', ' '), (rows, separator) => {
        const entries = rows.map((one, i) => entry(new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10), one.rmssdMs, one.hrBpm));
        const text = entries
          .map(({ day, rmssdMs, hrBpm }) => [day, rmssdMs, ...(hrBpm === null ? [] : [hrBpm])].join(separator))
          .join('\n');
        expect(read(text)).toEqual(entries);
      }),
    );
  });
});
