import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EQUIPMENT, findMissingEquipment } from '../../../lib/catalogue';

const CONTRAST = [
  ['sauna', 'cold-bath'],
  ['warm-bath', 'cold-bath'],
] as const;

it.each([
  [[], { all: ['cold-bath'], oneOf: [['sauna'], ['warm-bath']] }],
  [['cold-bath'], { all: [], oneOf: [['sauna'], ['warm-bath']] }],
  [['sauna'], { all: ['cold-bath'], oneOf: [] }],
  [['sauna', 'warm-bath'], { all: ['cold-bath'], oneOf: [] }],
  [['warm-bath', 'cold-bath'], null],
] as const)('contrast, with %j', (owned, missing) => {
  expect(findMissingEquipment(CONTRAST, owned)).toEqual(missing);
});

const some = fc.uniqueArray(fc.constantFrom(...EQUIPMENT.slice(0, 5)), { minLength: 1, maxLength: 3 });

it('the named equipment is enough, by each alternative, and none of it is superfluous', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 4 }), fc.uniqueArray(fc.constantFrom(...EQUIPMENT.slice(0, 5))), (sets, owned) => {
      const missing = findMissingEquipment(sets, owned);
      const enough = (has: readonly string[]) => sets.length === 0 || sets.some((set) => set.every((one) => has.includes(one)));
      expect(missing === null).toBe(enough(owned));
      if (missing === null) return;
      for (const one of missing.oneOf.length === 0 ? [[]] : missing.oneOf) {
        const needed = [...missing.all, ...one];
        expect(enough([...owned, ...needed])).toBe(true);
        for (const left of needed) expect(enough([...owned, ...needed.filter((it) => it !== left)])).toBe(false);
      }
      // No alternative is left out.
      for (const set of sets) {
        const got = [...owned, ...set];
        expect(missing.all.every((one) => got.includes(one))).toBe(true);
        if (missing.oneOf.length > 0) expect(missing.oneOf.some((way) => way.every((one) => got.includes(one)))).toBe(true);
      }
    }),
  );
});
