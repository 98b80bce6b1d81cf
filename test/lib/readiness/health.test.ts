import { describe, expect, it } from 'vitest';
import { type CheckIn, findSorest, isHealthUnread, PAIN_SIGNS, type PainSign } from '../../../lib/readiness/check-in';
import { findPains, judgeHealth } from '../../../lib/readiness/health';
import { findRace } from '../../../lib/readiness/race-day';

/** docs/readiness.md: `ill`, `injured`, `answers-unread`, and what keeps confidence at medium. */

const TODAY = '2026-05-04';

describe('who is ill or injured', () => {
  it('nobody of whom nothing is known', () => {
    const well = { ill: [], injured: [], unread: false, mostConfidence: 'high' };
    for (const checkIn of [undefined, null, {}, { ill: false, injured: false, pain: [] }]) expect(judgeHealth([], checkIn)).toEqual(well);
    expect(judgeHealth(['asthma', 'pregnant'], undefined)).toEqual(well);
  });

  it.each([
    [[], { ill: true }, ['ill'], []],
    [['fever'], {}, ['fever'], []],
    [['fever'], { ill: true }, ['ill', 'fever'], []],
    [[], { injured: true }, [], ['injured']],
    [['acute-injury'], {}, [], ['acute-injury']],
    [['recent-surgery'], {}, [], ['recent-surgery']],
    [['dvt'], {}, [], ['dvt']],
    [[], { pain: [{ region: 'knees', level: 7, signs: [] }] }, [], ['pain']],
    [[], { pain: [{ region: 'knees', level: 6, signs: [] }] }, [], []],
    [['dvt'], { injured: true, pain: [{ region: 'knees', level: 7, signs: [] }] }, [], ['injured', 'dvt', 'pain']],
  ] as const)('ticked %j, said %j', (ticked, checkIn, ill, injured) => {
    expect(judgeHealth(ticked, checkIn)).toMatchObject({ ill, injured });
  });

  it.each([
    ['arrhythmia', 'medium'],
    ['heart-rate-medicine', 'medium'],
    ['fever', 'high'],
  ])('%s leaves confidence at %s at most', (tick, most) => {
    expect(judgeHealth([tick], undefined).mostConfidence).toBe(most);
    expect(judgeHealth(['asthma', tick], undefined).mostConfidence).toBe(most);
  });
});

const findPainReasons = (pain: { readonly level: number; readonly signs: readonly PainSign[] }) =>
  findPains([{ region: 'knees', ...pain }]).flatMap(({ signs }) => signs);

describe('pain', () => {
  it('has three signs, each of which makes it more than soreness', () => {
    expect(PAIN_SIGNS).toEqual(['sudden', 'one-sided', 'swollen']);
    for (const sign of PAIN_SIGNS) expect(findPainReasons({ level: 1, signs: [sign] })).toEqual([sign]);
  });

  it('of 7 of 10 is strong, of 6 it is not', () => {
    expect(findPainReasons({ level: 6, signs: [] })).toEqual([]);
    expect(findPainReasons({ level: 7, signs: [] })).toEqual(['strong']);
    expect(findPainReasons({ level: 10, signs: ['swollen'] })).toEqual(['swollen', 'strong']);
  });
});

describe('an answer that cannot be read', () => {
  it.each([
    ['ill', true],
    ['injured', true],
    ['pain', true],
    ['soreness', true],
    ['sore', true],
    ['bar', true],
    ['sleepHours', false],
    ['sleepQuality', false],
    ['energy', false],
    ['mood', false],
    ['stress', false],
    ['cycleDay', false],
    ['tags', false],
    ['note', false],
  ] as const satisfies readonly (readonly [keyof CheckIn, boolean])[])('%s limits the day: %s', (field, limits) => {
    expect(isHealthUnread({ unread: [field] })).toBe(limits);
    expect(judgeHealth([], { unread: ['note', field] }).unread).toBe(limits);
  });

  it('is none where all could be read', () => {
    for (const one of [undefined, null, {}, { unread: [] }]) expect(isHealthUnread(one)).toBe(false);
  });
});

it.each([
  [undefined, null],
  [{}, null],
  [{ soreness: null, sore: [] }, null],
  [{ soreness: 1 }, 1],
  [{ soreness: 2, sore: [{ level: 1 }, { level: 4 }, { level: 3 }] }, 4],
  [{ soreness: 3, sore: [{ level: 2 }] }, 3],
  [{ sore: [{ level: 1 }] }, 1],
])('the sorest of %j is %s', (said, sorest) => {
  expect(findSorest(said)).toBe(sorest);
});

describe('a race', () => {
  const race = (day: string, kind: 'race' | 'hard-session' = 'race') => ({ kind, day, atMs: 0 });

  it.each([
    [[], null],
    [[race('2026-05-03')], null],
    [[race('2026-05-04')], 'today'],
    [[race('2026-05-05')], 'tomorrow'],
    [[race('2026-05-06')], null],
    [[race('2026-05-05'), race('2026-05-04')], 'today'],
    [[race('2026-05-04', 'hard-session'), race('2026-05-05', 'hard-session')], null],
  ])('%j: %s', (events, when) => {
    expect(findRace(events, TODAY)).toBe(when);
  });
});
