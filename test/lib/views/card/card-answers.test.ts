import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { cardAnswers } from '../../../../lib/browser/card-answers';
import type { Sender } from '../../../../lib/browser/messages';
import { activitiesBetween, logBetween, putActivity, type ReboundDatabase, setSetting, siteReads } from '../../../../lib/storage';
import type { PageInput } from '../../../../lib/views/card/schema';
import messages from '../../../../public/_locales/en/messages.json';
import { freshDatabase } from '../../../support/database';
import { speakEnglish } from '../../../support/english';

const HOUR_MS = 3_600_000;
/** A Monday, three in the afternoon in any zone. */
const NOW_MS = new Date(2026, 4, 4, 15).getTime();
const STRAVA = { from: 'card', url: 'https://www.strava.com/activities/17' } as const;
const PROFILE = { birthYear: null, sex: 'male', massKg: 70, hrMaxBpm: 190, hrRestBpm: 50, lthrBpm: 169 } as const;

/** An hour and a half at threshold that ended an hour ago, with a quarter of an hour's pause. */
const RUN: NonNullable<PageInput['activity']> = {
  id: '17',
  title: 'Long tempo',
  sport: 'run',
  startLocal: '2026-05-04T12:15',
  movingTimeS: 5400,
  elapsedTimeS: 6300,
  distanceM: 20_000,
  elevationGainM: 100,
  avgHrBpm: 169,
  maxHrBpm: 182,
  own: true,
};

