import { expect, it } from 'vitest';
import { template } from '../../../lib/sites/template';
import { words } from '../../fixtures/strava/words';
import { toDocument } from './strava/parse-page';

const url = new URL('https://training.example/activity/7');
const stat = (label: string, value: string) =>
  `<div class="stat"><span class="label">${label}</span><span class="value">${value}</span></div>`;

it.each(words)('the template reads a plain page in $lang', ({ lang, sport, when, distance, elevation, labels }) => {
  const html = `<html lang="${lang}"><div class="activity"><h1>Ridge loop</h1><span class="sport">${sport}</span><time>${when}</time><div class="stats">
${stat(labels.distance, `${distance[0]} ${distance[1]}`)}${stat(labels.elevation, `${elevation[0]} ${elevation[1]}`)}${stat(labels.moving, '1:02:33')}</div></div></html>`;
  expect(template.read(toDocument(html), url, null)).toEqual({
    activity: {
      id: '7',
      title: 'Ridge loop',
      sport: 'ride',
      startLocal: '2024-09-15T16:03',
      movingTimeS: 3753,
      elapsedTimeS: null,
      distanceM: 22_400,
      elevationGainM: 1448,
      avgHrBpm: null,
      maxHrBpm: null,
      own: null,
    },
    notFound: ['elapsedTimeS', 'avgHrBpm', 'maxHrBpm', 'own'],
  });
  expect(template.mountPoint(toDocument(html), url)?.selector).toBe('.activity .stats');
  expect([template.pageKind(url), template.pageKind(new URL('https://training.example/'))]).toEqual(['activity', null]);
});
