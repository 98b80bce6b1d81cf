import * as v from 'valibot';
import { BREATH_RATES, BREATHE_MINUTES, CONTRAINDICATIONS, ENDING_TICKS, PLACED_TICKS } from '../catalogue';
import { DEFAULT_PLAN, MAX_MEASURE_S, MIN_MEASURE_S } from '../recording';
import { BLANK_PROFILE } from '../training';
import { deviceLevels, screeningSchema } from './ask-again';
import { day, instantMs, region } from './fields';
import { planSettings, timeOfDayText } from './plan-settings';
import { personSchema } from './profile';

/** Choices for half the width of the usual range, in SD. A narrower range would flag most ordinary mornings. */
export const RANGE_WIDTHS_SD = [0.75, 1, 1.25, 1.5] as const;

/** The schemas of the rows of `settings`, by key, each with the default that an absent row counts as. */
export const settingSchemas = {
  ...planSettings,
  welcomed: v.optional(v.boolean(), false),
  /** The simulated strap is selected on the Check screen. */
  demoMode: v.optional(v.boolean(), false),
  /** Sex, age, mass, heart rates: what the load is computed with. */
  profile: v.optional(personSchema, BLANK_PROFILE),
  /** Half the width of the range that a day is compared with, in SD. */
  rangeWidthSd: v.optional(v.picklist(RANGE_WIDTHS_SD), 1),
  /** Fetch the heart-rate stream and zones from a training site, as its own page does. Off by default. */
  asksSites: v.optional(v.boolean(), false),
  /** Ask for the day of the menstrual cycle with the morning questions. */
  asksCycle: v.optional(v.boolean(), false),
  /** Orthostatic check: stand up after the measurement. */
  standUp: v.optional(v.boolean(), false),
  /** Contraindications that the user ticked, by the codes of the command line. */
  contraindications: v.optional(v.array(v.picklist(CONTRAINDICATIONS)), []),
  /** The ticks for which a doctor agreed to what the health questions leave to a doctor. */
  doctorAgreed: v.optional(v.array(v.picklist(CONTRAINDICATIONS)), []),
  /** Where an injury, a wound or a device is, by its tick. Left out: everywhere. */
  tickPlaces: v.optional(v.object(v.entriesFromList(PLACED_TICKS, v.exactOptional(v.array(region)))), {}),
  /** The hours of a daily fast; null: not said. */
  fasting: v.optional(v.nullable(v.object({ from: timeOfDayText, to: timeOfDayText })), null),
  /** The last answer to "Still …?", by the tick that it is about. */
  stillTicked: v.optional(v.object(v.entriesFromList(ENDING_TICKS, v.exactOptional(v.object({ day, still: v.boolean() })))), {}),
  screening: v.optional(screeningSchema, { answeredAtMs: null, ticks: {} }),
  /** When the user acknowledged the rules for cold and hot water; null if not yet. */
  waterRulesReadAtMs: v.optional(v.nullable(instantMs), null),
  /** The guided timer plays sounds. */
  guidedSound: v.optional(v.boolean(), true),
  /** The user's usual comfortable level, by device and zone. */
  usualLevels: v.optional(v.record(v.string(), deviceLevels), {}),
  posture: v.optional(v.picklist(['lying', 'sitting', 'standing']), 'lying'),
  measureS: v.optional(v.pipe(v.number(), v.minValue(MIN_MEASURE_S), v.maxValue(MAX_MEASURE_S)), DEFAULT_PLAN.measureS),
  breathing: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('free') }),
      v.object({ kind: v.literal('paced'), perMin: v.pipe(v.number(), v.minValue(4), v.maxValue(12)) }),
    ]),
    { kind: 'free' as const },
  ),
  /** The last setup of a breathing session: breaths per minute, minutes, tones, strap, and whether the screen starts dark. */
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
  /** The rate, breaths per minute, at which the last search found the largest swings of heart rate; null if none was found yet. */
  resonanceRatePerMin: v.optional(v.nullable(v.picklist(BREATH_RATES)), null),
  /** Units of all measures; null follows the user's region. */
  units: v.optional(v.nullable(v.picklist(['metric', 'imperial'])), null),
};
