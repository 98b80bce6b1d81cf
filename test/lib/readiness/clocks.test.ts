import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setClocks } from '../../../lib/readiness/clocks';
import { fuelClock } from '../../../lib/readiness/clocks/fuel';
import { muscleClocks } from '../../../lib/readiness/clocks/muscles';
import type { DayCheckIn } from '../../../lib/readiness/types';
import type { Region, ScoredActivity, Sport } from '../../../lib/training';
import { TODAY } from './mornings';

/** docs/readiness.md, "The three clocks". Times are from noon. */

const NOON = Date.parse(`${TODAY}T12:00:00Z`);
const HOUR = 3_600_000;
/** A session of an hour that ended so many hours ago; easy, and of a low load, unless told. */
const ended = (hoursAgo: number, changes: Partial<ScoredActivity> = {}): ScoredActivity => ({
  sport: 'run',
  startMs: NOON - (hoursAgo + (changes.movingTimeS ?? 3600) / 3600) * HOUR,
  day: new Date(NOON - hoursAgo * HOUR).toISOString().slice(0, 10),
  movingTimeS: 3600,
  avgHrBpm: null,
  rpe: 3,
  kind: null,
  regions: ['quads'],
  score: 30,
  basis: 'effort',
  ...changes,
});

describe('muscles', () => {
  const bands = (activities: readonly ScoredActivity[], checkIn?: Partial<DayCheckIn>) =>
    muscleClocks(activities, checkIn === undefined ? undefined : { day: TODAY, ...checkIn }, NOON);
  const band = (activity: ScoredActivity) => {
    const [one] = bands([activity]);
    return one === undefined ? null : [one.hoursFrom, one.hoursTo];
  };

  it.each([
    ['strength work', { sport: 'strength', rpe: 8 }, 24, 72],
    ['strength work at an effort of 6', { sport: 'strength', rpe: 6 }, 24, 72],
    ['strength work at an effort of 5', { sport: 'strength', rpe: 5 }, 12, 48],
    ['strength work of which no effort is known', { sport: 'strength', rpe: null }, 24, 72],
    ['power', { sport: 'strength', kind: 'power', rpe: 9 }, 24, 48],
    ['an easy session', {}, 0, 24],
    ['a load of 70', { score: 70, movingTimeS: 7200 }, 24, 48],
    ['a load of 69 in two hours', { score: 69, movingTimeS: 7200 }, 0, 24],
    ['75 an hour', { score: 37.5, movingTimeS: 1800 }, 24, 48],
    ['74 an hour', { score: 37, movingTimeS: 1800 }, 0, 24],
    ['a little less than 75 an hour', { score: 37.49, movingTimeS: 1800 }, 0, 24],
    ['75 an hour with a load of 35', { score: 35, movingTimeS: 1680 }, 24, 48],
    ['more an hour with a load of 34', { score: 34, movingTimeS: 900 }, 0, 24],
    ['a load of 36 in no time', { score: 36, movingTimeS: 0 }, 0, 24],
    ['skill, whatever its load', { kind: 'skill', score: 90 }, 0, 24],
    ['mobility, whatever its load', { sport: 'mobility', score: 90 }, 0, 24],
  ] as const)('need, after %s, %d–%d hours', (_, changes, from, to) => {
    expect(band(ended(0, changes))).toEqual([from, to]);
    // What is left of a step counts as none of it at the near end, and as all of it at the far end.
    expect(band(ended(0.5, changes))).toEqual([Math.max(0, from - 12), to]);
    expect(band(ended(11.5, changes))).toEqual([Math.max(0, from - 12), to]);
  });

  it('need less each hour, in steps of twelve', () => {
    const after = (hoursAgo: number) => band(ended(hoursAgo, { sport: 'strength', rpe: 8 }));
    expect([1, 12, 13, 24, 36, 59.5, 60].map(after)).toEqual([
      [12, 72],
      [12, 60],
      [0, 60],
      [0, 48],
      [0, 36],
      [0, 24],
      [0, 12],
    ]);
    expect([71.9, 72, 90].map(after)).toEqual([[0, 12], null, null]);
    // 47.5 hours are 48, and not 60.
    expect([0.1, 1].map((hours) => band(ended(hours, { sport: 'strength', kind: 'power' })))).toEqual([
      [12, 48],
      [12, 48],
    ]);
  });

  it('of a session that goes on now need what they need after it; of one to come, nothing', () => {
    expect(band(ended(-0.5, { sport: 'strength', rpe: 8 }))).toEqual([24, 72]);
    expect(band(ended(-1))).toEqual([0, 24]);
    expect(band(ended(-1.001))).toBeNull();
  });

  it('need what the longest of several sessions needs', () => {
    const sessions = [ended(30, { sport: 'strength', rpe: 8 }), ended(0), ended(40, { sport: 'strength', rpe: 8 })];
    expect(bands(sessions)).toEqual([{ region: 'quads', hoursFrom: 0, hoursTo: 48, sore: null }]);
    expect(bands([ended(10), ended(13, { score: 80 })])).toEqual([{ region: 'quads', hoursFrom: 0, hoursTo: 36, sore: null }]);
    expect(bands([ended(2, { score: 80 }), ended(0)])).toEqual([{ region: 'quads', hoursFrom: 12, hoursTo: 48, sore: null }]);
  });

  it.each<[Sport, readonly Region[]]>([
    ['run', ['quads', 'hamstrings', 'calves']],
    ['ride', ['glutes', 'quads']],
    ['swim', ['shoulders', 'upper-back']],
    ['walk', ['calves']],
    ['hike', ['quads', 'calves']],
    ['row', ['upper-back', 'quads']],
    ['ski', ['glutes', 'quads']],
    ['strength', []],
    ['mobility', []],
    ['other', []],
  ])('worked by %s are, in the order of the body, %j; those that were named outrank them', (sport, regions) => {
    expect(bands([ended(0, { sport, regions: [] })]).map(({ region }) => region)).toEqual(regions);
    expect(bands([ended(0, { sport, regions: ['feet', 'neck'] })]).map(({ region }) => region)).toEqual(['neck', 'feet']);
  });
});

