import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPageData, type SiteRequest, sites } from '../../../lib/sites';
import { garmin } from '../../../lib/sites/garmin';
import { strava } from '../../../lib/sites/strava';
import { garminAnswer, garminWords, makeGarminPage } from '../../fixtures/garmin/make-page';
import { address, toDocument } from './strava/parse-page';

const blank = toDocument('<html></html>');
const garminUrl = new URL('https://connect.garmin.com/modern/activity/12000000001');
const of = (requests: readonly SiteRequest[], gives: SiteRequest['gives']) => {
  const found = requests.find((request) => request.gives === gives);
  if (found === undefined) throw new Error(`no request gives ${gives}`);
  return found;
};

describe("Strava's requests", () => {
  const requests = strava.requests(blank, address);
  const streams = (heartrate: unknown, time: unknown) => of(requests, 'heart-rate-times').parse(JSON.stringify({ heartrate, time }));
  const zones = (value: unknown) => of(requests, 'heart-rate-zones').parse(JSON.stringify(value));

  it('are those of the site’s own page', () => {
    expect(requests.map(({ path, headers }) => [path, headers['X-Requested-With']])).toEqual([
      ['/activities/12000000001/streams?stream_types[]=heartrate&stream_types[]=time', 'XMLHttpRequest'],
      ['/activities/12000000001/heartrate_zones', 'XMLHttpRequest'],
    ]);
    expect(strava.requests(blank, new URL('https://www.strava.com/dashboard'))).toEqual([]);
  });

  it('return the seconds at each heart rate', () => {
    expect(streams([100, 100, 101, 99], [0, 1, 3, 4])).toEqual({
      ok: true,
      value: [
        { bpm: 99, s: 1 },
        { bpm: 100, s: 2 },
        { bpm: 101, s: 2 },
      ],
    });
  });

  it('count a pause as one second and a gap of the strap as zero', () => {
    expect(streams([100, 120, null, 100], [0, 600, 601, 602])).toEqual({
      ok: true,
      value: [
        { bpm: 100, s: 2 },
        { bpm: 120, s: 1 },
      ],
    });
  });

  it.each<[string, string, string]>([
    ['no strap', '{"time":[0,1]}', 'none'],
    ['an empty list', '{"heartrate":[],"time":[]}', 'none'],
    ['lists that do not fit', '{"heartrate":[100],"time":[0,1]}', 'unknown-shape'],
    ['time that runs backwards', '{"heartrate":[100,100],"time":[1,0]}', 'unknown-shape'],
    ['nothing that could be a heart', '{"heartrate":[0,999],"time":[0,1]}', 'unknown-shape'],
    ['a page', '<!DOCTYPE html>', 'no-json'],
    ['something else', '[]', 'unknown-shape'],
  ])('%s', (_, body, fault) => {
    expect(of(requests, 'heart-rate-times').parse(body)).toEqual({ ok: false, fault });
  });

  it('return the upper bounds of the zones', () => {
    const buckets = [120, 145, 160, 175, -1].map((max, i) => ({ tag: `Z${i + 1}`, max }));
    expect(zones({ distribution_buckets: buckets })).toEqual({ ok: true, value: [120, 145, 160, 175] });
    expect(zones({ distribution_buckets: [] })).toEqual({ ok: false, fault: 'none' });
    expect(zones({ distribution_buckets: buckets.toReversed() })).toEqual({ ok: false, fault: 'unknown-shape' });
    expect(zones({})).toEqual({ ok: false, fault: 'unknown-shape' });
  });

  it('add up to the time of the stream, whatever the rates', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 30, max: 240 }), fc.integer({ min: 1, max: 30 })), { minLength: 1 }), (samples) => {
        const times = samples.map((_, i) => samples.slice(1, i + 1).reduce((sum, [, step]) => sum + step, 0));
        const answer = streams(
          samples.map(([bpm]) => bpm),
          times,
        );
        if (!answer.ok) throw new Error(answer.fault);
        const value = answer.value as readonly { bpm: number; s: number }[];
        // The first sample counts for one second, because there is none before it.
        expect(value.reduce((sum, { s }) => sum + s, 0)).toBe((times.at(-1) ?? 0) + 1);
        expect(value.map(({ bpm }) => bpm)).toEqual([...new Set(samples.map(([bpm]) => bpm))].sort((a, b) => a - b));
      }),
    );
  });
});

