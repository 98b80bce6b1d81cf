import * as v from 'valibot';
import { CONTRAINDICATIONS, TREATMENT_CLASSES } from '../../catalogue';
import { MINUTE_MS } from '../../core/time';
import { MEASURING_CLASSES } from '../sensor';
import { TEXT_PATTERNS } from './text-forms';

/**
 * The shape of a device profile (described in docs/device-profile.md; as JSON Schema in docs/device-profile.schema.json). check.ts checks
 * the parts against each other. Optional parts are omitted, never null.
 */
export const PROFILE_FORMAT = 'rebound-device-profile';
export const PROFILE_VERSION = 1;

export const CHECKSUMS = [
  'sum8',
  'sum8-ones',
  'sum8-twos',
  'xor8',
  'sum16',
  'crc16-modbus',
  'crc16-a327',
  'crc16-ccitt',
  'crc16-xmodem',
] as const;

const integer = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const between = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
const form = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));
const byte = integer(0, 255);

const id = form(TEXT_PATTERNS.id);
const name = form(TEXT_PATTERNS.name);
const note = form(TEXT_PATTERNS.note);
const uuid = form(TEXT_PATTERNS.uuid);
const hex = form(TEXT_PATTERNS.hex);
const hexPattern = form(TEXT_PATTERNS.pattern);

const range = v.strictObject({ min: between(-1e6, 1e6), max: between(-1e6, 1e6), step: between(0.01, 1e6) });

const place = v.strictObject({
  service: uuid,
  uuids: v.pipe(v.array(uuid), v.minLength(1), v.maxLength(4)),
  /** If several match, the first with this property. */
  property: v.exactOptional(v.picklist(['read', 'write', 'notify'])),
});

const characteristic = v.strictObject({
  /** Where it may be; the first place that exists on the device is used. */
  at: v.pipe(v.array(place), v.minLength(1), v.maxLength(4)),
  /** Whether and how it can be written to. */
  write: v.exactOptional(v.picklist(['with-response', 'without-response', 'either'])),
  optional: v.exactOptional(v.boolean()),
});

const setting = v.strictObject({ kind: v.literal('digits'), default: form(TEXT_PATTERNS.digits) });

const scaling = {
  multiply: v.exactOptional(between(0.0001, 1e6)),
  add: v.exactOptional(between(-1e6, 1e6)),
  divide: v.exactOptional(between(0.0001, 1e6)),
};

/** `units-hundredths`: two bytes, the units and then the hundredths, from 0 to 99. */
export const NUMBER_TYPES = [
  'u8',
  's8',
  'u16le',
  'u16be',
  's16le',
  's16be',
  'u24le',
  'u24be',
  'u32le',
  'u32be',
  'units-hundredths',
] as const;

/** Units of a device that are not those of Rebound (km/h, °C, kg). */
export const FOREIGN_UNITS = ['mph', 'fahrenheit', 'lb'] as const;

const numberType = v.picklist(NUMBER_TYPES);

const valuePart = v.strictObject({
  value: form(TEXT_PATTERNS.value),
  type: v.picklist([...NUMBER_TYPES, 'digits', 'ascii']),
  /** The unit of the number in the frame: a speed is given in km/h and a temperature in °C everywhere else. */
  unit: v.exactOptional(v.picklist(['mph', 'fahrenheit'])),
  ...scaling,
  round: v.exactOptional(v.picklist(['nearest', 'down'])),
  modulo: v.exactOptional(integer(2, 65_536)),
  table: v.exactOptional(v.pipe(v.array(v.strictTuple([between(-1e6, 1e6), integer(0, 0xffff_ffff)])), v.minLength(1), v.maxLength(64))),
});
const order = v.exactOptional(v.picklist(['le', 'be']));
const textPart = v.strictObject({ text: form(TEXT_PATTERNS['text-part']) });
const lengthPart = v.strictObject({ length: v.literal('u8'), add: v.exactOptional(integer(-64, 64)) });
const checksumPart = v.strictObject({ checksum: v.picklist(CHECKSUMS), from: v.exactOptional(integer(0, 63)), order });
const part = v.union([hex, textPart, valuePart, lengthPart, checksumPart]);

