import { expect, it } from 'vitest';
import { intervals } from '../../../lib/sites/intervals';
import { intervalsActivity, intervalsPage } from '../../fixtures/intervals/make-page';
import { outing } from '../../fixtures/strava/make-page';
import { toDocument } from './strava/parse-page';

const url = new URL(`https://intervals.icu/activities/i${outing.id}`);
const read = (data: unknown) => intervals.read(toDocument(intervalsPage), url, data);

it('reads the activity from its own API, which does not say whose it is', () => {
  const expected = { ...outing, id: `i${outing.id}`, startLocal: '2024-09-15T16:03:00', own: null };
  expect(read(intervalsActivity)).toEqual({ activity: expected, notFound: ['own'] });
});

it.each([
  ['nothing', null],
  ["another activity's", { ...intervalsActivity, id: 'i5' }],
  ['no object', 'x'],
  ['a stub', { id: intervalsActivity.id, source: 'STRAVA' }],
])('finds nothing in %s', (_, data) => {
  const { activity, notFound } = read(data);
  expect(activity?.id).toBe(`i${outing.id}`);
  expect(notFound).toHaveLength(10);
});

it('leaves out impossible values', () => {
  expect(read({ ...intervalsActivity, moving_time: 9000, average_heartrate: 300, distance: '22400', type: 'Unknown' }).notFound).toEqual([
    'sport',
    'movingTimeS',
    'elapsedTimeS',
    'distanceM',
    'avgHrBpm',
    'own',
  ]);
});

it('has its place at the top of the app, and requests data from its own service', () => {
  expect(intervals.mountPoint(toDocument(intervalsPage), url)?.selector).toBe('.v-main__wrap');
  const [request] = intervals.requests(toDocument(intervalsPage), url);
  expect([request?.gives, request?.path]).toEqual(['page-data', `/api/activity/i${outing.id}`]);
  expect(request?.parse(JSON.stringify(intervalsActivity))).toEqual({ ok: true, value: intervalsActivity });
  expect(request?.parse('{"error":"no"}')).toEqual({ ok: false, fault: 'unknown-shape' });
});
