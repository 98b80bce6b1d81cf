import type { Range } from '../../../../lib/devices/driver';
import type { Profile } from '../../../../lib/devices/profile';
import type { ProfileFrame, ProfilePart, ValuePart } from '../../../../lib/devices/profile/schema';

/**
 * Whether sent bytes could be this frame with values within the profile's declared limits. Reads the bytes back, so that it shares nothing
 * with the code that writes them. Checksums and lengths are not checked.
 */
export function couldBe(profile: Profile, frame: ProfileFrame, sent: Uint8Array): boolean {
  return rest(profile, frame.bytes, plain(profile, [...sent])) === 0;
}

/** The number of bytes left over; −1 when it is another frame. */
function rest(profile: Profile, parts: readonly ProfilePart[], bytes: readonly number[]): number {
  const [part, ...more] = parts;
  if (part === undefined) return bytes.length;
  if (typeof part === 'string') {
    const wanted = part.replaceAll(' ', '').match(/../g) ?? [];
    return wanted.every((hex, i) => Number.parseInt(hex, 16) === bytes[i]) ? rest(profile, more, bytes.slice(wanted.length)) : -1;
  }
  if ('text' in part) {
    const fits = [...part.text].every((letter, i) => letter.charCodeAt(0) === bytes[i]);
    return fits ? rest(profile, more, bytes.slice(part.text.length)) : -1;
  }
  if ('length' in part) return rest(profile, more, bytes.slice(1));
  if ('checksum' in part) return rest(profile, more, bytes.slice(/16/.test(part.checksum) ? 2 : 1));
  for (const size of listSizes(profile, part)) {
    const own = bytes.slice(0, size);
    if (own.length === size && allowed(profile, part, own) && rest(profile, more, bytes.slice(size)) === 0) return 0;
  }
  return -1;
}

function listSizes(profile: Profile, { type, value }: ValuePart): readonly number[] {
  if (value.startsWith('setting.')) return [profile.settings?.[value.slice(8)]?.default.length ?? -1];
  if (type === 'units-hundredths') return [2];
  return type === 'ascii' ? [1, 2, 3, 4, 5, 6, 7] : [Number.parseInt(type.slice(1), 10) / 8];
}

function allowed(profile: Profile, part: ValuePart, bytes: readonly number[]): boolean {
  if (part.value.startsWith('setting.')) return true;
  const number = part.type === 'ascii' ? Number(String.fromCharCode(...bytes)) : decodeNumber(part.type, bytes);
  if (part.table !== undefined) return part.table.some(([, to]) => to === number);
  // In km/h and °C.
  const per = part.unit === 'mph' ? 1.609344 : part.unit === 'fahrenheit' ? 1 / 1.8 : 1;
  const slack =
    per * ((0.51 * (part.divide ?? 1)) / (part.multiply ?? 1) + (part.round === 'down' ? (part.divide ?? 1) / (part.multiply ?? 1) : 0));
  const own = (number * (part.divide ?? 1) - (part.add ?? 0)) / (part.multiply ?? 1);
  // A speed is rounded down to a hundredth of a mile, a temperature to a degree Fahrenheit.
  const value = part.unit === 'mph' ? own * 1.609344 : part.unit === 'fahrenheit' ? (own - 32) / 1.8 : own;
  if (part.modulo !== undefined) return number < part.modulo;
  return listRanges(profile, part.value).some(({ min, max }) => value >= min - slack && value <= max + slack);
}

function listRanges(profile: Profile, value: string): readonly Pick<Range, 'min' | 'max'>[] {
  if (value === 'temperature') return profile.temperature ? [profile.temperature.range] : [];
  if (value === 'timer') return profile.timer ? [profile.timer.range] : [];
  if (value === 'programme') return (profile.programmes ?? []).map(({ value: code = Number.NaN }) => ({ min: code, max: code }));
  return (profile.zones ?? []).flatMap(({ id, range }) => (range !== undefined && value === `level.${id}` ? [range] : []));
}

function decodeNumber(type: string, bytes: readonly number[]): number {
  if (type === 'units-hundredths') return (bytes[0] ?? 0) + (bytes[1] ?? 0) / 100;
  const ordered = type.endsWith('be') ? bytes : [...bytes].reverse();
  const value = ordered.reduce((all, byte) => all * 256 + byte, 0);
  return type.startsWith('s') && value >= 256 ** bytes.length / 2 ? value - 256 ** bytes.length : value;
}

/** Removes escapes. */
function plain({ escape: rule }: Profile, sent: readonly number[]): readonly number[] {
  if (rule === undefined) return sent;
  const bytes: number[] = [];
  for (let i = 0; i < sent.length; i++) {
    const inside = i >= rule.head && i < sent.length - rule.tail;
    bytes.push(inside && sent[i] === rule.marker ? (sent[++i] ?? 0) + rule.subtract : (sent[i] ?? 0));
  }
  return bytes;
}