describe('soreness', () => {
  const quads = (level: 1 | 2 | 3 | 4 | 5, activities: readonly ScoredActivity[] = []) =>
    muscleClocks(activities, { day: TODAY, atMs: NOON, sore: [{ region: 'quads', level }] }, NOON);

  it.each([
    [3, 12, 36],
    [4, 24, 48],
    [5, 36, 72],
  ] as const)('of %d means %d–%d hours from now, without a session too', (level, hoursFrom, hoursTo) => {
    expect(quads(level)).toEqual([{ region: 'quads', hoursFrom, hoursTo, sore: level }]);
  });

  it.each([1, 2] as const)('of %d makes it earlier than the session says, and never later', (level) => {
    expect(quads(level, [ended(0, { sport: 'strength', rpe: 8 })])).toEqual([{ region: 'quads', hoursFrom: 0, hoursTo: 72, sore: level }]);
    expect(quads(level)).toEqual([]);
  });

  it('makes it later than the session says where it does, and never earlier', () => {
    expect(quads(3, [ended(0, { sport: 'strength', rpe: 8 })])).toEqual([{ region: 'quads', hoursFrom: 24, hoursTo: 72, sore: 3 }]);
    expect(quads(5, [ended(0)])).toEqual([{ region: 'quads', hoursFrom: 36, hoursTo: 72, sore: 5 }]);
  });

  it('as a whole is of what was worked, where no region is named', () => {
    const worked = [ended(0, { regions: ['quads', 'calves'] })];
    expect(muscleClocks(worked, { day: TODAY, atMs: NOON, soreness: 4 }, NOON)).toEqual([
      { region: 'quads', hoursFrom: 24, hoursTo: 48, sore: 4 },
      { region: 'calves', hoursFrom: 24, hoursTo: 48, sore: 4 },
    ]);
    expect(muscleClocks(worked, { day: TODAY, atMs: NOON, soreness: 4, sore: [{ region: 'calves', level: 1 }] }, NOON)).toEqual([
      { region: 'quads', hoursFrom: 0, hoursTo: 24, sore: null },
      { region: 'calves', hoursFrom: 0, hoursTo: 24, sore: 1 },
    ]);
    expect(muscleClocks([], { day: TODAY, soreness: 4 }, NOON)).toEqual([]);
  });

  it('as a whole is of nothing whose time is over', () => {
    const after = (hoursAgo: number) =>
      muscleClocks([ended(hoursAgo, { sport: 'strength', rpe: 8 })], { day: TODAY, atMs: NOON, soreness: 4 }, NOON).length;
    expect([71.5, 72, 72.5].map(after)).toEqual([1, 0, 0]);
  });
});

