import { aFlag, aNumber, anId, aText, at } from '../parse/untrusted';
import type { PageDataPaths, WorldPath } from '../site';

const view = (method: string): WorldPath => ['pageView', [method]];
const activity = (name: string): WorldPath => ['pageView', ['activity'], ['get', name]];

/** `window.pageView` (2015–2026) and `window.currentAthlete` (2015–2026). */
export const STRAVA_PAGE_DATA: PageDataPaths = {
  activityId: [view('activityId'), activity('id')],
  type: [activity('type')],
  detailedType: [activity('detailedType')],
  startDateLocal: [activity('startDateLocal')],
  movingTime: [activity('moving_time')],
  elapsedTime: [activity('elapsed_time')],
  distance: [activity('distance')],
  elevGain: [activity('elev_gain')],
  isOwner: [view('isOwner')],
  measurementPreference: [
    ['currentAthlete', ['get', 'measurement_preference']],
    ['currentAthlete', 'measurement_preference'],
  ],
};

/** The data from the page's own world, by the names in `STRAVA_PAGE_DATA`. Null: missing, or not as expected. */
export interface StravaPageData {
  /** Ride, Run, Swim, Other or StationaryOther */
  readonly type: string | null;
  /** Such as VirtualRide */
  readonly detailedType: string | null;
  /** s since 1970, written as if local time were UTC */
  readonly startDateLocal: number | null;
  /** s */
  readonly movingTime: number | null;
  /** s */
  readonly elapsedTime: number | null;
  /** m, whatever the viewer's units */
  readonly distance: number | null;
  /** m */
  readonly elevGain: number | null;
  readonly isOwner: boolean | null;
}

/** A field by our name for it, or by the page's own name (`moving_time`), as in data that were saved by hand. */
function field(raw: unknown, name: string): unknown {
  return (
    at(raw, name) ??
    at(
      raw,
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    )
  );
}

/** The page data if they belong to this activity, otherwise null. The page can forge all of it. */
export function ownPageData(raw: unknown, id: string): StravaPageData | null {
  if (anId(field(raw, 'activityId')) !== id) return null;
  return {
    type: aText(field(raw, 'type')),
    detailedType: aText(field(raw, 'detailedType')),
    startDateLocal: aNumber(field(raw, 'startDateLocal')),
    movingTime: aNumber(field(raw, 'movingTime')),
    elapsedTime: aNumber(field(raw, 'elapsedTime')),
    distance: aNumber(field(raw, 'distance')),
    elevGain: aNumber(field(raw, 'elevGain')),
    isOwner: aFlag(field(raw, 'isOwner')),
  };
}
