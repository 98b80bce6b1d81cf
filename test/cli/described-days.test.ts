import { describe, expect, it } from 'vitest';
import { type DayAnswer, type DayItem, planDay, planned } from './plan-day';

/** Described days, each with what a right answer holds. Those about the health questions are in screening.test.ts. */

/** Takes time or is done to the body; food, drink, breathing, sleep and gentle movement are none. */
const TREATMENTS = [
  'foam-rolling',
  'massage-gun',
  'massage-therapy',
  'pneumatic-compression',
  'ice-compression',
  'cold-water-immersion',
  'cryotherapy',
  'local-cold',
  'contrast',
  'sauna',
  'infrared',
  'red-light',
  'pemf',
  'warm-bath',
] as const;
const FOOD = ['protein', 'carbohydrate', 'fluids'] as const;

/** Minutes of the day, in the zone of the answer. */
const clock = ({ start }: DayItem) => 60 * Number(start.slice(11, 13)) + Number(start.slice(14, 16));
const on = (items: readonly DayItem[], day: string) => items.filter(({ start }) => start.startsWith(day));
const firstDay = (answer: DayAnswer) => on(answer.items, answer.items[0]?.start.slice(0, 10) ?? '');
const grams = (items: readonly DayItem[]) => items.filter(({ dose }) => dose.carbohydrateGPerKg !== undefined);

