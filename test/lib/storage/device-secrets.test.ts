import { afterEach, describe, expect, it } from 'vitest';
import { type KnownDevice, knownDevices, rememberDevice, setDeviceSecrets, setDriverSettings } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

const device: KnownDevice = {
  id: 'gun',
  name: 'Hypervolt 2',
  class: 'unknown',
  location: null,
  manufacturer: null,
  model: null,
  firmware: null,
  batteryPct: null,
  lastSeenMs: 1,
  kind: 'recovery',
  gadget: 'hypervolt-2',
};

const db = freshDatabase();
afterEach(() => db.devices.clear());

describe('the secrets and settings of a device', () => {
  it('are stored one by one, and kept when the device describes itself again', async () => {
    await rememberDevice(db, device);
    await setDeviceSecrets(db, 'gun', { address: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    await setDeviceSecrets(db, 'gun', { table: new Uint8Array(256).fill(7, 3) });
    await rememberDevice(db, { ...device, batteryPct: 80, lastSeenMs: 2 });
    const [row] = await knownDevices(db);
    expect([...(row?.secrets?.address ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(row?.secrets?.table).toHaveLength(256);
    expect(row?.batteryPct).toBe(80);
  });

  it('return to the maker’s default when emptied', async () => {
    await rememberDevice(db, { ...device, gadget: 'jensen-bed' });
    await setDriverSettings(db, 'gun', { pin: '1234' });
    expect((await knownDevices(db))[0]?.gadgetSettings).toEqual({ pin: '1234' });
    await setDriverSettings(db, 'gun', { pin: '' });
    expect((await knownDevices(db))[0]?.gadgetSettings).toEqual({});
  });

  it('are not stored for an unknown device', async () => {
    await setDeviceSecrets(db, 'nobody', { address: new Uint8Array(6) });
    await setDriverSettings(db, 'nobody', { pin: '1234' });
    expect(await knownDevices(db)).toEqual([]);
  });
});
