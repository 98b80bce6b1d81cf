import { describe, expect, it } from 'vitest';
import { EQUIPMENT, type Modality } from '../../../lib/catalogue';
import type { Plan, PlanItem, Situation } from '../../../lib/planner';
import { at, hardRun, items, offered, plan, planned, race, ticked, toEndMs } from './scenario';

/** Days as a coach would plan them: what each must hold, in structure and not to the minute. */

const MIN = 60_000;
const TODAY = '2026-05-04';
const model = (known: Partial<Situation>) => plan({ equipment: EQUIPMENT, timeBudgetMin: 60, plunges: 20, usualSoreness: 2, ...known });
const on = (of: Plan, day: string) => of.items.filter((item) => item.day === day);
const first = (of: Plan, modality: Modality, day = TODAY): PlanItem | undefined => items(of, modality).find((item) => item.day === day);
const timed = (of: Plan, day = TODAY) => on(of, day).filter(({ counts }) => counts);
const lift = { ...hardRun, sport: 'strength', kind: 'size', startMs: at('04T18:00'), movingTimeS: 70 * 60 } as const;

/** What all days share. */
function sharesRules(of: Plan): void {
  for (const { day } of of.days) {
    const treatments = on(of, day).filter(
      ({ modality, counts }) =>
        counts && !['cool-down', 'active-recovery', 'stretching', 'mobility', 'breathwork', 'nap'].includes(modality),
    );
    expect(treatments.length).toBeLessThanOrEqual(3);
    expect(on(of, day).filter(({ variant }) => variant === 'refuel').length).toBeLessThanOrEqual(1);
    // One sentence an item, and no sentence twice on a day for two different things.
    const codes = on(of, day).map(({ modality, reason }) => `${reason.code} ${modality}`);
    const byCode = new Map(codes.map((one) => [one.split(' ')[0], one]));
    for (const one of codes) expect(byCode.get(one.split(' ')[0])).toBe(one);
  }
  const doing = of.items.filter(({ counts }) => counts);
  for (const [i, item] of doing.entries()) {
    const next = doing[i + 1];
    const mat = ['foam-rolling', 'stretching', 'mobility'];
    if (next === undefined || (mat.includes(item.modality) && mat.includes(next.modality))) continue;
    expect(next.startMs - toEndMs(item)).toBeGreaterThanOrEqual(10 * MIN);
  }
}

