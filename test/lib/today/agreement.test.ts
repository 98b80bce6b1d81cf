import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { showBadge } from '../../../lib/browser/badge';
import { cardAnswers } from '../../../lib/browser/card-answers';
import { addDays } from '../../../lib/core/day';
import { headline, reason } from '../../../lib/i18n/words/verdict-words';
import type { StoredCheckIn } from '../../../lib/storage';
import { markDone } from '../../../lib/today/plan/act';
import { readEarlySnapshot } from '../../../lib/today/read-snapshot';
import { readToday, type Today } from '../../../lib/today/read-today';
import { toTodaySnapshot } from '../../../lib/today/snapshot';
import { readSnapshot } from '../../../lib/today/write-snapshot';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { speakEnglish } from '../../support/english';
import { aRun } from '../../support/plans';
import { rebound } from '../../support/rebound';

/** All surfaces agree about any day. */

const PRODUCT = '1.2.3';
const HOUR_MS = 3_600_000;
const ILL_TICKS = ['fever'];
const INJURY_TICKS = ['acute-injury', 'recent-surgery', 'dvt'];
const TICKS = [...ILL_TICKS, ...INJURY_TICKS, 'arrhythmia', 'kidney-disease', 'raynaud'];
/** No cold equipment: the command line does not know how often the user was in cold water. */
const EQUIPMENT = ['foam-roller', 'massage-gun', 'compression-boots', 'sauna'] as const;
const midnight = Date.parse(`${TODAY}T00:00:00Z`);

const aDay = fc.record({
  hour: fc.integer({ min: 7, max: 21 }),
  rmssdMs: fc.option(fc.constantFrom(25, 42, 50, 56, 66, 90)),
  answered: fc.option(
    fc.record({
      ill: fc.boolean(),
      injured: fc.boolean(),
      pain: fc.option(fc.record({ level: fc.integer({ min: 1, max: 10 }), sudden: fc.boolean() }), { freq: 2 }),
      feel: fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>,
    }),
  ),
  ticked: fc.option(fc.subarray(TICKS, { maxLength: 2 }), { nil: [], freq: 2 }),
  planned: fc.array(
    fc.record({
      ahead: fc.integer({ min: 0, max: 3 }),
      hour: fc.integer({ min: 6, max: 20 }),
      minutes: fc.constantFrom(30, 60, 120),
      intensity: fc.constantFrom('easy', 'moderate', 'hard'),
    }),
    { maxLength: 4 },
  ),
  race: fc.option(fc.record({ ahead: fc.integer({ min: 0, max: 2 }), hour: fc.integer({ min: 8, max: 16 }) }), { freq: 2 }),
  ranAt: fc.option(fc.integer({ min: 7, max: 20 }), { freq: 2 }),
  ticksOff: fc.boolean(),
});
type ADay = typeof aDay extends fc.Arbitrary<infer Value> ? Value : never;

const toNowMs = (day: ADay) => midnight + day.hour * HOUR_MS;
const ran = (day: ADay) =>
  day.ranAt === null || day.ranAt >= day.hour ? [] : [aRun(midnight + (day.ranAt - 1) * HOUR_MS, { day: TODAY })];
const mornings = (today: number | null) =>
  Array.from({ length: 40 }, (_, daysAgo) => ({ daysAgo, rmssdMs: daysAgo === 0 ? today : daysAgo % 2 === 0 ? 45 : 55 })).filter(
    (one): one is { daysAgo: number; rmssdMs: number } => one.rmssdMs !== null,
  );
const makePlanned = ({ planned }: ADay) =>
  planned.map(({ ahead, hour, minutes, intensity }) => ({
    sport: 'run' as const,
    atMs: midnight + (24 * ahead + hour) * HOUR_MS + HOUR_MS / 2,
    day: addDays(TODAY, ahead),
    minutes,
    intensity,
  }));
const makeRace = ({ race }: ADay) =>
  race === null ? [] : [{ kind: 'race' as const, atMs: midnight + (24 * race.ahead + race.hour) * HOUR_MS }];

async function makeDatabase(day: ADay) {
  const db = freshDatabase();
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  const nowMs = toNowMs(day);
  await db.checks.bulkAdd(mornings(day.rmssdMs).map((one) => aCheck({ ...one, id: `${one.daysAgo}` })));
  const { answered } = day;
  if (answered !== null) {
    const checkIn: StoredCheckIn = {
      world: 'own',
      day: TODAY,
      atMs: nowMs,
      timeZone: 'UTC',
      sleepHours: null,
      sleepQuality: answered.feel,
      soreness: null,
      sore: [],
      energy: answered.feel,
      mood: answered.feel,
      stress: null,
      ill: answered.ill,
      injured: answered.injured,
      pain: answered.pain === null ? [] : [{ region: 'calves', level: answered.pain.level, signs: answered.pain.sudden ? ['sudden'] : [] }],
      bar: null,
      cycleDay: null,
      tags: [],
      note: '',
    };
    await db.checkIns.put(checkIn);
  }
  await db.planned.bulkAdd(makePlanned(day).map((one, place) => ({ ...one, id: `${place}`, world: 'own' as const })));
  await db.activities.bulkAdd(ran(day));
  await db.settings.bulkPut(
    [day.ticked, { answeredAtMs: nowMs - HOUR_MS, ticks: {} }, makeRace(day), [...EQUIPMENT], '22:30', '06:30'],
    ['contraindications', 'screening', 'events', 'equipment', 'bed', 'wake'],
  );
  return { db, nowMs };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-agreement-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});
