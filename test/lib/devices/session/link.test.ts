import { describe, expect, it } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import { databaseRecords } from '../../../../lib/devices/session/database-records';
import { RecordKeeper } from '../../../../lib/devices/session/record-keeper';
import { closeAbandonedSessions, putSession } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { until } from '../../../support/until';
import { BELT, BOOTS } from './fake-device';
import { click, makePlan, NOON, setUp, THREE_STEPS } from './set-up';

/** Seconds into the session: in each step, at each border, while starting, while ramping, at the very end. */
const MOMENTS = [0, 0.01, 1, 2.5, 30, 59.9, 60, 60.1, 75, 119.9, 120, 121, 149];
const WITHOUT_TIMER = { ...BOOTS, timerS: null, endsByItself: false };

describe.each(MOMENTS)('the link is lost %s s into a session', (atS) => {
  it('and comes back while the device runs: it is taken over as it is, without a start or a level; or the time is up', async () => {
    const { clock, device, runner, start, record } = setUp();
    device.reports = true;
    start();
    await clock.advance(atS * 1000);
    const starting = runner.view.state.value === 'armed';
    device.lose();
    // Before its timer was set, nobody knows when it ends.
    const doing = runner.view.withoutLink.value?.code === 'ends-by-its-timer' ? 'lost-and-ends' : 'link-lost';
    expect([runner.view.state.value, runner.view.doing.value, runner.view.fault.value]).toEqual(['unknown', doing, 'link-lost']);
    // Its timer was set before anything moved, unless nothing was sent at all.
    if (device.told('timer') > 0 && !starting) expect(runner.view.withoutLink.value?.code).toBe('ends-by-its-timer');
    await clock.advance(8000);
    const lost = device.wire.length;
    const level = device.levels.legs;
    device.comeBack();
    await clock.advance(9000);
    const after = device.wire.slice(lost);
    if (starting || atS + 8 > 150) {
      expect(after.map(({ what }) => what.kind)).toEqual(['stop']);
      expect([runner.view.state.value, runner.view.end.value, device.moves]).toEqual(['ended', 'link-lost', false]);
      return;
    }
    expect(after.some(({ what }) => what.kind === 'start')).toBe(false);
    const index = atS + 17 >= 120 ? 2 : atS + 17 >= 60 ? 1 : 0;
    // It reports no level, so somebody may have lowered it.
    expect(after.some(({ what }) => what.kind === 'level')).toBe(false);
    expect(runner.view.state.value).toBe('running');
    expect(runner.view.stepIndex.value).toBe(index);
    expect(device.levels.legs).toBe(level);
    await clock.advance(150_000);
    expect([runner.view.state.value, runner.view.end.value, device.moves]).toEqual(['ended', 'finished', false]);
    // What nobody could observe does not count as done.
    expect(record()?.activeS).toBeLessThanOrEqual(150 - 8 + 3);
  });

  it('and stays lost: the device’s own timer ends the session, and the record says so', async () => {
    const { clock, device, runner, start, record } = setUp();
    start();
    await clock.advance(atS * 1000);
    device.lose();
    await clock.advance(400_000);
    expect([runner.view.end.value, device.moves, record()?.end]).toEqual(['link-lost', false, 'link-lost']);
    expect(record()?.endedAtMs).not.toBeNull();
  });

  it('and comes back late: the device is stopped, and not started again', async () => {
    const { clock, device, runner, start } = setUp(makePlan({ levels: { legs: 3 }, seconds: 1200 }), WITHOUT_TIMER);
    start();
    await clock.advance(atS * 1000);
    device.lose();
    await clock.advance(121_000);
    expect(runner.view.withoutLink.value?.code).toBe('runs-on');
    const lost = device.wire.length;
    device.comeBack();
    await clock.advance(20_000);
    expect(device.wire.slice(lost).map(({ what }) => what.kind)).toEqual(['stop']);
    expect([runner.view.state.value, runner.view.end.value, device.moves]).toEqual(['ended', 'link-lost', false]);
  });

  it('and stop is pressed meanwhile: it is reported as not sent, and sent when the link is back', async () => {
    const { clock, device, runner, start } = setUp();
    start();
    await clock.advance(atS * 1000);
    device.lose();
    await clock.advance(1000);
    await runner.stop();
    expect([runner.view.state.value, runner.view.fault.value, runner.view.end.value]).toEqual(['unknown', 'stop-not-told', 'stopped']);
    device.comeBack();
    await clock.advance(1000);
    expect([runner.view.state.value, device.moves, device.wire.at(-1)?.what.kind]).toEqual(['ended', false, 'stop']);
  });
});

