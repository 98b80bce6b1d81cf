import { describe, expect, it } from 'vitest';
import { trainingPeaks } from '../../../lib/sites/training-peaks';
import { outing } from '../../fixtures/strava/make-page';
import { makeTrainingPeaksPage, type TrainingPeaksOptions } from '../../fixtures/training-peaks/make-page';
import { toDocument } from './strava/parse-page';

const url = new URL('https://app.trainingpeaks.com/#calendar');
const read = (options: TrainingPeaksOptions = {}) => trainingPeaks.read(toDocument(makeTrainingPeaksPage(options)), url, null);
/** The panel shows neither whose calendar it is nor the elapsed time. */
const shown = { ...outing, own: null, elapsedTimeS: null };

describe('the panel of TrainingPeaks', () => {
  it.each<[string, TrainingPeaksOptions, object]>([
    ['metric', {}, {}],
    ['an American date', { when: ['Sunday September 15, 2024', '4:03 PM'] }, {}],
    ['the time in its field', { when: ['Sunday 15 September, 2024'], startField: '4:03 pm' }, {}],
    ['the time in both', { when: ['Sunday 15 September, 2024', '4:03 pm'], startField: '4:03 pm' }, {}],
    ['a comma', { lang: 'de', distance: '22,4 km', elevation: '1.448 m' }, {}],
    ['imperial', { distance: '13.92 mi', elevation: '4751 ft' }, { distanceM: 22_402.068, elevationGainM: 1448.105 }],
    ['no time', { when: ['Sunday 15 September, 2024'] }, { startLocal: null }],
    ['another time in the field', { startField: '4:05 pm' }, { startLocal: null }],
    ['no unit', { distance: '22.4' }, { distanceM: null }],
    ['no heart rate', { heartRate: false }, { avgHrBpm: null, maxHrBpm: null }],
    ['only planned', { done: false }, { movingTimeS: null, distanceM: null, elevationGainM: null }],
    ['a run', { sport: 'Run' }, { sport: 'run' }],
    ['a mountain bike', { sport: 'MtnBike' }, { sport: 'ride' }],
    ['skis', { sport: 'XCSki' }, { sport: 'ski' }],
    ['strength', { sport: 'Strength' }, { sport: 'strength' }],
    ['something else', { sport: 'Crosstrain' }, { sport: 'other' }],
    ['a brick', { sport: 'Brick' }, { sport: null }],
  ])('%s', (_, options, differs) => {
    expect(read(options).activity).toEqual({ ...shown, ...differs });
  });

  it('reports what it lacks', () => {
    expect(read().notFound).toEqual(['elapsedTimeS', 'own']);
  });

  it('is no activity without a panel or a selected workout', () => {
    expect(read({ selected: false })).toEqual({ activity: null, notFound: [] });
    expect(trainingPeaks.read(toDocument('<html></html>'), url, null).activity).toBeNull();
    expect(trainingPeaks.read(toDocument(makeTrainingPeaksPage()), new URL('https://example.org/'), null).activity).toBeNull();
  });

  it('has its place after the tabs, and none while it is closed', () => {
    const place = trainingPeaks.mountPoint(toDocument(makeTrainingPeaksPage()), url);
    expect([place?.selector, place?.append]).toEqual(['.workoutQuickView .tabContent.tabContentRegion', 'after']);
    expect(trainingPeaks.mountPoint(toDocument('<html></html>'), url)).toBeNull();
    expect(trainingPeaks.opensInPanel).toBe(true);
  });
});
