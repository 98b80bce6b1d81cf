import type { Datum, PageReading, SiteActivity } from '../site';
import { agreed, first } from './first';
import { plausible } from './plausible';

type Way<T> = () => T | null | undefined;

/**
 * For each datum its readers, the most trusted first. All readers of `own` are used, because they must agree. A datum without readers is
 * not found.
 */
export type Ways = { readonly [D in Exclude<Datum, 'own'>]?: readonly Way<NonNullable<SiteActivity[D]>>[] } & {
  readonly own?: readonly Way<boolean>[];
};

/** Two figures that contradict each other are both dropped, because it is unclear which one is wrong. */
function ordered(lower: number | null, higher: number | null, tolerance: number): readonly [number | null, number | null] {
  return lower !== null && higher !== null && lower > higher + tolerance ? [null, null] : [lower, higher];
}

/** The reading of a page without an activity. */
export const NO_ACTIVITY: PageReading = { activity: null, notFound: [] };

/** Runs the readers. An implausible value counts as not found. Never throws. */
export function toReading(id: string, ways: Ways): PageReading {
  const figure = (kind: Parameters<typeof plausible>[0], those: readonly Way<number>[] = []) =>
    first(...those.map((way) => () => plausible(kind, way())));
  const [movingTimeS, elapsedTimeS] = ordered(figure('timeS', ways.movingTimeS), figure('timeS', ways.elapsedTimeS), 1);
  const [avgHrBpm, maxHrBpm] = ordered(figure('heartRateBpm', ways.avgHrBpm), figure('heartRateBpm', ways.maxHrBpm), 0);
  const found: Omit<SiteActivity, 'id'> = {
    title: first(...(ways.title ?? [])),
    sport: first(...(ways.sport ?? [])),
    startLocal: first(...(ways.startLocal ?? [])),
    movingTimeS,
    elapsedTimeS,
    distanceM: figure('distanceM', ways.distanceM),
    elevationGainM: figure('elevationM', ways.elevationGainM),
    avgHrBpm,
    maxHrBpm,
    // This decides what is saved, so the readers must agree; the first one alone is not enough.
    own: agreed((ways.own ?? []).map((way) => first(way))),
  };
  return { activity: { id, ...found }, notFound: (Object.keys(found) as Datum[]).filter((datum) => found[datum] === null) };
}
