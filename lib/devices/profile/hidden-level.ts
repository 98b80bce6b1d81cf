import { clamp } from '../../core/numbers';
import { type ByteToken, fitsFrom, samePlace, sharePlace, toTokens } from './could-equal';
import { frameBytes, valuesIn } from './frame';
import { MOST_STEPS } from './limits';
import { numberSize, profileNumberBytes, readProfileNumber, typeRange } from './number';
import { rangeOfValue } from './range-of-value';
import type { DeviceProfile, NumberType, ProfileFrame, ValuePart } from './schema';
import { type FrameValues, scaledValue } from './values';
import { ceilingOfValue, measureOfValue } from './within-limits';

/** A frame that sets a level or a temperature, as a device that hears bytes may read them. */
export interface LevelFrame {
  readonly profile: DeviceProfile;
  readonly frame: ProfileFrame;
  /** Of the profile that sends: its own ranges hold. False: of a device that is publicly known, where only the ceilings do. */
  readonly own: boolean;
}

/** What a number means as a level or a temperature. `other`: it is none, because several commands share the numbers of one byte. */
type Meaning = 'rest' | 'within' | 'beyond' | 'other';

/** The frames of a profile that set a level or a temperature. */
export function listLevelFrames(profile: DeviceProfile, own: boolean): readonly LevelFrame[] {
  return Object.values(profile.frames)
    .filter(({ bytes }) => bytes.some((part) => isLimited(part)))
    .map((frame) => ({ profile, frame, own }));
}

/**
 * Whether the device could take the bytes of a frame for one that sets a level, a speed, a pressure or a temperature, at a number that the
 * limits of this value do not allow, or that the profile does not send as this value: as fixed bytes, or as a time, a programme or a
 * setting. 0 and the lowest level are always allowed. `rests`: the frame is to make the device rest, so that it may set no level at all.
 */
export function hidesLevel(profile: DeviceProfile, sent: ProfileFrame, read: LevelFrame, rests: boolean): boolean {
  const { own, frame } = read;
  if (own ? !samePlace(profile, sent.to, frame.to) : !sharePlace(profile, sent.to, read.profile, frame.to)) return false;
  const from = sentTokens(profile, sent);
  const as = toTokens(read.profile, frame);
  const behind = fitsFrom(from, as);
  const before = fitsFrom(from.toReversed(), as.toReversed());
  return frame.bytes.some((part) => {
    if (!isLimited(part)) return false;
    const [begin, end] = [as.findIndex((token) => token.part === part), as.findLastIndex((token) => token.part === part) + 1];
    for (let i = 0; i <= from.length; i++) {
      if (!before[from.length - i]?.[as.length - begin]) continue;
      for (let k = i + 1; k <= from.length; k++) {
        const run = from.slice(i, k);
        if (run.filter(({ optional }) => !optional).length > end - begin) break;
        const long = !isNumber(part.type) || run.length >= end - begin;
        if (long && behind[k]?.[end] && hides(profile, from, run, read, part, rests)) return true;
      }
    }
    return false;
  });
}

function isLimited(part: ProfileFrame['bytes'][number]): part is ValuePart {
  return typeof part === 'object' && 'value' in part && /^(?:level\.|temperature$)/.test(part.value);
}

/** The bytes of a frame. Without values, checksums and lengths are known too. */
function sentTokens(profile: DeviceProfile, frame: ProfileFrame): readonly ByteToken[] {
  const tokens = toTokens(profile, frame);
  if (valuesIn(frame).length > 0) return tokens;
  const { escape: _, ...plain } = profile;
  const bytes = frameBytes(plain, frame, NO_VALUES);
  return bytes === null ? tokens : tokens.map((token, at) => ({ ...token, byte: bytes[at] ?? null }));
}

const NO_VALUES: FrameValues = { levels: {}, settings: {} };

