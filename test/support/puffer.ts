import { uuid16 } from '../../lib/bluetooth/uuid';
import type { DriverKind } from '../../lib/devices/driver';
import { kindOfProfile, parseProfile } from '../../lib/devices/profile';
import { type FramedDevice, framedDevice } from '../../lib/simulated/framed/framed-device';
import { allows } from '../../lib/simulated/peripheral';
import { profileOfGuide } from './profile-guide';

/** The boots that docs/device-profile.md describes: their timer comes with the start, in minutes. */

const service = uuid16(0xae00);
const command = uuid16(0xae01);
const state = uuid16(0xae02);

export interface Puffer {
  readonly model: FramedDevice;
  /** When its timer ends it, by the clock of the radio. */
  untilMs: number;
}

/** @param reports false: it says nothing by itself */
export function makePuffer(reports = true): Puffer {
  let on = false;
  let set = [0, 0];
  const puffer = { untilMs: 0 };
  const runs = (atMs: number) => {
    if (atMs >= puffer.untilMs) on = false;
    return on;
  };
  const packet = (atMs: number) => {
    const [foot = 0, calf = 0] = set.map((level) => (runs(atMs) ? level * 10 : 0));
    return { characteristic: state, bytes: Uint8Array.of(0x73, runs(atMs) ? 1 : 0, foot & 255, foot >> 8, calf & 255, calf >> 8) };
  };
  const model = framedDevice({ address: '5E:B0:00:00:02:77', name: 'Puffer 1', advertised: [service] }, () => ({
    services: [
      {
        uuid: service,
        characteristics: [
          { uuid: command, properties: allows('write') },
          { uuid: state, properties: allows('notify') },
        ],
      },
    ],
    obey(_, bytes, atMs) {
      const [op, first = 0, second = 0] = bytes;
      if (op === 0x52) {
        on = true;
        puffer.untilMs = atMs + first * 60_000;
      } else if (op === 0x50) set = [first, second];
      else if (op === 0x53) {
        on = false;
        set = [0, 0];
      } else return { refused: 'unknown-command' };
      return { meaning: 'obeyed' };
    },
    state: (atMs) => ({ running: runs(atMs), levels: {} }),
    ...(reports ? { tells: { everyMs: 1000, packet } } : {}),
  }));
  return Object.assign(puffer, { model });
}

/** The kind of the guide's profile; `change` replaces fields of it. */
export function pufferKind(change: object = {}): DriverKind {
  const read = parseProfile(JSON.stringify({ ...profileOfGuide('puffer'), ...change }));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return kindOfProfile(read.profile);
}
