import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Contraindication } from '../../catalogue';
import type { Day } from '../../core/day';
import { BLANK_PROFILE } from '../../training';
import {
  type AskAgain,
  deviceLevels,
  type ReadDayAnswers,
  readContraindications,
  readDayAnswers,
  readDiet,
  readProfile,
  readScreening,
  readUsualLevels,
  withUnreadFields,
  withUnreadLevels,
} from '../ask-again';
import { readWhatFits } from '../fitting';
import type { DietLimit } from '../plan-settings';
import { personSchema } from '../profile';
import { settingSchemas } from '../setting-schemas';
import { defineTable, type ReboundDatabase } from '../table';

/** Contraindications that rule out the standing part of a check. */
export const STANDING_CONTRAINDICATIONS = ['syncope', 'pregnancy'] as const satisfies readonly Contraindication[];

/**
 * Owner of `settings`: one row per key, each with a schema. Of a row that does not fit its schema, the entries or fields that fit count, and
 * the default of the rest. The settings in ask-again.ts are asked again as well.
 */

/** The settings as they are stored, by key. */
export type StoredSettings = { [Key in keyof typeof settingSchemas]: v.InferOutput<(typeof settingSchemas)[Key]> };

export interface Settings extends Omit<StoredSettings, 'screening' | 'planDay'> {
  readonly planDay: ReadDayAnswers | null;
  /** `unread`: a part of the screening could not be read, so the screening is due again. */
  readonly screening: StoredSettings['screening'] & { readonly unread: boolean };
  readonly askAgain: AskAgain;
}

declare module '../table' {
  interface Tables {
    settings: Table<unknown, string>;
  }
}

/** Settings that are asked again if they do not fit. They are not listed as damaged: deleting them there would answer them. */
const ASKED_AGAIN: readonly unknown[] = ['contraindications', 'screening', 'profile', 'usualLevels', 'diet', 'planDay'];

export default defineTable<unknown>({
  name: 'settings',
  stores: { 1: '' },
  todayRestsOn: true,
  naturalKey: true,
  rowOf: (key) => (ASKED_AGAIN.includes(key) || !isKey(key) ? null : settingSchemas[key]),
  salvage: (row, key) => (isKey(key) ? readSetting(key, row) : undefined),
});

function isKey(key: unknown): key is keyof StoredSettings {
  return typeof key === 'string' && Object.hasOwn(settingSchemas, key);
}

function readSetting(key: keyof StoredSettings, row: unknown): unknown {
  return readWhatFits(settingSchemas[key], row, v.getDefault(settingSchemas[key]));
}

/** Whether the check has a standing part: the user chose it, and no contraindication that was ticked or could not be read rules it out. */
export function standsUp(settings: Settings): boolean {
  return settings.standUp && !settings.screening.unread && !rulesOutStanding(settings.contraindications);
}

export function rulesOutStanding(ticked: Settings['contraindications']): boolean {
  return STANDING_CONTRAINDICATIONS.some((one) => ticked.includes(one));
}

export async function getSettings(db: ReboundDatabase): Promise<Settings> {
  const keys = Object.keys(settingSchemas) as (keyof StoredSettings)[];
  const values = await db.settings.bulkGet(keys);
  const rows = new Map(keys.map((key, i) => [key, values[i]]));
  const entries = keys.map((key) => [key, readSetting(key, rows.get(key))] as const);
  const contraindications = readContraindications(rows.get('contraindications'));
  const screening = readScreening(rows.get('screening'));
  const profile = readProfile(rows.get('profile'));
  const levels = readUsualLevels(rows.get('usualLevels'));
  const diet = readDiet(rows.get('diet'));
  const planDay = readDayAnswers(rows.get('planDay'));
  // Whether the user may be under 18 is one of the screening's questions.
  const unread = contraindications.unread.length > 0 || screening.unread || profile.unread.includes('birthYear');
  return {
    ...(Object.fromEntries(entries) as StoredSettings),
    contraindications: contraindications.known,
    screening: { ...screening.known, unread },
    profile: profile.known,
    usualLevels: levels.known,
    diet: diet.known,
    planDay: planDay.known,
    askAgain: {
      contraindications: contraindications.unread.map(toText),
      profile: profile.unread,
      usualLevels: levels.unread,
      diet: diet.unread.map(toText),
      planDay: planDay.unread,
    },
  };
}

