import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { CATALOGUE } from '../../../../lib/catalogue';
import { doseText, minutesText } from '../../../../lib/i18n/words/dose-words';
import { foodSteps, proteinFoods } from '../../../../lib/i18n/words/food-words';
import { countDownText, spanText } from '../../../../lib/i18n/words/time-words';
import { completeSituation, isAllDay, planFor } from '../../../../lib/planner';
import { DIET_LIMITS } from '../../../../lib/storage';
import { closingItems, isQuiet } from '../../../../lib/today/plan/closing';
import { toCalendar } from '../../../../lib/views/plan-calendar';
import { speakEnglish } from '../../../support/english';
import { anItem, aRun } from '../../../support/plans';

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});

const at = (time: string) => Date.parse(`2026-05-04T${time}:00Z`);

describe('a dose in words', () => {
  it.each([
    [anItem({ dose: { temperatureC: [10, 15] } }), '10 min at 10–15°C'],
    [anItem({ dose: { breathsPerMin: [4.5, 6.5] } }), '10 min, 4.5–6.5 breaths a minute'],
    [anItem({ counts: false, dose: { proteinG: [20, 40] } }), '20–40 g of protein'],
    [anItem({ counts: false, dose: { fluidMl: 250, toThirst: true } }), 'about 1 glass, to thirst'],
    [anItem({ counts: false, dose: { fluidMl: [500, 750] } }), '2–3 glasses'],
    [anItem({ counts: false, dose: { carbohydrateGPerKg: [1, 4] } }), '1–4 g of carbohydrate per kg of body mass'],
    [
      anItem({
        counts: false,
        variant: 'refuel',
        dose: { carbohydrateG: [350, 490], carbohydrateGPerKg: [5, 7], carbohydrateStillG: [210, 270] },
      }),
      '350–490 g on that day (5–7 g per kg), about 210–270 g of it still to eat',
    ],
    [anItem({ counts: false, variant: 'refuel', dose: { carbohydrateGPerKg: [5, 7] } }), '5–7 g per kg of body mass on that day'],
    [
      anItem({ counts: false, variant: 'between', dose: { carbohydrateGPerHour: [60, 72] } }),
      '60–72 g of carbohydrate an hour, for up to four hours',
    ],
    [anItem({ counts: false, dose: { uncounted: 'diabetes-team' } }), 'the amount as agreed with your diabetes team'],
    [anItem({ counts: false, dose: { uncounted: 'named' } }), ''],
    [anItem({ counts: false, modality: 'creatine', dose: { creatineG: [3, 5] } }), '3–5 g'],
    [anItem({ modality: 'sleep', counts: false, minutes: 510 }), '8.5 h of sleep'],
    [anItem({ modality: 'rest-day', counts: false }), ''],
  ])('%#', (item, text) => {
    expect(doseText(item)).toBe(text);
  });

  it('says that the minutes are not the source’s own', () => {
    expect(minutesText(anItem({ minutesWhose: 'ours' }))).toMatch(/our choice/);
    expect(minutesText(anItem({ dose: { minutesRange: [10, 15] } }))).toBe('The source says 10–15 min.');
    expect(minutesText(anItem())).toBeNull();
    const night = { minutesRange: [420, 540], sleepH: [7, 9] } as const;
    expect(minutesText(anItem({ modality: 'sleep', dose: night, whose: 'fleet-feet', minutesWhose: 'fleet-feet' }))).toBe(
      'The source says 7–9 h.',
    );
  });

  it.each(['ours', 'trials'] as const)('names no source for a dose from %s', (whose) => {
    expect(minutesText(anItem({ whose, minutesWhose: whose, dose: { minutesRange: [1, 2] } }))).toBeNull();
    expect(minutesText(anItem({ whose, minutesWhose: 'ours', dose: { minutesRange: [1, 2] } }))).toBeNull();
  });
});

describe('count-downs', () => {
  it.each([
    ['15:50', 'in 40 mins'],
    ['16:27', 'closes in 1 hr 23 mins'],
    ['17:50', 'closes now'],
  ])('at %s: %s', (time, text) => {
    // From 16:00 to 18:00, ten minutes, meant for 16:30.
    expect(countDownText(anItem({ startMs: at('16:30') }), at(time))).toBe(text);
  });

  it('are in hours and minutes', () => {
    expect([spanText(72 * 60_000), spanText(120 * 60_000), spanText(1)]).toEqual(['1 hr 12 mins', '2 hrs', '1 min']);
  });

  it('are missing for items of the whole day', () => {
    const drink = anItem({ counts: false, windowFromMs: at('07:00'), windowToMs: at('22:00') });
    expect([isAllDay(drink), countDownText(drink, at('12:00'))]).toEqual([true, null]);
  });
});