describe('fuel', () => {
  const fuel = (activities: readonly ScoredActivity[], massKg: number | null = null) => fuelClock(activities, NOON, massKg);
  const hours = (activities: readonly ScoredActivity[]) => {
    const clock = fuel(activities);
    return clock === null ? null : [clock.hoursFrom, clock.hoursTo];
  };

  it.each([
    // A load of 100 empties the stores: 24 h, ± a quarter, in steps of six hours.
    ['a load of 100', { score: 100 }, 18, 30],
    ['a load beyond 100', { score: 300 }, 18, 30],
    ['a load of 50', { score: 50 }, 6, 18],
    ['a load of 20', { score: 20 }, 0, 6],
    ['a load of 21', { score: 21 }, 0, 12],
    ['a load of 33', { score: 33 }, 0, 12],
    ['a load of 34', { score: 34 }, 6, 12],
    ['strength work of 100', { score: 100, sport: 'strength' }, 6, 18],
    ['a hard hour of a low load', { score: 10, rpe: 8 }, 0, 6],
    ['a long session of a low load', { score: 10, rpe: 5, movingTimeS: 5400 }, 18, 30],
  ] as const)('after %s takes %d–%d hours', (_, changes, from, to) => {
    expect(hours([ended(0, changes)])).toEqual([from, to]);
  });

  it('is refilled within a day', () => {
    // A load of 96 takes 23.04 h; after 12 h 11.04 are left: 8.28 to 13.8.
    expect(hours([ended(12, { score: 96 })])).toEqual([6, 18]);
    expect(hours([ended(24, { score: 100 })])).toBeNull();
    expect(hours([])).toBeNull();
  });

  it('adds up over sessions, less what was refilled between them, in any order', () => {
    // 0.5 h of the day − 6/24 + 0.5 = 0.75: 13.5 to 22.5 h.
    const sessions = [ended(0, { score: 50 }), ended(6, { score: 50 })];
    expect(hours(sessions)).toEqual([12, 24]);
    expect(hours([...sessions].reverse())).toEqual([12, 24]);
    // What was full again long ago is no credit.
    expect(hours([ended(60, { score: 20 }), ended(0, { score: 50 })])).toEqual([6, 18]);
    // And nothing is emptier than empty.
    expect(hours([ended(1, { score: 100 }), ended(0, { score: 100 })])).toEqual([18, 30]);
  });

  it('looks back three days', () => {
    // Half of the stores every twelve hours, in which half is refilled: they stay as empty as they were at first.
    const halves = [60, 48, 36, 24, 12, 0].map((hoursAgo) => ended(hoursAgo, { score: 50 }));
    expect(hours(halves)).toEqual([6, 18]);
    expect(hours([ended(72, { score: 100 }), ...halves])).toEqual([18, 30]);
    expect(hours([ended(72.5, { score: 100 }), ...halves])).toEqual([6, 18]);
  });

  it('counts a session that goes on by what its load is so far, and one to come not at all', () => {
    expect(hours([ended(-0.5, { score: 50 })])).toEqual([6, 18]);
    // It has not emptied the stores before it is over.
    expect(hours([ended(-0.5, { score: 50, rpe: 9 })])).toEqual([6, 18]);
    expect(hours([ended(-1, { score: 50 })])).toEqual([6, 18]);
    expect(hours([ended(-1.01, { score: 50 })])).toBeNull();
  });

  it('has the grams of the day after a session that emptied the stores, for a known body mass', () => {
    const hard = [ended(1, { rpe: 8, score: 90 })];
    // A hard hour: 5–7 g/kg.
    expect(fuel(hard, 60)?.carbohydrateG).toEqual([300, 420]);
    expect(fuel(hard)?.carbohydrateG).toBeNull();
    expect(fuel([ended(1, { score: 60 })], 60)?.carbohydrateG).toBeNull();
  });
});

describe('the autonomic clock', () => {
  const band = { mean: 4, low: 3.8, high: 4.2 };
  it.each([
    [null, 0, { state: 'unknown', since: false }],
    [null, 50, { state: 'unknown', since: false }],
    ['within', 0, { state: 'usual', since: false }],
    ['within', 0.5, { state: 'usual', since: true }],
    ['below', 0, { state: 'below', since: false }],
    ['above', 50, { state: 'above', since: true }],
  ] as const)('HRV %s, done since %d', (position, doneSince, autonomic) => {
    const day = position === null ? null : { position, band };
    expect(setClocks({ day, doneSince }, [], undefined, NOON, null)).toEqual({ fuel: null, autonomic, muscles: [] });
  });

  it('comes with those of fuel and muscles', () => {
    const clocks = setClocks(
      { day: null, doneSince: 0 },
      [ended(0, { score: 100, rpe: 8 })],
      { day: TODAY, atMs: NOON, soreness: 5 },
      NOON,
      60,
    );
    expect(clocks.fuel?.carbohydrateG).toEqual([300, 420]);
    expect(clocks.muscles).toEqual([{ region: 'quads', hoursFrom: 36, hoursTo: 72, sore: 5 }]);
  });
});

