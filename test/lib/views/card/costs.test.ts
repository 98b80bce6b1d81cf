import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { DayReading } from '../../../../lib/today/today';
import type { ScoredActivity } from '../../../../lib/training';
import { costWords, loadWords } from '../../../../lib/views/card/costs';
import { speakEnglish } from '../../../support/english';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-05-04T15:00:00Z');

/** A run of an hour; its load is said, not worked out. */
const aRun = (changes: Partial<ScoredActivity> = {}): ScoredActivity =>
  ({
    sport: 'run',
    startMs: NOW - HOUR,
    movingTimeS: 3600,
    avgHrBpm: null,
    rpe: null,
    kind: null,
    regions: [],
    score: 50,
    basis: 'heart-rate',
    ...changes,
  }) as ScoredActivity;

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});

describe('the load', () => {
  const others = (...scores: readonly number[]) => scores.map((score, i) => aRun({ startMs: NOW - (i + 2) * DAY, score }));
  const words = (activity: ScoredActivity, all: readonly ScoredActivity[]) => loadWords(activity, all, null, NOW);

  it.each([
    ['heart-rate', 'Load from heart rate.'],
    ['effort', 'Load from the effort you gave.'],
    ['minutes', 'Load from sport and minutes only, a rough guess.'],
  ] as const)('says what it rests on: %s', (basis, text) => {
    expect(words(aRun({ basis, score: 71.6 }), [])).toMatchObject({ score: '72', basis: text });
  });

  it.each([
    [[40, 40, 40], 'an hour at threshold is 100'],
    [[40, 40, 40, 40], 'harder than 4 of your 4 others in 30 days'],
    // An equal one is no easier one.
    [[49, 50, 51, 40], 'harder than 2 of your 4 others in 30 days'],
  ])('is compared with four others and more: %j', (scores, text) => {
    expect(words(aRun(), others(...scores)).compared).toBe(text);
  });

  it('is not compared with itself, nor with what is 30 days old', () => {
    const activity = aRun();
    const three = others(40, 40, 40);
    expect(words(activity, [...three, activity]).compared).toBe('an hour at threshold is 100');
    const at = (startMs: number) => words(activity, [...three, aRun({ startMs, score: 10 })]).compared;
    expect(at(NOW - 30 * DAY)).toBe('an hour at threshold is 100');
    expect(at(NOW - 30 * DAY + 1)).toBe('harder than 4 of your 4 others in 30 days');
  });
});

describe('the time in the zones of the site', () => {
  const zones = (times: readonly { readonly bpm: number; readonly s: number }[], limits?: readonly number[]) =>
    loadWords(aRun(), [], { times, ...(limits === undefined ? {} : { zones: limits }) } as never, NOW).zones;

  it('is that up to each limit, and above the last one', () => {
    const times = [
      { bpm: 129, s: 60 },
      { bpm: 130, s: 120 },
      { bpm: 131, s: 240 },
      { bpm: 160, s: 60 },
      { bpm: 161, s: 600 },
    ];
    expect(zones(times, [130, 160])).toEqual(['Z1 3 min', 'Z2 5 min', 'Z3 10 min']);
  });

  it('has a zone with no time in it, too', () => {
    expect(zones([{ bpm: 100, s: 60 }], [130, 160])).toEqual(['Z1 1 min', 'Z2 0 min', 'Z3 0 min']);
  });

  it.each([
    ['no times', [], [130]],
    ['no zones', [{ bpm: 100, s: 60 }], []],
    ['zones that were not read', [{ bpm: 100, s: 60 }], undefined],
  ] as const)('is not shown for %s', (_, times, limits) => {
    expect(zones(times, limits)).toEqual([]);
  });

  it('is not shown where nothing was read', () => {
    expect(loadWords(aRun(), [], null, NOW).zones).toEqual([]);
  });
});

