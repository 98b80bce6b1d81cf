import * as v from 'valibot';
import { SITE_IDS } from '../../sites/ids';
import { ACTIVITY_KINDS, REGIONS, SPORTS } from '../../training';

/** Messages between the card on a training site and the background. A page's process is trusted least, so every field has bounds. */

const site = v.picklist(SITE_IDS);
const activityId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));

export const DATA = [
  'title',
  'sport',
  'startLocal',
  'movingTimeS',
  'elapsedTimeS',
  'distanceM',
  'elevationGainM',
  'avgHrBpm',
  'maxHrBpm',
  'own',
] as const;

const upTo = (most: number) => v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(most)));
const WEEK_S = 7 * 86_400;

/** An activity page as a site's reader found it. */
export const pageReading = v.object({
  site,
  activity: v.nullable(
    v.object({
      id: activityId,
      title: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      sport: v.nullable(v.picklist(SPORTS)),
      startLocal: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/))),
      movingTimeS: upTo(WEEK_S),
      elapsedTimeS: upTo(WEEK_S),
      distanceM: upTo(5_000_000),
      elevationGainM: upTo(100_000),
      avgHrBpm: upTo(250),
      maxHrBpm: upTo(250),
      own: v.nullable(v.boolean()),
    }),
  ),
  notFound: v.pipe(v.array(v.picklist(DATA)), v.maxLength(DATA.length)),
});
export type PageInput = v.InferOutput<typeof pageReading>;

const rate = v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(260));

/** Time spent at each heart rate in an activity; empty if the site has no heart-rate stream. */
export const heartRates = v.object({
  site,
  id: activityId,
  times: v.pipe(v.array(v.object({ bpm: rate, s: v.pipe(v.number(), v.minValue(0), v.maxValue(WEEK_S)) })), v.maxLength(241)),
  zones: v.pipe(v.array(v.pipe(v.number(), v.minValue(20), v.maxValue(260))), v.maxLength(10)),
});
export type HeartRatesInput = v.InferOutput<typeof heartRates>;

/** What the user says about an activity on its card; fields that are left out keep their values. */
export const activityAnswer = v.object({
  site,
  id: activityId,
  rpe: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
  kind: v.optional(v.picklist(ACTIVITY_KINDS)),
  regions: v.optional(v.pipe(v.array(v.picklist(REGIONS)), v.maxLength(REGIONS.length))),
});
export type ActivityAnswer = v.InferOutput<typeof activityAnswer>;

/** Ticks an item of the plan off, or takes that back. */
export const stepDone = v.object({ item: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)), done: v.boolean() });

/** The items to do, with their windows in epoch ms; the card runs its own countdown. */
const step = v.object({ id: v.string(), title: v.string(), dose: v.string(), why: v.string(), fromMs: v.number(), toMs: v.number() });
export type CardStep = v.InferOutput<typeof step>;

/** This morning as finished text, without history or raw data. */
export const cardMorning = v.object({
  verdict: v.picklist(['push', 'normal', 'easy', 'rest', 'learning']),
  headline: v.string(),
  reason: v.string(),
  measured: v.nullable(v.string()),
  /** How much of the learning period is done, 0 to 1. */
  share: v.number(),
  /** Load since then that did not change the verdict, in words. */
  since: v.nullable(v.string()),
  demo: v.boolean(),
});
export type CardMorning = v.InferOutput<typeof cardMorning>;

/** This morning and what comes next. */
export const cardStrip = v.object({ morning: cardMorning, next: v.nullable(step) });
export type CardStrip = v.InferOutput<typeof cardStrip>;

/** What the card shows: words, and no more of the user's figures than those of this activity. */
export const cardView = v.object({
  morning: cardMorning,
  /** Why there is no load; null if there is one. */
  without: v.nullable(v.picklist(['other', 'owner-unknown', 'too-little'])),
  load: v.nullable(v.object({ score: v.string(), compared: v.string(), basis: v.string(), zones: v.array(v.string()) })),
  /** What it cost; empty 72 h after its end. */
  costs: v.array(v.object({ clock: v.picklist(['fuel', 'autonomic', 'muscles']), name: v.string(), value: v.string(), note: v.string() })),
  asks: v.nullable(
    v.object({
      /** There is no usable heart rate: the user's effort rating counts. */
      effort: v.boolean(),
      /** Strength work: what for, and which regions. */
      kind: v.boolean(),
      rpe: v.nullable(v.number()),
      said: v.nullable(v.picklist(ACTIVITY_KINDS)),
      regions: v.array(v.picklist(REGIONS)),
    }),
  ),
  steps: v.array(step),
  /** `undo`: whether the card may take it back. */
  done: v.array(v.object({ id: v.string(), title: v.string(), undo: v.boolean() })),
  /** What has to be answered before the plan: the screening, or this morning's questions again; null: nothing. */
  answerFirst: v.nullable(v.picklist(['screening', 'morning'])),
  /** The user lets the card fetch this from the site, and it is not known yet. */
  mayAsk: v.object({ page: v.boolean(), heartRates: v.boolean() }),
});
export type CardView = v.InferOutput<typeof cardView>;
