import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFrom } from '../../../lib/exchange';

/** One number a line, or a table with an rr column (the command line's contract). */
const values = (text: string) => {
  const read = importFrom(text, 'rr');
  return read.ok ? [...read.value] : read.faults[0];
};

describe('RR intervals from text', () => {
  it.each([
    ['one a line', '800\n810.5\n790', [800, 810.5, 790]],
    ['with blank lines, comments, a byte order mark and Windows line ends', '\uFEFF# strap\r\n800\r\n\r\n810\r\n', [800, 810]],
    ['with decimal commas', '0,8\n0,81', [0.8, 0.81]],
    ['a table with commas', 'time,rr,hr\n0,800,75\n1,810,74', [800, 810]],
    ['a table with semicolons and decimal commas', 'RR [ms];HR\n800,5;75\n810,25;74', [800.5, 810.25]],
    ['a table with tabs and quotes', '"t"\t"RR-interval"\n"0"\t"800"\n"1"\t"810"', [800, 810]],
    ['what programs write for no value', '800\nNaN\ninf\n-5', [800, Number.NaN, Number.NaN, -5]],
    ['exponents', '8e2\n8.1E+2', [800, 810]],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    ['nothing', '', { name: 'empty' }],
    ['comments only', '# a\n# b', { name: 'empty' }],
    ['a heading alone', 'rr', { name: 'empty' }],
    ['words', '800\nabc', { name: 'interval', line: 2, text: 'abc' }],
    ['a table without an rr column', 'a,b\n1,2', { name: 'interval', line: 1, text: 'a,b' }],
    ['a row that is too short', 'hr,rr\n60,1000\n61', { name: 'interval', line: 3, text: '' }],
    ['two numbers in a line', '800 810', { name: 'interval', line: 1, text: '800 810' }],
  ])('%s is a named fault', (_, text, fault) => {
    expect(values(text)).toEqual(fault);
  });

  it('property: never throws, and round-trips numbers', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        importFrom(text, 'rr');
      }),
    );
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -5000, max: 5000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(numbers, (all) => {
        expect(values(all.join('\n'))).toEqual(all.map((value) => Number(String(value))));
      }),
    );
  });
});
