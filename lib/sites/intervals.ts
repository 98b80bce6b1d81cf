/**
 * intervals.icu, a single-page app. The page only gives the place for the card. The data come from the site's own activity service, which
 * the page requests too, and are passed in as page data.
 */

import { findAnswer } from './parse/answer';
import { parseIsoWallClock } from './parse/dates';
import { first } from './parse/first';
import { isOnHost } from './parse/host';
import { firstPlace } from './parse/place';
import { NO_ACTIVITY, toReading } from './parse/reading';
import { sportNamed } from './parse/sports';
import { oneLine } from './parse/text';
import { aNumber, anId, aText, at } from './parse/untrusted';
import type { PageReading, TrainingSite } from './site';

function matches(url: URL): boolean {
  return isOnHost(url, 'intervals.icu');
}

/** `/activities/i123`; activities imported from Strava keep Strava's number. */
function activityId(url: URL): string | null {
  return matches(url) ? (/^\/activit(?:ies|y)\/(i?\d{1,19})(?:\/.*)?$/.exec(url.pathname)?.[1] ?? null) : null;
}

/** Reads the activity of the published API, in snake case (2026-04). It does not say whose activity it is. */
function read(_document: Document, url: URL, pageData: unknown): PageReading {
  const id = activityId(url);
  if (id === null) return NO_ACTIVITY;
  const data = first(() => (anId(at(pageData, 'id')) === id ? pageData : null));
  const text = (key: string) => aText(at(data, key));
  const number = (key: string) => aNumber(at(data, key));
  return toReading(id, {
    title: [() => oneLine(text('name'))],
    sport: [() => sportNamed(text('type'))],
    startLocal: [() => parseIsoWallClock(text('start_date_local'))],
    movingTimeS: [() => number('moving_time')],
    elapsedTimeS: [() => number('elapsed_time')],
    distanceM: [() => number('distance')],
    elevationGainM: [() => number('total_elevation_gain')],
    avgHrBpm: [() => number('average_heartrate')],
    maxHrBpm: [() => number('max_heartrate')],
  });
}

export const intervals: TrainingSite = {
  id: 'intervals',
  name: 'intervals.icu',
  origins: ['https://intervals.icu/*'],
  opensInPanel: false,
  pageData: {},
  matches,
  pageKind: (url) => (activityId(url) === null ? null : 'activity'),
  read,
  mountPoint: (document, url) =>
    activityId(url) === null
      ? null
      : firstPlace(document, [
          { selector: '.v-main__wrap', append: 'first' },
          { selector: 'main', append: 'first' },
          { selector: '#app', append: 'first' },
        ]),
  requests: (_document, url) => {
    const id = activityId(url);
    return id === null
      ? []
      : [
          {
            gives: 'page-data',
            path: `/api/activity/${id}`,
            headers: { Accept: 'application/json' },
            parse: (body) => findAnswer<unknown>(body, (value) => (at(value, 'id') === undefined ? null : value)),
          },
        ];
  },
};
