import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { addDays } from '../../../lib/core/day';
import { coachText, coachWords } from '../../../lib/i18n/words/coach-week-words';
import type { Check, SessionRecord } from '../../../lib/storage';
import { BLANK_CHECK_IN, putActivity, putSession, type ReboundDatabase, type StoredLogEntry, type World } from '../../../lib/storage';
import { COACH_DAYS, coachWeek } from '../../../lib/trends/coach-week';
import { coachCsv, readCoachWeek } from '../../../lib/views/coach-week';
import { aCheck } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { speakEnglish } from '../../support/english';
import { aRun } from '../../support/plans';

/** A Sunday. */
const TO = '2026-05-03';
const FROM = addDays(TO, -6);
const NOW = Date.parse(`${TO}T20:00:00Z`);

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});

const check = (day: string, rmssdMs: number, hrBpm = 50) => ({ day, lnRmssd: Math.log(rmssdMs), hrBpm, rating: 'good' as const });
const EMPTY = { to: TO, today: TO, checks: [], checkIns: [], remarks: [], loads: [], activities: [], sessions: [] };

describe('a week for a coach', () => {
  it('has seven days, and names those without a readable check', () => {
    const week = coachWeek({ ...EMPTY, checks: [check(addDays(TO, -2), 54), check(TO, 60)] });
    expect(week.days.map(({ day }) => day)).toEqual(Array.from({ length: COACH_DAYS }, (_, i) => addDays(FROM, i)));
    expect(week.missing).toEqual([0, 1, 2, 3, 5].map((i) => addDays(FROM, i)));
    expect(week.days[4]?.rmssdMs).toBeCloseTo(54, 9);
  });

  it('does not report future days as missing', () => {
    expect(coachWeek({ ...EMPTY, today: addDays(TO, -3) }).missing).toEqual([0, 1, 2, 3].map((i) => addDays(FROM, i)));
  });

  it('has the mean and the coefficient of variation of the seven days up to each day', () => {
    const values = [50, 52, 48, 55, 60, 47, 51];
    const week = coachWeek({ ...EMPTY, checks: values.map((ms, i) => check(addDays(FROM, i), ms, 48 + i)) });
    const logs = values.map(Math.log);
    const mean = logs.reduce((sum, ln) => sum + ln, 0) / 7;
    const sd = Math.sqrt(logs.reduce((sum, ln) => sum + (ln - mean) ** 2, 0) / 6);
    expect(week.days[6]?.lnMean7).toBeCloseTo(mean, 9);
    expect(week.days[6]?.cvPct).toBeCloseTo((100 * sd) / mean, 6);
    expect(week.days[6]?.hrMean7).toBeCloseTo(51, 9);
    // Fewer than three values give no mean.
    expect(week.days[1]?.lnMean7).toBeNull();
  });

  it('combines tags and notes of check and morning, each once', () => {
    const [day] = coachWeek({
      ...EMPTY,
      checkIns: [{ day: FROM, tags: ['travel', 'alcohol'], note: ' tired ', soreness: 2, sore: [{ region: 'calves', level: 4 }] }],
      remarks: [{ day: FROM, tags: ['travel'], note: 'hotel' }],
    }).days;
    expect(day).toMatchObject({ tags: ['travel', 'alcohol'], notes: ['hotel', 'tired'], said: { soreness: 4, sleepHours: null } });
  });
});

const A_SESSION: SessionRecord = {
  id: 's',
  plan: { modality: 'breathwork', steps: [{ seconds: 600 }], doseOf: 'ours', from: 'breathing' },
  device: null,
  startedAtMs: Date.parse(`${TO}T19:00:00Z`),
  endedAtMs: Date.parse(`${TO}T19:10:00Z`),
  timeZone: 'UTC',
  day: TO,
  end: 'finished',
  done: [],
  activeS: 600,
  demo: false,
};

async function seed(db: ReboundDatabase, world: World): Promise<void> {
  await db.checkIns.put({
    ...BLANK_CHECK_IN,
    world,
    day: TO,
    timeZone: 'UTC',
    atMs: 0,
    sleepHours: 7.5,
    sleepQuality: 4,
    energy: 3,
    ill: true,
    note: 'late, but well; "fine"',
  });
  await putActivity(db, {
    id: `run-${world}`,
    world,
    source: 'typed',
    sourceId: null,
    timeZone: 'UTC',
    day: addDays(TO, -1),
    title: null,
    maxHrBpm: null,
    distanceM: null,
    edited: [],
    sport: 'run',
    startMs: Date.parse(`${addDays(TO, -1)}T09:00:00Z`),
    movingTimeS: 3600,
    avgHrBpm: null,
    rpe: 7,
    kind: null,
    regions: [],
  });
  await putSession(db, { ...A_SESSION, id: `s-${world}`, demo: world === 'demo' });
  const entry: Omit<StoredLogEntry, 'id' | 'outcome' | 'reason'> = {
    itemId: 'x',
    world,
    day: TO,
    timeZone: 'UTC',
    modality: 'sauna',
    startMs: NOW,
    minutes: 15,
  };
  await db.planLog.bulkPut([
    { ...entry, id: `l1-${world}`, outcome: 'skipped', reason: 'no time' },
    { ...entry, id: `l2-${world}`, modality: 'breathwork', outcome: 'done', reason: null, sessionId: `s-${world}` },
    { ...entry, id: `l3-${world}`, modality: 'stretching', minutes: 10, outcome: 'done', reason: null },
  ]);
}

