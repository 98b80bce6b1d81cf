import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settled } from '../../support/until';
import { checkOnStrap, setting } from './check-on-strap';

describe('a lost link', () => {
  it('is reported and reconnected, and the check continues: no beat repeated or invented, with a gap in place', async () => {
    const { session, transport, sent, pass, done, setInReach } = checkOnStrap();
    await session.start(setting(5, 60), transport);
    await pass(20);
    const before = sent.length;
    setInReach(false);
    await pass(8);
    expect([session.stage.value, session.trouble.value, sent.length]).toEqual(['recording', 'link-lost', before]);
    setInReach(true);
    await pass(20);
    expect(session.trouble.value).toBeNull();
    expect(session.trace.value.rrMs.filter((rr) => rr === null)).toHaveLength(1);
    await pass(60);
    await done();
    const check = session.result.value;
    expect([...(check?.rrTicks ?? [])]).toEqual(sent.slice(0, check?.rrTicks.length));
    expect(check?.gaps.map(({ afterBeat, cause }) => [afterBeat, cause])).toEqual([[before, 'link']]);
    const gap = check?.gaps[0]?.lengthMs ?? 0;
    // Away for 8 s, plus the time until the link was up after the pause between attempts.
    expect(gap).toBeGreaterThan(7000);
    expect(gap).toBeLessThan(25_000);
  });

  it('three times gives three gaps', async () => {
    const { session, transport, sent, pass, done, setInReach } = checkOnStrap();
    await session.start(setting(5, 60), transport);
    const places: number[] = [];
    for (let i = 0; i < 3; i++) {
      await pass(12);
      places.push(sent.length);
      setInReach(false);
      await pass(3);
      setInReach(true);
    }
    await pass(120);
    await done();
    const check = session.result.value;
    expect(check?.complete).toBe(true);
    expect(check?.gaps.map(({ afterBeat }) => afterBeat)).toEqual(places);
    expect([...(check?.rrTicks ?? [])]).toEqual(sent.slice(0, check?.rrTicks.length));
    expect(check?.summary.coveragePct).toBeLessThan(100);
  });

  it('without a reconnect leaves the beats so far to keep', async () => {
    const { session, transport, sent, pass, stored, setInReach } = checkOnStrap();
    await session.start(setting(5, 60), transport);
    await pass(20);
    setInReach(false);
    await pass(600);
    await session.keep();
    expect([...(stored[0]?.rrTicks ?? [])]).toEqual(sent);
    expect(stored[0]?.gaps).toEqual([]);
  });
});

describe('missing beats', () => {
  it('are reported after 10 s for a strap without intervals, not before', async () => {
    const { session, transport, pass } = checkOnStrap({ rrSource: 'none' });
    await session.start(setting(5, 60), transport);
    await pass(9);
    expect([session.stage.value, session.trouble.value]).toEqual(['recording', null]);
    await pass(4);
    expect([session.trouble.value, session.progress.value.phase]).toEqual(['no-rr', 'waiting']);
    await session.discard();
    expect([session.stage.value, session.trouble.value]).toEqual(['setup', null]);
  });

  it.each(['no-rr', 'silent'] as const)(
    'in the middle (%s) are reported after 10 s, resolved by the next beat, and the stretch is stored',
    async (what) => {
      const { session, transport, sent, pass, done } = checkOnStrap({ interruptions: [{ fromMs: 20_000, toMs: 45_000, what }] });
      await session.start(setting(5, 60), transport);
      await pass(28);
      expect(session.trouble.value).toBeNull();
      await pass(6);
      expect(session.trouble.value).toBe('rr-absent');
      await pass(15);
      expect(session.trouble.value).toBeNull();
      await pass(120);
      await done();
      const check = session.result.value;
      expect(check?.gaps.map(({ cause }) => cause)).toEqual(['missing']);
      expect(Math.abs((check?.gaps[0]?.lengthMs ?? 0) - 25_000)).toBeLessThan(2500);
      expect([...(check?.rrTicks ?? [])]).toEqual(sent.slice(0, check?.rrTicks.length));
    },
  );

  it('without skin contact are reported at once', async () => {
    const { session, transport, pass } = checkOnStrap({ interruptions: [{ fromMs: 10_000, toMs: 30_000, what: 'no-contact' }] });
    await session.start(setting(5, 60), transport);
    await pass(13);
    expect(session.trouble.value).toBe('no-contact');
    await pass(12);
    expect(session.trouble.value).toBe('no-contact');
    await pass(15);
    expect(session.trouble.value).toBeNull();
    await session.discard();
  });

  it('are no longer reported once the check is over', async () => {
    const { session, transport, pass, done } = checkOnStrap({ interruptions: [{ fromMs: 20_000, toMs: 900_000, what: 'no-rr' }] });
    await session.start(setting(5, 10), transport);
    await pass(20);
    await done();
    await pass(60);
    expect([session.stage.value, session.trouble.value]).toEqual(['done', null]);
  });
});

describe('a storage failure', () => {
  const full = new DOMException('disk full', 'QuotaExceededError');
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  it('for a packet is reported; the check continues and is stored completely', async () => {
    const { session, transport, db, sent, pass, done, unfinished } = checkOnStrap();
    await session.start(setting(5, 30), transport);
    await pass(10);
    const add = vi.spyOn(db.journal, 'add').mockRejectedValue(full);
    await pass(3);
    expect([session.stage.value, session.trouble.value]).toEqual(['recording', 'storage']);
    add.mockRestore();
    await pass(40);
    await done();
    const check = session.result.value;
    expect([...(check?.rrTicks ?? [])]).toEqual(sent.slice(0, check?.rrTicks.length));
    expect([await db.checks.count(), await unfinished()]).toEqual([1, { recordings: 0, journal: 0 }]);
  });

  it('at the end is reported, nothing is lost, and keeping can be retried', async () => {
    const { session, transport, db, sent, stored, pass, unfinished } = checkOnStrap();
    await session.start(setting(5, 30), transport);
    const put = vi.spyOn(db.checks, 'put').mockRejectedValue(full);
    await pass(50);
    expect([session.stage.value, session.trouble.value, stored.length]).toEqual(['recording', 'storage', 0]);
    expect((await unfinished()).recordings).toBe(1);
    await session.keep();
    expect([session.stage.value, session.trouble.value]).toEqual(['recording', 'storage']);
    put.mockRestore();
    await session.keep();
    expect([session.stage.value, stored.length, await db.checks.count()]).toEqual(['done', 1, 1]);
    expect(stored[0]?.complete).toBe(true);
    expect([...(stored[0]?.rrTicks ?? [])]).toEqual(sent.slice(0, stored[0]?.rrTicks.length));
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });

  // The recording was never opened, so the check must be stored from memory; otherwise a result would be shown for a check that is not in
  // the database.
  it('at the start does not lose the check silently', async () => {
    const { session, transport, db, stored, pass } = checkOnStrap();
    const add = vi.spyOn(db.recordings, 'add').mockRejectedValueOnce(full);
    await session.start(setting(5, 30), transport);
    await pass(3);
    add.mockRestore();
    await pass(60);
    await settled(200);
    const [inDatabase, shown] = [await db.checks.count(), session.stage.value === 'done' || stored.length > 0];
    expect([inDatabase, shown]).toEqual(inDatabase === 1 ? [1, true] : [0, false]);
  });
});
