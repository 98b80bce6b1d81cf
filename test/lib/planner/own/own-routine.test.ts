import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../lib/catalogue';
import {
  copyRoutine,
  findLengths,
  LONGEST_NAME,
  MOST_OWN_STEPS,
  type OwnRoutine,
  type OwnStep,
  PINNABLE,
  type Plan,
  parseRoutine,
  planFor,
  ROUTINE_FORMAT,
  ROUTINE_VERSION,
  ROUTINES,
  type RoutineId,
  routineFile,
  STEP_LIBRARY,
} from '../../../../lib/planner';
import { broken as brokenRules } from '../check-plan';
import { randomSituation } from '../random-situation';

/** What holds of an own routine, whatever is in it. */

const steps = [...STEP_LIBRARY.values()];
const aStep: fc.Arbitrary<OwnStep> = fc
  .constantFrom(...steps)
  .chain(({ id, doses }) =>
    fc.oneof(
      fc.constant({ step: id }),
      ...doses.map((dose) => fc.constantFrom(...findLengths(dose)).map((minutes) => ({ step: id, dose: dose.id, minutes }))),
    ),
  );
const someSteps = fc.uniqueArray(aStep, { selector: ({ step }) => step, minLength: 1, maxLength: 30 });
const anOwn = fc
  .record({ copyOf: fc.constantFrom(...PINNABLE), steps: someSteps, on: fc.subarray([...PINNABLE]) })
  .map((one): OwnRoutine => ({ id: 'own-1', name: 'Mine', ...one }));

const orders = (plan: Plan) => JSON.stringify({ ...plan, days: plan.days.map((day) => ({ ...day, own: null })) });

describe('an own routine', () => {
  it('that is an unchanged copy, on its own kind of day, plans the same as the product', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...PINNABLE), (seed, id) => {
        const situation = randomSituation(seed);
        const own: OwnRoutine = { id: 'own-1', name: 'Mine', on: [id], ...copyRoutine(id) };
        expect(orders(planFor({ ...situation, ownRoutines: [own] }))).toBe(orders(planFor(situation)));
      }),
      { numRuns: 150 },
    );
  });

  it('breaks no rule, whatever it holds', () => {
    fc.assert(
      fc.property(fc.nat(), anOwn, (seed, own) => {
        const situation = { ...randomSituation(seed), ownRoutines: [own] };
        expect(brokenRules(situation, planFor(situation))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a dose only at a length that its source gives', () => {
    fc.assert(
      fc.property(fc.nat(), anOwn, (seed, own) => {
        for (const item of planFor({ ...randomSituation(seed), ownRoutines: [own] }).items) {
          const dose = CATALOGUE[item.modality].doses.find(({ id }) => id === item.doseId);
          if (dose === undefined || item.modality === 'sleep' || item.modality === 'rest-day' || item.modality === 'kinesiology-tape')
            continue;
          expect(findLengths(dose)).toContain(item.minutes);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves ill days, and the way back from them, alone', () => {
    const ids: readonly RoutineId[] = PINNABLE;
    expect(ids).not.toContain('fever');
    expect(ids).not.toContain('back-from-illness');
    expect(ROUTINES.length).toBe(PINNABLE.length + 2);
  });

  it('is left out on a day on which the coin says without', () => {
    fc.assert(
      fc.property(fc.nat(), anOwn, (seed, own) => {
        const situation = { ...randomSituation(seed), ownRoutines: [own] };
        const days = planFor(situation).days.map(({ day }) => day);
        const without = planFor({ ...situation, withoutOwn: days.map((day) => ({ id: own.id, day })) });
        expect(without.days.map((day) => day.own)).toEqual(days.map(() => null));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a shared routine', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        anOwn,
        fc.string({ minLength: 1, maxLength: 60 }).filter((name) => name.trim() === name),
        (own, name) => {
          const { copyOf } = own;
          expect(parseRoutine(routineFile({ ...own, name }))).toEqual({ ok: true, routine: { name, copyOf, steps: own.steps } });
        },
      ),
    );
  });

  it('is refused with a place for whatever is wrong in it', () => {
    fc.assert(
      fc.property(anOwn, fc.nat(), fc.constantFrom('step', 'dose', 'minutes', 'key', 'twice'), (own, place, what) => {
        const at = place % own.steps.length;
        const chosen = own.steps[at] as OwnStep;
        const dose = STEP_LIBRARY.get(chosen.step)?.doses[0]?.id;
        const broken: Record<typeof what, object> = {
          step: { step: 'cold-plunge-forever' },
          dose: { step: chosen.step, dose: 'ten-times' },
          minutes: { step: chosen.step, dose, minutes: 999 },
          key: { ...chosen, temperatureC: 2 },
          twice: chosen,
        };
        const wrong = what === 'twice' ? [...own.steps.slice(0, 29), chosen] : own.steps.with(at, broken[what] as OwnStep);
        const text = routineFile({ name: 'Mine', copyOf: own.copyOf, steps: wrong });
        const read = parseRoutine(text);
        const codes = { step: 'unknown-step', dose: 'unknown-dose', minutes: 'wrong-minutes', key: 'unknown-key', twice: 'twice' };
        if (read.ok || (what === 'twice' && own.steps.length >= 30)) return expect(what).toBe('twice');
        expect(read.faults.map(({ code }) => code)).toEqual([codes[what]]);
        const [fault] = read.faults;
        expect(fault?.path.startsWith(what === 'twice' ? 'steps' : `steps[${at}]`)).toBe(true);
        expect(fault?.at).toBeDefined();
      }),
    );
  });

  it('says where the text stops being JSON, and what is no routine', () => {
    const file = routineFile({ name: 'Mine', ...copyRoutine('endurance') });
    expect(parseRoutine(file.replace('"name":', '"name"'))).toMatchObject({
      ok: false,
      faults: [{ code: 'not-json', syntax: 'colon', at: { line: 4 } }],
    });
    expect(parseRoutine('{"format": "rebound-device-profile"}')).toMatchObject({ ok: false, faults: [{ code: 'not-a-routine' }] });
    expect(parseRoutine(file.replace('"version": 1', '"version": 2'))).toMatchObject({
      ok: false,
      faults: [{ code: 'newer-version', path: 'version' }],
    });
    expect(parseRoutine(file.replace('"Mine"', '" "'))).toMatchObject({ ok: false, faults: [{ code: 'name', path: 'name' }] });
    expect(parseRoutine(file.replace('"copyOf": "endurance"', '"copyOf": "fever"'))).toMatchObject({
      ok: false,
      faults: [{ code: 'unknown-kind' }],
    });
    expect(parseRoutine(' '.repeat(60_000))).toMatchObject({ ok: false, faults: [{ code: 'too-large' }] });
    expect(parseRoutine(file.replace('"steps"', '"__proto__"'))).toMatchObject({ ok: false });
  });
});

it('the published schema names the steps, the routines and the limits of the code', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/routine.schema.json'), 'utf8'));
  const { copyOf, name, steps, format, version } = schema.properties;
  expect(copyOf.enum).toEqual(PINNABLE);
  expect(steps.items.properties.step.enum).toEqual([...STEP_LIBRARY.keys()]);
  expect([name.maxLength, steps.maxItems, format.const, version.const]).toEqual([
    LONGEST_NAME,
    MOST_OWN_STEPS,
    ROUTINE_FORMAT,
    ROUTINE_VERSION,
  ]);
  expect(Object.keys(schema.properties).sort()).toEqual(
    Object.keys(JSON.parse(routineFile({ name: 'a', ...copyRoutine('strength') }))).sort(),
  );
});