describe('read from the database', () => {
  it('has what was done and skipped, each once, and the load: an hour at an effort of 7 is 100', async () => {
    const db = freshDatabase();
    await seed(db, 'own');
    const week = await readCoachWeek(db, 'own', TO, TO, NOW);
    expect(week.load).toBeCloseTo(100, 6);
    expect(week.days[6]?.sessions.map(({ modality, outcome }) => `${modality} ${outcome}`)).toEqual([
      'breathwork done',
      'stretching done',
      'sauna skipped',
    ]);
  });

  it('has means of the seven days up to each day, including days before the week', async () => {
    const on = (daysAgo: number, rmssdMs: number) => ({ ...aCheck({ rmssdMs }), day: addDays(TO, -daysAgo) });
    const firstMean = async (...checks: Check[]) => {
      const db = freshDatabase();
      await db.checks.bulkPut(checks);
      return (await readCoachWeek(db, 'own', TO, TO, NOW)).days[0]?.lnMean7 ?? null;
    };
    // Monday is six days ago, and its week began on the Tuesday before, twelve days ago.
    expect(await firstMean(on(6, 50), on(7, 50), on(12, 50))).toBeCloseTo(Math.log(50), 9);
    expect(await firstMean(on(6, 50), on(7, 50), on(13, 50))).toBeNull();
  });

  it('has the training and diary of its seven days only', async () => {
    const db = freshDatabase();
    for (const daysAgo of [-1, 0, 6, 7]) {
      const startMs = NOW - daysAgo * 86_400_000 - 3_600_000;
      await putActivity(db, aRun(startMs));
      await putSession(db, {
        ...A_SESSION,
        id: `s${daysAgo}`,
        startedAtMs: startMs,
        endedAtMs: startMs + 60_000,
        day: addDays(TO, -daysAgo),
      });
    }
    const { days } = await readCoachWeek(db, 'own', TO, TO, NOW + 2 * 86_400_000);
    expect(days.map(({ trained, sessions }) => [trained.length, sessions.length])).toEqual([[1, 1], ...Array(5).fill([0, 0]), [1, 1]]);
  });

  it('shows cold water of ten seconds, as one minute', async () => {
    const db = freshDatabase();
    await putSession(db, { ...A_SESSION, plan: { ...A_SESSION.plan, modality: 'cold-water-immersion' }, activeS: 10 });
    expect(coachCsv(await readCoachWeek(db, 'own', TO, TO, NOW))).toContain('cold-water-immersion 1 min');
  });

  it('leaves out sessions of less than a minute', async () => {
    const db = freshDatabase();
    await putSession(db, { ...A_SESSION, id: 'a', activeS: 59 });
    await putSession(db, { ...A_SESSION, id: 'b', activeS: 60 });
    const { days } = await readCoachWeek(db, 'own', TO, TO, NOW);
    expect(days[6]?.sessions.map(({ minutes }) => minutes)).toEqual([1]);
  });

  it('keeps the demo separate', async () => {
    const db = freshDatabase();
    await seed(db, 'demo');
    const week = await readCoachWeek(db, 'own', TO, TO, NOW);
    expect(week.load).toBeNull();
    expect(week.days.every(({ sessions, said, trained }) => sessions.length === 0 && said === null && trained.length === 0)).toBe(true);
  });

  it('is a CSV of seven lines for other programs', async () => {
    const db = freshDatabase();
    await seed(db, 'own');
    const lines = coachCsv(await readCoachWeek(db, 'own', TO, TO, NOW))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(1 + COACH_DAYS);
    expect(lines[0]?.split(',')).toContain('ln_rmssd_cv_7_days_pct');
    expect(lines[6]).toContain('run 60 min rpe 7 load 100');
    expect(lines[7]).toContain('breathwork 10 min; stretching 10 min');
    expect(lines[7]).toContain('sauna (no time)');
    expect(lines[7]).toContain('"late, but well; ""fine"""');
  });

  it('is a text with every day, what is missing, and the owner', async () => {
    const db = freshDatabase();
    await seed(db, 'own');
    // Languages put different spaces around the dash.
    const text = coachText(coachWords(await readCoachWeek(db, 'own', TO, TO, NOW), false)).replace(/[\u2009\u202f\u00a0]/g, ' ');
    expect(text.split('\n')[0]).toBe('Week of 27 April – 3 May 2026');
    expect(text).toContain('Run, 60 minutes, effort 7 of 10, load 100');
    expect(text).toContain('Sauna, skipped: no time');
    expect(text).toContain('No readable check: Mon, Tue, Wed, Thu, Fri, Sat, Sun.');
    expect(text).toContain('Load of the week: 100.');
    expect(coachText(coachWords(await readCoachWeek(db, 'own', TO, TO, NOW), true))).toContain('simulated strap');
  });
});
