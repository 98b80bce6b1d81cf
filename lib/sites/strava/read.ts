import { parseIsoWallClock, wallClockOfSeconds } from '../parse/dates';
import { first } from '../parse/first';
import { readLanguage } from '../parse/language';
import { NO_ACTIVITY, toReading } from '../parse/reading';
import { sportNamed, sportOfFamily } from '../parse/sports';
import { oneLine } from '../parse/text';
import type { PageReading } from '../site';
import { stravaActivityId } from './address';
import { headingStart, headingTitle, windowTitle } from './heading';
import { readHeartRates, type SiteHeartRates } from './heart-rate';
import { findInlineScript } from './inline-script';
import { findKudosIsland, findNextActivity } from './islands';
import { ownByLinks } from './owner';
import { ownPageData } from './page-data';
import { readDistance, readDuration, readElevation, readHeartRate, readStravaStats, type Stat } from './stats';

/** Reads the activity page. Each datum comes from the most trusted reader that finds it. Never throws. */
export function readStrava(document: Document, url: URL, pageData: unknown): PageReading {
  const id = stravaActivityId(url);
  if (id === null) return NO_ACTIVITY;

  const data = first(() => ownPageData(pageData, id));
  const language = first(() => readLanguage(document)) ?? '';
  const kudos = first(() => findKudosIsland(document, id));
  const script = first(() => findInlineScript(document, id));
  const next = first(() => findNextActivity(document, id));
  const named = first(() => windowTitle(document));
  const stats = first<readonly Stat[]>(() => readStravaStats(document)) ?? [];
  const table = first<SiteHeartRates>(() => readHeartRates(document, language));

  return toReading(id, {
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
    movingTimeS: [() => data?.movingTime, () => readDuration(stats, 'moving', language), () => next?.movingTime],
    elapsedTimeS: [() => data?.elapsedTime, () => readDuration(stats, 'elapsed', language), () => next?.elapsedTime],
    distanceM: [() => data?.distance, () => readDistance(stats, language), () => next?.distance],
    elevationGainM: [() => data?.elevGain, () => readElevation(stats, language), () => next?.elevationGain],
    avgHrBpm: [() => table?.average, () => readHeartRate(stats, 'averageHeartRate', language)],
    maxHrBpm: [() => table?.maximum, () => readHeartRate(stats, 'maximumHeartRate', language)],
    own: [
      () => data?.isOwner,
      () => kudos?.ownedByCurrentAthlete,
      () => script?.isOwner,
      () => ownByLinks(document, id, kudos?.ownerAthleteId ?? null),
    ],
  });
}
