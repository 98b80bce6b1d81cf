import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import { DEVICE_KINDS, type DeviceKind } from '../device-kinds';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import { type Sensor, sensorFields } from './checks';

export interface KnownDevice extends Sensor {
  readonly lastSeenMs: number;
  /** The user wants checks from its `better` source. */
  readonly prefersBetter?: boolean;
  /** Rows from before there were other devices lack it: those are straps. */
  readonly kind?: DeviceKind;
  /** The user's own name for it. */
  readonly nickname?: string;
  /** Whether this model was ever tried with real hardware. */
  readonly verified?: boolean;
  /** `recovery`: which of lib/devices' kinds. */
  readonly gadget?: string;
  /** What the user gave its driver: the device's address, the maker's table. */
  readonly secrets?: { readonly address?: Uint8Array; readonly table?: Uint8Array };
  /** What the user set because it differs from one device to the next, such as a PIN. */
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
 * Owner of `devices`: what was paired, as it last described itself. What the user said of it (its nickname) and what it said earlier (its
 * battery) outlast a description that is silent about them.
 */
export async function rememberDevice(db: ReboundDatabase, device: KnownDevice): Promise<void> {
  await db.transaction('rw', db.devices, async () => {
    const before = await db.devices.get(device.id);
    await db.devices.put(before === undefined ? device : merged(before, device));
  });
}

/** An empty nickname takes it away. A device that is not known stays so. */
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

/** What the user gave the driver of a device; what is left out stays as it was. A device that is not known stays so. */
export async function setDeviceSecrets(db: ReboundDatabase, id: string, secrets: NonNullable<KnownDevice['secrets']>): Promise<void> {
  await db.devices
    .where('id')
    .equals(id)
    .modify((device) => {
      Object.assign(device, { secrets: { ...device.secrets, ...secrets } });
    });
}

/** What differs from one device to the next, such as a PIN, by the id of the setting; empty: as the maker delivers it. */
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

/** Last seen first. */
export async function knownDevices(db: ReboundDatabase): Promise<KnownDevice[]> {
  return (await db.devices.toArray()).sort((a, b) => b.lastSeenMs - a.lastSeenMs);
}

function merged(before: KnownDevice, now: KnownDevice): KnownDevice {
  const told = Object.entries(now).filter(([, value]) => value !== null && value !== undefined && value !== 'unknown');
  return { ...before, ...Object.fromEntries(told) };
}
