import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hello, ToFrame } from '../../../lib/overlay/wire';
import { parseHello, parseToFrame } from '../../../lib/overlay/wire-schema';
import { sites } from '../../../lib/sites';

const hello: Hello = {
  token: '40bad342-cdc0-4b05-9e32-562c854c1e6e',
  scheme: 'dark',
  site: 'strava',
  where: 'strava',
  pageKey: 'strava activity 17',
  page: 'activity',
  pageData: {},
};
const fragment = (value: unknown) => `#${encodeURIComponent(JSON.stringify(value))}`;

describe('what the script in a page tells the frame at its start', () => {
  it.each(sites.map(({ id, pageData }) => [id, pageData] as const))('of %s is understood', (site, pageData) => {
    expect(parseHello(fragment({ ...hello, site, pageData }))).toEqual({ ...hello, site, pageData });
  });

  it.each([
    ['another site', { site: 'evil' }],
    ['an endless name', { where: 'x'.repeat(1000) }],
    ['no token', { token: undefined }],
    ['a path that is no path', { pageData: { own: [[{ constructor: 1 }]] } }],
  ])('is refused with %s', (_, changed) => {
    expect(parseHello(fragment({ ...hello, ...changed }))).toBeNull();
  });

  it('may be anything else: the frame then stays empty', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.webFragments()), (text) => {
        expect(parseHello(text)).toBeNull();
        expect(parseHello(`#${text}`)).toBeNull();
      }),
    );
  });
});

describe('a message of the script in a page', () => {
  const activity = {
    id: '17',
    title: 'Ridge loop',
    sport: 'ride',
    startLocal: '2026-05-04T18:00',
    movingTimeS: 3600,
    elapsedTimeS: null,
    distanceM: null,
    elevationGainM: null,
    avgHrBpm: 150,
    maxHrBpm: null,
    own: null,
  } as const;
  const known: readonly ToFrame[] = [
    { kind: 'here' },
    { kind: 'reading', reading: { activity, notFound: ['maxHrBpm'] } },
    { kind: 'reading', reading: { activity: null, notFound: [] } },
    { kind: 'scheme', scheme: 'light' },
    { kind: 'heart-rates', heard: { id: '17', times: [{ bpm: 120, s: 30 }], zones: [120, 150] } },
    { kind: 'report', text: 'site: strava' },
    { kind: 'masked', masked: false },
    { kind: 'escape' },
  ];

  it.each(known)('of kind $kind is understood', (message) => {
    expect(parseToFrame(message)).toEqual(message);
  });

  it.each([
    ['a command', { kind: 'device-command', command: 'start', id: 'x' }],
    ['a heart rate that nobody has', { kind: 'reading', reading: { activity: { ...activity, avgHrBpm: 900 }, notFound: [] } }],
    ['a start with markup', { kind: 'reading', reading: { activity: { ...activity, startLocal: '2026-05-04T18:00<b>' }, notFound: [] } }],
    ['a report without end', { kind: 'report', text: 'x'.repeat(200_000) }],
  ])('is dropped with %s', (_, message) => {
    expect(parseToFrame(message)).toBeNull();
  });

  it('may be anything else, and is dropped', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(parseToFrame(message)).toBeNull();
      }),
    );
  });
});
