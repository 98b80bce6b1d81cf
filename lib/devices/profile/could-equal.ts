import { hexBytes, partSize } from './frame';
import type { DeviceProfile, ProfileFrame } from './schema';
import { fullUuid } from './uuids';
import { own, splitName } from './values';

/** One byte of a frame: its value, null for any; `optional`: it may be missing. */
interface ByteToken {
  readonly byte: number | null;
  readonly optional: boolean;
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
  const places = new Set(listPlaces(profile, one));
  return one === other || listPlaces(profile, other).some((place) => places.has(place));
}

function listPlaces(profile: DeviceProfile, id: string): readonly string[] {
  const { at = [] } = own(profile.characteristics, id) ?? {};
  return at.flatMap(({ service, uuids }) => uuids.map((uuid) => `${fullUuid(service)} ${fullUuid(uuid)}`));
}

function toTokens(profile: DeviceProfile, frame: ProfileFrame): readonly ByteToken[] {
  return frame.bytes.flatMap((part): readonly ByteToken[] => {
    if (typeof part === 'string') return hexBytes(part).map((byte) => ({ byte, optional: false }));
    if ('text' in part) return [...part.text].map((letter) => ({ byte: letter.charCodeAt(0) & 0x7f, optional: false }));
    const [least, most] = partSize(part, (name) => longestText(profile, name));
    return Array.from({ length: most }, (_, i) => ({ byte: null, optional: i >= least }));
  });
}

function longestText(profile: DeviceProfile, name: string): number {
  const [kind, key = ''] = splitName(name);
  return kind === 'setting' ? (own(profile.settings, key)?.default.length ?? 0) : LONGEST_NUMBER;
}

/** Whether some bytes fit both. Goes through every pair of places once, by the number of tokens of each. */
function intersect(one: readonly ByteToken[], other: readonly ByteToken[]): boolean {
  /** For the places in `other` behind the present place in `one`: whether the rest of both fits. */
  let behind: boolean[] = [];
  for (let i = one.length; i >= 0; i--) {
    const here: boolean[] = [];
    for (let j = other.length; j >= 0; j--) {
      const [a, b] = [one[i], other[j]];
      const same = a !== undefined && b !== undefined && (a.byte === null || b.byte === null || a.byte === b.byte);
      here[j] =
        (a === undefined && b === undefined) ||
        (same && behind[j + 1] === true) ||
        (a?.optional === true && behind[j] === true) ||
        (b?.optional === true && here[j + 1] === true);
    }
    behind = here;
  }
  return behind[0] === true;
}
