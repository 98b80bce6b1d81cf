import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDuration, parseIsoWallClock, parseWallClock, wallClockOfSeconds } from '../../../../lib/sites/parse/dates';
import { monthNumber } from '../../../../lib/sites/parse/months';
import { fold } from '../../../../lib/sites/parse/text';
import { words } from '../../../fixtures/strava/words';

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

describe('parseWallClock', () => {
  it.each([
    ['11:32 AM on Sunday, September 15, 2024', 'en-US', '2024-09-15T11:32'],
    ['12:05 AM on Sunday, September 15, 2024', 'en', '2024-09-15T00:05'],
    ['12:05 PM on Sunday, September 15, 2024', 'en', '2024-09-15T12:05'],
    ['16:03 on Sunday, September 15, 2024', 'en', '2024-09-15T16:03'],
    ['10:25 on Monday, 3 August 2015', 'en-GB', '2015-08-03T10:25'],
    ['Sep 1st, 2024 7:04:09 p.m.', 'en', '2024-09-01T19:04:09'],
    ['16:03, le dimanche 10 septembre 2023', 'fr', '2023-09-10T16:03'],
    ['16h03, le dimanche 1er août 2021', 'fr', '2021-08-01T16:03'],
    ['mar. 10 févr. 2026 à 6 h 05', 'fr', '2026-02-10T06:05'],
    ['06:42 Uhr am Dienstag, 16. März 2021', 'de', '2021-03-16T06:42'],
    ['17:05 am Sonntag, 15. September 2024', 'de', '2024-09-15T17:05'],
    ['12:05 am Sonntag, 15. September 2024', '', '2024-09-15T12:05'],
    ['12:05 am 15. September 2024', 'de', '2024-09-15T12:05'],
    ['12:05 am on Sunday, September 15, 2024', 'de', '2024-09-15T00:05'],
    ['12:03 PM do domingo, 15 de setembro de 2024', 'pt-BR', '2024-09-15T12:03'],
    ['12:05 am So., 15. Sept. 2024', 'de', '2024-09-15T12:05'],
    ['15.09.2024, 06:42', 'de', '2024-09-15T06:42'],
    ['mar 10 set 2024, 06.05', 'it', '2024-09-10T06:05'],
    ['sabato 1º giugno 2024 alle 18:30', 'it', '2024-06-01T18:30'],
    ['5 de março de 2024 às 07:15', 'pt-BR', '2024-03-05T07:15'],
    ['7:15 a. m. del martes, 5 de marzo de 2024', 'es-419', '2024-03-05T07:15'],
    ['12:15 p.\u00a0m. del martes, 5 de marzo del 2024', 'es-419', '2024-03-05T12:15'],
    ['16:03, воскресенье, 15 мая 2024 г.', 'ru', '2024-05-15T16:03'],
    ['2024年9月15日(日) 16時03分', 'ja', '2024-09-15T16:03'],
    ['2024年9月15日 午後0:03', 'ja', '2024-09-15T12:03'],
    ['2024年9月15日 上午12:03', 'zh-TW', '2024-09-15T00:03'],
    ['2024/9/15 16:03', 'ja', '2024-09-15T16:03'],
    ['zondag 15 mrt. 2024 om 16:03', 'nl', '2024-03-15T16:03'],
    ['16.03, Minggu, 15 Agustus 2024', 'id', '2024-08-15T16:03'],
    ['2024-09-15 16:03', '', '2024-09-15T16:03'],
    ['16:03 15/09/2024', '', '2024-09-15T16:03'],
    ['16:03 10/09/2024', 'en-GB', '2024-09-10T16:03'],
    ['4:03 PM 9/10/2024', 'en-US', '2024-09-10T16:03'],
    ['16:03 09/09/2024', 'en', '2024-09-09T16:03'],
    ['29 February 2024, 10:00', 'en', '2024-02-29T10:00'],
  ])('%s in "%s"', (text, language, expected) => {
    expect(parseWallClock(text, language)).toBe(expected);
  });

  it.each([
    ['', 'en'],
    ['Sunday, September 15, 2024', 'en'],
    ['11:32 AM', 'en'],
    ['11:32 on Sunday, September 15, 2024', 'en'],
    ['11:32 on Sunday, September 15, 2024', 'de'],
    ['13:32 PM on Sunday, September 15, 2024', 'en'],
    ['11:32 AM on September 31, 2024', 'en'],
    ['11:32 AM on February 29, 2023', 'en'],
    ['11:72 AM on September 15, 2024', 'en'],
    ['24:00 on 15 September 2024', 'en-GB'],
    ['10:00 - 11:00 on 15 September 2024', 'en-GB'],
    ['10:00, 15 September 2024, 16 September 2024', 'en-GB'],
    ['16:03 09/10/2024', 'en'],
    ['16:03 09/10/2024', ''],
    ['16:03 15/09/24', 'fr'],
    ['16:03, 15 Brumaire 2024', 'fr'],
    ['2024年9月15日 晚上8:03', 'zh-TW'],
    ['2024年9月15日 中午12:03', 'zh-TW'],
    ['16.03, 15 September 2024', 'de'],
    ['yesterday at 11:32 AM', 'en'],
    ['15 September 1875, 10:00', 'en-GB'],
  ])('%s in "%s" is not read', (text, language) => {
    expect(parseWallClock(text, language)).toBeNull();
  });

  it('reads what Intl writes, or nothing', () => {
    const styles = ['full', 'long', 'medium'] as const;
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom(...styles),
        fc.integer({ min: 1e9, max: 2e9 }),
        (language, dateStyle, seconds) => {
          const text = new Intl.DateTimeFormat(language, { dateStyle, timeStyle: 'short', timeZone: 'UTC' }).format(
            new Date(seconds * 1000),
          );
          const result = parseWallClock(text, language);
          if (result !== null) read++;
          expect([new Date(seconds * 1000).toISOString().slice(0, 16), null]).toContain(result);
        },
      ),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(850);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('', ...languages), (text, language) => void parseWallClock(text, language)));
  });
});

