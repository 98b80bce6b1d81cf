import * as v from 'valibot';
import { BREATH_RATES, BREATHE_MINUTES, CONTRAINDICATIONS, type Contraindication, VOIDING_TICKS, type VoidingTick } from '../catalogue';
import { DEFAULT_PLAN, MAX_MEASURE_S, MIN_MEASURE_S } from '../recording';
import { BLANK_PROFILE } from '../training';
import type { ReboundDatabase } from './database';
import { planSettings } from './plan-settings';
import { personSchema } from './profile';

/** Half the width of the usual range of a day, in SD: what may be chosen. Narrower would judge most ordinary mornings. */
export const RANGE_WIDTHS_SD = [0.75, 1, 1.25, 1.5] as const;

/** What rules out the part of a check in which one stands up. */
export const STANDING_CONTRAINDICATIONS = ['syncope', 'pregnancy'] as const satisfies readonly Contraindication[];

const instantMs = v.pipe(v.number(), v.finite());

/** Owner of `settings`: one row per key, each with a schema; a row that no longer fits its schema counts as its default. */
const schemas = {
  ...planSettings,
  welcomed: v.optional(v.boolean(), false),
  /** The simulated strap is chosen on the Check screen. */
  demoMode: v.optional(v.boolean(), false),
  /** Sex, age, mass, heart rates: what load is computed with. */
  profile: v.optional(personSchema, BLANK_PROFILE),
  /** Half the width of the range that a day is judged against, in SD. */
  rangeWidthSd: v.optional(v.picklist(RANGE_WIDTHS_SD), 1),
  /** Ask a training site for what its own page asks for: heart-rate stream and zones. Off until chosen. */
  asksSites: v.optional(v.boolean(), false),
  /** Ask for the day of the menstrual cycle with the morning questions. */
  asksCycle: v.optional(v.boolean(), false),
  /** Orthostatic check: stand up after the measurement. */
  standUp: v.optional(v.boolean(), false),
  /** What the user ticked of things that rule something out, in the words of the command line's contract. */
  contraindications: v.optional(v.array(v.picklist(CONTRAINDICATIONS)), []),
  /** When the screening was answered as a whole, and what was ticked of late that may make it void (`screeningDue`). */
  screening: v.optional(
    v.object({
      answeredAtMs: v.nullable(instantMs),
      ticks: v.object(v.entriesFromList(VOIDING_TICKS, v.exactOptional(instantMs))),
    }),
    { answeredAtMs: null, ticks: {} },
  ),
  /** When the rules for cold and hot water were acknowledged; null: not yet. */
  waterRulesReadAtMs: v.optional(v.nullable(instantMs), null),
  /** The guided timer's cues are heard. */
  guidedSound: v.optional(v.boolean(), true),
  /** By device, by zone: the level that the user said is their usual comfortable one. */
  usualLevels: v.optional(v.record(v.string(), v.record(v.string(), v.pipe(v.number(), v.finite()))), {}),
  posture: v.optional(v.picklist(['lying', 'sitting', 'standing']), 'lying'),
  measureS: v.optional(v.pipe(v.number(), v.minValue(MIN_MEASURE_S), v.maxValue(MAX_MEASURE_S)), DEFAULT_PLAN.measureS),
  breathing: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('free') }),
      v.object({ kind: v.literal('paced'), perMin: v.pipe(v.number(), v.minValue(4), v.maxValue(12)) }),
    ]),
    { kind: 'free' as const },
  ),
  /** A breathing session as it was set up last: breaths a minute, minutes, tones, the strap, the screen dark from the beginning. */
  breathe: v.optional(
    v.object({
      perMin: v.picklist(BREATH_RATES),
      minutes: v.pipe(v.number(), v.integer(), v.minValue(BREATHE_MINUTES.least), v.maxValue(BREATHE_MINUTES.most)),
      sound: v.boolean(),
      heart: v.boolean(),
      dark: v.boolean(),
    }),
    { perMin: 6, minutes: 10, sound: true, heart: false, dark: false },
  ),
  /** The rate, breaths a minute, at which the last search found the largest swings of heart rate; null: none was found yet. */
  resonanceRatePerMin: v.optional(v.nullable(v.picklist(BREATH_RATES)), null),
  /** Units of all measures; null: those of the user's region. */
  units: v.optional(v.nullable(v.picklist(['metric', 'imperial'])), null),
};

export type Settings = { [Key in keyof typeof schemas]: v.InferOutput<(typeof schemas)[Key]> };

/** Whether the check will have a standing part: asked for, and nothing ticked that rules it out. */
export function standsUp(settings: Settings): boolean {
  return settings.standUp && !rulesOutStanding(settings.contraindications);
}

export function rulesOutStanding(ticked: Settings['contraindications']): boolean {
  return STANDING_CONTRAINDICATIONS.some((one) => ticked.includes(one));
}

export async function getSettings(db: ReboundDatabase): Promise<Settings> {
  const keys = Object.keys(schemas) as (keyof Settings)[];
  const values = await db.settings.bulkGet(keys);
  const entries = keys.map((key, i) => {
    const parsed = v.safeParse(schemas[key], values[i]);
    return [key, parsed.success ? parsed.output : v.getDefault(schemas[key])] as const;
  });
  return Object.fromEntries(entries) as Settings;
}

export async function setSetting<Key extends keyof Settings>(db: ReboundDatabase, key: Key, value: Settings[Key]): Promise<void> {
  await db.settings.put(v.parse(schemas[key], value), key);
}

/** Changes a setting from what it is by then: of two quick changes neither is lost. */
export async function changeSetting<Key extends keyof Settings>(
  db: ReboundDatabase,
  key: Key,
  change: (before: Settings[Key]) => Settings[Key],
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const settings = await getSettings(db);
    await setSetting(db, key, change(settings[key]));
  });
}

/** Something happened that makes an earlier screening void: it is asked again before the next plan or session. */
export async function tickScreening(db: ReboundDatabase, tick: VoidingTick, atMs: number): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { screening } = await getSettings(db);
    await setSetting(db, 'screening', { ...screening, ticks: { ...screening.ticks, [tick]: atMs } });
  });
}

/** The screening was answered as a whole. */
export async function answerScreening(db: ReboundDatabase, ticked: Settings['contraindications'], atMs: number): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await setSetting(db, 'contraindications', ticked);
    await setSetting(db, 'screening', { answeredAtMs: atMs, ticks: {} });
  });
}
