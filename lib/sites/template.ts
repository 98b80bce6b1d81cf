/**
 * A template for a new site (docs/adding-a-site.md). It is not listed as a site. Describe here the kind of page, the captures that the
 * reader is written from, and their dates.
 */

import { parseWallClock } from './parse/dates';
import { first } from './parse/first';
import { isOnHost } from './parse/host';
import { type Figures, readLabelled } from './parse/labelled';
import { readLanguage } from './parse/language';
import { firstPlace } from './parse/place';
import { NO_ACTIVITY, toReading } from './parse/reading';
import { sportNamed } from './parse/sports';
import { oneLine } from './parse/text';
import type { PageReading, TrainingSite } from './site';

function matches(url: URL): boolean {
  return isOnHost(url, 'training.example');
}

function activityId(url: URL): string | null {
  return matches(url) ? (/^\/activity\/(\d{1,19})$/.exec(url.pathname)?.[1] ?? null) : null;
}

/** `.stats .stat`: a `.label` and a `.value` (2026). */
function readStats(document: Document, language: string): Figures {
  const text = (stat: Element, part: string) => stat.querySelector(part)?.textContent ?? '';
  const stats = [...document.querySelectorAll('.activity .stats .stat')];
  return readLabelled(
    stats.map((stat) => [text(stat, '.label'), text(stat, '.value')]),
    language,
  );
}

function read(document: Document, url: URL): PageReading {
  const id = activityId(url);
  if (id === null) return NO_ACTIVITY;
  const language = first(() => readLanguage(document)) ?? '';
  const stats = first(() => readStats(document, language)) ?? {};
  return toReading(id, {
    title: [() => oneLine(document.querySelector('.activity h1')?.textContent)],
    sport: [() => sportNamed(document.querySelector('.activity .sport')?.textContent)],
    startLocal: [() => parseWallClock(document.querySelector('.activity time')?.textContent ?? '', language)],
    movingTimeS: [() => stats.moving],
    elapsedTimeS: [() => stats.elapsed],
    distanceM: [() => stats.distance],
    elevationGainM: [() => stats.elevation],
    avgHrBpm: [() => stats.averageHeartRate],
    maxHrBpm: [() => stats.maximumHeartRate],
  });
}

/** Yours is a `TrainingSite`, named like its file, with `id` on its first line. */
export const template: Omit<TrainingSite, 'id'> = {
  name: 'Training Example',
  origins: ['https://training.example/*'],
  opensInPanel: false,
  pageData: {},
  matches,
  pageKind: (url) => (activityId(url) === null ? null : 'activity'),
  read,
  mountPoint: (document, url) =>
    activityId(url) === null ? null : firstPlace(document, [{ selector: '.activity .stats', append: 'after' }]),
  requests: () => [],
};
