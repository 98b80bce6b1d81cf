import { parseIsoWallClock, wallClockOfSeconds } from '../parse/dates';
import { first } from '../parse/first';
import { languageOf } from '../parse/language';
import { NO_ACTIVITY, readingOf } from '../parse/reading';
import { sportNamed, sportOfFamily } from '../parse/sports';
import { oneLine } from '../parse/text';
import type { PageReading } from '../site';
import { activityId } from './address';
import { headingStart, headingTitle, windowTitle } from './heading';
import { type HeartRates, heartRatesOf } from './heart-rate';
import { inlineScriptOf } from './inline-script';
import { kudosIslandOf, nextActivityOf } from './islands';
import { ownByLinks } from './owner';
import { ownPageData } from './page-data';
import { distanceOf, durationOf, elevationOf, heartRateOf, type Stat, statsOf } from './stats';

/** Reads the activity page, each datum by the most trusted way that finds it. Never throws. */
export function read(document: Document, url: URL, pageData: unknown): PageReading {
  const id = activityId(url);
  if (id === null) return NO_ACTIVITY;

  const data = first(() => ownPageData(pageData, id));
  const language = first(() => languageOf(document)) ?? '';
  const kudos = first(() => kudosIslandOf(document, id));
  const script = first(() => inlineScriptOf(document, id));
  const next = first(() => nextActivityOf(document, id));
  const named = first(() => windowTitle(document));
  const stats = first<readonly Stat[]>(() => statsOf(document)) ?? [];
  const table = first<HeartRates>(() => heartRatesOf(document, language));

  return readingOf(id, {
    title: [() => headingTitle(document), () => oneLine(kudos?.activityName), () => named?.name, () => oneLine(next?.name)],
    sport: [
      () => sportNamed(data?.detailedType),
      () => sportNamed(script?.sportType),
      () => sportNamed(next?.sportType),
      () => sportNamed(named?.sport),
      () => sportOfFamily(data?.type),
      () => sportOfFamily(script?.family),
    ],
    startLocal: [
      () => wallClockOfSeconds(data?.startDateLocal),
      () => headingStart(document, language),
      () => parseIsoWallClock(next?.startLocal),
    ],
    movingTimeS: [() => data?.movingTime, () => durationOf(stats, 'moving', language), () => next?.movingTime],
    elapsedTimeS: [() => data?.elapsedTime, () => durationOf(stats, 'elapsed', language), () => next?.elapsedTime],
    distanceM: [() => data?.distance, () => distanceOf(stats, language), () => next?.distance],
    elevationGainM: [() => data?.elevGain, () => elevationOf(stats, language), () => next?.elevationGain],
    avgHrBpm: [() => table?.average, () => heartRateOf(stats, 'averageHeartRate', language)],
    maxHrBpm: [() => table?.maximum, () => heartRateOf(stats, 'maximumHeartRate', language)],
    own: [
      () => data?.isOwner,
      () => kudos?.ownedByCurrentAthlete,
      () => script?.isOwner,
      () => ownByLinks(document, id, kudos?.ownerAthleteId ?? null),
    ],
  });
}
