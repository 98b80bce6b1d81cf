import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../../lib/sites/parse/numbers';

describe('parseNumber', () => {
  it.each([
    ['22.4', 'en', 22.4],
    ['22,4', 'fr', 22.4],
    ['1,448', 'en-GB', 1448],
    ['1.448', 'de-DE', 1448],
    ['1\u202f448', 'fr-FR', 1448],
    ['1\u00a0448,5', 'ru', 1448.5],
    ['1 448', '', 1448],
    ['1’448.25', 'de-CH', 1448.25],
    ['1.234.567,8', 'pt-BR', 1_234_567.8],
    ['1,234,567.8', 'ja', 1_234_567.8],
    ['2.000', 'es-ES', 2000],
    ['2,000', 'es-419', 2000],
    ['２２．４', 'ja', 22.4],
    ['007', 'en', 7],
    // One possible meaning in every language.
    ['22.4', '', 22.4],
    ['22.4', 'de', 22.4],
    ['22,45', 'en', 22.45],
    ['1,234.5', 'de', 1234.5],
    ['0,125', '', 0.125],
  ])('%s in "%s" is %d', (text, language, value) => {
    expect(parseNumber(text, language)).toBe(value);
  });

  it.each([
    ['1.234', ''],
    ['1,234', 'es'],
    ['1,234', 'de-CH'],
    ['', 'en'],
    ['—', 'en'],
    ['-5', 'en'],
    ['NaN', 'en'],
    ['∞', 'en'],
    ['1e5', 'en'],
    ['12.34.56', 'en'],
    ['1,23,456', 'en'],
    ['1 44', 'fr'],
    ['5 km', 'en'],
    ['.5', 'en'],
    ['5.', 'en'],
    ['٢٢', 'en'],
  ])('%s in "%s" is not read', (text, language) => {
    expect(parseNumber(text, language)).toBeNull();
  });

  it('refuses more decimals than the page shows', () => {
    expect(parseNumber('1.448', 'en', 2)).toBeNull();
    expect(parseNumber('1.000', 'en', 2)).toBeNull();
    expect(parseNumber('1.44', 'en', 2)).toBe(1.44);
  });

  it('reads what Intl writes', () => {
    const languages = [
      'en-US',
      'en-GB',
      'fr-FR',
      'de-DE',
      'pt-BR',
      'pt-PT',
      'es-ES',
      'es-419',
      'it-IT',
      'ru-RU',
      'ja-JP',
      'nl-NL',
      'zh-TW',
      'zh-CN',
      'id-ID',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.integer({ min: 0, max: 1e9 }), (language, cents) => {
        const text = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(cents / 100);
        expect(parseNumber(text, language)).toBe(cents / 100);
      }),
    );
  });

  it('never throws, and never returns NaN', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', 'en', 'de', 'x'), (text, language) => {
        const value = parseNumber(text, language);
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
  });
});
