import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { activityAnswer, heartRates, pageReading, stepDone } from '../../../../lib/views/card/schema';

/** A page's process is trusted least: impossible values are refused, possible ones accepted. */

const ACTIVITY = {
  id: '17',
  title: 'Tempo',
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
const fitsPage = (changes: object) => v.is(pageReading, { site: 'strava', activity: { ...ACTIVITY, ...changes }, notFound: [] });
const fitsRates = (changes: object) =>
  v.is(heartRates, { site: 'strava', id: '17', times: [{ bpm: 150, s: 60 }], zones: [130], ...changes });
const fitsAnswer = (changes: object) => v.is(activityAnswer, { site: 'strava', id: '17', ...changes });

describe('the page’s data about an activity', () => {
  it.each(['movingTimeS', 'elapsedTimeS', 'distanceM', 'elevationGainM', 'avgHrBpm', 'maxHrBpm'])(
    'allow null for %s, but no smaller value',
    (name) => {
      expect([null, 0, -1, Number.NaN, '60'].map((value) => fitsPage({ [name]: value }))).toEqual([true, true, false, false, false]);
    },
  );

  it('allow a week, but no longer', () => {
    const week = 7 * 24 * 3600;
    for (const name of ['movingTimeS', 'elapsedTimeS']) expect([week, week + 1].map((s) => fitsPage({ [name]: s }))).toEqual([true, false]);
  });

  it('allow each datum once as not found', () => {
    const names = Object.keys(ACTIVITY).filter((name) => name !== 'id');
    const fits = (notFound: readonly string[]) => v.is(pageReading, { site: 'strava', activity: null, notFound });
    for (const name of names) expect({ name, fits: fits([name]) }).toEqual({ name, fits: true });
    expect([fits(names), fits([...names, 'title']), fits(['id'])]).toEqual([true, false, false]);
  });

  it('require an id and a start', () => {
    expect(['', 'x'.repeat(500), 'x'.repeat(501)].map((id) => fitsPage({ id }))).toEqual([false, true, false]);
    expect(['2026-05-04T12:15:30', '2026-05-04', 'today'].map((startLocal) => fitsPage({ startLocal }))).toEqual([true, false, false]);
  });
});

describe('heart rates of a page', () => {
  it('are whole, plausible rates with positive times', () => {
    const times = [20, 260, 19, 261, 150.5].map((bpm) => fitsRates({ times: [{ bpm, s: 60 }] }));
    expect(times).toEqual([true, true, false, false, false]);
    expect([0, -1].map((s) => fitsRates({ times: [{ bpm: 150, s }] }))).toEqual([true, false]);
    expect([20, 260, 19, 261].map((bpm) => fitsRates({ zones: [bpm] }))).toEqual([true, true, false, false]);
  });

  it('contain each rate from 20 to 260 at most once', () => {
    const all = Array.from({ length: 241 }, (_, index) => ({ bpm: 20 + index, s: 1 }));
    expect([fitsRates({ times: all }), fitsRates({ times: [...all, { bpm: 100, s: 1 }] })]).toEqual([true, false]);
  });

  it('have at most ten zones', () => {
    expect([10, 11].map((length) => fitsRates({ zones: new Array(length).fill(150) }))).toEqual([true, false]);
  });
});

describe('the user’s answers on the card', () => {
  it('have an effort from 0 to 10', () => {
    expect([0, 10, -1, 11, 6.5].map((rpe) => fitsAnswer({ rpe }))).toEqual([true, true, false, false, false]);
  });

  it('name the step that was done', () => {
    const fits = (item: string) => v.is(stepDone, { item, done: true });
    expect([fits('protein@1'), fits(''), fits('x'.repeat(200)), fits('x'.repeat(201))]).toEqual([true, false, true, false]);
  });
});
