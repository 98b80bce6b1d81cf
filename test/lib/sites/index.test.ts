import { describe, expect, it } from 'vitest';
import { isForAddedPages, siteById, siteFor, sites } from '../../../lib/sites';
import { ADDED_PAGE } from '../../../lib/storage/activity-sources';

describe('siteFor', () => {
  it.each([
    'https://www.strava.com/activities/123',
    'https://www.strava.com/activities/123/',
    'https://m.strava.com/activities/123',
    'https://www.strava.com/activities/123/overview',
    'https://www.strava.com/activities/123/analysis/120/4550',
    'https://www.strava.com/activities/123/segments/3456789',
    'https://www.strava.com/activities/123/laps?x=1#top',
  ])('%s', (address) => {
    const url = new URL(address);
    expect([siteFor(url)?.id, siteFor(url)?.pageKind(url)]).toEqual(['strava', 'activity']);
  });

  it.each([
    'https://www.strava.com/dashboard',
    'https://www.strava.com/dashboard?feed_type=my_activity',
    'https://www.strava.com/athlete/training',
  ])('%s, for the strip', (address) => {
    expect(siteFor(new URL(address))?.pageKind(new URL(address))).toBe('overview');
  });

  it.each([
    'https://www.strava.com/activities/123/truncate',
    'https://www.strava.com/activities/123/truncate/',
    'https://www.strava.com/activities/123/edit',
    'https://www.strava.com/activities/123/edit/photos',
    'https://www.strava.com/activities/123/export_gpx',
    'https://www.strava.com/activities/123/streams',
    'https://www.strava.com/activities/123abc',
    'https://www.strava.com/activities/',
    'https://www.strava.com/activities/new',
    'https://www.strava.com/athletes/1/activities/123',
    'https://www.strava.com/dashboard/following',
    'https://www.strava.com/athlete/training_activities/5',
    'https://strava.com.example.org/activities/123',
    'https://example.org/www.strava.com/activities/123',
    'http://www.strava.com/activities/123',
  ])('not %s', (address) => {
    const url = new URL(address);
    const site = siteFor(url);
    expect(site?.id === 'strava' ? site.pageKind(url) : null).toBeNull();
  });

  it.each([
    ['garmin', 'activity', 'https://connect.garmin.com/app/activity/123'],
    ['garmin', 'activity', 'https://connect.garmin.com/modern/activity/123?share=1'],
    ['garmin', null, 'https://connect.garmin.com/app/activities'],
    ['garmin', null, 'https://connect.garmin.com/modern/activity/edit/123'],
    ['trainingpeaks', 'activity', 'https://app.trainingpeaks.com/#calendar'],
    ['intervals', 'activity', 'https://intervals.icu/activities/i123'],
    ['intervals', 'activity', 'https://intervals.icu/activities/123/data'],
    ['intervals', null, 'https://intervals.icu/fitness'],
    ['generic', 'activity', 'https://example.org/outing?x=1'],
    ['generic', 'activity', 'https://connect.garmin.com.example.org/app/activity/123'],
    [undefined, undefined, 'chrome://extensions'],
    [undefined, undefined, 'file:///tmp/page.html'],
  ])('%s, %s: %s', (id, kind, address) => {
    const site = siteFor(new URL(address));
    expect([site?.id, site?.pageKind(new URL(address))]).toEqual([id, kind]);
  });

  it('asks for the origins it reads, no more', () => {
    expect(Object.fromEntries(sites.map(({ id, origins }) => [id, origins]))).toMatchObject({
      strava: ['https://www.strava.com/*', 'https://m.strava.com/*'],
      garmin: ['https://connect.garmin.com/*'],
      trainingpeaks: ['https://app.trainingpeaks.com/*'],
      intervals: ['https://intervals.icu/*'],
      generic: [],
    });
    // Whatever site there is, it asks for whole hosts of its own, over https, and is the one that reads them.
    for (const { id, origins } of sites) {
      for (const origin of origins) {
        expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]+\/\*$/);
        expect(sites.filter((other) => other.origins.includes(origin)).map((other) => other.id)).toEqual([id]);
        expect(siteFor(new URL(origin.replace('*', '')))?.id).toBe(id);
      }
    }
    expect(sites.map(({ id }) => siteById(id)?.id)).toEqual(sites.map(({ id }) => id));
  });
});

it('one reader takes the pages that users add, under the id that storage knows them by', () => {
  expect(sites.filter(isForAddedPages).map(({ id }) => id)).toEqual([ADDED_PAGE]);
});