describe('the cost', () => {
  type Check = { readonly startedAtMs: number } | null;
  const costs = (
    activity: ScoredActivity,
    {
      position = null,
      check = null,
      sore,
      carbohydrateG = null,
    }: { position?: string | null; check?: Check; sore?: object; carbohydrateG?: readonly [number, number] | null } = {},
  ) => {
    const readiness = { day: position === null ? null : { position }, doneSince: 0 };
    const judged = { clocks: { fuel: { carbohydrateG } } };
    return costWords(activity, { readiness, check, judged } as unknown as DayReading, sore as never, NOW);
  };
  const cost = (clock: 'fuel' | 'autonomic' | 'muscles', ...given: Parameters<typeof costs>) =>
    costs(...given).find((one) => one.clock === clock);

  it('is told by three clocks', () => {
    expect(costs(aRun()).map(({ clock, name }) => [clock, name])).toEqual([
      ['fuel', 'Fuel'],
      ['autonomic', 'Autonomic'],
      ['muscles', 'Muscles'],
    ]);
  });

  describe('fuel', () => {
    const hard = aRun({ score: 100 });

    it('of what emptied the stores takes about a day, and so many grams', () => {
      // 24 h, a quarter less and more, by six hours. The grams are those of the day.
      const carbohydrateG = [300, 420] as const;
      expect(cost('fuel', hard)).toMatchObject({ value: '18–30 h', note: 'if you eat enough carbohydrate' });
      expect(cost('fuel', hard, { carbohydrateG })?.note).toBe('if you eat about 300–420 g of carbohydrate today');
    });

    it('of a little is up to some hours', () => {
      // A tenth of the stores is 2.4 h.
      expect(cost('fuel', aRun({ score: 10, movingTimeS: 1200 }), { carbohydrateG: [300, 420] })).toMatchObject({
        value: 'Up to 6 h',
        note: 'with your usual meals',
      });
    });

    it('of nothing is hardly any', () => {
      expect(cost('fuel', aRun({ score: 0 }), { carbohydrateG: [300, 420] })).toMatchObject({ value: 'Hardly any', note: '' });
    });
  });

  describe('the autonomic clock', () => {
    const run = aRun({ startMs: NOW - 2 * HOUR });

    it.each([
      [null, 'Not known', 'not measured today before it'],
      ['within', 'In your usual range', 'in your usual range before it'],
      ['below', 'Below your usual range', 'below your usual range before it'],
      ['above', 'Above your usual range', 'above your usual range before it'],
    ])('%s: %s, or %s', (position, after, before) => {
      const measured = { startedAtMs: NOW - HOUR };
      expect(cost('autonomic', run, { position, check: measured })).toMatchObject({ value: after, note: 'measured after it' });
      const waits = { value: 'The next check will tell', note: before };
      expect(cost('autonomic', run, { position, check: { startedAtMs: NOW - HOUR - 1 } })).toMatchObject(waits);
      expect(cost('autonomic', run, { position, check: null })).toMatchObject(waits);
    });
  });

  describe('muscles', () => {
    it.each([
      // Bands of the muscles' clock, in whole days where both ends are: hard 24–48 h, light strength 12–48, heavy strength 24–72, easy
      // 0–24.
      ['a hard run that ended now', { score: 80 }, '1–2 days'],
      ['the same twelve hours later', { score: 80, startMs: NOW - 13 * HOUR }, '12–36 h'],
      ['the same a day later', { score: 80, startMs: NOW - 25 * HOUR }, 'Up to a day'],
      ['the same 36 hours later', { score: 80, startMs: NOW - 37 * HOUR }, 'Up to 12 h'],
      ['heavy strength work', { sport: 'strength', regions: ['quads'], kind: 'size' }, '1–3 days'],
      ['the same a day later', { sport: 'strength', regions: ['quads'], kind: 'size', startMs: NOW - 25 * HOUR }, 'Up to 2 days'],
      ['light strength work', { sport: 'strength', regions: ['quads'], kind: 'size', rpe: 5 }, '12–48 h'],
      ['an easy run', { score: 20 }, 'Up to a day'],
    ] as const)('of %s: %s', (_, changes, value) => {
      expect(cost('muscles', aRun(changes as Partial<ScoredActivity>))?.value).toBe(value);
    });

    it('of nothing that is known is hardly any', () => {
      expect(cost('muscles', aRun({ sport: 'strength' }))).toMatchObject({ value: 'Hardly any', note: '' });
    });

    it('names what it worked, and how sore that is; other soreness is none of its cost', () => {
      const swim = aRun({ sport: 'swim' });
      expect(cost('muscles', swim)?.note).toBe('Shoulders · Upper back');
      const sore = {
        sore: [
          { region: 'shoulders', level: 4 },
          { region: 'calves', level: 5 },
        ],
      };
      // Soreness of 4: 24–48 h.
      expect(cost('muscles', swim, { sore })).toMatchObject({ value: '1–2 days', note: 'Shoulders (soreness 4 of 5) · Upper back' });
    });

    it('has the band of the region that takes longest, whichever it is', () => {
      const swim = aRun({ sport: 'swim' });
      for (const region of ['shoulders', 'upper-back'])
        expect(cost('muscles', swim, { sore: { sore: [{ region, level: 5 }] } })?.value).toBe('36–72 h');
    });
  });
});