let db: ReboundDatabase;
let nowMs = NOW_MS;
let answers: ReturnType<typeof cardAnswers>;
beforeEach(async () => {
  fakeBrowser.reset();
  speakEnglish();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  db = freshDatabase();
  nowMs = NOW_MS;
  answers = cardAnswers(db, '1.2.3', () => nowMs);
  await setSetting(db, 'profile', PROFILE);
  await setSetting(db, 'screening', { answeredAtMs: NOW_MS - HOUR_MS, ticks: {} });
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

const open = (changes: Partial<typeof RUN> = {}, notFound: PageInput['notFound'] = []) =>
  answers['card-open']({ site: 'strava', activity: { ...RUN, ...changes }, notFound }, STRAVA);
const stored = () => activitiesBetween(db, 'own', 0, Number.MAX_SAFE_INTEGER);

describe('the user’s own activity', () => {
  it('shows its steps in the units that the user chose', async () => {
    await setSetting(db, 'goal', 'endurance');
    await setSetting(db, 'equipment', ['cold-bath']);
    // Fewer of the other steps, so that the cold water is among those shown.
    await setSetting(db, 'contraindications', ['kidney-disease']);
    const doses = async () =>
      [...(await open()).steps.map(({ dose }) => dose), (await answers['card-strip']({}, STRAVA)).next?.dose].join();
    await setSetting(db, 'units', 'metric');
    expect(await doses()).toMatch(/°C/);
    await setSetting(db, 'units', 'imperial');
    expect(await doses()).toMatch(/°F/);
    expect(await doses()).not.toMatch(/°C/);
  });

  it('is saved as it was seen, with its load and cost', async () => {
    const view = await open();
    expect(await stored()).toMatchObject([
      { source: 'strava', sourceId: '17', sport: 'run', movingTimeS: 5400, elapsedTimeS: 6300, title: 'Long tempo' },
    ]);
    // 90 minutes at the threshold's heart rate: 150 by definition.
    expect(view.load?.score).toBe('150');
    expect(view.load?.compared).toBe('an hour at threshold is 100');
    expect(view.without).toBeNull();
    expect(view.costs.map(({ clock }) => clock)).toEqual(['fuel', 'autonomic', 'muscles']);
    expect(view.costs[2]).toMatchObject({ value: '12–48 h', note: 'Thighs, front · Thighs, back · Calves' });
    expect(view.asks).toMatchObject({ effort: false, kind: false });
  });

  it('counts windows from its real end, including pauses', async () => {
    const until = async (changes: Partial<typeof RUN>) => (await open(changes)).steps.find(({ id }) => id.startsWith('protein@'))?.toMs;
    const paused = await until({});
    expect(paused).toBeGreaterThan(NOW_MS);
    // With a pause that is a quarter of an hour shorter, it ends a quarter of an hour earlier.
    expect(await until({ elapsedTimeS: 5400 })).toBe((paused ?? 0) - HOUR_MS / 4);
  });

  it('is updated by later readings, except for the user’s answers', async () => {
    await open();
    await answers['card-answer']({ site: 'strava', id: '17', rpe: 6 }, STRAVA);
    await open({ title: 'Renamed', movingTimeS: 3000 });
    expect(await stored()).toMatchObject([{ title: 'Renamed', movingTimeS: 3000, rpe: 6, edited: ['rpe'] }]);
  });

  it('shows only its load when it ended more than 72 h ago', async () => {
    nowMs = new Date(2026, 4, 7, 14).getTime() + 1;
    const late = await open();
    expect([late.load?.score, late.costs, late.steps]).toEqual(['150', [], []]);
    nowMs -= 1;
    expect((await open()).costs).toHaveLength(3);
  });

  it('without heart rate asks for the effort, and stores the answer', async () => {
    const before = await open({ avgHrBpm: null });
    expect(before.asks).toMatchObject({ effort: true, kind: false, rpe: null });
    await answers['card-answer']({ site: 'strava', id: '17', rpe: 7 }, STRAVA);
    const after = await open({ avgHrBpm: null });
    // An hour and a half of 7: 7 · 90 ÷ 4.2.
    expect([after.load?.score, after.asks?.rpe]).toEqual(['150', 7]);
  });

  it('of strength asks for its aim and regions', async () => {
    expect((await open({ sport: 'strength' })).asks).toMatchObject({ effort: true, kind: true, said: null, regions: [] });
    await answers['card-answer']({ site: 'strava', id: '17', kind: 'strength', regions: ['quads'] }, STRAVA);
    expect((await open({ sport: 'strength' })).asks).toMatchObject({ said: 'strength', regions: ['quads'] });
  });

  it('shows at most four steps, each once, of the next twelve hours', async () => {
    const { steps } = await open();
    const ids = steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4);
    for (const { fromMs } of steps) expect(fromMs).toBeLessThan(NOW_MS + 12 * HOUR_MS);
  });

  it('keeps each answer when the page is seen again', async () => {
    await open({ sport: 'strength' });
    await answers['card-answer']({ site: 'strava', id: '17', rpe: 6 }, STRAVA);
    await answers['card-answer']({ site: 'strava', id: '17', kind: 'power', regions: ['quads'] }, STRAVA);
    expect((await open({ sport: 'strength' })).asks).toMatchObject({ rpe: 6, said: 'power', regions: ['quads'] });
    expect((await stored())[0]?.edited.toSorted()).toEqual(['kind', 'regions', 'rpe']);
  });

  it('says that the autonomic clock waits for the next check', async () => {
    expect((await open()).costs[1]?.name).not.toBe((await open()).costs[2]?.name);
    expect((await open()).costs[1]?.value).toBe(messages.cardAutonomicNext.message);
  });

  it('without cost shows no ranges', async () => {
    const [fuel] = (await open({ movingTimeS: 600, elapsedTimeS: 600, avgHrBpm: 90 })).costs;
    expect(fuel).toMatchObject({ clock: 'fuel', value: messages.cardCostNone.message, note: '' });
  });

  it('shows no heart-rate zones when the site gives none', async () => {
    expect((await open()).load?.zones).toEqual([]);
    expect((await open()).morning.demo).toBe(false);
  });

  it('is compared with the others of a month, if there are any', async () => {
    for (let i = 1; i <= 5; i++)
      await putActivity(db, {
        id: `${i}`,
        world: 'own',
        source: 'typed',
        sourceId: null,
        sport: 'run',
        startMs: NOW_MS - i * 48 * HOUR_MS,
        movingTimeS: i === 5 ? 10_800 : 1800,
        avgHrBpm: 169,
        maxHrBpm: null,
        rpe: null,
        kind: null,
        regions: [],
        timeZone: 'UTC',
        day: new Date(NOW_MS - i * 48 * HOUR_MS).toISOString().slice(0, 10),
        title: null,
        distanceM: null,
        edited: [],
      });
    expect((await open()).load?.compared).toBe('harder than 4 of your 5 others in 30 days');
  });

  it('limits this morning’s verdict if it was hard', async () => {
    const hard = (await open()).morning;
    expect([hard.headline, hard.since]).toEqual(['Take it easy', null]);
    expect(hard.reason).toMatch(/^This morning: .*Done since: 150. The rest of today is recovery.$/);
  });

  it('is shown next to the unchanged verdict if it was easy', async () => {
    const easy = (await open({ movingTimeS: 1440, elapsedTimeS: 1440, avgHrBpm: 120 })).morning;
    // 24 min at half the reserve; threshold at 85 %.
    const score = (24 * 0.5 * Math.exp(1.92 * 0.5)) / (60 * 0.85 * Math.exp(1.92 * 0.85));
    expect(easy).toMatchObject({ verdict: 'learning', since: `Done since: ${Math.round(100 * score)}.` });
  });
});

describe('an activity that is not certainly the user’s own', () => {
  it.each([
    ['somebody else’s', { own: false }, 'other'],
    ['of nobody knows whom', { own: null }, 'owner-unknown'],
    ['without a start', { startLocal: null }, 'too-little'],
    ['without a length', { movingTimeS: null, elapsedTimeS: null }, 'too-little'],
    ['yet to come', { startLocal: '2026-05-05T12:15' }, 'too-little'],
  ] as const)('%s has no load, and nothing is saved', async (_, changes, without) => {
    const view = await open(changes);
    expect([view.without, view.load, view.costs, view.steps]).toEqual([without, null, [], []]);
    expect(await stored()).toEqual([]);
  });

  it('becomes the user’s own when they say so, and stays so', async () => {
    await open({ own: true });
    const view = await open({ own: null, title: 'Renamed' });
    expect([view.without, view.load?.score]).toEqual([null, '150']);
    expect((await stored())[0]?.title).toBe('Renamed');
  });

  it('leaves no trace in the site’s state when it is somebody else’s', async () => {
    await open({ own: false }, ['avgHrBpm']);
    expect(await siteReads(db)).toEqual([]);
    await open({}, ['avgHrBpm']);
    expect(await siteReads(db)).toEqual([{ site: 'strava', lastMs: NOW_MS, lastFullMs: null, notFound: ['avgHrBpm'] }]);
  });
});

describe('a site’s heart rates', () => {
  const heard = {
    site: 'strava',
    id: '17',
    times: [
      { bpm: 180, s: 2700 },
      { bpm: 120, s: 2700 },
    ],
    zones: [130, 160],
  } as const;
  const tell = () =>
    answers['card-heart-rates']({ ...heard, times: heard.times.map((one) => ({ ...one })), zones: [...heard.zones] }, STRAVA);

  it('are requested only if the setting allows it, once, and then count', async () => {
    expect((await open()).mayAsk).toEqual({ page: false, heartRates: false });
    await expect(tell()).rejects.toThrow();
    await setSetting(db, 'asksSites', true);
    expect((await open()).mayAsk.heartRates).toBe(true);
    await tell();
    const view = await open();
    expect(view.mayAsk.heartRates).toBe(false);
    expect(view.load?.zones).toEqual(['Z1 45 min', 'Z2 0 min', 'Z3 45 min']);
    // Banister by hand: 45 min each at (180 − 50) ÷ 140 and (120 − 50) ÷ 140 of the reserve; threshold at 119 ÷ 140.
    const of = (reserve: number, minutes: number) => minutes * reserve * 0.64 * Math.exp(1.92 * reserve);
    expect(view.load?.score).toBe(String(Math.round((100 * (of(130 / 140, 45) + of(0.5, 45))) / of(119 / 140, 60))));
  });

  it('are refused for an activity that is not stored', async () => {
    await setSetting(db, 'asksSites', true);
    await expect(tell()).rejects.toThrow();
    expect(await db.heartRates.count()).toBe(0);
  });

  it('are not requested twice when the site has none', async () => {
    await setSetting(db, 'asksSites', true);
    await open();
    await answers['card-heart-rates']({ site: 'strava', id: '17', times: [], zones: [] }, STRAVA);
    expect((await open()).mayAsk.heartRates).toBe(false);
  });
});

describe('a step of the plan', () => {
  it('can be ticked off once, is shown as done, and can be undone', async () => {
    const [step] = (await open()).steps;
    if (step === undefined) throw new Error('nothing to do after an hour and a half at threshold');
    const tick = (done: boolean) => answers['card-step']({ item: step.id, done }, STRAVA);
    await tick(true);
    expect(await logBetween(db, 'own', '2026-05-01', '2026-05-31')).toMatchObject([{ itemId: step.id, outcome: 'done' }]);
    const after = await open();
    expect([after.steps.map(({ id }) => id).includes(step.id), after.done]).toEqual([
      false,
      [{ id: step.id, title: step.title, undo: true }],
    ]);
    await tick(false);
    expect((await open()).done).toEqual([]);
  });

  it('stays ticked off if a session did it, if it is of another day, or if it was skipped', async () => {
    await open();
    const row = {
      itemId: 'sauna@1',
      world: 'own' as const,
      day: '2026-05-04',
      timeZone: 'UTC',
      modality: 'sauna' as const,
      startMs: NOW_MS,
      minutes: 15,
      outcome: 'done' as const,
      reason: null,
    };
    const rows = {
      session: { ...row, id: 'own sauna@1', sessionId: 's1' },
      yesterday: { ...row, id: 'own sauna@2', itemId: 'sauna@2', day: '2026-05-03', startMs: NOW_MS - 24 * HOUR_MS },
      skipped: { ...row, id: 'own sauna@3', itemId: 'sauna@3', outcome: 'skipped' as const },
    };
    await db.planLog.bulkPut(Object.values(rows));
    const shown = (await open()).done.find(({ id }) => id === 'sauna@1');
    expect(shown?.undo).toBe(false);
    for (const { itemId } of Object.values(rows))
      await expect(answers['card-step']({ item: itemId, done: false }, STRAVA)).rejects.toThrow('not ticked off today');
    expect(await db.planLog.count()).toBe(3);
  });

  it.each([
    ['a page that nobody added', 'https://evil.example/'],
    ['a page without an address', null],
  ])('cannot be settled by %s', async (_, url) => {
    const [step] = (await open()).steps;
    if (step === undefined) throw new Error('nothing to do after an hour and a half at threshold');
    await answers['card-step']({ item: step.id, done: true }, STRAVA);
    Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins: [] }) });
    for (const done of [true, false])
      await expect(answers['card-step']({ item: step.id, done }, { from: 'card', url })).rejects.toThrow('another site');
    expect(await db.planLog.count()).toBe(1);
  });

  it('is refused if it is not in the plan', async () => {
    await open();
    await expect(answers['card-step']({ item: 'sauna@nowhere', done: true }, STRAVA)).rejects.toThrow();
    expect(await db.planLog.count()).toBe(0);
  });
});