describe("Garmin's requests", () => {
  const [english] = garminWords;
  if (english === undefined) throw new Error('no words');
  const requests = garmin.requests(toDocument(makeGarminPage(english)), garminUrl);
  const details = (keys: readonly string[], rows: readonly (readonly (number | null)[])[]) =>
    of(requests, 'heart-rate-times').parse(
      JSON.stringify({
        metricDescriptors: keys.map((key, metricsIndex) => ({ key, metricsIndex })),
        activityDetailMetrics: rows.map((metrics) => ({ metrics })),
      }),
    );

  it('use the page’s own token, and are empty without it', () => {
    expect(requests.map(({ path, headers }) => [path, headers['Connect-Csrf-Token']])).toEqual([
      ['/gc-api/activity-service/activity/12000000001', 't0ken'],
      ['/gc-api/activity-service/activity/12000000001/details', 't0ken'],
    ]);
    expect(garmin.requests(blank, garminUrl)).toEqual([]);
  });

  it('return what the reader accepts as page data', () => {
    const answer = of(requests, 'page-data').parse(JSON.stringify(garminAnswer));
    expect(answer).toEqual({ ok: true, value: garminAnswer });
  });

  it('return the seconds at each heart rate, by the best clock', () => {
    const value = [
      { bpm: 100, s: 2 },
      { bpm: 120, s: 5 },
    ];
    const rows = (scale: number, from: number) => [
      [from, 100],
      [from + scale, 100],
      [from + 6 * scale, 120],
    ];
    expect(details(['sumDuration', 'directHeartRate'], rows(1, 0))).toEqual({ ok: true, value });
    expect(details(['directTimestamp', 'directHeartRate'], rows(1000, 1.7e12))).toEqual({ ok: true, value });
    expect(details(['sumDuration', 'directSpeed'], rows(1, 0))).toEqual({ ok: false, fault: 'none' });
    expect(details(['directPower', 'directHeartRate'], rows(1, 0))).toEqual({ ok: false, fault: 'unknown-shape' });
  });
});

it('any response throws nothing', () => {
  const pages = [address, garminUrl, new URL('https://intervals.icu/activities/i1')];
  const [english] = garminWords;
  const document = english === undefined ? blank : toDocument(makeGarminPage(english));
  const all = sites.flatMap((site) => pages.flatMap((page) => site.requests(document, page)));
  expect(all).toHaveLength(5);
  const keys = ['heartrate', 'time', 'distribution_buckets', 'max', 'metricDescriptors', 'activityDetailMetrics', 'metrics', 'key'];
  const tree = fc.object({ key: fc.constantFrom(...keys), maxDepth: 4 });
  fc.assert(
    fc.property(
      fc.oneof(
        tree.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (body) => {
        for (const request of all) expect(request.parse(body)).toHaveProperty('ok');
      },
    ),
  );
});

describe("the page's own world", () => {
  it('is read for the wanted data, by the first path that has them', () => {
    const activity = new Map<string, unknown>([
      ['type', 'Ride'],
      ['moving_time', 3753],
      ['startDateLocal', undefined],
      ['distance', Number.NaN],
    ]);
    const world = {
      pageView: { activityId: () => 12_000_000_001, activity: () => activity, isOwner: () => true },
      currentAthlete: { measurement_preference: 'feet' },
    };
    expect(collectPageData(strava.pageData, world)).toEqual({
      activityId: 12_000_000_001,
      type: 'Ride',
      detailedType: null,
      startDateLocal: null,
      movingTime: 3753,
      elapsedTime: null,
      distance: null,
      elevGain: null,
      isOwner: true,
      measurementPreference: 'feet',
    });
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['null', null],
    [
      'a trap',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('trap');
          },
        },
      ),
    ],
    [
      'long texts and things',
      { pageView: { activityId: () => 'x'.repeat(501), isOwner: () => ({}), activity: () => ({ get: () => [] }) } },
    ],
  ])('with %s gives null', (_, world) => {
    expect(new Set(Object.values(collectPageData(strava.pageData, world)))).toEqual(new Set([null]));
  });
});