describe('rebound plan for a described day', { timeout: 60_000 }, () => {
  it('two checks of one day are one', async () => {
    const twice = await planDay('c02_dup_check_same_day');
    expect(twice.readiness.causes.length).toBeLessThanOrEqual(2);
    expect(['push', 'normal']).toContain(twice.readiness.verdict);
  });

  it.each([
    ['e03_early_hard_run_0700_tomorrow', 390, 420],
    ['e04_early_hard_run_0545_quiet', 300, 345],
  ])(
    '%s: nothing between bed and wake; a light snack half an hour to an hour before the run, and no full meal',
    async (name, wake, run) => {
      const answer = await planDay(name);
      const morning = on(answer.items, '2026-05-05').filter((item) => clock(item) < run);
      expect(morning.filter((item) => clock(item) < wake)).toEqual([]);
      const food = morning.filter(({ modality }) => modality === 'carbohydrate');
      expect(food.length).toBeGreaterThan(0);
      for (const item of food) {
        expect(run - clock(item)).toBeGreaterThanOrEqual(30);
        expect(run - clock(item)).toBeLessThanOrEqual(60);
        expect(item.dose.carbohydrateG).toBeUndefined();
      }
      const night = on(answer.items, '2026-05-04').filter((item) => clock(item) >= 1350 && item.modality !== 'sleep');
      expect(night).toEqual([]);
    },
  );

  it('a hard run in the evening: no plunge close to bed, no day of carbohydrate for an hour, at most three treatments', async () => {
    const tonight = on((await planDay('e06_hard_run_evening_late')).items, '2026-05-04');
    for (const item of tonight.filter(({ modality }) => modality === 'cold-water-immersion')) {
      expect(clock(item) + item.minutes).toBeLessThanOrEqual(1290);
      expect(item.minutes).toBeLessThanOrEqual(5);
    }
    for (const { dose } of tonight) {
      const [, most] = (dose.carbohydrateG ?? [0, 0]) as readonly [number, number];
      expect(most).toBeLessThan(600);
    }
    expect(tonight.filter(({ modality }) => TREATMENTS.some((one) => one === modality)).length).toBeLessThanOrEqual(3);
  });

  it('two hard sessions on one day: one figure of carbohydrate for the day, and the hourly one only between them', async () => {
    const after = await planDay('e08_two_hard_same_day');
    expect(grams(on(after.items, '2026-05-04'))).toHaveLength(1);
    expect(after.items.filter(({ dose }) => dose.carbohydrateGPerKgHour !== undefined || dose.carbohydrateGPerHour !== undefined)).toEqual(
      [],
    );
    // A race, because a second hard session of the day would be asked about first.
    const second = { kind: 'race', at: '2026-05-04T14:00:00+02:00' };
    const first = { sport: 'run', start: '2026-05-04T09:00:00+02:00', movingTimeS: 3600, avgHrBpm: 166, rpe: 8 };
    const between = await planDay('e08_two_hard_same_day', { now: '2026-05-04T10:10:00+02:00', activities: [first], events: [second] });
    const hourly = between.items.filter(({ dose }) => dose.carbohydrateGPerHour !== undefined);
    // 1–1.2 g/kg an hour for 60 kg.
    expect(hourly.map(({ dose }) => dose.carbohydrateGPerHour)).toEqual([[60, 72]]);
    expect(hourly.every((item) => clock(item) >= 600 && clock(item) < 840)).toBe(true);
  });

  it('back from an illness: easy, said so and graded; no heat on the first two days', async () => {
    const answer = await planDay('e15_after_illness_with_low_checks');
    expect(answer.readiness.verdict).toBe('easy');
    expect(answer.readiness.causes[0]?.text).toMatch(/^You were ill: day 1 of \d/);
    expect(answer.routine.id).toBe('back-from-illness');
    expect(planned(answer, 'sauna', 'infrared', 'warm-bath').filter(({ start }) => start < '2026-05-06')).toEqual([]);
  });

  it('the day after a marathon: rest; massage by hand tomorrow at the earliest, and not five treatments in an hour', async () => {
    const answer = await planDay('e17_day_after_marathon');
    expect(answer.readiness.verdict).toBe('rest');
    const massages = planned(answer, 'massage-therapy');
    expect(massages.length).toBeGreaterThan(0);
    expect(massages.every(({ start }) => start >= '2026-05-05')).toBe(true);
    expect(firstDay(answer).filter(({ modality }) => TREATMENTS.some((one) => one === modality)).length).toBeLessThanOrEqual(3);
  });

  it.each(['e18_three_bad_nights_hrv_fine', 'e19_three_4h_nights_hrv_fine'])(
    '%s: never ready for a hard session; sleep is the reason',
    async (name) => {
      const { readiness, routine } = await planDay(name);
      expect(readiness.verdict).not.toBe('push');
      expect(readiness.causes[0]).toMatchObject({ name: 'sleep' });
      expect(routine.id).toBe('short-night');
    },
  );

  it('ten minutes a day: food and sleep, and at most two things that take time', async () => {
    const tonight = on((await planDay('e21_tiny_budget_10')).items, '2026-05-04');
    const kinds = tonight.map(({ modality }) => modality);
    for (const wanted of ['sleep', 'protein', 'carbohydrate']) expect(kinds).toContain(wanted);
    expect(tonight.filter(({ modality }) => ![...FOOD, 'sleep'].includes(modality)).length).toBeLessThanOrEqual(2);
  });

  it('five hours a day are no reason for more than three treatments', async () => {
    const answer = await planDay('e23_open_budget');
    for (const day of ['2026-05-04', '2026-05-05', '2026-05-06']) {
      expect(on(answer.items, day).filter(({ modality }) => TREATMENTS.some((one) => one === modality)).length).toBeLessThanOrEqual(3);
    }
  });

  it.each(['l02_lifter_rest_day', 'u05_lifter_restday_day2'])(
    '%s: who has rested enough this week gets no rest day beside "ready"',
    async (name) => {
      const answer = await planDay(name);
      expect(answer.readiness.verdict === 'push' || answer.readiness.verdict === 'learning').toBe(true);
      expect(planned(answer, 'rest-day')).toEqual([]);
    },
  );

  it('a night shift: nothing in the sleep of the day, and after midnight the waking day’s verdict holds', async () => {
    const before = await planDay('s01_night_shift');
    const after = await planDay('s02_night_shift_after_midnight_now');
    for (const answer of [before, after]) {
      const asleep = answer.items.filter((item) => item.modality !== 'sleep' && clock(item) >= 450 && clock(item) < 900);
      expect(asleep).toEqual([]);
    }
    expect(after.readiness.verdict).not.toBe('learning');
    expect(after.readiness.causes.some(({ name }) => name === 'hrv')).toBe(true);
    const breathing = planned(after, 'breathwork').filter((item) => clock(item) >= 120 && clock(item) < 300);
    expect(breathing).toEqual([]);
  });

  it('eight hours east: says that travel moves HRV; a nap, light; no push at high confidence', async () => {
    const { readiness, items, conflicts } = await planDay('s04_traveller_plus8');
    expect(readiness.notes.map(({ code }) => code)).toContain('travelled');
    expect(readiness.verdict).toBe('easy');
    expect(readiness.confidence).not.toBe('high');
    expect(on(items, '2026-05-04').map(({ modality }) => modality)).toContain('nap');
    expect(items.some(({ reason }) => reason.includes('daylight'))).toBe(true);
    expect(conflicts).toHaveLength(1);
  });

  it('a bedtime at 23:30 moves by an hour at most', async () => {
    const nights = planned(await planDay('s05_short_sleeper_bed2330_wake0530'), 'sleep');
    expect(nights.length).toBeGreaterThan(0);
    for (const night of nights) expect(1410 - clock(night)).toBeLessThanOrEqual(60);
  });

  it('four days after a marathon: not ready for a hard session', async () => {
    const { readiness } = await planDay('u02_marathon_plus4');
    expect(['easy', 'rest']).toContain(readiness.verdict);
    expect(readiness.causes[0]?.text).toMatch(/^Day 4 of 7 after a session of 3\.6 h/);
  });

  it('half past midnight, not yet slept: yesterday’s verdict and plan still stand', async () => {
    const evening = await planDay('u04_0030_same_waking_day', { now: '2026-05-03T23:00:00+02:00' });
    const midnight = await planDay('u04_0030_same_waking_day');
    expect(midnight.readiness.verdict).toBe(evening.readiness.verdict);
    expect(midnight.readiness.causes).toEqual(evening.readiness.causes);
    expect(midnight.routine).toEqual(evening.routine);
    expect(midnight.items[0]).toMatchObject({ modality: 'sleep' });
  });

  it('a walk every day is no training that is all alike', async () => {
    const { fatigueWatch, readiness } = await planDay('u07_daily_walk');
    expect(fatigueWatch.level).toBe('none');
    expect(readiness.causes.map(({ name }) => name)).not.toContain('monotony');
  });

  it('one bad answer with everything else as usual: at most one step down', async () => {
    const calm = (await planDay('u09_stress5_only', { wellness: [] })).readiness.verdict;
    const order = ['rest', 'easy', 'normal', 'push'];
    expect(order.indexOf(calm) - order.indexOf((await planDay('u09_stress5_only')).readiness.verdict)).toBeLessThanOrEqual(1);
  });

  it('a bath and cold water at home: contrast can be chosen, with the warmth of the bath', async () => {
    const answer = await planDay('u11b_contrast_bath_60');
    const contrast = [...answer.items, ...answer.optional].filter(({ modality }) => modality === 'contrast');
    expect(contrast.length).toBeGreaterThan(0);
    for (const { dose } of contrast) expect(dose).toMatchObject({ heatC: [38, 42] });
  });

  it('two weeks at altitude: no doctor; told of it, it says that altitude moves HRV', async () => {
    const silent = await planDay('w07_altitude_day_14');
    expect(silent.fatigueWatch.level).not.toBe('warn');
    expect(JSON.stringify(silent)).not.toMatch(/doctor about your fatigue/);
    const told = await planDay('w07_altitude_day_14', { tags: [{ date: '2026-03-26', tags: ['altitude'] }] });
    expect(told.readiness.notes.map(({ code }) => code)).toContain('altitude');
  });

  it('from 65 years, a meal has 0.4 g of protein per kg; carbohydrate goes by what was used', async () => {
    const answer = await planDay('p_age68');
    const [meal] = on(planned(answer, 'protein'), '2026-05-04');
    // 78 kg.
    expect(meal?.dose.proteinG).toEqual([31, 31]);
    expect(grams(on(answer.items, '2026-05-04')).map(({ dose }) => dose.carbohydrateGPerKg)).toEqual([[5, 7]]);
  });
});