describe('the link is lost while paused', () => {
  it('and comes back: the session is still paused, and the device is told so', async () => {
    const { clock, device, runner, start } = setUp(
      { ...makePlan({ levels: { belt: 2 }, seconds: 600 }), modality: 'active-recovery' },
      BELT,
    );
    start();
    await clock.advance(15_000);
    runner.pause();
    await clock.advance(1000);
    device.lose();
    await clock.advance(10_000);
    device.comeBack();
    await clock.advance(5000);
    expect([runner.view.state.value, device.moves, device.told('pause')]).toEqual(['paused', false, 2]);
  });
});

describe.each(MOMENTS)('the tab is closed %s s into a session', (atS) => {
  it('the stop is sent and the record closed before the page is gone', async () => {
    const { clock, device, runner, start, record } = setUp();
    device.latencyMs = 0;
    start();
    await clock.advance(atS * 1000);
    const before = device.wire.length;
    runner.leave();
    // Checked without a turn of the event loop, because later code may not run.
    expect(device.wire.slice(before).map(({ what }) => what.kind)).toEqual(['stop']);
    expect(record()).toMatchObject({ end: 'tab-closed', endedAtMs: clock.now() });
    await clock.advance(5000);
    expect([device.moves, device.wire.slice(before).filter(({ what }) => what.kind !== 'stop')]).toEqual([false, []]);
  });

  it('and nothing can be sent any more: the device’s own timer ends the session', async () => {
    const { clock, device, start } = setUp(THREE_STEPS);
    start();
    await clock.advance(atS * 1000);
    // The browser died: no stop, and no further code of the page.
    device.lose();
    await clock.advance(180_000 + 1000);
    expect(device.moves).toBe(false);
  });
});

describe('a killed tab', () => {
  it('leaves a record of what was done, and the next start closes it', async () => {
    const db = freshDatabase();
    await db.open();
    const sink = databaseRecords(db);
    const open = {
      ...{ id: 's1', plan: THREE_STEPS, device: null, startedAtMs: NOON, endedAtMs: null, timeZone: 'UTC', day: '2026-05-04', end: null },
      ...{ done: [], activeS: 0, demo: false },
    };
    const keeper = new RecordKeeper(open, { sink, clock: heldClock(NOON) });
    keeper.note(NOON + 2000, { levels: { legs: 3 }, measured: false }, 2);
    keeper.note(NOON + 40_000, { levels: { legs: 3 }, measured: false }, 40);
    let stored = 0;
    await until(() => {
      void db.sessions.get('s1').then((row) => {
        stored = row?.activeS ?? 0;
      });
      return stored === 40;
    });
    const finished = { ...open, id: 's0', end: 'finished' as const, endedAtMs: NOON - 1 };
    await putSession(db, finished);
    const closed = await closeAbandonedSessions(db);
    expect(closed.map(({ id, end, endedAtMs }) => [id, end, endedAtMs])).toEqual([['s1', 'tab-closed', NOON + 40_000]]);
    expect(await db.sessions.get('s0')).toEqual(finished);
    expect(await closeAbandonedSessions(db)).toEqual([]);
  });

  it('with enough time writes its record at once', async () => {
    const db = freshDatabase();
    await db.open();
    const { clock, device, records, runner, start } = setUp();
    start();
    await clock.advance(5000);
    runner.leave();
    expect(device.told('stop')).toBe(1);
    const record = records.kept.get('s1');
    if (record === undefined) throw new Error('no record');
    databaseRecords(db).putNow(record);
    let end: string | null = null;
    await until(() => {
      void db.sessions.get('s1').then((row) => {
        end = row?.end ?? null;
      });
      return end === 'tab-closed';
    });
  });
});

describe('after the session', () => {
  it('stop still sends a stop, because the user presses it when something moves', async () => {
    const { clock, device, runner, start } = setUp();
    start();
    await clock.advance(5000);
    void runner.stop();
    await clock.advance(1000);
    void runner.stop();
    await clock.advance(1000);
    expect(device.told('stop')).toBe(2);
    expect(
      runner.start(click(clock), {
        screeningDue: 'too-old',
        exclusions: { modalities: new Map(), classes: new Map(), places: new Map(), figures: new Map(), ticked: [], heartRateCap: true },
        oneTap: null,
        unasked: false,
        runsOnAcknowledged: false,
      }),
    ).toBe(false);
    expect(runner.view.state.value).toBe('ended');
  });
});
