import type { Seen } from './draft';
import { hexBytes } from './frame';
import { readProfileNumber } from './number';
import { type FoundChecksum, findChecksums, LEAST_PACKETS } from './propose-checksum';
import type { DeviceProfile, ProfileStatus, ReadField } from './schema';

/** Something that the log supports and that the draft does not say. It is in no profile until a person takes it (`takeProposal`). */
export type Proposal =
  /** A device that was heard is of this class. */
  | { readonly kind: 'class'; readonly class: DeviceProfile['class']; readonly because: ClassReason }
  /** What was written ends in a checksum. `characteristic`: its full UUID, here and below. */
  | { readonly kind: 'frame-checksum'; readonly characteristic: string; readonly checksum: FoundChecksum }
  /** Packets of this length that begin so come again and again. */
  | {
      readonly kind: 'status';
      readonly characteristic: string;
      readonly status: StatusShape;
      readonly packets: number;
      readonly of: number;
    }
  /** A number in such packets behaves like a measured value, or like a switch. */
  | {
      readonly kind: 'field';
      readonly characteristic: string;
      readonly status: StatusShape;
      readonly field: ReadField;
      /** The smallest and the largest value that was heard, in the unit of the field. */
      readonly heard: readonly [low: number, high: number];
      readonly packets: number;
    };

/** `name`, `service`: it is that of this known device. `values`: what it sends is a temperature. */
export type ClassReason =
  | { readonly by: 'name' | 'service'; readonly device: string }
  | { readonly by: 'values'; readonly characteristic: string };

/** A status without the name that the draft has for its characteristic. */
export type StatusShape = Omit<ProfileStatus, 'from' | 'fields'>;

/** A device that Rebound knows, to compare with. */
export interface KnownDeviceClass {
  readonly device: string;
  readonly class: DeviceProfile['class'];
  matchesName(name: string): boolean;
  /** Full UUIDs of services that few other devices have. */
  readonly services: readonly string[];
}

const MOST_PROPOSALS = 24;
const LONGEST_BEGINNING = 4;

/** What the log supports: the class, statuses with their checksums and fields, and the checksums of frames. */
export function makeProposals(seen: Seen, known: readonly KnownDeviceClass[]): readonly Proposal[] {
  const heard = groupPackets(seen, 'notified');
  const statuses = heard.flatMap(([characteristic, packets]) => proposeStatuses(characteristic, packets));
  const frames = groupPackets(seen, 'wrote').flatMap(([characteristic, packets]): readonly Proposal[] => {
    const [checksum] = findChecksums(packets);
    return checksum === undefined ? [] : [{ kind: 'frame-checksum', characteristic, checksum }];
  });
  return [...proposeClasses(seen, known, statuses), ...frames, ...statuses].slice(0, MOST_PROPOSALS);
}

function groupPackets({ lines }: Seen, what: string): readonly (readonly [string, readonly (readonly number[])[]])[] {
  const groups = new Map<string, (readonly number[])[]>();
  for (const line of lines) {
    const bytes = hexBytes(line.hex);
    if (line.what !== what || line.characteristic === null || bytes.length === 0) continue;
    groups.set(line.characteristic, [...(groups.get(line.characteristic) ?? []), bytes]);
  }
  return [...groups];
}

/** Packets of one kind have one length, and one first byte unless that byte is the only thing that changes. */
function proposeStatuses(characteristic: string, packets: readonly (readonly number[])[]): readonly Proposal[] {
  const kinds = new Map<string, (readonly number[])[]>();
  const varied = new Set(packets.map(([first]) => first)).size > packets.length / 2;
  for (const packet of packets) {
    const key = varied ? `${packet.length}` : `${packet.length} ${packet[0]}`;
    kinds.set(key, [...(kinds.get(key) ?? []), packet]);
  }
  return [...kinds.values()]
    .filter((own) => own.length >= LEAST_PACKETS)
    .flatMap((own): readonly Proposal[] => {
      const status = toShape(own);
      const of = packets.length;
      return [{ kind: 'status', characteristic, status, packets: own.length, of }, ...proposeFields(characteristic, status, own)];
    });
}

