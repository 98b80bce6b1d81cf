import { hexBytes, partSize } from './frame';
import type { DeviceProfile, ProfileFrame, ProfilePart } from './schema';
import { fullUuid } from './uuids';
import { own, splitName } from './values';

/** One byte of a frame: its value, null for any; `optional`: it may be missing. */
export interface ByteToken {
  readonly byte: number | null;
  readonly optional: boolean;
  readonly part: ProfilePart;
}

/** The most characters of a number that a frame holds as text. */
const LONGEST_NUMBER = 7;

/**
 * Whether two frames can be the same bytes, whatever their values, lengths and checksums: a frame is what the device hears, not what a
 * profile calls it. Escapes change both alike.
 */
export function couldEqual(profile: DeviceProfile, one: ProfileFrame, other: ProfileFrame): boolean {
  return samePlace(profile, one.to, other.to) && intersect(toTokens(profile, one), toTokens(profile, other));
}

/** Whether two characteristics of the profile can be the same one on the device, whatever the profile calls them. */
export function samePlace(profile: DeviceProfile, one: string, other: string): boolean {
  return one === other || sharePlace(profile, one, profile, other);
}

/** The same for characteristics of two profiles. */
export function sharePlace(profile: DeviceProfile, one: string, otherProfile: DeviceProfile, other: string): boolean {
  const places = new Set(listPlaces(profile, one));
  return listPlaces(otherProfile, other).some((place) => places.has(place));
}

function listPlaces(profile: DeviceProfile, id: string): readonly string[] {
  const { at = [] } = own(profile.characteristics, id) ?? {};
  return at.flatMap(({ service, uuids }) => uuids.map((uuid) => `${fullUuid(service)} ${fullUuid(uuid)}`));
}

/** The bytes of a frame, before escapes. */
export function toTokens(profile: DeviceProfile, frame: ProfileFrame): readonly ByteToken[] {
  return frame.bytes.flatMap((part): readonly ByteToken[] => {
    if (typeof part === 'string') return hexBytes(part).map((byte) => ({ byte, optional: false, part }));
    if ('text' in part) return [...part.text].map((letter) => ({ byte: letter.charCodeAt(0) & 0x7f, optional: false, part }));
    const [least, most] = partSize(part, (name) => longestText(profile, name));
    return Array.from({ length: most }, (_, i) => ({ byte: null, optional: i >= least, part }));
  });
}

function longestText(profile: DeviceProfile, name: string): number {
  const [kind, key = ''] = splitName(name);
  return kind === 'setting' ? (own(profile.settings, key)?.default.length ?? 0) : LONGEST_NUMBER;
}

/** Whether some bytes fit both. */
function intersect(one: readonly ByteToken[], other: readonly ByteToken[]): boolean {
  return fitsFrom(one, other)[0]?.[0] === true;
}

/**
 * For each place in `one` and each in `other`: whether the rest of both can be the same bytes. Goes through every pair of places once, by
 * the number of tokens of each.
 */
export function fitsFrom(one: readonly ByteToken[], other: readonly ByteToken[]): readonly (readonly boolean[])[] {
  const rows: boolean[][] = [];
  for (let i = one.length; i >= 0; i--) {
    const here: boolean[] = [];
    rows[i] = here;
    for (let j = other.length; j >= 0; j--) {
      const [a, b] = [one[i], other[j]];
      const same = a !== undefined && b !== undefined && (a.byte === null || b.byte === null || a.byte === b.byte);
      here[j] =
        (a === undefined && b === undefined) ||
        (same && rows[i + 1]?.[j + 1] === true) ||
        (a?.optional === true && rows[i + 1]?.[j] === true) ||
        (b?.optional === true && here[j + 1] === true);
    }
  }
  return rows;
}
