import type { HeartRateTime } from '../../training';
import { findAnswer } from '../parse/answer';
import { first } from '../parse/first';
import { heartRateTimes } from '../parse/heart-rate-times';
import { aList, aNumber, at } from '../parse/untrusted';
import type { SiteRequest } from '../site';
import { garminActivityId } from './address';

/** Clocks of a stream, most trusted first, with seconds per unit: time without pauses, time with pauses, time of day. */
const CLOCKS = [
  ['sumDuration', 1],
  ['sumElapsedDuration', 1],
  ['directTimestamp', 1000],
] as const;

/** `metricDescriptors: [{ key, metricsIndex }]` and `activityDetailMetrics: [{ metrics: [number …] }]` (2018–2026). */
function details(value: unknown): readonly HeartRateTime[] | 'none' | null {
  const [descriptors, rows] = [aList(at(value, 'metricDescriptors')), aList(at(value, 'activityDetailMetrics'))];
  if (descriptors === null || rows === null) return null;
  const column = (key: string) =>
    aNumber(
      at(
        descriptors.find((one) => at(one, 'key') === key),
        'metricsIndex',
      ),
    );
  const rate = column('directHeartRate');
  if (rate === null || rows.length === 0) return 'none';
  const clock = CLOCKS.find(([key]) => column(key) !== null);
  const time = clock && column(clock[0]);
  if (clock === undefined || time === null || time === undefined) return null;
  const cell = (row: unknown, index: number) => aNumber(aList(at(row, 'metrics'))?.[index]);
  // A row without a time cannot be counted.
  const timed = rows.flatMap((row) => {
    const seconds = cell(row, time);
    return seconds === null ? [] : [[cell(row, rate), seconds / clock[1]] as const];
  });
  return heartRateTimes(
    timed.map(([bpm]) => bpm),
    timed.map(([, s]) => s),
  );
}

/** Requests the activity and its details as the page itself does, with the token from the page's head. */
export function garminRequests(document: Document, url: URL): readonly SiteRequest[] {
  const id = garminActivityId(url);
  const token = first(() => document.querySelector('meta[name="csrf-token"]')?.getAttribute('content')?.trim() || null);
  if (id === null || token === null) return [];
  const path = `/gc-api/activity-service/activity/${id}`;
  const headers = { 'Connect-Csrf-Token': token, Accept: 'application/json' };
  return [
    {
      gives: 'page-data',
      path,
      headers,
      parse: (body) => findAnswer<unknown>(body, (value) => (at(value, 'activityId') === undefined ? null : value)),
    },
    { gives: 'heart-rate-times', path: `${path}/details`, headers, parse: (body) => findAnswer(body, details) },
  ];
}
