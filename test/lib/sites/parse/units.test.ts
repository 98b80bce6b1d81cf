import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMetres } from '../../../../lib/sites/parse/measure';
import { lengthUnit, toMetres } from '../../../../lib/sites/parse/units';
import { words } from '../../../fixtures/strava/words';

describe('lengthUnit', () => {
  it.each([
    ['km', 'kilomètres', 'km'],
    ['km', '', 'km'],
    ['', 'Kilometer', 'km'],
    ['km', 'quilómetros', 'km'],
    ['км', 'километров', 'km'],
    ['公里', '公里', 'km'],
    ['公尺', '', 'm'],
    ['m', 'メートル', 'm'],
    ['m.', '', 'm'],
    ['mi', 'miles', 'mi'],
    ['миль', '', 'mi'],
    ['ft', 'Fuß', 'ft'],
    ['pi', 'pieds', 'ft'],
    ['ft', 'pés', 'ft'],
    ['yd', 'iarde', 'yd'],
    ['km', 'a language not known', 'km'],
  ])('"%s" with title "%s" is %s', (symbol, name, unit) => {
    expect(lengthUnit(symbol, name)).toBe(unit);
  });

  it.each([
    ['/km', 'minutes per kilometer'],
    ['km/h', ''],
    ['/100m', ''],
    ['m', 'minute'],
    ['km', 'miles'],
    ['bpm', 'beats per minute'],
    ['', ''],
  ])('"%s" with title "%s" is unknown', (symbol, name) => {
    expect(lengthUnit(symbol, name)).toBeNull();
  });
});

it.each([
  ['22,4', 'km', 'fr', 22_400],
  ['6.21', 'mi', 'en', 9994.026],
  ['315', 'ft', 'en', 96.012],
  ['2.000', 'yd', 'de', 1828.8],
  ['1,448', 'm', 'en', 1448],
] as const)('%s %s in %s is %d m', (text, unit, language, metres) => {
  expect(toMetres(text, unit, language)).toBe(metres);
});

it('is null without a unit, and with the decimals of another language', () => {
  expect(toMetres('5', null, 'en')).toBeNull();
  expect(toMetres('1.448', 'm', 'en')).toBeNull();
});

it('reads the lengths that Intl writes in every language of the pages, or nothing', () => {
  const metres = { kilometer: 1000, meter: 1, mile: 1609.344, foot: 0.3048, yard: 0.9144 };
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...words.map(({ lang }) => lang)),
      fc.constantFrom('long', 'short'),
      fc.constantFrom('kilometer', 'meter', 'mile', 'foot', 'yard'),
      fc.integer({ min: 1, max: 999_999 }),
      (language, unitDisplay, unit, hundredths) => {
        const value = hundredths / 100;
        const text = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: unitDisplay as 'long' }).format(value);
        const found = parseMetres(text, language);
        if (found !== null) read++;
        expect(found ?? value * metres[unit as 'mile'], text).toBeCloseTo(value * metres[unit as 'mile'], 3);
      },
    ),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(470);
});
