import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BreathingSessions } from '../../../../lib/breathing/breathing-sessions';
import { BreathHeart } from '../../../../lib/breathing/heart';
import { pacedPlan } from '../../../../lib/breathing/plans';
import { toSessionPlan } from '../../../../lib/catalogue';
import { StrapLink } from '../../../../lib/check/strap-link';
import { heldClock } from '../../../../lib/core/clock';
import { toDay } from '../../../../lib/core/day';
import { GuidedSessions } from '../../../../lib/devices/guided/guided-sessions';
import { readSessionConditions } from '../../../../lib/devices/links/controlled';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { carryOut } from '../../../../lib/devices/remote/carry-out';
import { Click } from '../../../../lib/devices/safety/click';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import type { SessionParts } from '../../../../lib/devices/session/start-session';
import { startSession } from '../../../../lib/devices/session/start-session';
import { answerCheckIn, answerScreening, type ReboundDatabase } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { aRow, putRaw } from '../../../support/rows';
import { BOOTS, FakeDevice, memoryRecords } from '../session/fake-device';
import { makePlan } from '../session/set-up';

/** While part of the user's answers cannot be read, nothing starts in any way; once answered again, everything does. */

const NOW_MS = Date.parse('2026-05-04T08:00:00Z');
const DAY = toDay(NOW_MS);

const DAMAGE: Readonly<Record<string, (db: ReboundDatabase) => Promise<unknown>>> = {
  'a contraindication': (db) => db.settings.put(['no-such-code'], 'contraindications'),
  'the date of the screening': (db) => db.settings.put({ answeredAtMs: 'x', ticks: {} }, 'screening'),
  'the year of birth': (db) => db.settings.put({ birthYear: 'x' }, 'profile'),
  'an answer of this morning': (db) => putRaw(db, 'checkIns', { ...aRow('checkIns', 0), pain: 'x' }),
};

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await answerScreening(db, [], NOW_MS - 1000);
});
afterEach(() => db.close());

async function answerAgain(): Promise<void> {
  await answerScreening(db, [], NOW_MS - 500);
  await answerCheckIn(db, { world: 'own', day: DAY, timeZone: 'UTC' }, { pain: [] }, NOW_MS);
}

const about = async () => ({ ...(await readSessionConditions(db, 'own', NOW_MS)), oneTap: null });

function aDevice() {
  const clock = heldClock(NOW_MS);
  // A light panel: no question is asked right before it.
  const driver = new FakeDevice(clock, { ...BOOTS, class: 'light' });
  const driverKind = { id: 'fake', disabled: null } as never;
  const device = { id: 'd', name: 'Panel', driverKind, driver, connected: driver.connected, unasked: driver.unasked, demo: false };
  const deviceSessions = new DeviceSessions();
  const sessions: SessionParts = { db, deviceSessions, clock, strap: signal(null), guards: new WeakMap() };
  const plan = { ...makePlan({ seconds: 600, levels: { legs: 1 } }), modality: 'red-light' };
  const click = () => Click.from('popup', clock.now());
  const start = async () =>
    startSession(sessions, device, plan, click(), { ...(await about()), unasked: false, runsOnAcknowledged: false });
  const registry = { controlled: () => device } as unknown as DeviceRegistry;
  const again = () =>
    carryOut({ devices: registry, sessions, timers: [] }, { command: 'start', id: 'd', clickedAtMs: NOW_MS }, () => NOW_MS);
  return { clock, deviceSessions, start, again };
}

describe.each(Object.entries(DAMAGE))('with unreadable %s', (_, damage) => {
  it('no device starts until it is answered', async () => {
    const { start } = aDevice();
    await damage(db);
    expect(await start()).toBe(false);
    await answerAgain();
    expect(await start()).toBe(true);
  });

  it('another surface cannot repeat the last session until it is answered', async () => {
    const { clock, deviceSessions, start, again } = aDevice();
    expect(await start()).toBe(true);
    const stopped = deviceSessions.sessions.value.get('d')?.stop();
    await clock.advance(60_000);
    await stopped;
    await damage(db);
    expect(await again()).toBe('needs-app');
    await answerAgain();
    expect(await again()).toBe('accepted');
  });

  it('no guided timer starts until it is answered', async () => {
    const clock = heldClock(NOW_MS);
    const guided = new GuidedSessions({
      clock,
      records: memoryRecords(),
      thermometers: signal([]),
      timeZone: () => 'UTC',
      newId: () => 's',
    });
    const sauna = toSessionPlan({ modality: 'sauna', doseId: 'alyze' });
    if (sauna === null) throw new Error('the catalogue has it');
    const begin = async () => guided.start(sauna, 0, null, { ...(await about()), waterRulesRead: true, nowMs: NOW_MS });
    await damage(db);
    expect((await begin()).map(({ code }) => code)).toEqual(['screening-due']);
    expect(guided.timer.value).toBeNull();
    await answerAgain();
    expect(await begin()).toEqual([]);
  });

  it('no breathing session starts until it is answered', async () => {
    const clock = heldClock(NOW_MS);
    const link = new StrapLink(clock, () => 0.5);
    const breathing = new BreathingSessions({
      clock,
      records: memoryRecords(),
      heart: new BreathHeart(
        link,
        () => false,
        async () => [],
      ),
      timeZone: () => 'UTC',
      newId: () => 'b',
      found: () => {},
    });
    const plan = pacedPlan(6, 5);
    if (plan === null) throw new Error('the catalogue has it');
    const begin = async () => breathing.start(plan, null, { ...(await about()), waterRulesRead: false, nowMs: NOW_MS });
    await damage(db);
    expect((await begin()).map(({ code }) => code)).toEqual(['screening-due']);
    expect(breathing.run.value).toBeNull();
    await answerAgain();
    expect(await begin()).toEqual([]);
  });
});
