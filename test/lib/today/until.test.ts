import { beforeEach, expect, it } from 'vitest';
import { completeSituation, type Situation } from '../../../lib/planner';
import { putActivity, type ReboundDatabase } from '../../../lib/storage';
import type { SituationNow } from '../../../lib/today/plan/situation';
import { findChangeMs } from '../../../lib/today/until';
import { freshDatabase } from '../../support/database';
import { aRun } from '../../support/plans';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Two in the afternoon, wherever this runs. */
const NOW = new Date(2026, 4, 4, 14).getTime();
const MIDNIGHT = new Date(2026, 4, 5).getTime();

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});

const changeMs = (known: Partial<Situation> = {}, answeredAtMs: number | null = NOW - HOUR) => {
  const situation = completeSituation({ nowMs: NOW, ...known });
  return findChangeMs(db, { situation, settings: { wake: null, bed: null, screening: { answeredAtMs, ticks: {} } } } as SituationNow, NOW);
};

it('the next midnight, where nothing else comes before it', async () => {
  expect(await changeMs()).toBe(MIDNIGHT);
  expect(
    await findChangeMs(
      db,
      {
        situation: completeSituation({ nowMs: NOW }),
        settings: { wake: null, bed: null, screening: { answeredAtMs: null, ticks: {} } },
      } as SituationNow,
      MIDNIGHT,
    ),
  ).toBe(new Date(2026, 4, 6).getTime());
});

it.each<[string, (atMs: number) => Partial<Situation>]>([
  ['a planned session', (atMs) => ({ planned: [{ sport: 'run', atMs, minutes: 60, intensity: 'easy' }] })],
  ['an event', (atMs) => ({ events: [{ kind: 'race', atMs }] })],
  ['a moved item', (startMs) => ({ moved: [{ id: 'sauna', startMs }] })],
])('when %s begins', async (_, known) => {
  expect(await changeMs(known(NOW + HOUR))).toBe(NOW + HOUR);
  expect(await changeMs(known(NOW + 1))).toBe(NOW + 1);
  // What begins now has begun.
  for (const past of [NOW, NOW - HOUR]) expect(await changeMs(known(past))).toBe(MIDNIGHT);
});

it.each(['own', 'demo'] as const)('when an activity begins that was entered ahead: %s', async (world) => {
  await putActivity(db, aRun(NOW - HOUR, { id: 'past', world }));
  expect(await changeMs()).toBe(MIDNIGHT);
  await putActivity(db, aRun(NOW + 2 * HOUR, { id: 'later', world }));
  await putActivity(db, aRun(NOW + 1, { id: 'next', world }));
  expect(await changeMs()).toBe(NOW + 1);
});

it('when the health questions are due again, 90 days after they were answered', async () => {
  expect(await changeMs({}, NOW - 90 * DAY + HOUR)).toBe(NOW + HOUR + 1);
  expect(await changeMs({}, NOW - 91 * DAY)).toBe(MIDNIGHT);
});

it('when the waking day ends, in the middle of the usual sleep', async () => {
  const change = (nowMs: number, wake: string, bed: string) =>
    findChangeMs(
      db,
      {
        situation: completeSituation({ nowMs }),
        settings: { wake, bed, screening: { answeredAtMs: null, ticks: {} } },
      } as unknown as SituationNow,
      nowMs,
    );
  const time = (hour: number, minute: number) => new Date(2026, 4, 5, hour, minute).getTime();
  expect(await change(time(0, 30), '06:30', '22:30')).toBe(time(2, 30));
  expect(await change(time(2, 0), '15:00', '07:00')).toBe(time(11, 0));
});