it.each(['https://evil.example/', 'https://www.strava.com.evil.example/activities/17', null])(
  'a page at %s cannot act for Strava',
  async (url) => {
    const from = { from: 'card', url } as const;
    await expect(answers['card-open']({ site: 'strava', activity: RUN, notFound: [] }, from)).rejects.toThrow();
    await expect(answers['card-answer']({ site: 'strava', id: '17', rpe: 1 }, from)).rejects.toThrow();
    expect(await stored()).toEqual([]);
  },
);

describe('the reader of added pages', () => {
  const CLUB = 'https://club.example/training/7';
  const speak = (url: string | null) => answers['card-open']({ site: 'generic', activity: RUN, notFound: [] }, { from: 'card', url });
  const rate = (url: string | null) => answers['card-answer']({ site: 'generic', id: '17', rpe: 1 }, { from: 'card', url });

  beforeEach(() => {
    const origins = ['https://club.example/*', 'https://www.strava.com/*', 'https://*/*'];
    Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins }) });
  });

  it('may act on a page that the user added', async () => {
    await speak(CLUB);
    expect(await stored()).toMatchObject([{ source: 'generic', sourceId: 'https://club.example 17' }]);
  });

  it.each([
    ['a page that nobody added', 'https://evil.example/training/7'],
    ['a subdomain of an added page', 'https://evil.club.example/'],
    ['an added page without encryption', 'http://club.example/training/7'],
    ['another port of an added page', 'https://club.example:8443/'],
    ['a page of a training site', 'https://www.strava.com/activities/17'],
    ['a page without an address', null],
    ['an address that is none', 'club.example'],
    ['a local file', 'file:///club.example/'],
  ])('may not act on %s', async (_, url) => {
    await speak(CLUB);
    await expect(speak(url)).rejects.toThrow('generic');
    await expect(rate(url)).rejects.toThrow('generic');
    expect(await stored()).toMatchObject([{ rpe: null }]);
  });
});

