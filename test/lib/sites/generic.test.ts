import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generic } from '../../../lib/sites/generic';
import { exercise, makeGenericPage, toPage } from '../../fixtures/generic/make-page';
import { outing } from '../../fixtures/strava/make-page';
import { words } from '../../fixtures/strava/words';
import { toDocument } from './strava/parse-page';

const url = new URL('https://example.org/outings/7?x=1');
const read = (html: string) => generic.read(toDocument(html), url, null);
const described = { ...outing, own: null };

describe('an exercise in schema.org terms', () => {
  it.each(['json-ld', 'json-ld graph', 'microdata', 'microdata in words', 'rdfa'] as const)('%s', (way) => {
    const { activity, notFound } = read(makeGenericPage(way));
    expect(activity).toEqual({
      ...described,
      startLocal: way === 'microdata' || way === 'microdata in words' ? '2024-09-15T16:03' : '2024-09-15T16:03:00',
    });
    expect(notFound).toEqual(['own']);
  });

  it.each(words)('is read from JSON-LD on a page in $lang', ({ lang }) => {
    expect(read(toPage(exercise, lang)).activity).toEqual({ ...described, startLocal: '2024-09-15T16:03:00' });
  });

  it.each<[string, object, object]>([
    ['a text with its unit', { distance: '13.92 mi' }, { distanceM: 22_402.068 }],
    ['a bare number', { distance: 22.4 }, { distanceM: null }],
    ['a number that could be two', { distance: '1.234 km' }, { distanceM: null }],
    ['an unknown unit', { distance: { value: 22.4, unitCode: 'XXX' } }, { distanceM: null }],
    ['universal time', { startTime: '2024-09-15T14:03:00Z', endTime: undefined }, { startLocal: null, elapsedTimeS: null }],
    ['a zone of its own', { startTime: '2024-09-15T16:03:00+0200', endTime: undefined }, { elapsedTimeS: null }],
    ['a day only', { startTime: '2024-09-15', endTime: undefined }, { startLocal: null, elapsedTimeS: null }],
    ['an end before its start', { endTime: '2024-09-15T15:00:00+02:00' }, { elapsedTimeS: null }],
    ['a clock as duration', { duration: '1:02:33' }, {}],
    ['months', { duration: 'P1M' }, { movingTimeS: null }],
    ['seconds with their unit', { duration: { value: '3753', unitCode: 'SEC' } }, {}],
    ['a list of two sports', { exerciseType: ['Running', 'Cycling'] }, { sport: null }],
    ['a list of one', { exerciseType: ['Running'] }, { sport: 'run' }],
    ['a sport as a thing', { exerciseType: { '@type': 'Thing', name: 'Swimming' } }, { sport: 'swim' }],
    ['a sport by its address', { exerciseType: undefined, additionalType: 'https://example.org/sports/trail_running' }, { sport: 'run' }],
    ['heart rates in words', { averageHeartRate: '146 bpm' }, {}],
    ['a heart rate that cannot be', { averageHeartRate: 460 }, { avgHrBpm: null }],
    ['SportsActivity', { '@type': ['Thing', 'https://schema.org/SportsActivity'] }, {}],
  ])('%s', (_, differs, expected) => {
    expect(read(toPage({ ...exercise, ...differs })).activity).toEqual({ ...described, startLocal: '2024-09-15T16:03:00', ...expected });
  });

  it.each<[string, unknown]>([
    ['a course', { '@type': 'ExerciseAction', name: 'Class', duration: 'PT45M' }],
    ['a route', { '@type': 'ExerciseAction', name: 'Loop', distance: '22.4 km' }],
    ['something one could do', { '@type': 'WebPage', potentialAction: exercise }],
    ['an event', { ...exercise, '@type': 'SportsEvent' }],
    ['two activities', [exercise, { ...exercise, '@id': '8', distance: '5 km' }]],
    ['nothing', null],
  ])('%s is no activity', (_, thing) => {
    expect(read(toPage(thing))).toEqual({ activity: null, notFound: [] });
    expect(generic.mountPoint(toDocument(toPage(thing)), url)).toBeNull();
  });

  it('among several is the one that names this address', () => {
    const here = { ...exercise, '@id': undefined, identifier: outing.id, url: '/outings/7?x=1' };
    expect(
      read(
        toPage([
          { ...exercise, url: '/outings/8' },
          { ...here, name: 'Here' },
        ]),
      ).activity?.title,
    ).toBe('Here');
  });

  it('without its own id uses the page’s address', () => {
    expect(read(toPage({ ...exercise, '@id': undefined })).activity?.id).toBe('https://example.org/outings/7');
  });

  it('has its place below the heading', () => {
    expect(generic.mountPoint(toDocument(toPage(exercise)), url)?.selector).toBe('main h1');
  });

  it('any JSON: throws nothing, reads nothing implausible', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ value: 1e9, unitCode: 'KMT' }));
    const names = ['name', 'exerciseType', 'startTime', 'endTime', 'duration', 'distance', 'additionalProperty', 'averageHeartRate', 'url'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (forged) => {
        const { activity } = read(
          toPage({ '@type': 'ExerciseAction', startTime: '2024-09-15T16:03:00', ...forged }).replaceAll('</script', ''),
        );
        expect(activity?.distanceM ?? 0).toBeLessThanOrEqual(2_000_000);
        expect(activity?.avgHrBpm ?? 100).toBeLessThanOrEqual(250);
        expect(activity?.movingTimeS ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
