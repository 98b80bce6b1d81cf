/**
 * Any page that describes an exercise in schema.org terms, as JSON-LD or in its markup (microdata, RDFa Lite). Courses, routes and plans
 * use the same terms, so only an exercise that took place counts as an activity.
 */

import { parseUrl } from '../core/url';
import { findExercises, type Thing } from './generic/things';
import { parseIsoDuration, parseIsoWallClock } from './parse/dates';
import { parseDuration } from './parse/durations';
import { first } from './parse/first';
import { parseHeartRate } from './parse/heart-rates';
import { readLanguage } from './parse/language';
import { parseMetres } from './parse/measure';
import { parseNumber } from './parse/numbers';
import { firstPlace } from './parse/place';
import { NO_ACTIVITY, toReading } from './parse/reading';
import { sportOfKey } from './parse/sport-keys';
import { sportNamed } from './parse/sports';
import { oneLine } from './parse/text';
import { lengthUnit, toMetres } from './parse/units';
import { aList, aNumber, anId, aText, at } from './parse/untrusted';
import type { PageReading, TrainingSite } from './site';

/** UN/CEFACT unit codes, as used in schema.org's `unitCode`. */
const UNIT_CODES: Readonly<Record<string, string>> = { KMT: 'km', MTR: 'm', SMI: 'mi', FOT: 'ft', YRD: 'yd' };

/** The values of the first name that has any, including those in `additionalProperty`. A list returns its items. */
function findValues(thing: Thing, names: readonly string[]): readonly unknown[] {
  const more = aList(thing.additionalProperty) ?? [thing.additionalProperty];
  for (const name of names) {
    const own = thing[name] ?? more.find((one) => [at(one, 'propertyID'), at(one, 'name')].includes(name));
    if (own !== undefined && own !== null && own !== '') return aList(own) ?? [own];
  }
  return [];
}

/** The only value among the names; undefined for none or several. */
function findOnlyValue(thing: Thing, ...names: readonly string[]): unknown {
  const values = findValues(thing, names);
  return values.length === 1 ? values[0] : undefined;
}

/** A text, or the name of a thing. */
function words(value: unknown): string | null {
  return aText(value) ?? aText(at(value, 'name')) ?? aText(at(value, '@value'));
}

/** A text or number under one name of a value, as text. */
function part(value: unknown, name: string): string | null {
  const found = at(value, name);
  return anId(found) ?? (typeof found === 'number' ? String(found) : words(found));
}

const readUnit = (value: unknown) => part(value, 'unitCode') ?? part(value, 'unitText') ?? '';

/** Metres, from "22.4 km" or from a value with a unit. Null for a bare number, which has no unit. */
function metres(value: unknown, language: string): number | null {
  const number = part(value, 'value');
  return number === null
    ? parseMetres(words(value) ?? '', language)
    : toMetres(number, lengthUnit(UNIT_CODES[readUnit(value)] ?? readUnit(value), ''), language);
}

/** Seconds, from an ISO 8601 duration, from "1:02:33", or from a value in seconds, minutes or hours. */
function seconds(value: unknown, language: string): number | null {
  const number = part(value, 'value');
  if (number === null) return parseIsoDuration(words(value) ?? '') ?? parseDuration(words(value) ?? '', language);
  const unit = readUnit(value).toLowerCase();
  const scale = SECONDS.find(([names]) => names.test(unit))?.[1];
  const amount = parseNumber(number, language);
  return parseIsoDuration(number) ?? (scale === undefined || amount === null ? null : amount * scale);
}

const SECONDS = [
  [/^s(ec(onds?)?)?$/, 1],
  [/^min(utes?)?$/, 60],
  [/^(h(ours?)?|hur)$/, 3600],
] as const;

/** Beats per minute, from 146, "146 bpm" or a value with that unit. */
function beats(value: unknown, language: string): number | null {
  return aNumber(value) ?? parseHeartRate(part(value, 'value') ?? words(value) ?? '', language)?.bpm ?? null;
}