describe('property: what a clock of muscles counts from', () => {
  const hours = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((quarters) => quarters / 4);
  const level = fc.constantFrom(1, 2, 3, 4, 5);
  const session: fc.Arbitrary<Partial<ScoredActivity>> = fc.record({
    sport: fc.constantFrom<Sport>('run', 'strength', 'ride'),
    rpe: fc.integer({ min: 1, max: 10 }),
    movingTimeS: fc.integer({ min: 10, max: 110 }).map((minutes) => minutes * 60),
    score: fc.integer({ min: 1, max: 150 }),
  });
  const legs = (activities: readonly ScoredActivity[], today?: DayCheckIn, nowMs = NOON) =>
    muscleClocks(activities, today, nowMs).find(({ region }) => region === 'quads');

  it('the end of the session: whatever its length, and less by the hours since', () => {
    fc.assert(
      fc.property(session, hours(30), fc.integer({ min: 5, max: 60 }), (changes, ago, shorter) => {
        // As long as it is no long race, only the end decides.
        const one = ended(ago, { ...changes, sport: 'strength' });
        const other = ended(ago, { ...changes, sport: 'strength', movingTimeS: shorter * 60 });
        expect(legs([one])).toEqual(legs([other]));
        const later = legs([one], undefined, NOON + 12 * HOUR);
        expect(later?.hoursTo ?? 0).toBe(Math.max(0, (legs([one])?.hoursTo ?? 0) - 12));
      }),
    );
  });

  it('an answer given before a session ended says nothing about it', () => {
    fc.assert(
      fc.property(session, hours(20), hours(12), level, (changes, ago, before, soreness) => {
        const activity = ended(ago, changes);
        const atMs = NOON - (ago + before + 0.01) * HOUR;
        expect(legs([activity], { day: TODAY, atMs, soreness })).toEqual(legs([activity]));
        // A region that is named is sore by itself, but never shortens what was done since.
        const named = legs([activity], { day: TODAY, atMs, sore: [{ region: 'quads', level: soreness }] });
        const alone = legs([activity]);
        expect(named?.hoursFrom ?? 0).toBeGreaterThanOrEqual(alone?.hoursFrom ?? 0);
        expect(named?.hoursTo ?? 0).toBeGreaterThanOrEqual(alone?.hoursTo ?? 0);
      }),
    );
  });

  it('an answer given after it counts from when it was given', () => {
    fc.assert(
      fc.property(hours(10), fc.constantFrom(3, 4, 5), hours(10), (ago, soreness, since) => {
        const activity = ended(ago + since + 1, {});
        const said = (atMs: number, nowMs: number) => legs([activity], { day: TODAY, atMs, soreness: soreness as 3 }, nowMs);
        const atMs = NOON - since * HOUR;
        expect((said(atMs, NOON)?.hoursTo ?? 0) + since).toBeGreaterThanOrEqual({ 3: 36, 4: 48, 5: 72 }[soreness as 3]);
        expect(said(atMs, NOON)?.hoursTo ?? 0).toBeLessThanOrEqual(said(NOON, NOON)?.hoursTo ?? 0);
      }),
    );
  });

  it('a race on foot of two hours or more needs three to ten days, and low soreness does not shorten it', () => {
    fc.assert(
      fc.property(hours(239), fc.integer({ min: 120, max: 400 }), fc.constantFrom<1 | 2>(1, 2), (ago, minutes, soreness) => {
        const race = ended(ago, { rpe: 9, movingTimeS: minutes * 60, score: 2 * minutes, regions: [] });
        const clock = legs([race], { day: TODAY, atMs: NOON, soreness });
        expect(clock?.hoursTo).toBe(12 * Math.ceil((240 - ago) / 12));
        expect(clock?.hoursFrom).toBe(12 * Math.floor(Math.max(0, 72 - ago) / 12));
      }),
    );
    expect(legs([ended(0, { rpe: 4, movingTimeS: 7200, score: 90, regions: [] })])?.hoursTo).toBeLessThanOrEqual(48);
    // An easy effort is a race if one was entered.
    const entered = ended(0, { rpe: 4, movingTimeS: 7200, score: 90, regions: [] });
    const race = { kind: 'race', atMs: entered.startMs, day: TODAY } as const;
    expect(muscleClocks([entered], undefined, NOON, [race]).map(({ hoursFrom, hoursTo }) => [hoursFrom, hoursTo])).toContainEqual([
      72, 240,
    ]);
  });
});