it('the strip shows this morning and the next step', async () => {
  await open();
  const { morning, next } = await answers['card-strip']({}, STRAVA);
  expect(morning.headline).toBe('Take it easy');
  expect(next?.toMs).toBeGreaterThanOrEqual(NOW_MS);
});

describe('two pages that the user added', () => {
  const CLUB: Sender = { from: 'card', url: 'https://club.example/training/7' };
  const OTHER: Sender = { from: 'card', url: 'https://other.example/training/7' };
  beforeEach(() => {
    const origins = ['https://club.example/*', 'https://other.example/*'];
    vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins, permissions: [] });
  });
  const show = (from: Sender, changes: Partial<typeof RUN> = {}) =>
    answers['card-open']({ site: 'generic', activity: { ...RUN, ...changes }, notFound: [] }, from);

  it('keep activities of one id apart, and answer about their own alone', async () => {
    await show(CLUB);
    await show(OTHER, { startLocal: '2026-05-03T08:00', title: 'Swim' });
    await answers['card-answer']({ site: 'generic', id: '17', rpe: 9 }, OTHER);
    const rows = await stored();
    expect(rows.map(({ sourceId, title, rpe }) => [sourceId, title, rpe])).toEqual([
      ['https://other.example 17', 'Swim', 9],
      ['https://club.example 17', 'Long tempo', null],
    ]);
  });
});

describe('a page that writes all the time', () => {
  it('is refused after a few in a minute, and allowed again later; its card still shows what is stored', async () => {
    await open();
    const rate = () => answers['card-answer']({ site: 'strava', id: '17', rpe: 5 }, STRAVA);
    let taken = 0;
    for (let i = 0; i < 60; i++)
      await rate().then(
        () => taken++,
        () => {},
      );
    expect(taken).toBeLessThan(25);
    expect((await open({ title: 'Flooded' })).load).not.toBeNull();
    expect((await stored())[0]?.title).toBe('Long tempo');
    nowMs += 61_000;
    await rate();
    await open({ title: 'Later' });
    expect((await stored())[0]?.title).toBe('Later');
  });
});