function elapsed(thing: Thing): number | null {
  const [from, to] = [words(findOnlyValue(thing, 'startTime', 'startDate')), words(findOnlyValue(thing, 'endTime', 'endDate'))];
  const zoned = (text: string | null) => /T.*(Z|[+-]\d\d:?\d\d)$/.test(text ?? '');
  if (from === null || to === null || zoned(from) !== zoned(to) || !from.includes('T') || !to.includes('T')) return null;
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

const MOVING = ['movingTime', 'activeDuration', 'duration', 'totalTime', 'activityDuration'];
const DISTANCE = ['distance', 'totalDistance'];
const AVERAGE = ['averageHeartRate', 'avgHeartRate', 'heartRateAverage'];

/** An exercise took place if it has a start, a heart rate, or both a distance and a duration. */
function tookPlace(thing: Thing): boolean {
  const has = (...names: readonly string[]) => findValues(thing, names).length > 0;
  return has('startTime', 'startDate', 'endTime') || has(...AVERAGE) || (has(...DISTANCE) && has(...MOVING));
}

/** The activity of a page: the only one, or the one that names the page's address. */
function findExercise(document: Document, url: URL): Thing | null {
  const done = findExercises(document).filter(tookPlace);
  const here = done.filter((thing) => [thing['@id'], thing.url].some((address) => sameAddress(words(address), url)));
  const [only, another] = here.length > 0 ? here : done;
  return only !== undefined && (another === undefined || JSON.stringify(only) === JSON.stringify(another)) ? only : null;
}

function sameAddress(text: string | null, url: URL): boolean {
  const other = text === null ? null : parseUrl(text, url.href);
  if (other === null) return false;
  return other.origin + other.pathname + other.search === url.origin + url.pathname + url.search;
}

function read(document: Document, url: URL): PageReading {
  const thing = first(() => findExercise(document, url));
  if (thing === null) return NO_ACTIVITY;
  const language = first(() => readLanguage(document)) ?? '';
  // JSON-LD and attributes are written for machines; markup text is written for people, in the page's language.
  const figure = (parse: (value: unknown, language: string) => number | null, ...of: readonly string[]) => {
    const value = findOnlyValue(thing, ...of);
    return parse(value, thing.spoken === true && typeof value === 'string' ? language : '');
  };
  const names = ['exerciseType', 'sport', 'activityType', 'category', 'additionalType'];
  const id = part(thing, 'identifier') ?? part(findOnlyValue(thing, 'identifier'), 'value') ?? part(thing, '@id') ?? part(thing, 'url');
  return toReading(id ?? url.origin + url.pathname, {
    title: [() => oneLine(words(findOnlyValue(thing, 'name', 'headline')))],
    sport: names.map((name) => () => {
      const word = words(findOnlyValue(thing, name));
      return sportNamed(word) ?? sportOfKey(word?.replace(/^.*[/#]/, ''));
    }),
    // The local time is kept as given. An offset is that of the place; a UTC time does not tell the local one.
    startLocal: [
      () =>
        parseIsoWallClock(words(findOnlyValue(thing, 'startTime', 'startDate'))?.replace(/(T\d\d:\d\d.*)[+-](?!00:?00)\d\d:?\d\d$/, '$1')),
    ],
    movingTimeS: [() => figure(seconds, ...MOVING)],
    elapsedTimeS: [() => figure(seconds, 'elapsedTime', 'totalElapsedTime'), () => elapsed(thing)],
    distanceM: [() => figure(metres, ...DISTANCE)],
    elevationGainM: [() => figure(metres, 'elevationGain', 'totalElevationGain', 'ascent', 'totalAscent', 'cumulativeElevationGain')],
    avgHrBpm: [() => figure(beats, ...AVERAGE)],
    maxHrBpm: [() => figure(beats, 'maxHeartRate', 'maximumHeartRate', 'heartRateMax')],
  });
}

const isPage = (url: URL) => url.protocol === 'https:' || url.protocol === 'http:';

export const generic: TrainingSite = {
  id: 'generic',
  name: null,
  origins: [],
  opensInPanel: false,
  pageData: {},
  matches: isPage,
  pageKind: (url) => (isPage(url) ? 'activity' : null),
  read,
  mountPoint: (document, url) =>
    read(document, url).activity === null
      ? null
      : firstPlace(document, [
          { selector: '[itemtype*="schema.org/"][itemtype$="Action"]', append: 'before' },
          { selector: 'main h1', append: 'after' },
          { selector: 'article', append: 'first' },
          { selector: 'main', append: 'first' },
          { selector: 'h1', append: 'after' },
          { selector: 'body', append: 'first' },
        ]),
  requests: () => [],
};
