import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SITE_IDS } from '../../../../lib/sites/ids';
import { ACTIVITY_KINDS, REGIONS, SPORTS } from '../../../../lib/training';
import { activityAnswer, cardView, DATA, heartRates, pageReading, stepDone } from '../../../../lib/views/card/schema';

/** What the messages between card and background may say: which codes, how much, and what may be left out. */

const ACTIVITY = {
  id: '17',
  title: null,
  sport: null,
  startLocal: null,
  movingTimeS: null,
  elapsedTimeS: null,
  distanceM: null,
  elevationGainM: null,
  avgHrBpm: null,
  maxHrBpm: null,
  own: null,
};
const page = (changes: object) => v.is(pageReading, { site: 'strava', activity: { ...ACTIVITY, ...changes }, notFound: [] });
const answer = (changes: object) => v.is(activityAnswer, { site: 'strava', id: '17', ...changes });
const rates = (changes: object) => v.is(heartRates, { site: 'strava', id: '17', times: [], zones: [], ...changes });

const STEP = { id: 'a', title: 'b', dose: 'c', why: 'd', fromMs: 1, toMs: 2 };
const MORNING = { verdict: 'normal', headline: 'a', reason: 'b', measured: null, share: 0.5, since: null, demo: false };
const VIEW = {
  morning: MORNING,
  without: null,
  load: { score: '1', compared: 'a', basis: 'b', zones: ['Z1'] },
  costs: [{ clock: 'fuel', name: 'a', value: 'b', note: 'c' }],
  asks: { effort: true, kind: false, rpe: null, said: null, regions: [] },
  steps: [STEP],
  done: [{ id: 'a', title: 'b', undo: true }],
  answerFirst: null,
  mayAsk: { page: false, heartRates: false },
};
const view = (changes: object) => v.is(cardView, { ...VIEW, ...changes });

describe('a page', () => {
  it('may know nothing but the activity’s id', () => {
    expect(page({})).toBe(true);
    for (const name of Object.keys(ACTIVITY)) expect(page({ [name]: undefined }), name).toBe(false);
  });

  it('has a sport that is known, and a site that is', () => {
    for (const sport of SPORTS) expect(page({ sport }), sport).toBe(true);
    expect(page({ sport: 'chess' })).toBe(false);
    const at = (site: string) => v.is(pageReading, { site, activity: null, notFound: [] });
    for (const site of SITE_IDS) expect(at(site), site).toBe(true);
    expect(at('evil')).toBe(false);
  });

  it.each([
    ['distanceM', 5_000_000],
    ['elevationGainM', 100_000],
    ['avgHrBpm', 250],
    ['maxHrBpm', 250],
    ['movingTimeS', 604_800],
    ['elapsedTimeS', 604_800],
  ])('has %s up to %d', (name, most) => {
    expect([page({ [name]: most }), page({ [name]: most + 1 })]).toEqual([true, false]);
  });

  it('has a title of 500 characters', () => {
    expect([page({ title: 'x'.repeat(500) }), page({ title: 'x'.repeat(501) }), page({ title: '' })]).toEqual([true, false, true]);
  });

  it('may lack ten things', () => {
    expect(DATA).toEqual([
      'title',
      'sport',
      'startLocal',
      'movingTimeS',
      'elapsedTimeS',
      'distanceM',
      'elevationGainM',
      'avgHrBpm',
      'maxHrBpm',
      'own',
    ]);
  });
});

describe('heart rates', () => {
  it('last a week at most', () => {
    const lasting = (s: number) => rates({ times: [{ bpm: 100, s }] });
    expect([lasting(604_800), lasting(604_801)]).toEqual([true, false]);
  });
});

describe('an answer', () => {
  it('may be of one thing alone', () => {
    expect([answer({}), answer({ rpe: 5 }), answer({ kind: 'power' }), answer({ regions: ['calves'] })]).toEqual([true, true, true, true]);
    expect([answer({ rpe: null }), answer({ kind: 'chess' }), answer({ regions: ['tail'] })]).toEqual([false, false, false]);
  });

  it('names each region once at most', () => {
    expect([answer({ regions: REGIONS }), answer({ regions: [...REGIONS, 'calves'] })]).toEqual([true, false]);
    for (const kind of ACTIVITY_KINDS) expect(answer({ kind }), kind).toBe(true);
  });

  it('about a step says whether it was done', () => {
    expect([true, false, undefined].map((done) => v.is(stepDone, { item: 'a', done }))).toEqual([true, true, false]);
  });
});

describe('what the card shows', () => {
  it('has all of its fields', () => {
    expect(view({})).toBe(true);
    for (const name of Object.keys(VIEW)) expect(view({ [name]: undefined }), name).toBe(false);
  });

  it('may have no load and nothing to ask', () => {
    expect(view({ load: null, asks: null })).toBe(true);
    expect([view({ morning: null }), view({ costs: null }), view({ mayAsk: null })]).toEqual([false, false, false]);
  });

  it.each<[string, readonly (string | null)[], (code: string | null) => object]>([
    ['verdict', ['push', 'normal', 'easy', 'rest', 'learning'], (verdict) => ({ morning: { ...MORNING, verdict } })],
    ['why there is no load', ['other', 'owner-unknown', 'too-little', null], (without) => ({ without })],
    ['clock', ['fuel', 'autonomic', 'muscles'], (clock) => ({ costs: [{ ...VIEW.costs[0], clock }] })],
    ['what to answer first', ['screening', 'morning', null], (answerFirst) => ({ answerFirst })],
    ['what strength work was for', [...ACTIVITY_KINDS, null], (said) => ({ asks: { ...VIEW.asks, said } })],
  ])('%s: %j', (_, codes, changes) => {
    for (const code of codes) expect(view(changes(code)), String(code)).toBe(true);
    expect(view(changes('no such code'))).toBe(false);
  });
});
