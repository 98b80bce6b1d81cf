import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HealthState } from '../../../../lib/catalogue';
import { fuelText } from '../../../../lib/i18n/words/readiness-words';
import { setClocks } from '../../../../lib/readiness';
import { toCalendar } from '../../../../lib/views/plan-calendar';
import english from '../../../../public/_locales/en/messages.json';
import { speakEnglish } from '../../../support/english';
import { easyRun, given, hardRun, lifting, longRun, plan, planned } from '../../planner/scenario';

/** For an eating disorder food is named, never counted: in every text about food. */

beforeEach(() => speakEnglish());

/** A count of food, a body mass, or a word about energy. */
const COUNTED = /\d\s?(g|kg|ml)\b|\bgrams?\b|kilogram|\bkg\b|body mass|calori|weigh|\benergy\b/i;

const DAYS = { hardRun, longRun, lifting, easyRun };
const day = fc.constantFrom(...(Object.keys(DAYS) as (keyof typeof DAYS)[]));
const session = fc.record({ hour: fc.integer({ min: 7, max: 20 }), minutes: fc.integer({ min: 20, max: 180 }) });
const health = (...ticked: HealthState['ticked']): HealthState => ({ ticked, ill: false, injured: false, pain: [] });

function write(known: Parameters<typeof plan>[0]): string {
  // A calendar folds long lines.
  return toCalendar(plan(given({ ...known, supplements: ['creatine', 'tart-cherry'] })), [], 0).replaceAll('\r\n ', '');
}

describe('with an eating disorder', () => {
  it('property: no text of the plan counts food, whatever was trained and is planned', () => {
    fc.assert(
      fc.property(day, session, (done, { hour, minutes }) => {
        const known = { activities: [DAYS[done]], planned: [planned(`05T${String(hour).padStart(2, '0')}:00`, minutes)] };
        expect(write({ ...known, health: health('eating-disorder') })).not.toMatch(COUNTED);
      }),
      { numRuns: 25 },
    );
  });

  it('the same texts count food for everybody else', () => {
    expect(write({ activities: [hardRun], health: health() })).toMatch(/350–490 g/);
    expect(write({ activities: [hardRun], health: health() })).toMatch(/3–5 g/);
  });

  it('before the health questions are answered nothing is counted either', () => {
    expect(write({ activities: [hardRun], screeningDue: 'never-asked', health: health() })).not.toMatch(COUNTED);
  });

  it('the fuel clock says enough, and no grams, without a body mass', () => {
    const done = { ...hardRun, day: '2026-05-04', score: 100, basis: 'effort' } as const;
    const clocks = (massKg: number | null) =>
      setClocks({ day: null, doneSince: 0 }, [done], undefined, hardRun.startMs + 5_400_000, massKg);
    expect(fuelText(clocks(70))).toMatch(COUNTED);
    expect(fuelText(clocks(null))).not.toMatch(COUNTED);
  });
});

it('every message that counts food is known, and is hidden by what decides its figures', () => {
  const counting = Object.entries(english).filter(([, { message }]) =>
    /\$\d g\b|\bgrams?\b|kilogram|per kg|body mass|calori/i.test(message),
  );
  expect(counting.map(([key]) => key).sort()).toEqual([
    // From a clock or a card without a body mass: `showsCarbohydrate`.
    'cardFuelGrams',
    // From an amount that is not counted: `computeAmount`.
    'foodCarbohydratePerKg',
    // Only for somebody with diabetes.
    'foodCarbohydrateTeam',
    'foodCarbohydrateText',
    // Behind `massHidden`.
    'foodNoMass',
    // Behind `hidesBodyMass`.
    'foodText',
    'fuelBandGrams',
    'planDoseCarbohydrate',
    'planDoseCarbohydrateDay',
    'planDoseCarbohydrateHour',
    'planDoseCarbohydratePerKg',
    'planDoseCarbohydratePerKgDay',
    'planDoseCarbohydratePerKgHour',
    'planDoseCreatine',
    'planDoseProtein',
    'planDoseStill',
    'planDoseTeamSentence',
    // Behind `hidesBodyMass`.
    'profileMass',
    // The health questions themselves, and what a tick turns off.
    'screeningNamed',
    'screens_body_mass',
    'screens_carbohydrate_figures',
    'screens_protein_figures',
    'screens_supplement_figures',
  ]);
});
