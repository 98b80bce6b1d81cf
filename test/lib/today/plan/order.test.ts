import { describe, expect, it } from 'vitest';
import { compareItems, isAllDay, type Plan, planFor } from '../../../../lib/planner';
import { findSteps } from '../../../../lib/today/plan/next-step';
import type { SituationNow } from '../../../../lib/today/plan/situation';
import { buildTimeline } from '../../../../lib/today/plan/timeline';
import { cardSteps } from '../../../../lib/views/card/steps';
import { speakEnglish } from '../../../support/english';
import { randomSituation } from '../../planner/random-situation';

speakEnglish();

/** The plan as it could be read back, with its items in another order and some at the same time. */
function tied(plan: Plan): Plan {
  const first = plan.items.find((item) => !isAllDay(item));
  const items = plan.items.map((item, i) =>
    first !== undefined && i % 2 === 0 && item.day === first.day ? { ...item, startMs: first.startMs } : item,
  );
  return { ...plan, items: items.reverse() };
}

describe('the order of items', () => {
  it('is the same for the next step, on the timeline and on the card', () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed++) {
      const situation = randomSituation(seed);
      const made = planFor(situation);
      expect(made.items).toEqual([...made.items].sort(compareItems));
      const plan = tied(made);
      const day = plan.days[0]?.day;
      if (day === undefined) continue;
      const steps = findSteps(plan, day, { wake: null, bed: null }).map(({ id }) => id);
      const now = {
        plan,
        day,
        log: [],
        planned: [],
        activities: [],
        events: [],
        settings: { events: [], timeBudgetMin: 60, wake: null, bed: null },
      };
      const [today] = buildTimeline(now as unknown as SituationNow & { plan: Plan });
      const rows = (today?.rows ?? []).flatMap((row) => (row.kind === 'item' && !isAllDay(row.item) ? row.item.id : []));
      expect(rows).toEqual(steps);
      for (const { startMs } of situation.activities) {
        const card = cardSteps(plan, startMs, plan.fromMs).map(({ id }) => id);
        expect(card.filter((id) => steps.includes(id))).toEqual(steps.filter((id) => card.includes(id)));
        compared += card.length;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