describe('windows about to close', () => {
  const settings = { quietFrom: null, quietTo: null, bed: null, wake: null };
  const closing = (time: string, hours: Partial<typeof settings> | Record<string, string> = {}, overrides = {}) => {
    const plan = { items: [anItem(overrides)], timeZone: 'UTC' };
    return closingItems({ plan, settings: { ...settings, ...hours } } as never, at(time)).length;
  };

  it('are those of the last half hour before the last start', () => {
    expect([closing('17:19'), closing('17:20'), closing('17:49'), closing('17:50')]).toEqual([0, 1, 1, 0]);
  });

  it('exclude those that last until bed', () => {
    const upToBed = (bed: string) => {
      const items = [
        anItem(),
        anItem({ id: 'night', modality: 'sleep', startMs: at(bed), windowFromMs: at(bed), windowToMs: at('23:59') }),
      ];
      return closingItems({ plan: { items, timeZone: 'UTC' }, settings } as never, at('17:30')).length;
    };
    expect([upToBed('18:30'), upToBed('18:59'), upToBed('19:00'), upToBed('22:30')]).toEqual([0, 0, 1, 1]);
  });

  it('are found in a plan made at any minute', () => {
    const told = Array.from({ length: 12 }, (_, i) => {
      const nowMs = at('17:00') + i * 61_000;
      // A meal may be begun until two hours after training.
      const activities = [aRun(nowMs - 160 * 60_000)];
      const plan = planFor(completeSituation({ nowMs, timeZone: 'UTC', activities }));
      return closingItems({ plan, settings } as never, nowMs).map(({ modality }) => modality);
    });
    expect(told).toEqual(Array.from(told, () => ['protein']));
  });

  it('are not reported in quiet hours, or at night', () => {
    expect(closing('17:30', { quietFrom: '17:00', quietTo: '08:00' })).toBe(0);
    expect(closing('17:30', { bed: '17:15', wake: '06:00' })).toBe(0);
    expect(closing('17:30', {}, { modality: 'sleep' })).toBe(0);
  });

  it('respect quiet hours that pass midnight', () => {
    const quiet = { ...settings, quietFrom: '22:00', quietTo: '07:00' };
    expect(['21:59', '22:00', '23:59', '06:59', '07:00'].map((time) => isQuiet(quiet, at(time), 'UTC'))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('examples of food', () => {
  it('contain only what the user eats', () => {
    expect(proteinFoods([])).toEqual(['Greek yoghurt', 'chocolate milk', 'nut butter', 'eggs', 'fish', 'beans and lentils']);
    for (const never of ['Greek yoghurt', 'chocolate milk', 'eggs', 'fish']) expect(proteinFoods(['vegan'])).not.toContain(never);
    expect(proteinFoods([...DIET_LIMITS])).toEqual(['beans and lentils', 'peas']);
  });

  it('include what the guides name beside protein', () => {
    const said = foodSteps(['protein_foods', 'protein_spread', 'carb_after', 'drink_sodium'], []).join(' ');
    // PALM Health: high-quality protein, powder as a supplement to food. ALYZE: rich in leucine, over the meals.
    for (const one of [/high-quality/i, /powder/, /leucine/, /meals/]) expect(said).toMatch(one);
    // Running recovery: fruit, vegetables, whole grains; electrolytes with very little sugar.
    for (const one of [/fruit/, /vegetables/, /whole grains/, /electrolyte.*little sugar/]) expect(said).toMatch(one);
  });

  it('are not named where a limit of the diet could not be read', () => {
    const [step] = foodSteps(['protein_foods'], null);
    for (const food of proteinFoods([])) expect(step).not.toContain(food);
    expect(step).toContain('Settings');
  });

  it.each([
    ['vegetarian', /fish|meat|gelatin/i],
    ['vegan', /yog|milk|egg|fish|meat|whey|casein|cheese|honey|gelatin/i],
    ['no-dairy', /yog|milk|whey|casein|cheese/i],
    ['no-eggs', /egg/i],
    ['no-fish', /fish|tuna|salmon/i],
    ['no-nuts', /\bnuts?\b|almond/i],
    ['no-soy', /soy|tofu/i],
  ] as const)('%s: no step of any plannable item names what the user does not eat', (limit, food) => {
    const all = Object.values(CATALOGUE).flatMap(({ steps, variants }) => [...steps, ...variants.flatMap((one) => one.steps ?? [])]);
    // With the second limit the examples reach the end of their list.
    const said = [[limit], [limit, 'vegan'] as const].flatMap((limits) => foodSteps([...new Set(all)], limits));
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((words) => food.test(words))).toEqual([]);
  });
});

describe('the calendar', () => {
  it('has each item with dose, reason, steps and disclaimer', () => {
    const text = toCalendar({ items: [anItem({ dose: { holdS: [15, 30] } })] }, [], at('12:00')).replaceAll('\r\n ', '');
    expect(text).toContain('UID:stretching.2026-05-04@rebound');
    expect(text).toContain('DTSTART:20260504T163000Z');
    expect(text).toContain('DTEND:20260504T164000Z');
    expect(text).toContain('SUMMARY:Stretching: 10 min\\, each held 15–30 s');
    expect(text).toMatch(
      /DESCRIPTION:Daily stretching keeps your range of movement\.\\nNever into pain\.\\nDose: Svetness\. Trials: little\.\\n.*not a medical device/,
    );
  });
});
