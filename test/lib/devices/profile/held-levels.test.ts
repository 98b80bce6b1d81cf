import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeldLevels } from '../../../../lib/devices/profile/held-levels';

const RANGE = { min: 0, max: 10, step: 1 };
const make = () => new HeldLevels(new Map([['one', RANGE]]));

describe('the level that a device holds', () => {
  it('is what a hand made of it, whatever came before; a lag on the way to a new level is no hand', () => {
    const level = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ to: level, seen: fc.integer({ min: 0, max: 12 }) }), { minLength: 1, maxLength: 8 }),
        level,
        (course, hand) => {
          const held = make();
          let at = 0;
          held.sent({ one: 0 });
          for (const { to, seen } of course) {
            held.sent({ one: to });
            // It goes there by one step a report, and may not be there when the next level is sent.
            for (let i = 0; i < seen; i++) {
              expect(held.hear({ one: at })).toEqual({});
              at += Math.sign(to - at);
            }
          }
          const [last] = course.slice(-1).map(({ to }) => to);
          for (let i = 0; i <= 10; i++) {
            held.hear({ one: at });
            at += Math.sign((last ?? 0) - at);
          }
          expect(held.hear({ one: hand })).toEqual(hand === last ? {} : { one: hand });
          expect(held.hear({ one: hand })).toEqual({});
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is lower when somebody lowers it before it was reached', () => {
    const held = make();
    held.sent({ one: 8 });
    expect([2, 4, 6].map((one) => held.hear({ one }))).toEqual([{}, {}, {}]);
    expect(held.hear({ one: 1 })).toEqual({ one: 1 });
  });

  it('lies in the range from above, and stays below it, where no frame can raise it', () => {
    const held = new HeldLevels(new Map([['one', { min: 2, max: 9, step: 2 }]]));
    held.sent({ one: 4 });
    held.hear({ one: 4 });
    expect(held.hear({ one: 30 })).toEqual({ one: 8 });
    expect(held.hear({ one: 0 })).toEqual({ one: 0 });
    expect(held.hear({ one: 5, other: 3 })).toEqual({ one: 4 });
  });
});
