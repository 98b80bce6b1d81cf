import { expect, it } from 'vitest';
import { localZone } from '../../../../lib/core/day';
import type { SiteActivity } from '../../../../lib/sites';
import { seenActivity } from '../../../../lib/views/card/stored';

const NOW = new Date(2026, 4, 4, 15).getTime();
const PAGE: SiteActivity = {
  id: '17',
  title: 'Tempo',
  sport: 'run',
  startLocal: '2026-05-04T12:15',
  movingTimeS: 5400,
  elapsedTimeS: 6300,
  distanceM: 20_000,
  elevationGainM: 100,
  avgHrBpm: 169,
  maxHrBpm: 182,
  own: true,
};
const seen = (changes: Partial<SiteActivity> = {}) => seenActivity('strava', { ...PAGE, ...changes }, 'new', NOW);

it('an activity of a page is a row of the user’s own, in the zone of this machine', () => {
  expect(seen()).toEqual({
    row: {
      id: 'new',
      world: 'own',
      source: 'strava',
      sourceId: '17',
      sport: 'run',
      startMs: new Date(2026, 4, 4, 12, 15).getTime(),
      movingTimeS: 5400,
      elapsedTimeS: 6300,
      timeZone: localZone(),
      day: '2026-05-04',
      title: 'Tempo',
      avgHrBpm: 169,
      maxHrBpm: 182,
      distanceM: 20_000,
      rpe: null,
      kind: null,
      regions: [],
      edited: [],
    },
    guessed: [],
  });
});

it('a sport that the page does not give is guessed, and that is known', () => {
  expect(seen({ sport: null })).toMatchObject({ row: { sport: 'other' }, guessed: ['sport'] });
});

it('one length stands for the other', () => {
  expect(seen({ movingTimeS: null })?.row).toMatchObject({ movingTimeS: 6300, elapsedTimeS: 6300 });
  expect(seen({ elapsedTimeS: null })?.row).toMatchObject({ movingTimeS: 5400 });
  expect(seen({ elapsedTimeS: null })?.row).not.toHaveProperty('elapsedTimeS');
});

it.each<[string, Partial<SiteActivity>, boolean]>([
  ['of somebody else', { own: false }, false],
  ['of nobody knows whom', { own: null }, false],
  ['without a start', { startLocal: null }, false],
  ['with a start that is no date', { startLocal: '2026-13-45T12:15' }, false],
  ['without a length', { movingTimeS: null, elapsedTimeS: null }, false],
  ['of no length', { movingTimeS: 0 }, false],
  ['of a second', { movingTimeS: 1 }, true],
  ['that begins now', { startLocal: '2026-05-04T15:00' }, true],
  ['that begins a minute from now', { startLocal: '2026-05-04T15:01' }, false],
])('an activity %s is stored: %s %s', (_, changes, stored) => {
  expect(seen(changes) !== null).toBe(stored);
});
