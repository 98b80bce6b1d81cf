import { signal } from '@preact/signals';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import type { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { carryOut } from '../../../../lib/devices/remote/carry-out';
import type { DeviceCommand } from '../../../../lib/devices/remote/schema';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import { type SessionParts, startSession } from '../../../../lib/devices/session/start-session';
import { answerScreening, type ReboundDatabase } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { settled } from '../../../support/until';
import { BOOTS, FakeDevice, nothingInTheWay } from '../session/fake-device';
import { click, makePlan } from '../session/set-up';

/** Commands of another surface that arrive late: the app tab hung, or it was still opening. */

const NOW_MS = Date.parse('2026-05-04T08:00:00Z');
/** The wall clock that dates clicks need not agree with the clock of the sessions. */
const WALL_MS = 1_900_000_000_000;
const HOLDS_MS = 5000;
const MINUTES = { ...makePlan({ seconds: 600, levels: { legs: 1 } }, { seconds: 600, levels: { legs: 3 } }), modality: 'red-light' };

let db: ReboundDatabase;
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  db = freshDatabase();
  await answerScreening(db, [], NOW_MS - 1000);
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

/** A light panel, about which nothing is asked right before a start, with a session that runs, is paused, or is over. */
async function panel(state: 'running' | 'paused' | 'over') {
  const clock = heldClock(NOW_MS);
  const driver = new FakeDevice(clock, { ...BOOTS, class: 'light', pauses: true });
  const driverKind = { id: 'fake', disabled: null } as never;
  const device = { id: 'd', name: 'Panel', driverKind, driver, connected: driver.connected, unasked: driver.unasked, demo: false };
  const deviceSessions = new DeviceSessions();
  const sessions: SessionParts = { db, deviceSessions, clock, strap: signal(null), guards: new WeakMap() };
  expect(startSession(sessions, device, MINUTES, click(clock), nothingInTheWay(NOW_MS))).toBe(true);
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await settled(5);
  };
  await pass(20_000);
  const session = deviceSessions.sessions.value.get('d');
  if (state === 'paused') session?.pause();
  if (state === 'over') void session?.stop();
  await pass(5000);
  const registry = { controlled: () => device, stop: () => session?.stop().then(() => 'accepted') } as unknown as DeviceRegistry;
  const send = (command: DeviceCommand['command'], clickedAtMs?: number) =>
    carryOut(
      { devices: registry, sessions, timers: [] },
      { command, id: 'd', ...(clickedAtMs === undefined ? {} : { clickedAtMs }) },
      () => WALL_MS,
    );
  return { clock, driver, send, pass, session: () => deviceSessions.sessions.value.get('d') };
}

const CASES = [
  ['start', 'over'],
  ['resume', 'paused'],
  ['skip', 'running'],
] as const;

describe.each(CASES)('%s, while the session is %s', (command, state) => {
  it.each([
    ['at once', 0],
    ['within five seconds', HOLDS_MS],
    ['by a clock that was just adjusted by some ms', -50],
  ])('is carried out %s', async (_, ageMs) => {
    const { driver, send, pass } = await panel(state);
    const before = driver.wire.length;
    expect(await send(command, WALL_MS - ageMs)).toBe('accepted');
    await pass(20_000);
    expect(driver.wire.length).toBeGreaterThan(before);
  });

  it('property: is refused with an older click, one of the future, or none, and writes nothing', async () => {
    const age = fc.oneof(fc.integer({ min: HOLDS_MS + 1, max: 3_600_000 }), fc.integer({ min: -3_600_000, max: -101 }), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(age, async (ageMs) => {
        const { driver, send, pass, session } = await panel(state);
        const before = driver.wire.length;
        const step = session()?.view.stepIndex.value;
        expect(await send(command, ageMs === null ? undefined : WALL_MS - ageMs)).toBe('too-late');
        await pass(1000);
        expect([driver.wire.length, session()?.view.stepIndex.value]).toEqual([before, step]);
      }),
      { numRuns: 15 },
    );
  });
});

it('a start for which the database takes longer than the click holds starts nothing', async () => {
  const { clock, driver, send, pass } = await panel('over');
  const before = driver.wire.length;
  const starting = send('start', WALL_MS - 1000);
  await clock.advance(HOLDS_MS);
  expect(await starting).toBe('too-late');
  await pass(20_000);
  expect(driver.wire.length).toBe(before);
});

it.each(['stop', 'pause'] as const)('%s needs no click and never ages', async (command) => {
  const { driver, send, pass } = await panel('running');
  expect(driver.moves).toBe(true);
  const answers = [send(command, WALL_MS - 3_600_000)];
  await pass(1000);
  expect(driver.moves).toBe(false);
  const other = await panel('running');
  answers.push(other.send(command));
  await other.pass(1000);
  expect(other.driver.moves).toBe(false);
  expect(await Promise.all(answers)).toEqual(['accepted', 'accepted']);
});
