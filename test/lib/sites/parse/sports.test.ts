import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sportNamed, sportOfFamily } from '../../../../lib/sites/parse/sports';
import { squash } from '../../../../lib/sites/parse/text';

it.each([
  ['Run', 'run'],
  ['TrailRun', 'run'],
  ['VirtualRide', 'ride'],
  ['EMountainBikeRide', 'ride'],
  ['ride', 'ride'],
  ['E-Bike Ride', 'ride'],
  ['Swim', 'swim'],
  ['Walk', 'walk'],
  ['Hike', 'hike'],
  ['VirtualRow', 'row'],
  ['NordicSki', 'ski'],
  ['Snowboard', 'ski'],
  ['WeightTraining', 'strength'],
  ['Weight Training', 'strength'],
  ['Yoga', 'mobility'],
  ['Workout', 'other'],
  ['HighIntensityIntervalTraining', 'other'],
  ['Sortie à vélo virtuelle', 'ride'],
  ['Course à pied', 'run'],
  ['Randonnée', 'hike'],
  ['Ski de randonnée', 'ski'],
  ['Lauf', 'run'],
  ['Langlauf', 'ski'],
  ['Spaziergang', 'walk'],
  ['Krafttraining', 'strength'],
  ['Natação', 'swim'],
  ['Musculação', 'strength'],
  ['Senderismo', 'hike'],
  ['Camminata', 'walk'],
  ['Бег', 'run'],
  ['Силовая тренировка', 'strength'],
  ['ウェイトトレーニング', 'strength'],
  ['Hardlopen', 'run'],
  ['Wandelen', 'walk'],
  ['虛擬騎乘', 'ride'],
  ['徒步', 'hike'],
  ['Jalan Kaki', 'walk'],
  ['Lari', 'run'],
])('%s is %s', (name, sport) => {
  expect(sportNamed(name)).toBe(sport);
});

it.each(['', 'Strava', 'Quidditch', 'Rider', 'Runner', 'Other', 'constructor', '__proto__', '…', null, undefined])(
  '%s is unknown',
  (name) => {
    expect(sportNamed(name)).toBeNull();
  },
);

it('returns null for families that could be any sport', () => {
  expect([sportOfFamily('Ride'), sportOfFamily('Run'), sportOfFamily('Swim')]).toEqual(['ride', 'run', 'swim']);
  expect([sportOfFamily('Other'), sportOfFamily('StationaryOther'), sportOfFamily(null)]).toEqual([null, null, null]);
});

it('has no word for two sports', () => {
  const source = readFileSync('lib/sites/parse/sport-words.ts', 'utf8');
  const body = source.slice(source.indexOf('= {'), source.indexOf('\n};'));
  const meanings = new Map<string, string>();
  const clashes: string[] = [];
  for (const [, sport = '', text = ''] of body.matchAll(/^ {2}(\w+):([\s\S]*?),$/gm)) {
    const list = [...text.matchAll(/'([^']*)'/g)].map((part) => part[1]).join('');
    for (const word of list.split('|').map(squash)) {
      if ((meanings.get(word) ?? sport) !== sport) clashes.push(word);
      meanings.set(word, sport);
    }
  }
  expect(meanings.size).toBeGreaterThan(300);
  expect(clashes).toEqual([]);
});
