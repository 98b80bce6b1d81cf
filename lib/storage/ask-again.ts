import * as v from 'valibot';
import { CONTRAINDICATIONS, type Contraindication, VOIDING_TICKS, type VoidingTick } from '../catalogue';
import { BLANK_PROFILE, type Profile } from '../training';
import { instantMs } from './fields';
import { readEntries, readFields } from './fitting';
import { getField } from './get-field';
import { DIET_LIMITS, type DietLimit, dayAnswers } from './plan-settings';
import { PROFILE_FIELDS, personSchema } from './profile';

/**
 * Settings that matter for safety, read with care. If a row does not fit its schema, the understood parts count, and the rest must be asked
 * again. Until then it stays in the row: no write for another reason drops it.
 */

/** What must be asked again because it could not be read. */
export interface AskAgain {
  /** Unknown entries among the contraindications, as text. */
  readonly contraindications: readonly string[];
  readonly profile: readonly (keyof Profile)[];
  /** Devices whose usual levels could not be read; `ANY_DEVICE` when it is unknown which. */
  readonly usualLevels: readonly string[];
  /** What stands among the limits of the diet and is none that this version knows, as text. */
  readonly diet: readonly string[];
  /** Answers for one day that could not be read; `day`: it is not known for which day they are. */
  readonly planDay: readonly (keyof DayAnswers)[];
}

/** What the user says of one day alone. */
type DayAnswers = v.InferOutput<typeof dayAnswers>;

/** Stands for every device whose usual levels are not known. */
export const ANY_DEVICE = '*';

type Levels = Record<string, Record<string, number>>;

/** When the health questions were answered completely, and later ticks that may invalidate them (`screeningDue`). */
export const screeningSchema = v.object({
  answeredAtMs: v.nullable(instantMs),
  // Strict: an unknown tick of a newer version invalidates the answers too.
  ticks: v.strictObject(v.entriesFromList(VOIDING_TICKS, v.exactOptional(instantMs))),
});
type Screening = v.InferOutput<typeof screeningSchema>;

/** The contraindications of a row, and its other entries. */
export function readContraindications(row: unknown): { readonly known: Contraindication[]; readonly unread: readonly unknown[] } {
  return readEntries(v.picklist(CONTRAINDICATIONS), row);
}

/** The limits of the diet of a row, and what else stands there. */
export function readDiet(row: unknown): { readonly known: DietLimit[]; readonly unread: readonly unknown[] } {
  return readEntries(v.picklist(DIET_LIMITS), row);
}

/** What a part of the answers for one day means while it cannot be read: the answer that rules out more. */
const CAREFUL = { day: null, alcohol: true, dehydrated: true, coldWaived: false } as const;

/** Answers for one day; null: none. Their day is null where it could not be read: they may be about any day. */
export type ReadDayAnswers = Omit<DayAnswers, 'day'> & { readonly day: DayAnswers['day'] | null };

/** The answers for one day of a row. Until they are given again, those that could not be read count as the ones that rule out more. */
export function readDayAnswers(row: unknown): { readonly known: ReadDayAnswers | null; readonly unread: readonly (keyof DayAnswers)[] } {
  if (row === undefined || row === null) return { known: null, unread: [] };
  const { known, unread } = readFields(dayAnswers.entries, row);
  return { known: { ...CAREFUL, ...known }, unread: unread as (keyof DayAnswers)[] };
}

/** The answers to the health questions in a row. A damaged row counts as not answered; the understood ticks stay. */
export function readScreening(row: unknown): { readonly known: Screening; readonly unread: boolean } {
  if (row === undefined) return { known: { answeredAtMs: null, ticks: {} }, unread: false };
  const parsed = v.safeParse(screeningSchema, row);
  if (parsed.success) return { known: parsed.output, unread: false };
  const said = getField(row, 'ticks');
  const ticks: Partial<Record<VoidingTick, number>> = {};
  for (const tick of VOIDING_TICKS) {
    const at = getField(said, tick);
    if (v.is(instantMs, at)) ticks[tick] = at;
  }
  return { known: { answeredAtMs: null, ticks }, unread: true };
}

/** The profile of a row: the valid fields. A missing field was not answered. */
export function readProfile(row: unknown): { readonly known: Profile; readonly unread: readonly (keyof Profile)[] } {
  if (row === undefined) return { known: BLANK_PROFILE, unread: [] };
  const isRow = typeof row === 'object' && row !== null && !Array.isArray(row);
  const { known, unread } = readFields(personSchema.entries, row);
  return {
    known: { ...BLANK_PROFILE, ...known },
    unread: PROFILE_FIELDS.filter((field) => unread.includes(field) && !(isRow && getField(row, field) === undefined)),
  };
}

/** A profile to store: a field that must be asked again and was not answered now stays as it is in the row. */
export function withUnreadFields(profile: Profile, row: unknown): Record<string, unknown> {
  const kept = readProfile(row).unread.filter((field) => profile[field] === BLANK_PROFILE[field]);
  const isRow = typeof row === 'object' && row !== null;
  // If the row is no profile at all, only the fact that it could not be read can be kept.
  return { ...profile, ...Object.fromEntries(kept.map((field) => [field, isRow ? getField(row, field) : String(row)])) };
}

/** The usual levels by device that are completely valid: a device with invalid levels has none, and starts at its lowest. */
export function readUsualLevels(row: unknown): { readonly known: Levels; readonly unread: readonly string[] } {
  if (row === undefined) return { known: {}, unread: [] };
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { known: {}, unread: [ANY_DEVICE] };
  const entries = Object.entries(row);
  const fitting = entries.filter(([, levels]) => v.is(deviceLevels, levels));
  const unread = entries.filter(([, levels]) => !v.is(deviceLevels, levels));
  return { known: Object.fromEntries(fitting), unread: unread.map(([device]) => device) };
}

/** Usual levels to store: those of a device that must be asked again and were not set now stay as they are in the row. */
export function withUnreadLevels(levels: Levels, row: unknown): Record<string, unknown> {
  const isRow = typeof row === 'object' && row !== null && !Array.isArray(row);
  const kept = readUsualLevels(row).unread.map((device) => [device, isRow ? getField(row, device) : String(row)]);
  return { ...Object.fromEntries(kept), ...levels };
}

/** Whether the usual levels of a device must be asked again. */
export function isUsualUnread(
  { askAgain, usualLevels }: { readonly askAgain: Pick<AskAgain, 'usualLevels'>; readonly usualLevels: Readonly<Levels> },
  device: string,
): boolean {
  return askAgain.usualLevels.includes(device) || (askAgain.usualLevels.includes(ANY_DEVICE) && usualLevels[device] === undefined);
}

/** By zone: the user's usual comfortable level. */
export const deviceLevels = v.record(v.string(), v.pipe(v.number(), v.finite()));