afterEach(() => vi.unstubAllGlobals());

/** The day as a scenario of the command line, which has neither pain nor ticked items. */
async function runCommandLine(day: ADay) {
  const iso = (ms: number) => new Date(ms).toISOString();
  const scenario = {
    now: iso(toNowMs(day)),
    timeZone: 'UTC',
    wake: '06:30',
    bed: '22:30',
    equipment: EQUIPMENT,
    contraindications: day.ticked,
    events: makeRace(day).map(({ kind, atMs }) => ({ kind, at: iso(atMs) })),
    planned: makePlanned(day).map(({ sport, atMs, minutes, intensity }) => ({ sport, at: iso(atMs), minutes, intensity })),
    checks: mornings(day.rmssdMs).map(({ daysAgo, rmssdMs }) => ({
      date: addDays(TODAY, -daysAgo),
      rmssdMs,
      restingHrBpm: 60,
      posture: 'lying',
      breathing: 'free',
    })),
    wellness:
      day.answered === null
        ? []
        : [
            {
              date: TODAY,
              sleepQuality: day.answered.feel,
              energy: day.answered.feel,
              mood: day.answered.feel,
              ill: day.answered.ill,
              injured: day.answered.injured,
            },
          ],
    activities: ran(day).map(({ sport, startMs, movingTimeS, rpe, regions }) => ({
      sport,
      start: iso(startMs),
      movingTimeS,
      rpe,
      regions,
    })),
  };
  const path = join(folder, 'scenario.json');
  writeFileSync(path, JSON.stringify(scenario));
  const { stdout, stderr } = await rebound(folder, 'plan', path);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const isIll = ({ answered, ticked }: ADay) => answered?.ill === true || ticked.some((one) => ILL_TICKS.includes(one));
const isInjured = ({ answered, ticked }: ADay) =>
  answered?.injured === true ||
  ticked.some((one) => INJURY_TICKS.includes(one)) ||
  (answered?.pain != null && (answered.pain.sudden || answered.pain.level >= 7));
const excludes = ({ plan }: Pick<Today, 'plan'>, rule: RegExp) => plan.excluded.some((one) => rule.test(one.rule));

describe('every surface', () => {
  it('shows the same verdict and next step of any day', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(aDay, async (day) => {
        const { db, nowMs } = await makeDatabase(day);
        try {
          const before = await readToday(db, nowMs);
          if (day.answered?.pain == null) {
            const told = await runCommandLine(day);
            expect([told.readiness.verdict, told.readiness.rule]).toEqual([before.readiness.verdict, before.readiness.rule]);
            const item = (id: string | undefined) => before.plan.items.find((one) => one.id === id);
            const same = told.items.filter(
              ({ modality, start, windowTo }: { modality: string; start: string; windowTo: string }) =>
                modality === item(before.next?.id)?.modality &&
                Date.parse(start) === before.next?.startMs &&
                Date.parse(windowTo) === before.next.windowToMs,
            );
            expect(same).toHaveLength(before.next === null ? 0 : 1);
            expect(told.conflicts.map(({ offers }: { offers: unknown }) => offers)).toEqual(before.conflicts.map(({ offers }) => offers));
          }
          if (day.ticksOff && before.next !== null) await markDone(db, 'own', before.next, nowMs);

          // The popup opens, finds nothing stored, and stores what it shows.
          const popup = await readSnapshot(db, PRODUCT, nowMs);
          const early = await readEarlySnapshot('test', PRODUCT, nowMs);
          const today = await readToday(db, nowMs);
          const withDevices = await readToday(db, nowMs, [{ id: 'boots', class: 'compression' }]);
          const strip = await cardAnswers(db, PRODUCT, () => nowMs)['card-strip'](null as never, null as never);
          await showBadge(popup);

          expect(early?.snapshot).toEqual(popup);
          expect(toTodaySnapshot(today)).toEqual(popup);
          expect(toTodaySnapshot(withDevices)).toEqual(popup);
          expect(withDevices.plan.items.map(({ id, startMs }) => [id, startMs])).toEqual(
            today.plan.items.map(({ id, startMs }) => [id, startMs]),
          );
          expect(today.steps[0]?.id).toBe(popup.next?.id);
          expect([strip.morning.headline, strip.morning.reason, strip.next?.id]).toEqual([
            headline(today.readiness),
            reason(today.readiness),
            popup.next?.id,
          ]);
          expect(await fakeBrowser.action.getTitle({})).toContain(headline(today.readiness));
          if (day.ticksOff && before.next !== null) expect(popup.next?.id).not.toBe(before.next.id);
        } finally {
          db.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('treats the user as ill or injured in the verdict and in the plan alike', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(aDay, async (day) => {
        const { db, nowMs } = await makeDatabase(day);
        try {
          const today = await readToday(db, nowMs);
          const { verdict, rule } = today.readiness;
          expect([rule === 'ill', verdict === 'rest' && rule === 'ill', excludes(today, /^ill-or-feverish$/)]).toEqual(
            Array(3).fill(isIll(day)),
          );
          if (isInjured(day)) {
            expect(['easy', 'rest']).toContain(verdict);
            expect(excludes(today, /^(ill-or-feverish|screening-(injured|pain-.*|acute-injury|recent-surgery|dvt))$/)).toBe(true);
          } else expect(rule).not.toBe('injured');
          if (isIll(day)) {
            expect(reason(today.readiness)).toContain(day.answered?.ill === true ? 'You ticked that you are ill.' : '“Fever, or ill”');
            const allowed = ['sleep', 'rest-day', 'fluids', 'protein', 'carbohydrate'];
            expect(today.plan.items.map(({ modality }) => modality).filter((one) => !allowed.includes(one))).toEqual([]);
          }
        } finally {
          db.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names exactly the sessions and events that the day does not allow', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(aDay, async (day) => {
        const { db, nowMs } = await makeDatabase(day);
        try {
          const { readiness, conflicts, plan } = await readToday(db, nowMs);
          const race = makeRace(day)[0];
          // A session within half an hour of a race is the race.
          const isRace = (atMs: number) => race !== undefined && Math.abs(atMs - race.atMs) <= HOUR_MS / 2;
          const toAtMs = (one: (typeof conflicts)[number]) => (one.kind === 'session' ? one.session.atMs : one.event.atMs);
          const ahead = makePlanned(day).filter(({ atMs }) => atMs >= nowMs && !isRace(atMs));
          const restDays = plan.items.filter(({ modality }) => modality === 'rest-day').map((item) => item.day);
          const forbidden = ahead.filter(({ day: on, intensity, minutes }) =>
            on === TODAY
              ? readiness.verdict === 'rest' || (readiness.verdict === 'easy' && intensity !== 'easy')
              : restDays.includes(on) && !(intensity === 'easy' && minutes <= 60),
          );
          const unwell = isIll(day) || isInjured(day);
          const raceToday = race !== undefined && day.race?.ahead === 0 && race.atMs >= nowMs && unwell ? [race.atMs] : [];
          // A race makes the days after it easy, too.
          const ofDay = conflicts.filter(({ why }) => why !== 'after-race');
          const tooSoon = new Set(conflicts.filter(({ why }) => why === 'after-race').map(toAtMs));
          const expected = [...forbidden.map(({ atMs }) => atMs), ...raceToday].filter((atMs) => !tooSoon.has(atMs));
          expect(ofDay.map(toAtMs)).toEqual([...new Set(expected)].sort((a, b) => a - b));
          if (race === undefined) expect([...tooSoon]).toEqual([]);
          for (const one of conflicts) {
            const isIllness = one.why === 'ill' && one.kind === 'session';
            expect(one.offers.slice(isIllness ? -1 : -2)).toEqual(isIllness ? ['drop'] : ['drop', 'keep']);
            expect(one.offers.includes('move')).toBe(one.moveTo !== null);
            if (isIll(day) && one.why === 'ill') expect(one.offers).not.toContain('easy');
            if (one.moveTo !== null) expect(makePlanned(day).some((session) => session.day === one.moveTo)).toBe(false);
            if (one.moveTo !== null) expect(restDays).not.toContain(one.moveTo);
            if (one.moveTo !== null && isIll(day)) expect(one.moveTo > addDays(TODAY, 1)).toBe(true);
            if (one.kind === 'event' && one.event.kind === 'race') expect(one.offers).not.toContain('move');
          }
        } finally {
          db.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('allows a race unless illness, injury or what was done since forbids it', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(aDay, fc.constantFrom(0, 1), async (random, ahead) => {
        const day = { ...random, race: { ahead, hour: 22 }, ranAt: null };
        const { db, nowMs } = await makeDatabase(day);
        try {
          const { verdict, rule } = (await readToday(db, nowMs)).readiness;
          if (isIll(day) || isInjured(day)) return;
          if (ahead === 0) expect(['push', 'normal', 'learning']).toContain(verdict);
          else expect([verdict, rule]).not.toContain('push');
        } finally {
          db.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
