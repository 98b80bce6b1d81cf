import { describe, expect, it } from 'vitest';
import { siteFor, sites } from '../../../lib/sites';

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
    expect(siteFor(url)?.pageKind(url) ?? null).toBeNull();
  });

  it('asks for the origins it reads, no more', () => {
    expect(sites.map(({ origins }) => origins)).toEqual([['https://www.strava.com/*', 'https://m.strava.com/*']]);
  });
});
