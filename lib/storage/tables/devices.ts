import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import { DEVICE_KINDS, type DeviceKind } from '../device-kinds';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import { type Sensor, sensorFields } from './checks';

export interface KnownDevice extends Sensor {
  readonly lastSeenMs: number;
  /** The user prefers checks from its `better` source. */
  readonly prefersBetter?: boolean;
  /** Missing in rows from before there were other devices: those are straps. */
  readonly kind?: DeviceKind;
  /** The user's own name for it. */
  readonly nickname?: string;
  /** Whether this model was ever tried with real hardware. */
  readonly verified?: boolean;
  /** For `recovery`: the kind of driver in lib/devices. */
  readonly gadget?: string;
  /** What the user gave its driver: the device's address, the maker's table. */
  readonly secrets?: { readonly address?: Uint8Array; readonly table?: Uint8Array };
  /** What the user set because it differs between devices, such as a PIN. */
  readonly gadgetSettings?: Readonly<Record<string, string>>;
}

declare module '../table' {
  interface Tables {
    devices: EntityTable<KnownDevice, 'id'>;
  }
}

export default defineTable<KnownDevice>({
  name: 'devices',
  stores: { 1: 'id' },
  todayRestsOn: false,
  naturalKey: true,
  row: v.object({
    ...sensorFields,
    lastSeenMs: f.instantMs,
    prefersBetter: v.exactOptional(v.boolean()),
    kind: v.exactOptional(v.picklist(DEVICE_KINDS)),
    nickname: v.exactOptional(v.string()),
    verified: v.exactOptional(v.boolean()),
    gadget: v.exactOptional(v.string()),
    secrets: v.exactOptional(v.object({ address: v.exactOptional(f.uint8Array), table: v.exactOptional(f.uint8Array) })),
    gadgetSettings: v.exactOptional(v.record(v.string(), v.string())),
  }),
});

/**
 * Owner of `devices`: paired devices as they last described themselves. A description that leaves out the nickname or the battery keeps the
 * earlier ones.
 */
export async function rememberDevice(db: ReboundDatabase, device: KnownDevice): Promise<void> {
  await db.transaction('rw', db.devices, async () => {
    const before = await db.devices.get(device.id);
    await db.devices.put(before === undefined ? device : merged(before, device));
  });
}

/** Renames a known device; an empty nickname removes it. Ignores unknown devices. */
export async function renameDevice(db: ReboundDatabase, id: string, nickname: string): Promise<void> {
  const own = nickname.trim();
  await db.devices
    .where('id')
    .equals(id)
    .modify((device) => {
      if (own === '') delete (device as { nickname?: string }).nickname;
      else Object.assign(device, { nickname: own });
    });
}

/** Stores what the user gave the driver of a known device; keeps fields that are left out. Ignores unknown devices. */
export async function setDeviceSecrets(db: ReboundDatabase, id: string, secrets: NonNullable<KnownDevice['secrets']>): Promise<void> {
  await db.devices
    .where('id')
    .equals(id)
    .modify((device) => {
      Object.assign(device, { secrets: { ...device.secrets, ...secrets } });
    });
}

/** Stores settings that differ between devices, such as a PIN, by setting id; an empty value means the maker's default. */
export async function setDriverSettings(db: ReboundDatabase, id: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
  await db.devices.update(id, { gadgetSettings: given });
}

export async function sawDevice(db: ReboundDatabase, id: string, lastSeenMs: number): Promise<void> {
  await db.devices.update(id, { lastSeenMs });
}

export async function forgetDevice(db: ReboundDatabase, id: string): Promise<void> {
  await db.devices.delete(id);
}

/** Ordered by when they were last seen, newest first. */
export async function knownDevices(db: ReboundDatabase): Promise<KnownDevice[]> {
  return (await db.devices.toArray()).sort((a, b) => b.lastSeenMs - a.lastSeenMs);
}

function merged(before: KnownDevice, now: KnownDevice): KnownDevice {
  const told = Object.entries(now).filter(([, value]) => value !== null && value !== undefined && value !== 'unknown');
  return { ...before, ...Object.fromEntries(told) };
}
