import type { HeartRateTime } from '../../training';
import { findAnswer } from '../parse/answer';
import { heartRateTimes } from '../parse/heart-rate-times';
import { aList, aNumber, at } from '../parse/untrusted';
import type { SiteRequest } from '../site';
import { stravaActivityId } from './address';

const HEADERS = { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' };

/** `{ heartrate: [bpm …], time: [s …] }` (2018–2026). Without a strap, `heartrate` is missing or empty. */
function streams(value: unknown): readonly HeartRateTime[] | 'none' | null {
  const [rates, times] = [at(value, 'heartrate'), at(value, 'time')];
  if (at(value, 'time') !== undefined && (rates === undefined || rates === null || aList(rates)?.length === 0)) return 'none';
  const [rateList, timeList] = [aList(rates), aList(times)];
  return rateList && timeList && heartRateTimes(rateList, timeList);
}

/** `{ distribution_buckets: [{ tag: "Z1", max: 120 } …] }`; the last bucket has no end (2018–2026). */
function zones(value: unknown): readonly number[] | 'none' | null {
  const buckets = aList(at(value, 'distribution_buckets'));
  if (buckets === null) return null;
  if (buckets.length === 0) return 'none';
  const bounds = buckets.slice(0, -1).map((bucket) => aNumber(at(bucket, 'max')));
  const rising = bounds.every((bound, i) => bound !== null && bound >= 25 && bound <= 250 && bound > (bounds[i - 1] ?? 0));
  return rising && bounds.length > 0 ? bounds.filter((bound) => bound !== null) : null;
}

/** Requests the stream and the zones, as the page's own analysis does. */
export function stravaRequests(_document: Document, url: URL): readonly SiteRequest[] {
  const id = stravaActivityId(url);
  if (id === null) return [];
  return [
    {
      gives: 'heart-rate-times',
      path: `/activities/${id}/streams?stream_types[]=heartrate&stream_types[]=time`,
      headers: HEADERS,
      parse: (body) => findAnswer(body, streams),
    },
    { gives: 'heart-rate-zones', path: `/activities/${id}/heartrate_zones`, headers: HEADERS, parse: (body) => findAnswer(body, zones) },
  ];
}
