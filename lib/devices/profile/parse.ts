import * as v from 'valibot';
import { findJsonPlaces, jsonPath } from '../../core/json-path';
import { findTextPlace, followJson } from '../../core/json-text';
import { checkProfile } from './check';
import type { ProfileFault } from './faults';
import { DEEPEST, LONGEST_TEXT } from './limits';
import { writtenIn } from './polls';
import { type DeviceProfile, deviceProfileSchema, PROFILE_FORMAT, PROFILE_VERSION } from './schema';
import { toShapeFaults } from './shape-faults';

export type ParsedProfile =
  | { readonly ok: true; readonly profile: DeviceProfile }
  | { readonly ok: false; readonly faults: readonly ProfileFault[] };

const MOST_FAULTS = 50;

/** Parses the text of a profile. On refusal it lists all faults in file order, at most 50, each with its line and column. */
export function parseProfile(text: string): ParsedProfile {
  if (text.length > LONGEST_TEXT) return refused({ path: '', code: 'too-large' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return refused(toSyntaxFault(text));
    throw error;
  }
  const parsed = parseStoredProfile(value);
  return parsed.ok ? parsed : { ok: false, faults: withPlaces(text, parsed.faults) };
}

function toSyntaxFault(text: string): ProfileFault {
  const fault = followJson(text);
  if (fault === null) return { path: '', code: 'not-json' };
  const { offset, expected } = fault;
  return { path: '', code: 'not-json', expected: { kind: 'syntax', syntax: expected }, at: findTextPlace(text, offset) };
}

function withPlaces(text: string, faults: readonly ProfileFault[]): readonly ProfileFault[] {
  const findPlace = findJsonPlaces(text);
  return faults.map((fault) => {
    const at = findPlace(fault.path);
    return at === null ? fault : { ...fault, at };
  });
}

/** A profile that has the right shape, even if its parts do not fit each other yet: a draft on which its author works. Null for any other text. */
export function parseDraft(text: string): DeviceProfile | null {
  if (text.length > LONGEST_TEXT) return null;
  try {
    const value: unknown = JSON.parse(text);
    const read = strangeKey(value, []) === null ? v.safeParse(deviceProfileSchema, value) : null;
    return read?.success ? read.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * A profile for nothing but a stop: one that passed the checks of an earlier version still stops its device. Without polls, and without a
 * set-up that today's checks refuse. Null when they refuse the stop, or what every frame needs.
 */
export function parseToStop(text: string): DeviceProfile | null {
  const parsed = parseProfile(text);
  if (parsed.ok) return parsed.profile;
  const draft = parseDraft(text);
  if (draft === null || parsed.faults.length >= MOST_FAULTS) return null;
  const { poll: _, setUp, ...rest } = draft;
  const isFaulty = (...places: readonly string[]) =>
    parsed.faults.some(({ path }) =>
      places.some((place) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`)),
    );
  const listFrames = (ids: readonly string[]) => ids.map((id) => `frames.${id}`);
  if (isFaulty('stop', 'characteristics', 'escape', 'settings', ...listFrames(draft.stop ?? []))) return null;
  const written = (setUp ?? []).flatMap((step) => writtenIn(step) ?? []);
  return setUp === undefined || isFaulty('setUp', ...listFrames(written)) ? rest : { ...rest, setUp };
}

/** The same as `parseProfile` for JSON that is already parsed. */
export function parseStoredProfile(value: unknown): ParsedProfile {
  const strange = strangeKey(value, []) ?? heading(value);
  if (strange !== null) return refused(strange);
  const read = v.safeParse(deviceProfileSchema, value);
  if (!read.success) return refused(...read.issues.flatMap((issue) => toShapeFaults(issue)));
  const faults = checkProfile(read.output);
  return faults.length === 0 ? { ok: true, profile: read.output } : refused(...faults);
}

/** The text of a profile, as `parseProfile` reads it: indented by two spaces, with a newline at the end. */
export function profileText(profile: DeviceProfile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}

function refused(...faults: readonly ProfileFault[]): ParsedProfile {
  return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
}

/** Finds keys such as `__proto__`, which a record schema would silently drop. */
function strangeKey(value: unknown, keys: readonly (string | number)[]): ProfileFault | null {
  if (typeof value !== 'object' || value === null) return null;
  if (keys.length > DEEPEST) return { path: jsonPath(keys), code: 'too-deep' };
  for (const [key, inner] of Object.entries(value)) {
    const path = [...keys, Array.isArray(value) ? Number(key) : key];
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return { path: jsonPath(path), code: 'unknown-key' };
    const strange = strangeKey(inner, path);
    if (strange !== null) return strange;
  }
  return null;
}

/** Reports a file that is no profile, or one of a later version, with this single fault. */
function heading(value: unknown): ProfileFault | null {
  const read = v.safeParse(v.looseObject({ format: v.literal(PROFILE_FORMAT), version: v.unknown() }), value);
  if (!read.success) return { path: '', code: 'not-a-profile', expected: { kind: 'one-of', values: [PROFILE_FORMAT] } };
  const { version } = read.output;
  return typeof version === 'number' && version > PROFILE_VERSION
    ? { path: 'version', code: 'newer-version', expected: { kind: 'at-most', limit: PROFILE_VERSION } }
    : null;
}
