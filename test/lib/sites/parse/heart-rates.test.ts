import { expect, it } from 'vitest';
import { parseHeartRate } from '../../../../lib/sites/parse/heart-rates';

it.each([
  ['146 bpm', 146, true],
  ['146\u00a0bpm', 146, true],
  ['146', 146, false],
  ['146 уд./мин', 146, true],
  ['146 ppm', 146, false],
  ['146 次/分', 146, false],
  ['25 bpm', 25, true],
  ['250 bpm', 250, true],
])('%s', (text, bpm, certain) => {
  expect(parseHeartRate(text, 'en')).toEqual({ bpm, certain });
});

it.each(['', '—', 'bpm', '24 bpm', '251 bpm', '-146 bpm', '0 bpm', '78 %', '84 rpm', '1,146 bpm', '146 / 180 bpm', '22.3 km/h', 'NaN bpm'])(
  '%s is not read',
  (text) => {
    expect(parseHeartRate(text, 'en')).toBeNull();
  },
);
