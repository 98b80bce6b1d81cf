import * as v from 'valibot';

/**
 * What our script in the page's own world hands over, from `window.pageView` (2015–2026). Everything but the id may be missing; the page can
 * forge all of it.
 */
export interface StravaPageData {
  /** `pageView.activityId()` */
  readonly activityId: number | string;
  /** `activity().get('type')`: Ride, Run, Swim, Other or StationaryOther */
  readonly type?: string | null;
  /** `activity().get('detailedType')`, such as VirtualRide */
  readonly detailedType?: string | null;
  /** `activity().get('startDateLocal')`, in s since 1970 as if the wall clock stood in UTC */
  readonly startDateLocal?: number | null;
  /** s */
  readonly movingTime?: number | null;
  /** s */
  readonly elapsedTime?: number | null;
  /** m */
  readonly distance?: number | null;
  /** m */
  readonly elevGain?: number | null;
  /** `pageView.isOwner()` */
  readonly isOwner?: boolean | null;
  /** `currentAthlete.measurement_preference`; the figures above are metric whatever it says */
  readonly measurementPreference?: 'feet' | 'meters' | null;
}

/** One field that is not as expected must not cost the others. */
const text = v.optional(v.fallback(v.nullable(v.string()), null), null);
const number = v.optional(v.fallback(v.nullable(v.number()), null), null);
const flag = v.optional(v.fallback(v.nullable(v.boolean()), null), null);

const schema = v.object({
  activityId: v.union([v.number(), v.string()]),
  type: text,
  detailedType: text,
  startDateLocal: number,
  movingTime: number,
  elapsedTime: number,
  distance: number,
  elevGain: number,
  isOwner: flag,
});

/** The page data, if they are of this activity; null for anything else. */
export function ownPageData(raw: unknown, id: string): v.InferOutput<typeof schema> | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success && String(parsed.output.activityId) === id ? parsed.output : null;
}
