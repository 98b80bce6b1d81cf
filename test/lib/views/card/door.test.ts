import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { cardAnswers } from '../../../../lib/browser/card-answers';
import { activitiesBetween, answerCheckIn, type ReboundDatabase, setSetting, siteReads } from '../../../../lib/storage';
import { type CardView, DATA, type PageInput } from '../../../../lib/views/card/schema';
import { aCheck, TODAY } from '../../../support/checks';
import { freshDatabase } from '../../../support/database';
import { speakEnglish } from '../../../support/english';
import { aRun } from '../../../support/plans';

/** What a page can reach through the card. */

const HOUR = 3_600_000;
/** Three in the afternoon of that day, wherever this runs. */
const NOW = new Date(2026, 4, 4, 15).getTime();
const STRAVA = { from: 'card', url: 'https://www.strava.com/activities/17' } as const;
const RUN: NonNullable<PageInput['activity']> = {
  id: '17',
  title: 'Tempo',
  sport: 'run',
  startLocal: '2026-05-04T12:00',
  movingTimeS: 5400,
  elapsedTimeS: null,
  distanceM: null,
  elevationGainM: null,
  avgHrBpm: 169,
  maxHrBpm: null,
  own: true,
};

let db: ReboundDatabase;
let nowMs = NOW;
let answers: ReturnType<typeof cardAnswers>;
beforeEach(async () => {
  fakeBrowser.reset();
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  db = freshDatabase();
  nowMs = NOW;
  answers = cardAnswers(db, '1.2.3', () => nowMs);
  await setSetting(db, 'screening', { answeredAtMs: NOW - HOUR, ticks: {} });
  await setSetting(db, 'profile', { birthYear: null, sex: 'male', massKg: 70, hrMaxBpm: 190, hrRestBpm: 50, lthrBpm: 169 });
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

const open = (changes: Partial<typeof RUN> = {}, notFound: PageInput['notFound'] = []) =>
  answers['card-open']({ site: 'strava', activity: { ...RUN, ...changes }, notFound }, STRAVA);
const openNothing = () => answers['card-open']({ site: 'strava', activity: null, notFound: ['title'] }, STRAVA);
const stored = () => activitiesBetween(db, 'own', 0, Number.MAX_SAFE_INTEGER);

describe('the card of a page without an activity of the user’s own', () => {
  const NOTHING: Omit<CardView, 'morning' | 'without'> = {
    load: null,
    costs: [],
    asks: null,
    steps: [],
    done: [],
    answerFirst: null,
    mayAsk: { page: false, heartRates: false },
  };

  it('shows this morning and why there is nothing else', async () => {
    const { morning, ...rest } = await open({ own: false });
    expect(rest).toEqual({ ...NOTHING, without: 'other' });
    expect(morning.headline).not.toBe('');
    expect(await open({ own: null })).toMatchObject({ ...NOTHING, without: 'owner-unknown' });
    expect(await openNothing()).toMatchObject({ ...NOTHING, without: 'too-little' });
  });

  it('may ask the site for more only where the setting is on, and never of somebody else’s', async () => {
    await setSetting(db, 'asksSites', true);
    const mayAsk = async (view: Promise<CardView>) => (await view).mayAsk;
    expect(await mayAsk(openNothing())).toEqual({ page: true, heartRates: false });
    expect(await mayAsk(open({ own: null }))).toEqual({ page: true, heartRates: false });
    expect(await mayAsk(open({ own: false }))).toEqual({ page: false, heartRates: false });
    expect(await mayAsk(open())).toEqual({ page: false, heartRates: true });
  });

  it('says in the self-test that nothing was found', async () => {
    await openNothing();
    expect((await siteReads(db))[0]?.notFound.toSorted()).toEqual([...DATA].sort());
  });

  it('keeps what was stored before, where the page says too little now', async () => {
    await open();
    const view = await open({ startLocal: null });
    expect([view.without, view.load === null]).toEqual([null, false]);
    expect(await stored()).toMatchObject([{ sourceId: '17', movingTimeS: 5400 }]);
  });
});

it('an activity that turns out to be somebody else’s shows nothing of what was stored', async () => {
  await open();
  expect(await open({ own: false })).toMatchObject({ without: 'other', load: null, asks: null, costs: [], steps: [] });
});

describe('the card of the user’s own activity', () => {
  it('asks for the effort where the heart rate says nothing', async () => {
    expect((await open()).asks).toEqual({ effort: false, kind: false, rpe: null, said: null, regions: [] });
    expect((await open({ id: '18', startLocal: '2026-05-04T09:00', avgHrBpm: null })).asks).toMatchObject({ effort: true });
  });

  it('asks what strength work was for, also where only the answer says that it was', async () => {
    expect((await open({ sport: 'strength' })).asks).toMatchObject({ kind: true });
    await answers['card-answer']({ site: 'strava', id: '17', kind: 'size' }, STRAVA);
    // The site calls it something else now.
    expect((await open({ sport: 'other' })).asks).toMatchObject({ kind: true, said: 'size' });
    // Strength work for endurance is still asked about.
    await answers['card-answer']({ site: 'strava', id: '17', kind: 'endurance' }, STRAVA);
    expect((await open({ sport: 'strength' })).asks).toMatchObject({ kind: true, said: 'endurance' });
  });

  it('shows the user’s own day from then on, not the example’s', async () => {
    await db.checks.add(aCheck({ world: 'demo' }));
    expect((await openNothing()).morning.demo).toBe(true);
    const view = await open();
    expect([view.morning.demo, view.load === null, view.costs.length]).toEqual([false, false, 3]);
  });

  it('has its cost to 72 h after its end', async () => {
    const endMs = new Date(2026, 4, 4, 13, 30).getTime();
    nowMs = endMs + 72 * HOUR;
    expect((await open()).costs).toHaveLength(3);
    nowMs += 1;
    expect(await open()).toMatchObject({ costs: [], steps: [], done: [], answerFirst: null });
  });

  it.each([NOW - HOUR, NOW])('has a load where its day is ahead of this machine’s: begun at %d', async (startMs) => {
    await db.activities.add(
      aRun(startMs, { source: 'strava', sourceId: '17', timeZone: 'Pacific/Kiritimati', day: '2026-05-05', avgHrBpm: 169, rpe: null }),
    );
    expect((await open({ startLocal: null })).load).not.toBeNull();
  });

  it('shows nothing of a stored row whose day contradicts its start, until the page gives its start again', async () => {
    await db.activities.add(aRun(NOW - HOUR, { source: 'strava', sourceId: '17', day: '2026-04-01' }));
    expect(await open({ startLocal: null })).toMatchObject({ without: 'too-little', load: null, asks: null, costs: [] });
    expect(await stored()).toEqual([]);
    expect((await open()).load).not.toBeNull();
    expect(await stored()).toMatchObject([{ sourceId: '17', day: TODAY }]);
  });

  it('has its load where it begins later today, in the zone of the source', async () => {
    await db.activities.add(aRun(NOW + HOUR, { source: 'strava', sourceId: '17', day: TODAY, rpe: 5 }));
    expect((await open({ startLocal: null })).load).not.toBeNull();
  });

  it('asks for the health questions before a plan, or for this morning’s again where they cannot be read', async () => {
    expect((await open()).answerFirst).toBeNull();
    await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { ill: false }, NOW);
    const [row] = await db.checkIns.toArray();
    await db.checkIns.put({ ...row, ill: 'perhaps' } as never);
    expect((await open()).answerFirst).toBe('morning');
    await setSetting(db, 'screening', { answeredAtMs: null, ticks: {} });
    expect((await open()).answerFirst).toBe('screening');
  });

  it('shows what of the plan was done since it began, not what was skipped or done before', async () => {
    await open();
    const startMs = new Date(2026, 4, 4, 12).getTime();
    const entry = { world: 'own', day: TODAY, timeZone: 'UTC', modality: 'stretching', minutes: 10, reason: null } as const;
    await db.planLog.bulkAdd([
      { ...entry, id: 'at', itemId: 'at', startMs, outcome: 'done' },
      { ...entry, id: 'before', itemId: 'before', startMs: startMs - 1, outcome: 'done' },
      { ...entry, id: 'skipped', itemId: 'skipped', startMs: startMs + 1, outcome: 'skipped' },
      { ...entry, id: 'no item', itemId: null, startMs: startMs + 1, outcome: 'done' },
    ] as never);
    expect((await open()).done).toEqual([{ id: 'at', title: 'Stretching', undo: true }]);
  });
});

describe('what a page can write', () => {
  it('an answer replaces only what it says', async () => {
    await open();
    await answers['card-answer']({ site: 'strava', id: '17', rpe: 0, kind: 'endurance', regions: ['calves'] }, STRAVA);
    await answers['card-answer']({ site: 'strava', id: '17', regions: [] }, STRAVA);
    expect(await stored()).toMatchObject([{ rpe: 0, kind: 'endurance', regions: [], edited: ['rpe', 'kind', 'regions'] }]);
    await answers['card-answer']({ site: 'strava', id: '17' }, STRAVA);
    expect(await stored()).toMatchObject([{ rpe: 0, kind: 'endurance', edited: ['rpe', 'kind', 'regions'] }]);
  });

  it('no answer about an activity that is not stored', async () => {
    await expect(answers['card-answer']({ site: 'strava', id: '18', rpe: 5 }, STRAVA)).rejects.toThrow('not stored');
  });

  it('heart rates with zones, or without them', async () => {
    await setSetting(db, 'asksSites', true);
    await open();
    const times = [{ bpm: 150, s: 60 }];
    await answers['card-heart-rates']({ site: 'strava', id: '17', times, zones: [140] }, STRAVA);
    expect(await db.heartRates.toArray()).toEqual([{ source: 'strava', sourceId: '17', readAtMs: NOW, times, zones: [140] }]);
    await answers['card-heart-rates']({ site: 'strava', id: '17', times, zones: [] }, STRAVA);
    expect(await db.heartRates.toArray()).toEqual([{ source: 'strava', sourceId: '17', readAtMs: NOW, times }]);
  });

  it('nothing for another site', async () => {
    await setSetting(db, 'asksSites', true);
    await open();
    const elsewhere = { from: 'card', url: 'https://connect.garmin.com/modern/activity/17' } as const;
    const times = [{ bpm: 150, s: 60 }];
    await expect(answers['card-heart-rates']({ site: 'strava', id: '17', times, zones: [] }, elsewhere)).rejects.toThrow('strava');
    await expect(answers['card-answer']({ site: 'strava', id: '17', rpe: 5 }, elsewhere)).rejects.toThrow('strava');
    await expect(answers['card-open']({ site: 'strava', activity: RUN, notFound: [] }, elsewhere)).rejects.toThrow('strava');
    expect(await db.heartRates.count()).toBe(0);
  });

  it('a step of the plan as done at its time, or by now', async () => {
    const [step] = (await open()).steps;
    if (step === undefined) throw new Error('an empty plan');
    await answers['card-step']({ item: step.id, done: true }, STRAVA);
    const [entry] = await db.planLog.toArray();
    expect(entry).toMatchObject({ id: `own ${step.id}`, itemId: step.id, world: 'own', outcome: 'done' });
    expect(entry?.startMs).toBeLessThanOrEqual(NOW);
  });

  it('gets nothing back but that it was taken', async () => {
    await setSetting(db, 'asksSites', true);
    const [step] = (await open()).steps;
    expect(await answers['card-answer']({ site: 'strava', id: '17', rpe: 5 }, STRAVA)).toBeNull();
    expect(await answers['card-heart-rates']({ site: 'strava', id: '17', times: [], zones: [] }, STRAVA)).toBeNull();
    expect(await answers['card-step']({ item: step?.id ?? '', done: true }, STRAVA)).toBeNull();
    expect(await answers['card-step']({ item: step?.id ?? '', done: false }, STRAVA)).toBeNull();
  });
});
