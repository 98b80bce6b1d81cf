import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDone } from '../../../../lib/inputs';
import type { SessionRecord } from '../../../../lib/storage';
import { logBetween } from '../../../../lib/storage';
import { isAgain, logSession, logSessionNow, toLogEntry } from '../../../../lib/today/plan/log-session';
import { freshDatabase } from '../../../support/database';

const DAY = '2026-05-04';
const START = Date.parse(`${DAY}T10:00:00Z`);

const session = (activeS: number, plan: Partial<SessionRecord['plan']> = {}, changes: Partial<SessionRecord> = {}): SessionRecord => ({
  id: 's',
  plan: { modality: 'pneumatic-compression', steps: [{ seconds: 1200 }], doseOf: 'trials', item: 'boots@x', preset: null, ...plan },
  device: null,
  startedAtMs: START,
  endedAtMs: START + activeS * 1000,
  timeZone: 'UTC',
  day: DAY,
  end: 'finished',
  done: [],
  activeS,
  demo: false,
  ...changes,
});

describe('a session counts', () => {
  it.each([
    ['half of its time', 600, [{ seconds: 1200 }], true],
    ['less than half', 599, [{ seconds: 1200 }], false],
    ['a minute, where that is more than half', 60, [{ seconds: 100 }], true],
    ['less than a minute', 59, [{ seconds: 100 }], false],
    // Time to change place is no part of it.
    ['half of its time without pauses', 100, [{ seconds: 200 }, { seconds: 600, pause: true }], true],
  ] as const)('after %s: %d s', (_, activeS, steps, counts) => {
    expect(toLogEntry(session(activeS, { steps })) !== null).toBe(counts);
  });

  it.each(['cold-water-immersion', 'contrast', 'sauna', 'warm-bath', 'infrared'])(
    'however short, where it is cold or heat: %s',
    (modality) => {
      expect(toLogEntry(session(1, { modality }))).toMatchObject({ modality, minutes: 1 / 60, itemId: null });
      expect(toLogEntry(session(599, { modality }))).toMatchObject({ itemId: null });
      expect(toLogEntry(session(600, { modality }))).toMatchObject({ itemId: 'boots@x' });
      expect(toLogEntry(session(0, { modality }))).toBeNull();
    },
  );

  it.each(['bed-massage', 'thermal', 'no such thing'])('never where no plan gives it: %s', (modality) => {
    expect(toLogEntry(session(1200, { modality }))).toBeNull();
  });

  it('as the item where it has half of the item’s minutes, too', () => {
    const short = { steps: [{ seconds: 300 }], itemMinutes: 20 };
    expect(toLogEntry(session(599, short))).toBeNull();
    expect(toLogEntry(session(600, short))?.itemId).toBe('boots@x');
    expect(toLogEntry(session(599, { ...short, modality: 'sauna' }))).toMatchObject({ itemId: null, id: 'session s' });
  });
});

it('property: the plan, the coach’s week and Trends agree on what was done, whether or not the session can be read', () => {
  const modality = fc.constantFrom('cold-water-immersion', 'sauna', 'massage-gun', 'pneumatic-compression');
  const end = fc.constantFrom('finished', 'stopped', 'skipped-to-end', 'link-lost', 'tab-closed', 'fault');
  const counts = new Set<boolean>();
  fc.assert(
    fc.property(
      modality,
      end,
      fc.integer({ min: 0, max: 1300 }),
      fc.option(fc.integer({ min: 1, max: 40 })),
      (of, ended, activeS, itemMinutes) => {
        const one = session(activeS, { modality: of, ...(itemMinutes === null ? {} : { itemMinutes }) }, { end: ended });
        const entry = toLogEntry(one);
        const log = entry === null ? [] : [entry];
        counts.add(entry !== null);
        const done = listDone([one], log).filter(({ outcome }) => outcome === 'done');
        expect(done).toEqual(listDone([], log));
        expect(done).toHaveLength(log.length);
      },
    ),
  );
  expect(counts.size).toBe(2);
});

it('an entry says what was done, when, of which dose', () => {
  const plan = { doseId: 'trials', variant: 'boots' };
  expect(toLogEntry(session(930, plan))).toEqual({
    id: 'own boots@x',
    itemId: 'boots@x',
    world: 'own',
    day: DAY,
    timeZone: 'UTC',
    sessionId: 's',
    modality: 'pneumatic-compression',
    doseId: 'trials',
    variant: 'boots',
    doseOf: 'trials',
    startMs: START,
    minutes: 15.5,
    outcome: 'done',
    reason: null,
  });
  expect(toLogEntry(session(930, {}, { demo: true }))).toMatchObject({ id: 'demo boots@x', world: 'demo', doseId: null, variant: null });
});

describe('a second session of an item', () => {
  it('is known as one, in its own world', async () => {
    const db = freshDatabase();
    expect(await isAgain(db, session(1200))).toBe(false);
    await logSession(db, session(1200));
    expect(await isAgain(db, session(1200))).toBe(false);
    expect(await isAgain(db, session(1200, {}, { id: 'second' }))).toBe(true);
    expect(await isAgain(db, session(1200, {}, { id: 'second', demo: true }))).toBe(false);
    expect(await isAgain(db, session(1200, { item: null }, { id: 'second' }))).toBe(false);
  });

  it('has an entry of its own, also from a page that is closing', async () => {
    const db = freshDatabase();
    const log = async () => (await logBetween(db, 'own', DAY, DAY)).map(({ id, itemId }) => [id, itemId]);
    expect(await log()).toEqual([]);
    logSessionNow(db, session(1), false);
    logSessionNow(db, session(1200), false);
    expect(await log()).toEqual([['own boots@x', 'boots@x']]);
    logSessionNow(db, session(1200, {}, { id: 'second' }), true);
    expect((await log()).sort()).toEqual([
      ['own boots@x', 'boots@x'],
      ['session second', null],
    ]);
  });
});
