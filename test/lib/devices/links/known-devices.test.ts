import { describe, expect, it } from 'vitest';
import { forgetDevice, type KnownDevice, knownDevices, rememberDevice, renameDevice, sawDevice } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';

const belt: KnownDevice = {
  id: 'x',
  name: 'Belt',
  class: 'chest',
  location: 'chest',
  manufacturer: 'M',
  model: null,
  firmware: '1',
  batteryPct: 80,
  lastSeenMs: 1,
};

describe('the stored row of a device', () => {
  it('from before nicknames and kinds stays as it is', async () => {
    const db = freshDatabase();
    await db.devices.put(belt);
    expect(await knownDevices(db)).toEqual([belt]);
  });

  it('keeps the nickname when the device describes itself, and its description when the device does not', async () => {
    const db = freshDatabase();
    await rememberDevice(db, belt);
    await renameDevice(db, 'x', '  Mine ');
    await rememberDevice(db, { ...belt, class: 'unknown', firmware: null, batteryPct: null, model: 'B', kind: 'strap', lastSeenMs: 2 });
    expect(await knownDevices(db)).toEqual([{ ...belt, nickname: 'Mine', model: 'B', kind: 'strap', lastSeenMs: 2 }]);
  });

  it('loses its nickname when an empty one is set; an unknown device stays unknown', async () => {
    const db = freshDatabase();
    await rememberDevice(db, belt);
    await renameDevice(db, 'x', 'Mine');
    await renameDevice(db, 'x', ' ');
    await renameDevice(db, 'y', 'Other');
    await sawDevice(db, 'y', 9);
    expect(await knownDevices(db)).toEqual([belt]);
  });

  it('is sorted by last seen, and deleted when forgotten', async () => {
    const db = freshDatabase();
    await rememberDevice(db, belt);
    await rememberDevice(db, { ...belt, id: 'y', lastSeenMs: 5 });
    await sawDevice(db, 'x', 9);
    expect((await knownDevices(db)).map(({ id }) => id)).toEqual(['x', 'y']);
    await forgetDevice(db, 'x');
    expect((await knownDevices(db)).map(({ id }) => id)).toEqual(['y']);
  });
});
