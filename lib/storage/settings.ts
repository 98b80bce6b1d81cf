import * as v from 'valibot';
import { DEFAULT_PLAN, MAX_MEASURE_S, MIN_MEASURE_S } from '../recording';
import type { ReboundDatabase } from './database';

/** What rules out the part of a check in which one stands up. */
export const CONTRAINDICATIONS = ['syncope', 'pregnancy'] as const;

/** Owner of `settings`: one row per key, each with a schema; a row that no longer fits its schema counts as its default. */
const schemas = {
  welcomed: v.optional(v.boolean(), false),
  /** The simulated strap is chosen on the Check screen. */
  demoMode: v.optional(v.boolean(), false),
  /** Ask for the day of the menstrual cycle with the morning questions. */
  asksCycle: v.optional(v.boolean(), false),
  /** Orthostatic check: stand up after the measurement. */
  standUp: v.optional(v.boolean(), false),
  /** What the user ticked of things that rule something out, in the words of the command line's contract. */
  contraindications: v.optional(v.array(v.picklist(CONTRAINDICATIONS)), []),
  posture: v.optional(v.picklist(['lying', 'sitting', 'standing']), 'lying'),
  measureS: v.optional(v.pipe(v.number(), v.minValue(MIN_MEASURE_S), v.maxValue(MAX_MEASURE_S)), DEFAULT_PLAN.measureS),
  breathing: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('free') }),
      v.object({ kind: v.literal('paced'), perMin: v.pipe(v.number(), v.minValue(4), v.maxValue(12)) }),
    ]),
    { kind: 'free' as const },
  ),
};

export type Settings = { [Key in keyof typeof schemas]: v.InferOutput<(typeof schemas)[Key]> };

/** Whether the check will have a standing part: asked for, and nothing ticked that rules it out. */
export function standsUp(settings: Settings): boolean {
  return settings.standUp && settings.contraindications.length === 0;
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
