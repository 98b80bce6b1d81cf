import * as v from 'valibot';
import { CONTRAINDICATIONS, ENDING_TICKS, EQUIPMENT, PLACED_TICKS } from '../lib/catalogue';
import { ACTIVITY_KINDS, INTENSITIES, REGIONS, SPORTS } from '../lib/training';

/** A described day, in the format of the command line. Every field except `now` may be missing. */

const pickOneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, ({ received }) => `${received} is none of ${options.join(', ')}`);

const number = (low: number, high: number) =>
  v.pipe(
    v.number(({ received }) => `${received} is no number`),
    v.minValue(low, ({ input }) => `${input} is below ${low}`),
    v.maxValue(high, ({ input }) => `${input} is above ${high}`),
  );

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const text = v.string(({ received }) => `${received} is no text`);
const isTime = (value: string) => !Number.isNaN(Date.parse(value));
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isTime(day) && new Date(day).toISOString().startsWith(day);
const instant = v.pipe(
  text,
  v.check(
    (value) => INSTANT.test(value) && isTime(value),
    ({ input }) => `“${input}” is no time with an offset, such as 2026-05-04T18:30:00+02:00`,
  ),
);
const moment = v.pipe(
  text,
  v.check(
    (value) => (INSTANT.test(value) || LOCAL.test(value)) && isTime(value),
    ({ input }) => `“${input}” is no time, such as 2026-05-04T18:30:00+02:00`,
  ),
);
const day = v.pipe(
  text,
  v.check(isDay, ({ input }) => `“${input}” is no day, such as 2026-05-04`),
);
const timeOfDay = v.pipe(
  text,
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, ({ input }) => `“${input}” is no time of day, such as 06:30`),
);
const timeZone = v.pipe(
  text,
  v.check(isTimeZone, ({ input }) => `“${input}” is no time zone, such as Europe/Berlin`),
);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // There is no other way to test the name.
    return false;
  }
}

const score = v.nullish(
  v.picklist([1, 2, 3, 4, 5], ({ received }) => `${received} is none of 1, 2, 3, 4, 5`),
  null,
);
const figure = (low: number, high: number) => v.nullish(number(low, high), null);
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(
    v.array(item, ({ received }) => `${received} is no list`),
    [],
  );
const fields = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, ({ expected, received }) => wrongFields(expected, received, Object.keys(entries)));

/** A missing field, an unknown one, or a value that is not an object. */
function wrongFields(expected: string | null, received: string, known: readonly string[]): string {
  if (expected === 'never') return `there is no field ${received}; there are ${known.join(', ')}`;
  return expected === 'Object' ? `${received} is no object` : `${expected} is missing`;
}

export const scenario = fields({
  now: instant,
  timeZone: v.nullish(timeZone, null),
  wake: v.nullish(timeOfDay),
  bed: v.nullish(timeOfDay),
  quietFrom: v.nullish(timeOfDay),
  quietTo: v.nullish(timeOfDay),
  profile: v.nullish(
    fields({
      birthYear: figure(1900, 2100),
      sex: v.nullish(pickOneOf(['female', 'male', 'unstated']), 'unstated'),
      massKg: figure(20, 300),
      hrMaxBpm: figure(80, 250),
      hrRestBpm: figure(20, 120),
      lthrBpm: figure(60, 240),
    }),
    {},
  ),
  goal: v.nullish(pickOneOf(['endurance', 'size', 'strength', 'health'])),
  phase: v.nullish(pickOneOf(['base', 'heavy', 'taper', 'race', 'off'])),
  events: list(fields({ kind: pickOneOf(['race', 'hard-session']), at: moment })),
  equipment: list(pickOneOf(EQUIPMENT)),
  contraindications: list(pickOneOf(CONTRAINDICATIONS)),
  doctorAgreed: list(pickOneOf(CONTRAINDICATIONS)),
  /** Where an injury, a wound or a device is. */
  places: list(fields({ tick: pickOneOf(PLACED_TICKS), regions: list(pickOneOf(REGIONS)) })),
  fasting: v.nullish(fields({ from: timeOfDay, to: timeOfDay }), null),
  /** The ticks that the user confirmed this morning. */
  stillTicked: list(pickOneOf(ENDING_TICKS)),
  timeBudgetMin: v.nullish(number(0, 1440)),
  tags: list(fields({ date: day, tags: list(text) })),
  planned: list(
    fields({
      sport: v.optional(pickOneOf(SPORTS), 'other'),
      at: moment,
      minutes: v.optional(number(0, 2880), 60),
      intensity: v.optional(pickOneOf(INTENSITIES), 'moderate'),
    }),
  ),
  checks: list(
    fields({
      date: day,
      rmssdMs: number(0.1, 1000),
      restingHrBpm: figure(20, 220),
      quality: v.optional(pickOneOf(['good', 'fair', 'poor', 'unusable']), 'good'),
      device: v.optional(pickOneOf(['chest', 'optical', 'ear', 'ecg', 'manual', 'unknown']), 'unknown'),
      posture: v.nullish(pickOneOf(['lying', 'sitting', 'standing']), null),
      breathing: v.nullish(pickOneOf(['free', 'paced']), null),
    }),
  ),
  wellness: list(
    fields({
      date: day,
      sleepHours: figure(0, 24),
      sleepQuality: score,
      soreness: score,
      sore: list(
        fields({
          region: pickOneOf(REGIONS),
          level: v.picklist([1, 2, 3, 4, 5], ({ received }) => `${received} is none of 1, 2, 3, 4, 5`),
        }),
      ),
      energy: score,
      mood: score,
      stress: score,
      ill: v.nullish(
        v.boolean(({ received }) => `${received} is neither true nor false`),
        false,
      ),
      injured: v.nullish(
        v.boolean(({ received }) => `${received} is neither true nor false`),
        false,
      ),
    }),
  ),
  nights: list(
    fields({
      date: day,
      source: v.nullish(text, null),
      statistic: v.nullish(pickOneOf(['rmssd', 'sdnn']), null),
      hrvMs: figure(0.1, 1000),
      restingHrBpm: figure(20, 220),
      sleepHours: figure(0, 24),
      respirationPerMin: figure(1, 60),
      temperatureC: figure(20, 45),
    }),
  ),
  activities: list(
    fields({
      sport: v.optional(pickOneOf(SPORTS), 'other'),
      start: moment,
      movingTimeS: number(0, 604_800),
      avgHrBpm: figure(30, 250),
      heartRateTimes: list(fields({ bpm: number(20, 260), s: number(0, 604_800) })),
      rpe: figure(0, 10),
      kind: v.nullish(pickOneOf(ACTIVITY_KINDS), null),
      regions: list(pickOneOf(REGIONS)),
    }),
  ),
});
export type Scenario = v.InferOutput<typeof scenario>;
