import * as v from 'valibot';
import { CONTRAINDICATIONS, TREATMENT_CLASSES } from '../../catalogue';
import { MINUTE_MS } from '../../core/time';

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

/** `constructor` and `prototype` exist on every object. */
const id = form(/^(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,31}$/);
/** Printable, one line. */
const name = form(/^\P{C}{1,60}$/u);
const note = form(/^\P{C}{1,400}$/u);
const uuid = form(/^(?:[0-9a-f]{4}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/);
const hex = form(/^[0-9A-Fa-f]{2}(?: ?[0-9A-Fa-f]{2}){0,63}$/);
/** `..` stands for any byte. */
const hexPattern = form(/^(?:[0-9A-Fa-f]{2}|\.\.)(?: ?(?:[0-9A-Fa-f]{2}|\.\.)){0,31}$/);

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

const setting = v.strictObject({ kind: v.literal('digits'), default: form(/^[0-9]{1,16}$/) });

const scaling = {
  multiply: v.exactOptional(between(0.0001, 1e6)),
  add: v.exactOptional(between(-1e6, 1e6)),
  divide: v.exactOptional(between(0.0001, 1e6)),
};

export const NUMBER_TYPES = ['u8', 's8', 'u16le', 'u16be', 's16le', 's16be', 'u24le', 'u24be', 'u32le', 'u32be'] as const;

const numberType = v.picklist(NUMBER_TYPES);

const valuePart = v.strictObject({
  value: form(/^(?:temperature|timer|programme|(?:level|setting)\.[a-z][a-z0-9-]{0,31})$/),
  type: v.picklist([...NUMBER_TYPES, 'digits', 'ascii']),
  ...scaling,
  round: v.exactOptional(v.picklist(['nearest', 'down'])),
  modulo: v.exactOptional(integer(2, 65_536)),
  table: v.exactOptional(v.pipe(v.array(v.strictTuple([between(-1e6, 1e6), integer(0, 0xffff_ffff)])), v.minLength(1), v.maxLength(64))),
});
const order = v.exactOptional(v.picklist(['le', 'be']));
const part = v.union([
  hex,
  v.strictObject({ text: form(/^[\x20-\x7e\r\n]{1,32}$/) }),
  valuePart,
  v.strictObject({ length: v.literal('u8'), add: v.exactOptional(integer(-64, 64)) }),
  v.strictObject({ checksum: v.picklist(CHECKSUMS), from: v.exactOptional(integer(0, 63)), order }),
]);

const frame = v.strictObject({ to: id, bytes: v.pipe(v.array(part), v.minLength(1), v.maxLength(32)) });

const step = v.union([
  v.strictObject({ write: id }),
  v.strictObject({ read: id }),
  v.strictObject({ subscribe: id }),
  v.strictObject({ pauseMs: integer(1, 10_000) }),
  v.strictObject({
    await: v.strictObject({
      from: id,
      begins: v.exactOptional(hexPattern),
      timeoutMs: integer(50, 10_000),
      optional: v.exactOptional(v.boolean()),
    }),
  }),
]);
const steps = v.pipe(v.array(step), v.minLength(1), v.maxLength(16));

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

const readField = v.strictObject({
  to: form(
    /^(?:running|temperatureC|remainingS|elapsedS|speedKmh|distanceM|programme|batteryPct|(?:level|present|pressureMmHg)\.[a-z][a-z0-9-]{0,31})$/,
  ),
  at: integer(0, 255),
  type: numberType,
  ...scaling,
  /** Bounds for the raw number in the packet. Outside them, the field is ignored. */
  when: v.exactOptional(v.strictObject({ min: between(-1e10, 1e10), max: between(-1e10, 1e10) })),
  /** For `running` and `present`: true from this value on, or when this bit is set. */
  above: v.exactOptional(between(-1e6, 1e6)),
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
  class: v.picklist(TREATMENT_CLASSES),
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
  frames: v.pipe(v.record(id, frame), v.minEntries(1), v.maxEntries(64)),
  setUp: v.exactOptional(steps),
  poll: v.exactOptional(v.strictObject({ everyMs: integer(200, MINUTE_MS), steps })),
  zones: list(zone, 16),
  temperature: v.exactOptional(v.strictObject({ range, steps })),
  programmes: list(v.strictObject({ id, name, value: v.exactOptional(integer(0, 65_535)), steps: v.exactOptional(steps) }), 32),
  timer: v.exactOptional(v.strictObject({ range, initial: v.exactOptional(integer(1, 86_400)), steps: v.exactOptional(steps) })),
  start: v.exactOptional(steps),
  pause: v.exactOptional(steps),
  /** Frames, all sent at once, before everything else. Omitted when none is known; the device cannot be used then. */
  stop: list(id, 4),
  endsByItself: v.picklist(['no', 'timer', 'longest-run']),
  status: list(status, 16),
  contraindications: list(v.picklist(CONTRAINDICATIONS), CONTRAINDICATIONS.length),
});

/** Parts that are used in several places, by their names in the published schema. */
export const profileParts = { id, name, note, uuid, hexPattern, range, part, steps, numberType };

export type DeviceProfile = v.InferOutput<typeof deviceProfileSchema>;
export type ProfileFrame = v.InferOutput<typeof frame>;
export type ProfilePart = v.InferOutput<typeof part>;
export type ValuePart = v.InferOutput<typeof valuePart>;
export type ProfileStep = v.InferOutput<typeof step>;
export type ProfileZone = v.InferOutput<typeof zone>;
export type ProfileStatus = v.InferOutput<typeof status>;
export type ReadField = v.InferOutput<typeof readField>;
export type Escape = NonNullable<DeviceProfile['escape']>;
export type ChecksumName = (typeof CHECKSUMS)[number];
export type NumberType = (typeof NUMBER_TYPES)[number];
