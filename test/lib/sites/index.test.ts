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
    expect(siteFor(new URL(address))?.id).toBe('strava');
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
    'https://www.strava.com/dashboard',
    'https://strava.com.example.org/activities/123',
    'https://example.org/www.strava.com/activities/123',
    'http://www.strava.com/activities/123',
  ])('not %s', (address) => {
    expect(siteFor(new URL(address))).toBeNull();
  });

  it('asks for the origins it reads, no more', () => {
    expect(sites.map(({ origins }) => origins)).toEqual([['https://www.strava.com/*', 'https://m.strava.com/*']]);
  });
});
