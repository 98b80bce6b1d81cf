import { describe, expect, it } from 'vitest';
import { CATALOGUE, temperaturesIn, toSessionPlan } from '../../../lib/catalogue';
import { anItem } from '../../support/plans';
import { checkItems, differences } from '../../support/session-items';

/** More with REBOUND_ITEMS, or `npm run soak -- items`. */
const SITUATIONS = Number(process.env.REBOUND_ITEMS ?? 300);

describe('an item of a plan', () => {
  it(
    `starts as a session with exactly its dose, and is logged with it: ${SITUATIONS} random situations`,
    () => {
      const { wrong, sessions } = checkItems(SITUATIONS);
      expect(wrong.slice(0, 10)).toEqual([]);
      for (const modality of ['massage-gun', 'breathwork', 'cold-water-immersion', 'warm-bath', 'sauna'])
        expect(sessions[`${modality} timed`], modality).toBeGreaterThan(0);
      for (const modality of ['massage-gun', 'pneumatic-compression', 'red-light', 'active-recovery'])
        expect(sessions[`${modality} on a device`], modality).toBeGreaterThan(0);
    },
    Math.max(120_000, SITUATIONS * 500),
  );

  it('the test notices a difference', () => {
    const item = anItem({ modality: 'sauna', doseId: 'alyze', whose: 'alyze', minutes: 15, dose: { temperatureC: [80, 100] } });
    const session = toSessionPlan(item);
    expect(differences(item, session)).toEqual([]);
    expect(differences({ ...item, minutes: 20 }, session)).toHaveLength(1);
    expect(differences({ ...item, dose: { temperatureC: [40, 42.5] } }, session)).toHaveLength(1);
    expect(differences({ ...item, whose: 'ours' }, session)).toHaveLength(1);
  });

  it('contrast uses the heat of its own variant', () => {
    const heat = (variant: string) => {
      const session = toSessionPlan({ modality: 'contrast', doseId: 'in-turn', variant });
      return session === null ? null : temperaturesIn(session);
    };
    expect(heat('sauna')).toEqual([
      [80, 100],
      [10, 15],
    ]);
    expect(heat('warm-bath')).toEqual([
      [38, 42],
      [10, 15],
    ]);
  });

  it('every stage of a round names an existing dose', () => {
    for (const { doses, variants, modality } of Object.values(CATALOGUE))
      for (const { id } of doses)
        for (const variant of [null, ...variants.map((one) => one.id)])
          expect(() => toSessionPlan({ modality, doseId: id, variant })).not.toThrow();
  });
});
