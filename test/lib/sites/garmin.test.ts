import { describe, expect, it } from 'vitest';
import { garmin } from '../../../lib/sites/garmin';
import { garminAnswer, garminWords, imperialMetres, makeGarminPage } from '../../fixtures/garmin/make-page';
import { outing } from '../../fixtures/strava/make-page';
import { toDocument } from './strava/parse-page';

const url = new URL(`https://connect.garmin.com/app/activity/${outing.id}`);
const [english] = garminWords;
if (english === undefined) throw new Error('no words');
const read = (html: string, data: unknown = null) => garmin.read(toDocument(html), url, data);

describe("Garmin Connect's page", () => {
  it.each(garminWords)('is read in $lang', (words) => {
    expect(read(makeGarminPage(words))).toEqual({ activity: { ...outing }, notFound: [] });
    expect(read(makeGarminPage(words, { nameField: false })).activity).toEqual({ ...outing });
  });

  it.each(garminWords)('is read in $lang for another person, imperial, without heart rate', (words) => {
    const { activity, notFound } = read(makeGarminPage(words, { own: false, heartRate: false, imperial: true }));
    expect(activity).toEqual({ ...outing, ...imperialMetres, own: false, avgHrBpm: null, maxHrBpm: null });
    expect(notFound).toEqual(['avgHrBpm', 'maxHrBpm']);
  });

  it('does not say whose activity it is without links', () => {
    expect(read(makeGarminPage(english, { people: false })).notFound).toEqual(['own']);
  });

  it('has no date with "Yesterday"', () => {
    expect(read(makeGarminPage({ ...english, when: 'Yesterday @ 4:03 PM' })).notFound).toEqual(['startLocal']);
  });

  it('leaves out contradictory values, and blocks of two', () => {
    const twice = makeGarminPage(english).replace('812', '150 bpm').replace('kcal', 'Avg HR');
    expect(read(twice).notFound).toEqual(['avgHrBpm']);
    const merged = makeGarminPage(english).replace('</span></div><div class="DataBlock_dataBlock__9Zf">', '</span>');
    expect(read(merged).notFound).toContain('distanceM');
  });
});

describe('the response of the activity service, as page data', () => {
  const blank = '<html lang="en"><body></body></html>';
  const expected = {
    ...outing,
    startLocal: '2024-09-15T16:03:07',
    movingTimeS: 3753.25,
    elapsedTimeS: 4205.5,
    distanceM: 22_403.2,
    elevationGainM: 1447.5,
  };

  it('has everything except the owner', () => {
    expect(read(blank, garminAnswer)).toEqual({ activity: { ...expected, own: null }, notFound: ['own'] });
  });

  it.each([
    [501, true],
    ['501', true],
    [502, false],
    ['x', false],
    [null, null],
  ])('with the viewer %s: own is %s', (viewerProfileId, own) => {
    expect(read(blank, { ...garminAnswer, viewerProfileId }).activity?.own).toBe(own);
  });

  it('is preferred to the page, and ignored when it is of another activity', () => {
    expect(read(makeGarminPage(english), garminAnswer).activity).toEqual(expected);
    expect(read(makeGarminPage(english), { ...garminAnswer, activityId: 5 }).activity).toEqual({ ...outing });
  });

  it.each([
    ['trail_running', 'run'],
    ['treadmill_running', 'run'],
    ['virtual_ride', 'ride'],
    ['e_bike_fitness', 'ride'],
    ['indoor_cycling', 'ride'],
    ['motorcycling', 'other'],
    ['lap_swimming', 'swim'],
    ['casual_walking', 'walk'],
    ['hiking', 'hike'],
    ['indoor_rowing', 'row'],
    ['rowing_v2', 'row'],
    ['cross_country_skiing_ws', 'ski'],
    ['resort_skiing_snowboarding_ws', 'ski'],
    ['strength_training', 'strength'],
    ['yoga', 'mobility'],
    ['tennis', 'other'],
    ['multi_sport', null],
    ['uncategorized', null],
  ])('%s is %s', (typeKey, sport) => {
    expect(read(blank, { ...garminAnswer, activityTypeDTO: { typeKey } }).activity?.sport).toBe(sport);
  });

  it('uses the timer’s time for sports without movement', () => {
    const summaryDTO = { ...garminAnswer.summaryDTO, movingDuration: 0 };
    expect(read(blank, { ...garminAnswer, summaryDTO }).activity?.movingTimeS).toBe(3801.5);
  });
});

it('has a place below the page’s heading', () => {
  expect(garmin.mountPoint(toDocument(makeGarminPage(english)), url)?.selector).toBe('[class*="ActivityHeaderContainer_headerContainer"]');
  expect(garmin.mountPoint(toDocument('<div id="pageContainer"></div>'), url)?.selector).toBe('#pageContainer');
  expect(garmin.mountPoint(toDocument(makeGarminPage(english)), new URL('https://connect.garmin.com/app/home'))).toBeNull();
});
