import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../../lib/sites/parse/durations';
import { words } from '../../../fixtures/strava/words';

describe('parseDuration', () => {
  it.each([
    ['1:02:33', 'en', 3753],
    ['54:29', 'en', 3269],
    ['0:45', '', 45],
    ['00:00:45', '', 45],
    ['100:00:00', '', 360_000],
    ['1h 2m', 'en', 3720],
    ['1h 02min', 'it', 3720],
    ['1h2m3s', 'en', 3723],
    ['45s', 'en', 45],
    ['45 sec', 'en', 45],
    ['90 min', 'en', 5400],
    ['1\u00a0h 2\u202fmin', 'fr', 3720],
    ['1 Std. 2 Min.', 'de', 3720],
    ['2 heures 5 minutes', 'fr', 7500],
    ['1 hora 2 minutos', 'pt-BR', 3720],
    ['1 ora 2 minuti', 'it', 3720],
    ['1ч 2м', 'ru', 3720],
    ['1 час 2 минуты 3 секунды', 'ru', 3723],
    ['1時間2分3秒', 'ja', 3723],
    ['1小時2分鐘', 'zh-TW', 3720],
    ['1小时2分钟', 'zh-CN', 3720],
    ['1 uur 2 min', 'nl', 3720],
    ['1j 2m 3d', 'id', 3723],
    ['1 jam 2 menit', 'id', 3720],
    ['1j 2h', 'fr', 93_600],
    ['1 day 2h', 'en', 93_600],
    ['2 дня 3 ч', 'ru', 183_600],
  ])('%s in "%s" is %d s', (text, language, seconds) => {
    expect(parseDuration(text, language)).toBe(seconds);
  });

  it.each([
    '',
    '—',
    '45',
    '4:56 /km',
    '4:56/km',
    '1:2',
    '1:75',
    '75:00',
    '1:02:99',
    '1:99:00',
    '2m 1h',
    '1h 1h',
    '1h 75m',
    '1.5h',
    '-1:02',
    '1h 2x',
    '22.4 km',
    '1:02:33:04',
    '1j 2m',
    'h m',
    '12',
  ])('%s is not read', (text) => {
    expect(parseDuration(text, 'en')).toBeNull();
  });

  it('never throws, and returns whole seconds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:hms ]{0,12}$/)), (text) => {
        const seconds = parseDuration(text, 'en');
        expect(seconds === null || Number.isInteger(seconds)).toBe(true);
      }),
    );
  });

  it('reads what Intl writes in hours, minutes and seconds, or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...words.map(({ lang }) => lang)),
        fc.constantFrom('long', 'short', 'narrow'),
        fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (language, unitDisplay, figures, parts) => {
          const units = ['hour', 'minute', 'second'].slice(0, parts);
          const text = units
            .map((unit, i) =>
              new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: unitDisplay as 'long' }).format(figures[i] ?? 0),
            )
            .join(' ');
          const seconds = units.reduce((sum, _, i) => sum + (figures[i] ?? 0) * ([3600, 60, 1][i] ?? 0), 0);
          const found = parseDuration(text, language);
          if (found !== null) read++;
          expect([text, found ?? seconds]).toEqual([text, seconds]);
        },
      ),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(380);
  });
});
