import { parseIsoWallClock, wallClockOfSeconds } from '../parse/dates';
import { agreed, first } from '../parse/first';
import { languageOf } from '../parse/language';
import { plausible } from '../parse/plausible';
import type { Datum, PageReading, SiteActivity } from '../site';
import { activityId } from './address';
import { headingStart, headingTitle, titleFrom, windowTitle } from './heading';
import { type HeartRates, heartRatesOf } from './heart-rate';
import { inlineScriptOf } from './inline-script';
import { kudosIslandOf, nextActivityOf } from './islands';
import { ownByLinks } from './owner';
import { ownPageData } from './page-data';
import { sportNamed, sportOfFamily } from './sports';
import { distanceOf, durationOf, elevationOf, heartRateOf, type Stat, statsOf } from './stats';

/** Two figures that cannot both be right are both not found: which one is wrong cannot be told. */
function ordered(lower: number | null, higher: number | null, tolerance: number): readonly [number | null, number | null] {
  return lower !== null && higher !== null && lower > higher + tolerance ? [null, null] : [lower, higher];
}

/** Reads the activity page, each datum by the most trusted way that finds it. Never throws. */
export function read(document: Document, url: URL, pageData: unknown): PageReading {
  const id = activityId(url);
  if (id === null) return { activity: null, notFound: [] };

  const data = first(() => ownPageData(pageData, id));
  const language = first(() => languageOf(document)) ?? '';
  const kudos = first(() => kudosIslandOf(document, id));
  const script = first(() => inlineScriptOf(document, id));
  const next = first(() => nextActivityOf(document, id));
  const named = first(() => windowTitle(document));
  const stats = first<readonly Stat[]>(() => statsOf(document)) ?? [];
  const table = first<HeartRates>(() => heartRatesOf(document, language));

  const time = (seconds: number | null | undefined) => plausible('timeS', seconds);
  const [movingTimeS, elapsedTimeS] = ordered(
    first(
      () => time(data?.movingTime),
      () => durationOf(stats, 'moving', language),
      () => time(next?.movingTime),
    ),
    first(
      () => time(data?.elapsedTime),
      () => durationOf(stats, 'elapsed', language),
      () => time(next?.elapsedTime),
    ),
    1,
  );
  const [avgHrBpm, maxHrBpm] = ordered(
    first(
      () => table?.average,
      () => heartRateOf(stats, 'averageHeartRate', language),
    ),
    first(
      () => table?.maximum,
      () => heartRateOf(stats, 'maximumHeartRate', language),
    ),
    0,
  );
  const found: Omit<SiteActivity, 'id'> = {
    title: first(
      () => headingTitle(document),
      () => titleFrom(kudos?.activityName),
      () => named?.name,
      () => titleFrom(next?.name),
    ),
    sport: first(
      () => sportNamed(data?.detailedType),
      () => sportNamed(script?.sportType),
      () => sportNamed(next?.sportType),
      () => sportNamed(named?.sport),
      () => sportOfFamily(data?.type),
      () => sportOfFamily(script?.family),
    ),
    startLocal: first(
      () => wallClockOfSeconds(data?.startDateLocal),
      () => headingStart(document, language),
      () => parseIsoWallClock(next?.startLocal),
    ),
    movingTimeS,
    elapsedTimeS,
    distanceM: first(
      () => plausible('distanceM', data?.distance),
      () => distanceOf(stats, language),
      () => plausible('distanceM', next?.distance),
    ),
    elevationGainM: first(
      () => plausible('elevationM', data?.elevGain),
      () => elevationOf(stats, language),
      () => plausible('elevationM', next?.elevationGain),
    ),
    avgHrBpm,
    maxHrBpm,
    // Whose it is decides what is saved, so the ways must agree instead of the first one winning.
    own: agreed([
      data?.isOwner,
      kudos?.ownedByCurrentAthlete,
      script?.isOwner,
      first(() => ownByLinks(document, id, kudos?.ownerAthleteId ?? null)),
    ]),
  };
  const notFound = (Object.keys(found) as Datum[]).filter((datum) => found[datum] === null);
  return { activity: { id, ...found }, notFound };
}
