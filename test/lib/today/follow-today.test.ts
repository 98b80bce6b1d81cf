import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clock } from '../../../lib/core/clock';
import { deleteCheck, getStoredSnapshot, keepRecording, type ReboundDatabase } from '../../../lib/storage';
import { followToday, type TodayFollower } from '../../../lib/today/follow-today';
import type { Today } from '../../../lib/today/read-today';
import { aCheck } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { settled as comeToRest, until } from '../../support/until';

const NOON = new Date(2026, 4, 4, 12).getTime();

/** A clock that the test sets; each wait ends when the test says so. */
let nowMs = NOON;
let waits: { readonly ms: number; readonly over: () => void }[] = [];
let heard: (Today | Error)[] = [];
let db: ReboundDatabase;
let following: TodayFollower | null = null;

beforeEach(async () => {
  [nowMs, waits, heard] = [NOON, [], []];
  db = freshDatabase();
  await db.checks.add(aCheck({ id: 'check' }));
  vi.spyOn(clock, 'now').mockImplementation(() => nowMs);
  vi.spyOn(clock, 'wait').mockImplementation(
    (ms, signal) =>
      new Promise((over, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        waits.push({ ms, over });
      }),
  );
});
afterEach(async () => {
  following?.end();
  await settled();
  vi.restoreAllMocks();
  db.close();
});

const follow = (devices?: Parameters<typeof followToday>[0]['devices']) => {
  following = followToday({ db, product: '1.2.3', ...(devices === undefined ? {} : { devices }), listen: (today) => heard.push(today) });
  return following;
};
const last = () => {
  const today = heard.at(-1);
  if (today === undefined || today instanceof Error) throw today ?? new Error('nothing was heard');
  return today;
};
const heardTimes = async (times: number) => until(() => heard.length >= times);
/** Storing the snapshot may make the query run once more. */
const settled = () => comeToRest(1500);

describe('today, followed', () => {
  it('is told at once, and its snapshot is stored', async () => {
    follow();
    await heardTimes(1);
    await settled();
    expect(last()).toMatchObject({ day: '2026-05-04', check: { id: 'check' } });
    expect(await getStoredSnapshot(db)).toMatchObject({ fromMs: NOON, untilMs: last().untilMs });
  });

  it('is told again after a write', async () => {
    follow();
    await heardTimes(1);
    await settled();
    await deleteCheck(db, 'check');
    await until(() => last().check === null);
    expect(last().check).toBeNull();
  });

  it('is looked at every minute, and read again once it no longer holds, not before', async () => {
    follow();
    await heardTimes(1);
    await settled();
    const [times, untilMs] = [heard.length, last().untilMs];
    expect(waits.map(({ ms }) => ms)).toEqual([60_000]);
    nowMs = untilMs - 1;
    waits.at(-1)?.over();
    await until(() => waits.length === 2);
    await settled();
    expect(heard).toHaveLength(times);
    nowMs = untilMs;
    waits.at(-1)?.over();
    await heardTimes(times + 1);
    await settled();
    expect(last().untilMs).toBeGreaterThan(untilMs);
    await vi.waitFor(async () => expect((await getStoredSnapshot(db))?.fromMs).toBe(untilMs));
  });

  it('is read again when the user comes back to a page on which it no longer holds', async () => {
    const { look } = follow();
    await heardTimes(1);
    await settled();
    const times = heard.length;
    look();
    await settled();
    expect(heard).toHaveLength(times);
    nowMs = last().untilMs;
    look();
    await heardTimes(times + 1);
  });

  it('has one query at a time: a write after a second read is told once', async () => {
    const { look } = follow();
    await heardTimes(1);
    await settled();
    nowMs = last().untilMs;
    look();
    await settled();
    const days = heard.length;
    await keepRecording(db, aCheck({ id: 'new', daysAgo: 3 }));
    await settled();
    // The write, and the plan that was stored with its snapshot.
    expect(heard.length - days).toBeLessThanOrEqual(2);
  });

  it('is no longer told after the end, and no longer waits', async () => {
    const { end } = follow();
    await heardTimes(1);
    await settled();
    const times = heard.length;
    const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);
    end();
    await deleteCheck(db, 'check');
    await settled();
    expect(heard).toHaveLength(times);
    expect(console).not.toHaveBeenCalled();
  });

  it('names the devices at hand', async () => {
    const devices = [{ id: 'boots', class: 'compression', name: 'Boots' }] as never;
    follow(devices);
    await heardTimes(1);
    expect(last().situation.devices).toEqual(devices);
  });

  it.each([
    ['an error', new Error('broken')],
    ['what is no error as one', 'broken'],
  ])('tells %s', async (_, thrown) => {
    vi.spyOn(db, 'transaction').mockImplementation(() => {
      throw thrown;
    });
    follow();
    await heardTimes(1);
    expect(heard[0]).toEqual(new Error('broken'));
  });
});
