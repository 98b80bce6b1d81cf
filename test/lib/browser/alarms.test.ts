import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { followAlarms, PLAN_ALARM } from '../../../lib/browser/alarms';
import { type ReboundDatabase, setSetting } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
let allowed: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  allowed = true;
  db = freshDatabase();
  Object.assign(fakeBrowser.permissions, { contains: async () => allowed });
});
afterEach(() => {
  vi.useRealTimers();
});

const names = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name).sort();

describe('alarms of the background', () => {
  it('has one for the plan only while the user wants and allows it', async () => {
    await followAlarms(db);
    expect(await names()).toEqual(['badge']);
    await setSetting(db, 'planNotifies', true);
    await followAlarms(db);
    expect(await names()).toEqual(['badge', PLAN_ALARM]);
    allowed = false;
    await followAlarms(db);
    expect(await names()).toEqual(['badge']);
  });

  it('fire on time however often the background starts', async () => {
    await setSetting(db, 'planNotifies', true);
    await followAlarms(db);
    const due = async () => (await fakeBrowser.alarms.getAll()).map(({ scheduledTime }) => scheduledTime);
    const before = await due();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 9 * 60_000 });
    await followAlarms(db);
    expect(await due()).toEqual(before);
  });
});