/** Whether these bytes, read as this level, are a number that is not allowed. */
function hides(
  profile: DeviceProfile,
  from: readonly ByteToken[],
  run: readonly ByteToken[],
  read: LevelFrame,
  part: ValuePart,
  rests: boolean,
): boolean {
  if (run.every(({ byte, optional }) => byte !== null && !optional)) {
    const meaning = judge(read, part, toNumber(run, part));
    if (meaning !== 'within') return meaning === 'beyond';
    return read.own && (rests || measureOfValue(read.profile, part.value) !== 'count');
  }
  const sent = run[0]?.part;
  const complete = run.every((token) => token.part === sent) && from.filter((token) => token.part === sent).length === run.length;
  if (!complete || typeof sent !== 'object' || !('value' in sent)) return true;
  if (read.own && JSON.stringify(sent) === JSON.stringify(part)) return false;
  const possible = listNumbers(profile, sent, part);
  if (possible === null) return true;
  const meanings = possible.map((number) => judge(read, part, number));
  if (isLimited(sent)) return meanings.includes('beyond');
  return isCode(read.profile, part) ? meanings.some((one) => one === 'within' || one === 'beyond') : true;
}

/** The numbers that the device reads where `part` stands, when it gets each number that `sent` can be; null for a text. */
function listNumbers(profile: DeviceProfile, sent: ValuePart, part: ValuePart): readonly (number | null)[] | null {
  const ranges = rangeOfValue(profile, sent.value);
  const { type } = part;
  const { type: written } = sent;
  if (ranges == null || !isNumber(written) || !isNumber(type) || numberSize(written) !== numberSize(type)) return null;
  const read = (value: number) => readAs(type, written, scaledValue(sent, value));
  // A range that is above its ceiling is a fault of its own.
  const ceiling = ceilingOfValue(profile, sent.value);
  return ranges.flatMap(({ min, max, step }) => {
    const [low, high] = [clamp(min, ceiling.min, ceiling.max), clamp(max, ceiling.min, ceiling.max)];
    // Between the ends, the same type reads nothing else than what is between them.
    if (written === type && sent.modulo === undefined && sent.table === undefined) return [read(low), read(high)];
    const count = Math.min(MOST_STEPS, Math.max(0, Math.floor((high - low) / step + 1e-6)));
    return Array.from({ length: count + 1 }, (_, i) => read(low + i * step));
  });
}

/** The number that is read as one type when it was written as another; null when it does not fit. */
function readAs(type: NumberType, written: NumberType, number: number | null): number | null {
  const { min, max } = typeRange(written);
  return number === null || number < min || number > max ? null : readProfileNumber(profileNumberBytes(number, written), 0, type);
}

function toNumber(run: readonly ByteToken[], part: ValuePart): number | null {
  const bytes = run.map(({ byte }) => byte ?? 0);
  if (isNumber(part.type)) return readProfileNumber(bytes, 0, part.type);
  const text = String.fromCharCode(...bytes);
  return /^-?[0-9]+$/.test(text) ? Number(text) : null;
}

function judge({ profile, own }: LevelFrame, part: ValuePart, number: number | null): Meaning {
  const [range] = rangeOfValue(profile, part.value) ?? [];
  if (range === undefined || number === null) return 'other';
  if (part.table !== undefined) {
    const values = part.table.filter(([, sent]) => sent === number).map(([value]) => value);
    if (values.length === 0) return 'other';
    return values.every((value) => value <= range.min) ? 'rest' : 'within';
  }
  const ceiling = ceilingOfValue(profile, part.value);
  const ends = [own ? range.min : Math.min(range.min, ceiling.min), own ? range.max : ceiling.max].map(
    (end) => scaledValue(part, end) ?? Number.NaN,
  );
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const isLevel = part.value !== 'temperature';
  if (isLevel && number === scaledValue(part, range.min)) return 'rest';
  if (isCode(profile, part)) return number > low && number <= high ? 'within' : 'other';
  if (number === 0) return 'rest';
  if (number > high || number < Math.min(low, isLevel ? 0 : low)) return 'beyond';
  return 'within';
}

/** Whether the number stands for the command as well as for its level, as where 152 to 155 are the levels 0 to 3 of one zone. */
function isCode(profile: DeviceProfile, part: ValuePart): boolean {
  if (measureOfValue(profile, part.value) !== 'count') return false;
  return part.table !== undefined || (scaledValue(part, 0) ?? 0) > 0;
}

function isNumber(type: ValuePart['type']): type is NumberType {
  return type !== 'ascii' && type !== 'digits';
}
