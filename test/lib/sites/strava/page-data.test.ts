import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strava } from '../../../../lib/sites/strava';
import { makePage, outing } from '../../../fixtures/strava/make-page';
import { words } from '../../../fixtures/strava/words';
import { address, readActivity, toDocument } from './parse-page';

const [english] = words;
if (english === undefined) throw new Error('no words');
const html = makePage(english);
const empty = '<html lang="en"><head><title>Strava</title></head><body></body></html>';

const data = {
  activityId: Number(outing.id),
  type: 'Ride',
  detailedType: 'VirtualRide',
  startDateLocal: 1_726_416_187,
  movingTime: 3753.4,
  elapsedTime: 4205,
  distance: 22_403.2,
  elevGain: 1447.6,
  isOwner: true,
  measurementPreference: 'feet',
};

describe('page data', () => {
  it('are preferred to what the page shows', () => {
    const expected = { ...outing, startLocal: '2024-09-15T16:03:07', movingTimeS: 3753.4, distanceM: 22_403.2, elevationGainM: 1447.6 };
    expect(readActivity(html, data)).toEqual(expected);
    expect(readActivity(html, { ...data, activityId: outing.id })).toEqual(expected);
  });

  it('are enough where the page shows nothing, except for data that they lack', () => {
    expect(strava.read(toDocument(empty), address, data).notFound).toEqual(['title', 'avgHrBpm', 'maxHrBpm']);
  });

  it('of another activity, or of none, are ignored', () => {
    for (const other of [
      { ...data, activityId: 5 },
      { ...data, activityId: null },
      { ...data, activityId: undefined },
      null,
      undefined,
      'x',
      5,
      [],
      () => data,
    ]) {
      expect(readActivity(html, other)).toEqual({ ...outing });
    }
  });

  it('with one broken field are used for the others', () => {
    const broken = {
      ...data,
      movingTime: '3753',
      distance: -1,
      elevGain: Number.NaN,
      startDateLocal: 1e15,
      isOwner: 'yes',
      detailedType: {},
    };
    expect(readActivity(html, broken)).toEqual({ ...outing });
    expect(readActivity(empty, broken)).toMatchObject({ sport: 'ride', elapsedTimeS: 4205, movingTimeS: null, distanceM: null, own: null });
  });

  it('that contradict the page about the owner leave it unknown', () => {
    expect(readActivity(html, { ...data, isOwner: false }).own).toBeNull();
  });

  it('that throw are ignored', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
        has: () => {
          throw new Error('trap');
        },
      },
    );
    expect(readActivity(html, trap)).toEqual({ ...outing });
  });

  it('of any kind: throw nothing, give nothing implausible', () => {
    const field = fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(null), fc.object({ maxDepth: 1 }));
    const record = fc.record(
      {
        activityId: fc.constant(outing.id),
        type: field,
        detailedType: field,
        startDateLocal: field,
        movingTime: field,
        elapsedTime: field,
        distance: field,
        elevGain: field,
        isOwner: field,
      },
      { requiredKeys: ['activityId'] },
    );
    fc.assert(
      fc.property(record, (forged) => {
        const { movingTimeS, distanceM, elevationGainM, startLocal } = readActivity(empty, forged);
        for (const value of [movingTimeS, distanceM, elevationGainM])
          expect(value === null || (value >= 0 && value <= 2_678_400)).toBe(true);
        expect(startLocal ?? '2024-01-01T00:00').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
      }),
      { numRuns: 50 },
    );
  });
});
