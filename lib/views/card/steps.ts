import { HOUR_MS } from '../../core/time';
import { doseText } from '../../i18n/words/dose-words';
import { modalityText } from '../../i18n/words/modality-words';
import { whyText } from '../../i18n/words/plan-words';
import { compareItems, lastStartMs, type Plan, type PlanItem } from '../../planner';
import type { NextStep } from '../../today/snapshot';
import type { CardStep } from './schema';

/** The items of the plan that the card shows. */

/** The most items on a card: the card is a hint next to an activity; the plan is in the app. */
const MOST = 4;
const SOON_MS = 12 * HOUR_MS;

/** Its window as every other surface counts it: until the last time at which it can be begun. */
export function toCardStep(item: NextStep): CardStep {
  return {
    id: item.id,
    title: modalityText(item.modality),
    dose: doseText(item),
    why: whyText(item),
    fromMs: item.windowFromMs,
    toMs: lastStartMs(item),
  };
}

/** The items that belong to this activity, filled up with the next others; in the same order as on every other surface. */
export function cardSteps({ items }: Pick<Plan, 'items'>, activityStartMs: number, nowMs: number): CardStep[] {
  const belongsToActivity = ({ reason }: PlanItem) => reason.values.sessionFromMs === activityStartMs;
  const sorted = [...items].sort(compareItems);
  const ofIt = sorted.filter(belongsToActivity);
  const soon = sorted.filter((item) => !belongsToActivity(item) && item.startMs < nowMs + SOON_MS);
  return [...ofIt, ...soon].slice(0, MOST).sort(compareItems).map(toCardStep);
}
