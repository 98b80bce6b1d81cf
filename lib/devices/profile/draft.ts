import type { CharacteristicProperties } from '../../bluetooth/transport';
import { FORBIDDEN_SERVICES, LONGEST_FRAME } from './limits';
import { type DeviceProfile, PROFILE_FORMAT, PROFILE_VERSION } from './schema';

/** What the GATT inspector saw of a device. Full UUIDs. */
export interface Seen {
  readonly name: string | null;
  readonly services: readonly {
    readonly uuid: string;
    readonly characteristics: readonly { readonly uuid: string; readonly properties: CharacteristicProperties }[];
  }[];
  /** From the inspector's log (lib/devices/inspector/gatt-log.ts), oldest first. */
  readonly lines: readonly { readonly what: string; readonly characteristic: string | null; readonly hex: string }[];
}

const MOST_CHARACTERISTICS = 16;
const MOST_FRAMES = 64;

/**
 * A first profile from a log: the characteristics that were used (or, if none was, all that can be written to or that send values), and
 * each different written value as a frame. It has no zones and no stop, so it is disabled until its author adds a stop. Without a frame it
 * is that of a sensor, which is refused until its author says what it measures. Null when nothing was written or heard. What the log supports
 * beyond that is proposed (propose.ts) and never in the draft by itself.
 */
export function draftProfile(seen: Seen): DeviceProfile | null {
  const usable = seen.services
    .filter(({ uuid }) => !FORBIDDEN_SERVICES.has(uuid))
    .flatMap(({ uuid: service, characteristics }) => characteristics.map((one) => ({ service, ...one })))
    .filter(({ properties: p }) => p.write || p.writeWithoutResponse || p.notify || p.indicate);
  const touched = new Set(seen.lines.filter(({ what }) => what === 'wrote' || what === 'notified').map((line) => line.characteristic));
  const some = usable.filter(({ uuid }) => touched.has(uuid));
  const chosen = (some.some(writable) ? some : usable).slice(0, MOST_CHARACTERISTICS);
  const named = chosen.map((one, i) => ({ id: `characteristic-${i + 1}`, ...one }));
  const frames = toFrames(named, seen.lines);
  const [first] = named;
  if (first === undefined || touched.size === 0) return null;
  const name = toPrintableName(seen.name);
  const subscribed = named.filter(({ properties }) => properties.notify || properties.indicate).slice(0, 16);
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    id: 'my-device',
    name: name ?? 'My device',
    makers: ['?'],
    ...(frames.length > 0 ? { class: 'massage', endsByItself: 'no' } : { class: 'thermometer' }),
    source: 'Drafted from the log of the GATT inspector; not checked.',
    verified: 'untested',
    match: name === null ? { services: [shortened(first.service)] } : { names: [name] },
    characteristics: Object.fromEntries(
      named.map(({ id, service, uuid, properties }) => [
        id,
        {
          at: [{ service: shortened(service), uuids: [shortened(uuid)] }],
          ...(properties.write || properties.writeWithoutResponse ? { write: 'either' as const } : {}),
        },
      ]),
    ),
    frames: Object.fromEntries(frames),
    ...(subscribed.length > 0 ? { setUp: subscribed.map(({ id }) => ({ subscribe: id })) } : {}),
  };
}

interface Named {
  readonly id: string;
  readonly uuid: string;
  readonly properties: CharacteristicProperties;
}

function toFrames(named: readonly Named[], lines: Seen['lines']): [string, DeviceProfile['frames'][string]][] {
  const frames = new Map<string, DeviceProfile['frames'][string]>();
  for (const { what, characteristic, hex } of lines) {
    const target = named.find((one) => one.uuid === characteristic && writable(one));
    const pairs = hex.toUpperCase().match(/[0-9A-F]{2}/g) ?? [];
    if (what !== 'wrote' || target === undefined || pairs.length === 0 || pairs.length > LONGEST_FRAME) continue;
    // A part has at most 64 bytes.
    const bytes = [pairs.slice(0, 64), pairs.slice(64)].filter((part) => part.length > 0).map((part) => part.join(' '));
    frames.set(`${target.id} ${pairs.join('')}`, { to: target.id, bytes });
  }
  return [...frames.values()].slice(0, MOST_FRAMES).map((frame, i) => [`seen-${i + 1}`, frame]);
}

function writable({ properties }: Pick<Named, 'properties'>): boolean {
  return properties.write || properties.writeWithoutResponse;
}

/** A name that is valid in a profile: one line, 60 characters, all printable. */
function toPrintableName(name: string | null): string | null {
  const printable = [...(name ?? '').replaceAll(/\p{C}/gu, '')].slice(0, 60).join('');
  return printable === '' ? null : printable;
}

function shortened(uuid: string): string {
  return /^0000([0-9a-f]{4})-0000-1000-8000-00805f9b34fb$/.exec(uuid)?.[1] ?? uuid;
}
