import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimOwnership } from '../../../lib/check/owner';
import { keepInterrupted, settleIfFree, settleRecordings } from '../../../lib/check/recover';
import { discardRecording } from '../../../lib/storage';
import { stubLocks } from '../../support/locks';
import { settled } from '../../support/until';
import { checkOnStrap, setting } from './check-on-strap';

beforeEach(() => void stubLocks());
afterEach(() => void vi.unstubAllGlobals());

/** A check that has run for this many seconds. The test decides what happens to its session; for a killed tab, nothing. */
async function running(seconds: number, strap = {}) {
  const all = checkOnStrap(strap);
  await all.session.start(setting(10, 180), all.transport);
  await all.pass(seconds);
  return all;
}

describe('a check that was left without cancelling', () => {
  it('is kept without asking, with all its beats', async () => {
    const { session, db, sent, unfinished } = await running(40);
    session.leave();
    await settled();
    const { kept, interrupted } = await settleRecordings(db);
    expect(interrupted).toEqual([]);
    expect(kept.map((check) => [check.id, check.complete, [...check.rrTicks]])).toEqual([['check-1', false, sent]]);
    expect(await db.checks.toArray()).toEqual(kept);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
    expect(await settleRecordings(db)).toEqual({ kept: [], interrupted: [] });
  });

  it('knows its sensor and its setting', async () => {
    const { session, db } = await running(40, { name: 'Belt' });
    session.leave();
    await settled();
    const { kept } = await settleRecordings(db);
    expect(kept[0]).toMatchObject({ posture: 'sitting', world: 'own', sensor: { name: 'Belt' }, day: '2026-05-04' });
    expect(kept[0]).not.toHaveProperty('left');
  });

  it('leaves nothing if it had no beat', async () => {
    const { session, db, unfinished } = await running(5, { rrSource: 'none' });
    session.leave();
    await settled();
    expect(await settleRecordings(db)).toEqual({ kept: [], interrupted: [] });
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });

  it('receives no more beats', async () => {
    const { session, db, sent, pass, link } = await running(20);
    session.leave();
    const atLeaving = sent.length;
    await pass(60);
    expect([link.state.value, (await settleRecordings(db)).kept[0]?.rrTicks.length]).toEqual(['closed', atLeaving]);
  });

  it('after its result leaves nothing to settle', async () => {
    const { session, db } = await running(40);
    await session.keep();
    session.leave();
    await settled();
    expect(await settleRecordings(db)).toEqual({ kept: [], interrupted: [] });
    expect(await db.checks.count()).toBe(1);
  });
});

describe('an interrupted check', () => {
  it('is offered with its figures so far', async () => {
    const { db, sent, unfinished } = await running(40);
    const { kept, interrupted } = await settleRecordings(db);
    expect([kept, await db.checks.count()]).toEqual([[], 0]);
    const [one] = interrupted;
    expect([interrupted.length, one?.recording.id, one?.beats]).toEqual([1, 'check-1', sent.length]);
    // 10 s of the 39 s of beats are for settling.
    expect(one?.countedS).toBeGreaterThan(26);
    expect(one?.countedS).toBeLessThan(31);
    expect((await unfinished()).recordings).toBe(1);
  });

  it('becomes the check that it would have been, when kept', async () => {
    const live = await running(20);
    live.setInReach(false);
    await live.pass(6);
    live.setInReach(true);
    await live.pass(30);
    const [one] = (await settleRecordings(live.db)).interrupted;
    if (one === undefined) throw new Error('not offered');
    const kept = await keepInterrupted(live.db, one.recording);
    expect(kept?.gaps.map(({ cause }) => cause)).toEqual(['link']);
    expect([...(kept?.rrTicks ?? [])]).toEqual(live.sent);
    expect(await live.unfinished()).toEqual({ recordings: 0, journal: 0 });
    expect(await live.db.checks.toArray()).toEqual([kept]);

    // The same beats, including the lost link, in a check that was cancelled and kept.
    const other = await running(20);
    other.setInReach(false);
    await other.pass(6);
    other.setInReach(true);
    await other.pass(30);
    await other.session.keep();
    expect(other.stored).toHaveLength(1);
    expect({ ...kept, endedAtMs: 0 }).toEqual({ ...other.stored[0], endedAtMs: 0 });
  });

  it('is deleted when discarded', async () => {
    const { db, unfinished } = await running(20);
    const [one] = (await settleRecordings(db)).interrupted;
    await discardRecording(db, one?.recording.id ?? '');
    expect([await db.checks.count(), await unfinished()]).toEqual([0, { recordings: 0, journal: 0 }]);
    expect((await settleRecordings(db)).interrupted).toEqual([]);
  });

  it('becomes one check when kept in two tabs at once', async () => {
    const { db } = await running(40);
    const [one] = (await settleRecordings(db)).interrupted;
    if (one === undefined) throw new Error('not offered');
    const both = await Promise.all([keepInterrupted(db, one.recording), keepInterrupted(db, one.recording)]);
    expect(both.filter((check) => check !== null)).toHaveLength(1);
    expect(await db.checks.count()).toBe(1);
  });
});

describe('without an open app tab', () => {
  it('a check that was left on purpose is kept', async () => {
    const { session, db } = await running(40);
    session.leave();
    await settled();
    expect((await settleIfFree(db)).map(({ id }) => id)).toEqual(['check-1']);
    expect(await settleIfFree(db)).toEqual([]);
  });

  it('an interrupted check waits for the app to ask', async () => {
    const { db, unfinished } = await running(40);
    expect(await settleIfFree(db)).toEqual([]);
    expect((await unfinished()).recordings).toBe(1);
  });
});

describe('with an open app tab', () => {
  it('its running check is not touched', async () => {
    const { session, db } = await running(40);
    await claimOwnership();
    session.leave();
    await settled();
    expect(await settleIfFree(db)).toEqual([]);
    expect(await db.recordings.count()).toBe(1);
  });

  it('it is not touched either if the tab outlasts the waiting time', async () => {
    const { db } = await running(40);
    await claimOwnership();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
    expect(await settleIfFree(db, 5000)).toEqual([]);
    expect(timeout).toHaveBeenCalledWith(5000);
    timeout.mockRestore();
  });
});