const frame = v.strictObject({ to: id, bytes: v.pipe(v.array(part), v.minLength(1), v.maxLength(32)) });

const writeStep = v.strictObject({ write: id });
const readStep = v.strictObject({ read: id });
const subscribeStep = v.strictObject({ subscribe: id });
const pauseStep = v.strictObject({ pauseMs: integer(1, 10_000) });
const awaitStep = v.strictObject({
  await: v.strictObject({
    from: id,
    begins: v.exactOptional(hexPattern),
    timeoutMs: integer(50, 10_000),
    optional: v.exactOptional(v.boolean()),
  }),
});
/** Writes a question and waits for its answer, which a status with `answers` reads. */
const askStep = v.strictObject({ ask: id, optional: v.exactOptional(v.boolean()) });
const step = v.union([writeStep, readStep, subscribeStep, pauseStep, awaitStep, askStep]);
const steps = v.pipe(v.array(step), v.minLength(1), v.maxLength(16));
const poll = v.strictObject({ everyMs: integer(200, MINUTE_MS), steps });

const zone = v.strictObject({
  id,
  control: v.picklist(['absolute', 'relative', 'switch']),
  range: v.exactOptional(range),
  unit: v.exactOptional(v.picklist(['level', 'percent', 'km/h', 'mmHg', 'W'])),
  set: v.exactOptional(steps),
  up: v.exactOptional(steps),
  down: v.exactOptional(steps),
  toggle: v.exactOptional(steps),
  on: v.exactOptional(steps),
  off: v.exactOptional(steps),
});

const raw = between(-1e10, 1e10);

const readField = v.strictObject({
  to: form(TEXT_PATTERNS.field),
  at: integer(0, 255),
  type: numberType,
  /** The unit of the number in the packet. */
  unit: v.exactOptional(v.picklist(FOREIGN_UNITS)),
  ...scaling,
  /** Raw numbers, or pairs of the first and the last of several, with which the device reports that it has no value. */
  none: v.exactOptional(v.pipe(v.array(v.union([raw, v.strictTuple([raw, raw])])), v.minLength(1), v.maxLength(8))),
  /** Bounds for the raw number in the packet. Outside them, the field is ignored. */
  when: v.exactOptional(v.strictObject({ min: raw, max: raw })),
  /** For `level`: what the number is. Left out: nobody knows. */
  means: v.exactOptional(v.picklist(['output', 'set'])),
  /** For `running` and `present`: true above this raw number, for one of these, or when this bit is set. */
  above: v.exactOptional(between(-1e6, 1e6)),
  in: v.exactOptional(v.pipe(v.array(raw), v.minLength(1), v.maxLength(32))),
  bit: v.exactOptional(integer(0, 7)),
  values: v.exactOptional(
    v.pipe(v.array(v.strictTuple([integer(0, 65_535), v.union([v.boolean(), id])])), v.minLength(1), v.maxLength(32)),
  ),
});

const status = v.strictObject({
  from: id,
  begins: v.exactOptional(hexPattern),
  minLength: v.exactOptional(integer(1, 255)),
  maxLength: v.exactOptional(integer(1, 255)),
  /** Bits that the packet must have, such as the one for a weight that has settled. */
  bits: v.exactOptional(
    v.pipe(v.array(v.strictObject({ at: integer(0, 255), bit: integer(0, 7), is: v.boolean() })), v.minLength(1), v.maxLength(8)),
  ),
  /** The questions that it answers, by their frames: it is read only while one of them is open. Omitted: it is read whenever it comes. */
  answers: v.exactOptional(v.pipe(v.array(id), v.minLength(1), v.maxLength(16))),
  /** `at` below 0 counts from the end. */
  checksum: v.exactOptional(
    v.strictObject({ type: v.picklist(CHECKSUMS), from: v.exactOptional(integer(0, 255)), at: integer(-255, 255), order }),
  ),
  fields: v.pipe(v.array(readField), v.maxLength(32)),
});

