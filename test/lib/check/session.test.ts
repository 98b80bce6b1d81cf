import { describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../lib/bluetooth/transport';
import { CheckSession } from '../../../lib/check/check-session';
import { StrapLink } from '../../../lib/check/strap-link';
import { START_MS } from '../../support/packets';
import { settled, until } from '../../support/until';
import { checkOnStrap, setting } from './check-on-strap';

const beatSum = (ticks: ArrayLike<number>) => Array.from(ticks).reduce((sum, one) => sum + one / 1024, 0);

describe('a complete check', () => {
  it('stores every beat that the strap sent, in order, up to the planned length, and leaves no journal', async () => {
    const { session, transport, db, sent, stored, pass, done, unfinished } = checkOnStrap();
    await session.start(setting(60, 180), transport);
    await pass(260);
    await done();
    const check = session.result.value;
    if (check === null) throw new Error('no check');
    expect([...check.rrTicks]).toEqual(sent.slice(0, check.rrTicks.length));
    const { first, end } = check.counted;
    expect(beatSum(check.rrTicks.slice(0, first))).toBeGreaterThanOrEqual(60);
    expect(beatSum(check.rrTicks.slice(0, first - 1))).toBeLessThan(60);
    expect(beatSum(check.rrTicks.slice(first, end))).toBeGreaterThanOrEqual(180);
    expect(beatSum(check.rrTicks.slice(first, end - 1))).toBeLessThan(180);
    expect(end).toBe(check.rrTicks.length);
    expect([check.complete, check.gaps, check.contactShare]).toEqual([true, [], 1]);
    expect([...check.packets.beats].reduce((sum, beats) => sum + beats, 0)).toBe(check.rrTicks.length);
    expect(await db.checks.toArray()).toEqual([check]);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
    expect(stored).toEqual([check]);
  });

  it('stores when, where and with what it was taken', async () => {
    const { session, transport, pass } = checkOnStrap({ name: 'Belt', information: { manufacturer: 'Acme' } });
    await session.start({ ...setting(2, 60), posture: 'lying', breathing: { kind: 'paced', perMin: 7 } }, transport);
    while (session.stage.value !== 'done') await pass(1);
    const check = session.result.value;
    // The strap’s first packet comes one second after the link is up, and 62 s of beats end with a beat slightly later.
    expect(check?.startedAtMs).toBe(START_MS + 1000);
    expect(check?.endedAtMs).toBeGreaterThanOrEqual(START_MS + 62_000);
    expect(check?.endedAtMs).toBeLessThanOrEqual(START_MS + 66_000);
    expect(check).toMatchObject({
      day: '2026-05-04',
      timeZone: 'Europe/Berlin',
      posture: 'lying',
      breathing: { kind: 'paced', perMin: 7 },
    });
    expect(check?.sensor).toMatchObject({ name: 'Belt', class: 'chest', location: 'chest', manufacturer: 'Acme', batteryPct: 90 });
  });

  it('does not take the strap from a new owner after it is over', async () => {
    const { session, link, transport, pass, done } = checkOnStrap();
    await session.start(setting(2, 60), transport);
    await pass(70);
    await done();
    let heard = 0;
    link.listen({ measurement: () => heard++, lost: () => {}, sensor: () => {} });
    await link.connect(transport);
    session.again();
    await pass(5);
    expect(link.state.value).toBe('ready');
    expect(heard).toBeGreaterThanOrEqual(4);
  });

  it('reports its progress', async () => {
    const { session, transport, pass, done } = checkOnStrap({ rr: Array.from({ length: 100 }, () => 1000) });
    await session.start(setting(10, 20), transport);
    expect([session.stage.value, session.progress.value.remainingS]).toEqual(['connecting', 10]);
    await pass(5);
    expect(session.stage.value).toBe('recording');
    expect(session.progress.value).toMatchObject({ phase: 'settling', remainingS: 5, beats: 5 });
    await pass(10);
    expect(session.progress.value).toMatchObject({ phase: 'measuring', remainingS: 15, beats: 15, share: 0.5 });
    expect(session.trace.value.rrMs).toEqual(Array.from({ length: 15 }, () => 1000));
    expect(session.trace.value.atS.at(-1)).toBeCloseTo(15);
    await pass(15);
    await done();
    expect(session.progress.value).toMatchObject({ phase: 'done', remainingS: 0, share: 1 });
  });

  it('releases the strap, and needs no chooser the next time', async () => {
    const { session, link, transport, pass, done, stored, unfinished } = checkOnStrap();
    expect(link.needsChooser(transport)).toBe(true);
    await session.start(setting(2, 10), transport);
    await pass(20);
    await done();
    expect([link.state.value, link.last.value, link.needsChooser(transport)]).toEqual(['closed', null, false]);
    session.again();
    expect([session.stage.value, session.progress.value.beats]).toEqual(['setup', 0]);
    await session.start(setting(2, 10), transport);
    await pass(20);
    await done();
    expect(stored.map(({ id }) => id)).toEqual(['check-1', 'check-2']);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });

  it('is one check when started twice', async () => {
    const { session, transport, pass, done, db, ids } = checkOnStrap();
    const both = [session.start(setting(2, 10), transport), session.start(setting(2, 10), transport)];
    await Promise.all(both);
    await pass(5);
    await session.start(setting(2, 10), transport);
    await pass(15);
    await done();
    expect([await db.checks.count(), ids()]).toEqual([1, 1]);
  });

  it('in the demo is marked, and its strap is not remembered as the user’s', async () => {
    const { session, transport, db, pass, done } = checkOnStrap();
    await session.start(setting(2, 10, 'demo'), transport);
    await pass(20);
    await done();
    expect([session.result.value?.world, session.world.value, await db.devices.count()]).toEqual(['demo', 'demo', 0]);
  });

  it('remembers the user’s strap', async () => {
    const { session, transport, db, pass, done } = checkOnStrap({ name: 'Belt' });
    await session.start(setting(2, 10), transport);
    await pass(20);
    await done();
    expect((await db.devices.toArray()).map(({ name }) => name)).toEqual(['Belt']);
  });
});

describe('cancelling', () => {
  it('and keeping stores the beats so far', async () => {
    const { session, transport, sent, pass, stored, unfinished } = checkOnStrap();
    await session.start(setting(5, 180), transport);
    await pass(30);
    await session.keep();
    const [check] = stored;
    expect([session.stage.value, stored.length, check?.complete]).toEqual(['done', 1, false]);
    expect([...(check?.rrTicks ?? [])]).toEqual(sent);
    expect(check?.counted.end).toBe(sent.length);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });

  it('and keeping twice stores one check', async () => {
    const { session, transport, pass, stored, db } = checkOnStrap();
    await session.start(setting(5, 180), transport);
    await pass(30);
    await Promise.all([session.keep(), session.keep()]);
    expect([session.stage.value, stored.length, await db.checks.count()]).toEqual(['done', 1, 1]);
  });

  // A second `keep()` during storing must wait: otherwise it would treat the check as one without beats and return to the set-up.
  it('and keeping twice does not pass through the set-up', async () => {
    const { session, transport, pass } = checkOnStrap();
    await session.start(setting(5, 180), transport);
    await pass(30);
    const stages: string[] = [];
    session.stage.subscribe((stage) => stages.push(stage));
    await Promise.all([session.keep(), session.keep()]);
    expect(stages).toEqual(['recording', 'storing', 'done']);
  });

  // The dialog stays open while a finished check is stored, so Discard must still prevent storing.
  it('and discarding during storing stores nothing', async () => {
    const { session, transport, db, pass } = checkOnStrap();
    await session.start(setting(5, 180), transport);
    await pass(30);
    const keeping = session.keep();
    expect(session.stage.value).toBe('storing');
    await session.discard();
    await keeping;
    expect([session.stage.value, await db.checks.count()]).toEqual(['setup', 0]);
  });

  it('and discarding leaves nothing', async () => {
    const { session, transport, link, pass, stored, db, unfinished } = checkOnStrap();
    await session.start(setting(5, 180), transport);
    await pass(30);
    await session.discard();
    expect([session.stage.value, session.progress.value.beats, link.state.value]).toEqual(['setup', 0, 'closed']);
    await pass(300);
    expect([stored.length, await db.checks.count(), session.stage.value]).toEqual([0, 0, 'setup']);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });

  it('without a beat leaves nothing to keep', async () => {
    const { session, transport, pass, stored, unfinished } = checkOnStrap({ rrSource: 'none' });
    await session.start(setting(5, 180), transport);
    await pass(5);
    await session.keep();
    expect([session.stage.value, stored.length]).toEqual(['setup', 0]);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });

  it.each(['keep', 'discard'] as const)('while connecting (%s) returns to the start', async (how) => {
    const { session, transport, link, pass, unfinished } = checkOnStrap();
    const started = session.start(setting(5, 180), transport);
    await session[how]();
    await started;
    await pass(30);
    expect([session.stage.value, session.fault.value, link.state.value]).toEqual(['setup', null, 'closed']);
    expect(await unfinished()).toEqual({ recordings: 0, journal: 0 });
  });
});

describe('an unreachable strap', () => {
  it('is reported, and the next attempt works', async () => {
    const { session, transport, pass, setInReach } = checkOnStrap();
    setInReach(false);
    await session.start(setting(5, 180), transport);
    expect([session.stage.value, session.fault.value]).toEqual(['setup', 'dismissed']);
    setInReach(true);
    await session.start(setting(5, 180), transport);
    await pass(5);
    expect([session.stage.value, session.fault.value]).toEqual(['recording', null]);
    await session.discard();
  });

  it('is reported at the second check too', async () => {
    const { session, transport, clock, pass, done, setInReach } = checkOnStrap();
    await session.start(setting(2, 5), transport);
    await pass(12);
    await done();
    setInReach(false);
    const started = session.start(setting(2, 5), transport);
    await clock.advance(120_000);
    await started;
    expect([session.stage.value, session.fault.value]).toEqual(['setup', 'out-of-range']);
  });

  it('is reported with its own reason', async () => {
    const { session, transport } = checkOnStrap();
    transport.request = () => Promise.reject(new TypeError('mine'));
    await session.start(setting(5, 180), transport);
    expect([session.stage.value, session.fault.value]).toEqual(['setup', 'gatt-error']);
  });
});

describe('the journal', () => {
  it('is at most 5 s behind at any time', async () => {
    const { session, transport, clock, db, sent } = checkOnStrap();
    await session.start(setting(10, 60), transport);
    for (let second = 0; second < 40; second += 5) {
      await clock.advance(5000);
      await settled(20);
      const entries = await db.journal.toArray();
      const onDisk = entries.flatMap((entry) => (entry.kind === 'packet' ? [...entry.rrTicks] : []));
      expect(onDisk).toEqual(sent.slice(0, onDisk.length));
      expect(beatSum(sent.slice(onDisk.length))).toBeLessThanOrEqual(5);
    }
    await session.discard();
  });

  it('knows the sensor, although the sensor describes itself only after the first beats', async () => {
    const { session, transport, db, pass } = checkOnStrap({ name: 'Belt' });
    await session.start(setting(10, 60), transport);
    await pass(3);
    expect((await db.recordings.toArray()).map(({ sensor, left }) => [sensor?.name, left])).toEqual([['Belt', false]]);
    await session.discard();
    await until(() => session.stage.value === 'setup');
  });
});

describe('the last strap', () => {
  /** A new tab: only the database and the browser's remembered devices are left of the first one. */
  async function nextMorning() {
    const the = checkOnStrap();
    await the.session.start(setting(60, 180), the.transport);
    await the.pass(2);
    await the.session.discard();
    const link = new StrapLink(the.clock, () => 0.5);
    const session = new CheckSession({
      db: the.db,
      clock: the.clock,
      strap: link,
      timeZone: () => 'UTC',
      newId: () => 'x',
      stored: () => {},
    });
    await session.recall();
    const asked = vi.fn(the.transport.request);
    const transport: Transport = { kind: 'web-bluetooth', request: asked, known: () => the.transport.known() };
    return { ...the, link, session, transport, asked };
  }

  it('needs no chooser where the browser reports it', async () => {
    const { session, transport, link, pass, asked } = await nextMorning();
    await session.start(setting(60, 180), transport);
    await pass(3);
    expect([asked.mock.calls.length, link.state.value, session.stage.value]).toEqual([0, 'ready', 'recording']);
    await session.discard();
  });

  it('needs the chooser when another is requested, or when it could not be reached', async () => {
    const { session, transport, pass, asked, setInReach } = await nextMorning();
    setInReach(false);
    const failed = session.start(setting(60, 180), transport);
    await pass(90);
    await failed;
    expect([asked.mock.calls.length, session.fault.value]).toEqual([0, 'out-of-range']);
    setInReach(true);
    await session.start(setting(60, 180), transport);
    expect(asked).toHaveBeenCalledTimes(1);
    await session.discard();
    await session.start(setting(60, 180), transport, true);
    expect(asked).toHaveBeenCalledTimes(2);
    await session.discard();
  });

  it('is not connected when the check is cancelled before the browser answers', async () => {
    const { session, transport, link, pass } = await nextMorning();
    const started = session.start(setting(60, 180), transport);
    await session.discard();
    await pass(5);
    await started;
    expect([link.state.value, session.stage.value, session.fault.value]).toEqual(['closed', 'setup', null]);
  });
});