/** Stores a setting. Keeps the parts that must be asked again (ask-again.ts). */
export async function setSetting<Key extends keyof StoredSettings>(
  db: ReboundDatabase,
  key: Key,
  value: StoredSettings[Key],
): Promise<void> {
  const row = v.parse(settingSchemas[key], value);
  const keep = KEEPS_UNREAD[key];
  if (keep === undefined) {
    await db.settings.put(row, key);
    return;
  }
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put(keep(row, await db.settings.get(key)), key);
  });
}

/** What of the row before stays in a new one, because it is still to be asked again. */
const KEEPS_UNREAD: Readonly<Partial<Record<keyof StoredSettings, (row: unknown, before: unknown) => unknown>>> = {
  contraindications: (row, before) => [...readContraindications(row).known, ...readContraindications(before).unread],
  diet: (row, before) => [...readDiet(row).known, ...readDiet(before).unread],
  profile: (row, before) => withUnreadFields(v.parse(personSchema, row), before),
  usualLevels: (row, before) => withUnreadLevels(v.parse(v.record(v.string(), deviceLevels), row), before),
};

/** Changes a setting in one transaction, so that of two quick changes neither is lost. */
export async function changeSetting<Key extends keyof StoredSettings>(
  db: ReboundDatabase,
  key: Key,
  change: (before: Settings[Key]) => StoredSettings[Key],
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const settings = await getSettings(db);
    await setSetting(db, key, change(settings[key]));
  });
}

/** Leaves fields of the profile that could not be read empty, so that they are not asked again. */
export async function forgetUnread(db: ReboundDatabase, fields: Settings['askAgain']['profile']): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const row = await db.settings.get('profile');
    const { known, unread } = readProfile(row);
    if (!unread.some((field) => fields.includes(field))) return;
    const blank = Object.fromEntries(fields.filter((field) => unread.includes(field)).map((field) => [field, BLANK_PROFILE[field]]));
    await db.settings.put({ ...withUnreadFields(known, row), ...blank }, 'profile');
  });
}

/** Limits of the diet that could not be read are forgotten: what is ticked is all. */
export async function forgetUnreadDiet(db: ReboundDatabase): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put(readDiet(await db.settings.get('diet')).known, 'diet');
  });
}

/** The limits of the diet; null: some could not be read, so no example of food is sure to respect them. */
export function findDiet({ diet, askAgain }: Pick<Settings, 'diet' | 'askAgain'>): readonly DietLimit[] | null {
  return askAgain.diet.length > 0 ? null : diet;
}

/** The answers for a day. `unread`: those to be asked again; until then they count as the ones that rule out more. */
export function findDayAnswers(
  { planDay, askAgain }: Pick<Settings, 'planDay' | 'askAgain'>,
  day: Day,
): NonNullable<StoredSettings['planDay']> & { readonly unread: Settings['askAgain']['planDay'] } {
  const isOfDay = planDay !== null && (planDay.day === day || planDay.day === null);
  if (!isOfDay) return { day, alcohol: false, dehydrated: false, coldWaived: false, unread: [] };
  return { ...planDay, day, unread: askAgain.planDay };
}

/** Changes answers for a day, and leaves the others as they count: what was to be asked again is then answered. */
export async function changeDayAnswers(
  db: ReboundDatabase,
  day: Day,
  changed: Partial<Omit<NonNullable<StoredSettings['planDay']>, 'day'>>,
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { unread: _, ...before } = findDayAnswers(await getSettings(db), day);
    await setSetting(db, 'planDay', { ...before, ...changed });
  });
}

/** Usual levels that could not be read are forgotten: they need not be set anew. */
export async function forgetUnreadLevels(db: ReboundDatabase): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put(readUsualLevels(await db.settings.get('usualLevels')).known, 'usualLevels');
  });
}

function toText(item: unknown): string {
  return typeof item === 'string' ? item : (JSON.stringify(item) ?? String(item));
}