function toShape(packets: readonly (readonly number[])[]): StatusShape {
  const [first = []] = packets;
  const same = first.findIndex((byte, at) => packets.some((packet) => packet[at] !== byte));
  const begins = first.slice(0, Math.min(LONGEST_BEGINNING, same === -1 ? first.length : same));
  const [found] = findChecksums(packets);
  const size = first.length;
  return {
    ...(begins.length === 0 ? {} : { begins: toHexText(begins) }),
    minLength: size,
    maxLength: size,
    ...(found === undefined ? {} : { checksum: toStatusChecksum(found) }),
  };
}

function toStatusChecksum({ type, from, behind, order }: FoundChecksum): NonNullable<StatusShape['checksum']> {
  const two = type.startsWith('crc16') || type === 'sum16';
  return { type, at: -(behind + (two ? 2 : 1)), ...(from === 0 ? {} : { from }), ...(two && order === 'be' ? { order } : {}) };
}

/** In °C: what a bath, a room or a hand has. */
const [COLDEST, WARMEST] = [1, 60];
/** Between two packets. */
const MOST_CHANGE = 2;

/** Numbers that drift slowly through temperatures, and bytes that have two values. */
function proposeFields(characteristic: string, status: StatusShape, packets: readonly (readonly number[])[]): readonly Proposal[] {
  const size = status.maxLength ?? 0;
  const covered = status.checksum === undefined ? size : size + status.checksum.at;
  const begun = hexBytes(status.begins ?? '').length;
  const places = Array.from({ length: Math.max(0, covered - begun) }, (_, i) => begun + i);
  const temperatures = places.flatMap((at): readonly Proposal[] => {
    for (const [type, divide] of [
      ['s16le', 10],
      ['s16le', 100],
      ['s16be', 10],
      ['s16be', 100],
    ] as const) {
      if (at + 2 > covered) continue;
      const values = packets.map((packet) => (readProfileNumber(packet, at, type) ?? Number.NaN) / divide);
      const changes = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
      const drifts = new Set(values).size > 1 && changes.every((change) => change <= MOST_CHANGE);
      if (!drifts || !values.every((value) => value >= COLDEST && value <= WARMEST)) continue;
      return [
        {
          kind: 'field',
          characteristic,
          status,
          field: { to: 'temperatureC', at, type, divide },
          heard: findSpan(values),
          packets: packets.length,
        },
      ];
    }
    return [];
  });
  const switches = places.flatMap((at): readonly Proposal[] => {
    const values = packets.map((packet) => packet[at] ?? 0);
    const [low, high] = findSpan(values);
    if (low !== 0 || high === 0 || new Set(values).size !== 2) return [];
    return [
      {
        kind: 'field',
        characteristic,
        status,
        field: { to: 'running', at, type: 'u8', above: 0 },
        heard: [low, high],
        packets: packets.length,
      },
    ];
  });
  return [...temperatures.slice(0, 2), ...switches.slice(0, 2)];
}

function findSpan(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** One proposal for each class, with its strongest reason. */
function proposeClasses(seen: Seen, known: readonly KnownDeviceClass[], statuses: readonly Proposal[]): readonly Proposal[] {
  const uuids = new Set(seen.services.map(({ uuid }) => uuid));
  const { name } = seen;
  const reasons: (readonly [DeviceProfile['class'], ClassReason])[] = [
    ...(name === null ? [] : known.filter((one) => one.matchesName(name))).map(
      (one) => [one.class, { by: 'name', device: one.device }] as const,
    ),
    ...known
      .filter(({ services }) => services.some((uuid) => uuids.has(uuid)))
      .map((one) => [one.class, { by: 'service', device: one.device }] as const),
  ];
  const warm = statuses.find((one) => one.kind === 'field' && one.field.to === 'temperatureC');
  if (warm?.kind === 'field') reasons.push(['thermometer', { by: 'values', characteristic: warm.characteristic }]);
  const first = new Map<DeviceProfile['class'], ClassReason>();
  for (const [own, because] of reasons) if (!first.has(own)) first.set(own, because);
  return [...first].map(([own, because]) => ({ kind: 'class', class: own, because }));
}

export function toHexText(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
}
