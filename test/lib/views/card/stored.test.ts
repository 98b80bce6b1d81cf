import { expect, it } from 'vitest';
import type { SiteActivity } from '../../../../lib/sites';
import { seenActivity } from '../../../../lib/views/card/stored';

const ZONE = 'America/New_York';
/** Three in the afternoon there. */
const NOW = Date.parse('2026-05-04T19:00:00Z');
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
const seen = (changes: Partial<SiteActivity> = {}) => seenActivity('strava', { ...PAGE, ...changes }, 'new', NOW, ZONE);

it('an activity of a page is a row of the user’s own, with the local time of its start', () => {
  expect(seen()).toEqual({
    activity: {
      id: 'new',
      world: 'own',
      source: 'strava',
      sourceId: '17',
      sport: 'run',
      startLocal: '2026-05-04T12:15',
      movingTimeS: 5400,
      elapsedTimeS: 6300,
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
  expect(seen({ sport: null })).toMatchObject({ activity: { sport: 'other' }, guessed: ['sport'] });
});

it('one length stands for the other', () => {
  expect(seen({ movingTimeS: null })?.activity).toMatchObject({ movingTimeS: 6300, elapsedTimeS: 6300 });
  expect(seen({ elapsedTimeS: null })?.activity).toMatchObject({ movingTimeS: 5400 });
  expect(seen({ elapsedTimeS: null })?.activity).not.toHaveProperty('elapsedTimeS');
});

it.each<[string, Partial<SiteActivity>, boolean]>([
  ['of somebody else', { own: false }, false],
  ['of nobody knows whom', { own: null }, false],
  ['without a start', { startLocal: null }, false],
  ['with a start that is no date', { startLocal: '2026-13-45T12:15' }, false],
  ['with a start on 30 February', { startLocal: '2026-02-30T12:15' }, false],
  ['without a length', { movingTimeS: null, elapsedTimeS: null }, false],
  ['of no length', { movingTimeS: 0 }, false],
  ['of a second', { movingTimeS: 1 }, true],
  ['that begins now', { startLocal: '2026-05-04T15:00' }, true],
  ['that begins a minute from now', { startLocal: '2026-05-04T15:01' }, false],
])('an activity %s is stored: %s %s', (_, changes, stored) => {
  expect(seen(changes) !== null).toBe(stored);
});