it('reads ISO texts only without an offset', () => {
  expect(parseIsoWallClock('2025-07-01T12:10:30')).toBe('2025-07-01T12:10:30');
  expect(parseIsoWallClock('2025-07-01T12:10:30.000')).toBe('2025-07-01T12:10:30');
  expect(parseIsoWallClock('2025-07-01T12:10')).toBe('2025-07-01T12:10');
  for (const text of [
    '2025-07-01T12:10:30Z',
    '2025-07-01T12:10:30+02:00',
    '2025-07-01',
    '2025-02-30T10:00',
    '2025-07-01T24:00',
    '',
    null,
  ]) {
    expect(parseIsoWallClock(text)).toBeNull();
  }
});

it('reads seconds that were written as if local time were UTC', () => {
  expect(wallClockOfSeconds(1_758_004_920)).toBe('2025-09-16T06:42:00');
  for (const seconds of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1_758_004_920_000, null, undefined])
    expect(wallClockOfSeconds(seconds)).toBeNull();
});

it.each([
  ['PT1H2M33S', 3753],
  ['PT45M', 2700],
  ['P1DT1S', 86_401],
  ['PT90.5S', 90.5],
  ['PT0,5S', 0.5],
])('the ISO duration %s is %d s', (text, seconds) => {
  expect(parseIsoDuration(text)).toBe(seconds);
});

it.each(['P', 'PT', 'P1M', 'P1Y', 'P1W', '1H', '-PT1H', 'PT1H2', ''])('the ISO duration %s is not read', (text) => {
  expect(parseIsoDuration(text)).toBeNull();
});

it('knows every month name that Intl writes in the languages of the pages', () => {
  for (const { lang } of words) {
    for (const month of ['long', 'short'] as const) {
      for (let number = 1; number <= 12; number++) {
        const day = new Date(Date.UTC(2024, number - 1, 15));
        const parts = new Intl.DateTimeFormat(lang, { day: 'numeric', month, timeZone: 'UTC' }).formatToParts(day);
        const name = fold(parts.find(({ type }) => type === 'month')?.value).replace('.', '');
        if (/\d/.test(name)) continue;
        expect([lang, name, monthNumber(name)]).toEqual([lang, name, number]);
      }
    }
  }
  for (const word of ['mardi', 'martes', 'martedi', 'marathon', 'domingo', 'samedi', 'x', ''])
    expect([word, monthNumber(word)]).toEqual([word, null]);
});