describe('model days', () => {
  it('1: after a long run: cool-down, food, cold within two hours, rolling and stretching in the evening, boots; movement and boots the next day', () => {
    const long = { ...hardRun, startMs: at('04T08:00'), movingTimeS: 135 * 60, rpe: 5 };
    const made = model({ activities: [long], nowMs: at('04T10:15') });
    sharesRules(made);
    expect(made.days[0]?.routine).toBe('endurance');
    expect(first(made, 'cool-down')?.startMs).toBe(at('04T10:15'));
    const cold = first(made, 'cold-water-immersion');
    expect([cold?.dose.temperatureC, (cold?.minutes ?? 0) >= 10]).toEqual([[10, 15], true]);
    expect(cold === undefined ? 0 : toEndMs(cold)).toBeLessThanOrEqual(at('04T12:15'));
    expect(first(made, 'protein')?.startMs).toBeLessThanOrEqual(at('04T11:15'));
    expect(first(made, 'pneumatic-compression')?.minutes).toBe(20);
    for (const modality of ['foam-rolling', 'stretching'] as const)
      expect(first(made, modality)?.startMs).toBeGreaterThanOrEqual(at('04T18:30'));
    expect(offered(made, 'infrared').some(({ day }) => day === TODAY)).toBe(true);
    expect(first(made, 'active-recovery', '2026-05-05')?.minutes).toBe(30);
    expect(first(made, 'pneumatic-compression', '2026-05-05')?.reason.code).toBe('boots-day-after');
  });

  it('2: after heavy squats: stretch, protein, sleep; no whole-body cold until tomorrow', () => {
    const made = model({ activities: [lift], nowMs: at('04T19:10'), goal: 'size' });
    sharesRules(made);
    expect(timed(made).map(({ modality }) => modality)).toEqual(['stretching']);
    expect(first(made, 'protein')?.startMs).toBeLessThanOrEqual(at('04T21:10'));
    for (const { startMs } of offered(made, 'cold-water-immersion')) expect(startMs).toBeGreaterThanOrEqual(at('05T06:30'));
    const tomorrow = on(made, '2026-05-05').map(({ modality }) => modality);
    expect(tomorrow).toEqual(expect.arrayContaining(['active-recovery', 'massage-gun', 'sauna']));
    expect(first(made, 'massage-gun', '2026-05-05')?.dose.level).toBe(1);
  });

  it('3: after an easy jog of 20 minutes: little to recover from, nothing timed', () => {
    const jog = { ...hardRun, startMs: at('04T17:00'), movingTimeS: 20 * 60, rpe: 3 };
    const made = model({ activities: [jog], nowMs: at('04T17:20') });
    expect(made.days[0]).toMatchObject({ routine: 'easy-day', little: true });
    expect(timed(made)).toEqual([]);
    expect(first(made, 'sleep')).toBeDefined();
  });

  it('4: a rest day with usual soreness: easy movement, mobility, sauna by 20:30, no ice, gun or plunge', () => {
    const made = model({ nowMs: at('04T08:00'), soreness: 2, usualSoreness: 2, activities: [{ ...hardRun, startMs: at('02T17:00') }] });
    sharesRules(made);
    const names = timed(made).map(({ modality }) => modality);
    expect(names).toEqual(expect.arrayContaining(['active-recovery', 'mobility', 'sauna']));
    for (const never of ['local-cold', 'ice-compression', 'massage-gun', 'cold-water-immersion']) expect(names).not.toContain(never);
    const sauna = first(made, 'sauna');
    expect(sauna === undefined ? 0 : toEndMs(sauna)).toBeLessThanOrEqual(at('04T20:30'));
    expect(first(made, 'active-recovery')?.variant).toBe('machine');
  });

  it('5: two days after a marathon: rest, a walk, massage to be booked from tomorrow, a warm bath; the intervals on day 4 are asked about', () => {
    const marathon = { ...hardRun, startMs: at('02T09:00'), movingTimeS: 3.5 * 3600, rpe: 10 };
    const made = model({ activities: [marathon], nowMs: at('04T08:00'), soreness: 4, planned: [planned('06T18:00')], verdict: 'rest' });
    sharesRules(made);
    expect(made.days[0]?.routine).toBe('after-race');
    expect(first(made, 'rest-day')).toBeDefined();
    expect(first(made, 'active-recovery')?.doseId).toBe('short-walk');
    const massage = items(made, 'massage-therapy');
    expect([massage.length, massage[0]?.day]).toEqual([1, '2026-05-05']);
    const bath = first(made, 'warm-bath');
    expect(bath?.dose.temperatureC).toEqual([40, 42.5]);
    expect(bath === undefined ? 0 : toEndMs(bath)).toBeLessThanOrEqual(at('04T21:30'));
    expect(made.conflicts.map(({ why, moveTo }) => [why, moveTo])).toEqual([['after-race', '2026-05-10']]);
  });

  it('6: a race tomorrow at nine: move a little, no boots and no heat from noon, a long night; breakfast on waking, a snack, water', () => {
    const made = model({ events: [race('05T09:00')], nowMs: at('04T09:00') });
    sharesRules(made);
    expect(made.days.map(({ routine }) => routine).slice(0, 2)).toEqual(['race-eve', 'race-day']);
    expect(first(made, 'active-recovery')?.minutes).toBeLessThanOrEqual(30);
    expect(first(made, 'stretching')?.variant).toBe('dynamic');
    for (const modality of ['pneumatic-compression', 'sauna', 'infrared', 'contrast', 'warm-bath'] as const)
      for (const item of offered(made, modality)) expect(toEndMs(item) <= at('04T12:00') || item.startMs >= at('05T09:00')).toBe(true);
    expect(first(made, 'sleep')?.minutes).toBe(540);
    const eaten = items(made, 'carbohydrate').filter(({ startMs }) => startMs > at('05T00:00') && startMs < at('05T09:00'));
    expect(eaten.map(({ variant, startMs }) => [variant, startMs])).toEqual([
      ['meal', at('05T06:30')],
      ['snack', at('05T08:00')],
    ]);
    expect(first(made, 'kinesiology-tape', '2026-05-05')?.startMs).toBe(at('05T09:00'));
    expect(made.conflicts).toEqual([]);
    expect(items(made, 'rest-day').filter(({ day }) => day === '2026-05-05')).toEqual([]);
  });

  it('7: a heat and a final on one day: carbohydrate by the hour and boots between them, a snack before', () => {
    const made = model({
      events: [race('04T09:00'), race('04T15:00')],
      nowMs: at('04T08:00'),
      planned: [planned('04T09:00', 30), planned('04T15:00', 30)],
    });
    sharesRules(made);
    expect(made.days[0]?.routine).toBe('two-starts');
    const between = on(made, TODAY).filter(({ startMs }) => startMs >= at('04T09:30') && startMs < at('04T15:00'));
    expect(between.find(({ reason }) => reason.code === 'refuel-between')?.dose.carbohydrateGPerHour).toEqual([70, 84]);
    expect(between.some(({ modality }) => modality === 'pneumatic-compression')).toBe(true);
    expect(between.some(({ reason }) => reason.code === 'snack-before')).toBe(true);
    expect(between.some(({ modality }) => modality === 'cold-water-immersion')).toBe(false);
  });

  it('8: a fever: rest, sleep, drink, eat; the run waits for an answer', () => {
    const made = model({ health: ticked('fever'), planned: [planned('04T18:00')], nowMs: at('04T09:00'), verdict: 'rest' });
    expect(made.days[0]?.routine).toBe('fever');
    expect(new Set([...made.items, ...made.optional].map(({ modality }) => modality))).toEqual(
      new Set(['rest-day', 'sleep', 'fluids', 'protein']),
    );
    expect(made.conflicts[0]).toMatchObject({ why: 'ill', offers: ['move', 'drop'] });
  });

  it('9: five hours of sleep and a hard run: the run is asked about, the evening leads to sleep', () => {
    const made = model({ verdict: 'easy', sleepHours: 5, planned: [planned('04T18:00')], nowMs: at('04T09:00') });
    sharesRules(made);
    expect(made.conflicts[0]?.offers).toEqual(['easy', 'move', 'drop', 'keep']);
    expect(made.days[0]?.routine).toBe('short-night');
    const nap = first(made, 'nap');
    expect([nap?.minutes, nap === undefined ? 0 : toEndMs(nap) <= at('04T15:00')]).toEqual([20, true]);
    for (const modality of ['breathwork', 'warm-bath', 'sleep'] as const) expect(first(made, modality)).toBeDefined();
    expect(made.items.filter(({ reason }) => reason.values.sessionFromMs === at('04T18:00'))).toEqual([]);
  });

  it('10: the first morning well after flu: a walk, no heat or cold for two days', () => {
    const made = model({ returning: { day: 1, of: 6 }, nowMs: at('04T09:00') });
    expect(first(made, 'active-recovery')?.reason).toEqual({ code: 'walk-illness', values: { k: 1, of: 6 } });
    expect(made.days.map(({ routine }) => routine)).toEqual(['back-from-illness', 'back-from-illness', 'back-from-illness']);
    const thermal: readonly Modality[] = ['sauna', 'infrared', 'warm-bath', 'contrast', 'cold-water-immersion', 'cryotherapy'];
    for (const modality of thermal) for (const { startMs } of offered(made, modality)) expect(startMs).toBeGreaterThan(at('06T00:00'));
  });

  it('11: numb feet: no cold, heat, gun or boots, and what is safe stays', () => {
    const ride = { ...hardRun, sport: 'ride', startMs: at('04T17:00'), rpe: 5 } as const;
    const made = model({ health: ticked('reduced-sensation'), activities: [ride], nowMs: at('04T18:00') });
    for (const modality of ['cold-water-immersion', 'massage-gun', 'pneumatic-compression'] as const)
      expect(offered(made, modality)).toEqual([]);
    for (const modality of ['cool-down', 'protein', 'stretching', 'sleep'] as const) expect(first(made, modality)).toBeDefined();
  });

  it('12: a night nurse: food around her session, nothing in her sleep, breathing at the end of her night', () => {
    const nurse = { wake: '15:00', bed: '07:00', quietFrom: '07:00', quietTo: '15:00' } as const;
    const made = model({ ...nurse, planned: [planned('04T17:00', 60, 'hard')], nowMs: at('04T15:20'), stress: 4 });
    sharesRules(made);
    const cold = first(made, 'cold-water-immersion');
    expect(cold?.startMs).toBeLessThanOrEqual(at('04T20:00'));
    const breathing = items(made, 'breathwork')[0];
    expect(breathing?.startMs).toBeGreaterThanOrEqual(at('05T05:30'));
    expect(items(made, 'sleep')[0]).toMatchObject({ startMs: at('05T07:00'), minutes: 480 });
    for (const item of made.items.filter(({ modality }) => modality !== 'sleep'))
      expect(item.startMs >= at('05T15:00') || toEndMs(item) <= at('05T07:00')).toBe(true);
    const later = model({ ...nurse, activities: [{ ...hardRun, startMs: at('04T17:00') }], nowMs: at('05T02:00') });
    expect(later.days[0]?.routine).toBe('endurance');
  });

  it('13: late intervals and ten minutes: cool-down, breathing, a snack, sleep', () => {
    const made = model({ activities: [{ ...hardRun, startMs: at('04T19:30') }], nowMs: at('04T20:30'), timeBudgetMin: 10 });
    expect(timed(made).map(({ modality, minutes }) => [modality, minutes])).toEqual([
      ['cool-down', 5],
      ['breathwork', 5],
    ]);
    expect(first(made, 'protein')).toBeDefined();
  });

  it('14: a fast until 20:40: no food or drink before it', () => {
    const fasting = { from: '04:30', to: '20:40' };
    const ride = { ...hardRun, sport: 'ride', startMs: at('04T17:00') } as const;
    const made = model({
      activities: [ride],
      nowMs: at('04T18:00'),
      health: { ...ticked('fasting'), fasting },
      quietFrom: null,
      quietTo: null,
    });
    const eaten = made.items.filter(({ modality }) => ['fluids', 'carbohydrate', 'protein'].includes(modality));
    expect(eaten.some(({ day }) => day === TODAY)).toBe(true);
    for (const { startMs, day } of eaten) expect(startMs).toBeGreaterThanOrEqual(Date.parse(`${day}T20:40:00+02:00`));
  });

  it('15: eight hours east: an easy day with daylight and a nap', () => {
    const made = model({ travelled: true, nowMs: at('04T08:00'), planned: [planned('04T18:00')] });
    expect(made.days[0]?.routine).toBe('travel');
    expect(first(made, 'nap')?.reason.code).toBe('nap-travel');
    expect(first(made, 'active-recovery')?.reason.code).toBe('walk-travel');
    expect(made.conflicts[0]?.why).toBe('travel');
  });

  it('16: very sore with heat and cold at hand: contrast, with the temperatures of the heat that there is', () => {
    const contrast = (heat: 'sauna' | 'warm-bath') => {
      const made = model({ soreness: 4, nowMs: at('04T09:00'), equipment: [heat, 'cold-bath'], goal: 'endurance' });
      return first(made, 'contrast')?.dose;
    };
    expect(contrast('sauna')).toMatchObject({ heatC: [80, 100], coldC: [10, 15] });
    expect(contrast('warm-bath')).toMatchObject({ heatC: [38, 42], coldC: [10, 15] });
  });

  it('18: no training for weeks: nothing to recover from, gentle movement', () => {
    const made = model({ nowMs: at('04T08:00') });
    expect(made.days[0]?.routine).toBe('free-day');
    expect(items(made, 'rest-day')).toEqual([]);
  });
});