const list = <T extends v.GenericSchema>(item: T, max: number) => v.exactOptional(v.pipe(v.array(item), v.minLength(1), v.maxLength(max)));
const names = list(name, 32);

export const deviceProfileSchema = v.strictObject({
  /** For the author's editor; ignored here. */
  $schema: v.exactOptional(note),
  format: v.literal(PROFILE_FORMAT),
  version: v.literal(PROFILE_VERSION),
  id,
  name,
  makers: v.pipe(v.array(name), v.minLength(1), v.maxLength(16)),
  class: v.picklist([...TREATMENT_CLASSES, ...MEASURING_CLASSES]),
  source: note,
  verified: v.picklist(['vectors', 'community', 'untested']),
  notes: list(note, 16),
  match: v.strictObject({ names, namePrefixes: names, services: list(uuid, 8) }),
  characteristics: v.pipe(v.record(id, characteristic), v.minEntries(1), v.maxEntries(16)),
  settings: v.exactOptional(v.pipe(v.record(id, setting), v.maxEntries(4))),
  spacingMs: v.exactOptional(integer(0, 5000)),
  escape: v.exactOptional(
    v.strictObject({
      from: byte,
      marker: byte,
      subtract: byte,
      head: integer(0, 8),
      tail: integer(0, 8),
      lengthAt: v.exactOptional(integer(0, 7)),
    }),
  ),
  /** Empty only for a sensor that sends by itself. */
  frames: v.pipe(v.record(id, frame), v.maxEntries(64)),
  setUp: v.exactOptional(steps),
  poll: v.exactOptional(v.union([poll, v.pipe(v.array(poll), v.minLength(1), v.maxLength(8))])),
  zones: list(zone, 16),
  temperature: v.exactOptional(v.strictObject({ range, steps })),
  programmes: list(v.strictObject({ id, name, value: v.exactOptional(integer(0, 65_535)), steps: v.exactOptional(steps) }), 32),
  timer: v.exactOptional(v.strictObject({ range, initial: v.exactOptional(integer(1, 86_400)), steps: v.exactOptional(steps) })),
  start: v.exactOptional(steps),
  pause: v.exactOptional(steps),
  /** Frames, all sent at once, before everything else. Omitted when none is known; the device cannot be used then. */
  stop: list(id, 4),
  /** Omitted only for a sensor. */
  endsByItself: v.exactOptional(v.picklist(['no', 'timer', 'longest-run'])),
  status: list(status, 16),
  contraindications: list(v.picklist(CONTRAINDICATIONS), CONTRAINDICATIONS.length),
});

/** Parts that are used in several places, by their names in the published schema. */
export const profileParts = { id, name, note, uuid, hexPattern, range, part, steps, numberType };

/** The forms of a part and of a step by the key that only this form has, to report what is wrong inside one. */
export const KEYED_FORMS: Readonly<Record<string, v.GenericSchema>> = {
  text: textPart,
  value: valuePart,
  length: lengthPart,
  checksum: checksumPart,
  write: writeStep,
  read: readStep,
  subscribe: subscribeStep,
  pauseMs: pauseStep,
  await: awaitStep,
  ask: askStep,
};

export type DeviceProfile = v.InferOutput<typeof deviceProfileSchema>;
export type ProfileFrame = v.InferOutput<typeof frame>;
export type ProfilePart = v.InferOutput<typeof part>;
export type ValuePart = v.InferOutput<typeof valuePart>;
export type ProfileStep = v.InferOutput<typeof step>;
export type ProfileZone = v.InferOutput<typeof zone>;
export type ProfileStatus = v.InferOutput<typeof status>;
export type ProfilePoll = v.InferOutput<typeof poll>;
export type ForeignUnit = (typeof FOREIGN_UNITS)[number];
export type ReadField = v.InferOutput<typeof readField>;
export type Escape = NonNullable<DeviceProfile['escape']>;
export type ChecksumName = (typeof CHECKSUMS)[number];
export type NumberType = (typeof NUMBER_TYPES)[number];
