import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/core/day';
import { type Inputs, readFirstDay, readInputs } from '../../../lib/inputs';
import { build, description, inZone, TODAY, toNowMs } from './random-database';

/** The span of days that is read does not change a day's figure. */

const window = fc.record({ back: fc.oneof(fc.nat(40), fc.nat(700)), ahead: fc.nat(60) });

/** Every figure of the days in both spans. */
function listFigures({ from, to, mornings, shown, activities, loads }: Inputs, other: Pick<Inputs, 'from' | 'to'>) {
  const isBoth = ({ day }: { readonly day: Day }) => day >= from && day >= other.from && day <= to && day <= other.to;
  return {
    mornings: mornings.filter(isBoth),
    shown: shown.filter(isBoth),
    activities: activities.filter(isBoth).map(({ id, score, basis, restBpm }) => ({ id, score, basis, restBpm })),
    loads: loads.filter(isBoth),
  };
}

it('property: a figure is the same in any two spans that include its day, and over all years', async () => {
  let days = 0;
  await fc.assert(
    fc.asyncProperty(description, window, window, fc.nat(30), (described, a, b, ago) =>
      inZone(described.zone, async () => {
        const db = await build(described);
        const nowMs = toNowMs(described);
        const day = addDays(TODAY, -ago);
        const read = (from: Day, to: Day) => readInputs(db, { world: 'own', from, to, nowMs });
        const one = await read(addDays(day, -a.back), addDays(day, Math.min(ago, a.ahead)));
        const other = await read(addDays(day, -b.back), addDays(day, Math.min(ago, b.ahead)));
        const all = await read((await readFirstDay(db, 'own')) ?? day, TODAY);
        expect(listFigures(one, other)).toEqual(listFigures(other, one));
        expect(listFigures(one, all)).toEqual(listFigures(all, one));
        days += listFigures(one, all).loads.length;
        db.close();
      }),
    ),
    { numRuns: 60 },
  );
  expect(days).toBeGreaterThan(1000);
});
