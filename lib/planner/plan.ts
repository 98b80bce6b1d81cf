import { CATALOGUE, isPlanned, MODALITIES, type Modality } from '../catalogue';
import { findConflicts } from './conflicts';
import { toPlanItem } from './describe';
import { type Considered, exclusionsFor } from './exclude';
import { compareItems } from './item-times';
import { placeDays, toPlannedDays } from './place';
import { planRestDay } from './rest-days';
import { againstModality, buildScene, type Situation } from './rules';
import type { Plan } from './types';

/**
 * Plans the next 72 h, whole days only. Deterministic: the same situation gives the same plan. Each day has one routine
 * (docs/routines.md); its steps are placed in their order, each at the earliest time in its window that no rule forbids (docs/planner.md).
 * Nothing is planned around a session that its day should not hold until the user answers. Pass the last plan's items as `previous` so that
 * what still holds keeps its time.
 */
export function planFor(situation: Situation): Plan {
  const scene = buildScene(situation);
  // A day that the plan cuts off holds nothing.
  const ahead = scene.days.filter(({ bedMs }) => bedMs > situation.nowMs && bedMs <= scene.endMs);
  const rest = planRestDay(scene, ahead);
  const conflicts = findConflicts(scene, rest);
  const open = new Set(conflicts.map(({ sessionId }) => sessionId));
  const running = scene.days.find((day, i) => day.bedMs <= situation.nowMs && (scene.days[i + 1]?.wakeMs ?? 0) > situation.nowMs);
  const days = toPlannedDays(running === undefined ? ahead : [running, ...ahead], scene, rest, open);
  const considered: Considered[] = MODALITIES.map((modality) => CATALOGUE[modality])
    .filter(isPlanned)
    .map((entry) => ({ modality: entry.modality, against: againstModality(entry, scene) }));
  const allowed = new Set<Modality>(considered.filter(({ against }) => against.length === 0).map(({ modality }) => modality));
  const { items, options } = placeDays(days, scene, allowed);
  const optional = options.placed.filter(({ wanted }) => !items.has(wanted.id));
  return {
    fromMs: situation.nowMs,
    toMs: scene.endMs,
    timeZone: situation.timeZone,
    items: items.placed.map((one) => toPlanItem(one, items, scene)).sort(compareItems),
    optional: optional.map((one) => toPlanItem(one, options, scene)).sort(compareItems),
    conflicts: conflicts.filter(({ sessionId }) => scene.sessions.some(({ id, startMs }) => id === sessionId && startMs < scene.endMs)),
    excluded: considered.flatMap((one) => exclusionsFor(one, items, options, scene)),
    days: days.map(({ day, routine, own, facts }) => ({
      day: day.day,
      usedMin: items.used.get(`time ${day.day}`) ?? 0,
      budgetMin: situation.timeBudgetMin,
      routine: routine.id,
      own: own === null ? null : { id: own.id, name: own.name },
      little: facts.has('little'),
    })),
  };
}
