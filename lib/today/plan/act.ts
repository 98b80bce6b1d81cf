import { type Day, localZone, toDay } from '../../core/day';
import { ceilTo } from '../../core/numbers';
import { MINUTE_MS } from '../../core/time';
import { type Plan, type PlanItem, planFor, type RuleName, type Situation, type Values } from '../../planner';
import { deleteLogEntry, moveInPlan, putLogEntry, type ReboundDatabase, type StoredLogEntry, type World } from '../../storage';

/** What the user can do with an item of the plan. */

/** Items move in steps of this size, ms. */
export const MOVE_STEP_MS = 15 * MINUTE_MS;

/** An item has one entry, however often and on whichever surface it is ticked off. */
export function toLogId(world: World, itemId: string): string {
  return `${world} ${itemId}`;
}

/**
 * Whether the card offers to take an entry back, and a page may: an item that was ticked off today. What a session did, was skipped or lies
 * further back changes only in the app.
 */
export function isTakenBack({ itemId, outcome, sessionId, day }: StoredLogEntry, today: Day): boolean {
  return itemId !== null && outcome === 'done' && sessionId === undefined && day === today;
}

type ItemDose = Pick<PlanItem, 'id' | 'modality' | 'doseId' | 'variant' | 'whose'>;
type LoggedItem = ItemDose & Pick<PlanItem, 'startMs' | 'minutes'>;

/** Ticks an item off, as done at its planned time or by now. Returns a function that undoes it. */
export function markDone(db: ReboundDatabase, world: World, item: LoggedItem, nowMs: number): Promise<() => Promise<void>> {
  return log(db, world, item, { startMs: Math.min(item.startMs, nowMs), minutes: item.minutes, outcome: 'done', reason: null });
}

/** Skips an item; with a reason it counts as kept in the week. Returns a function that undoes it. */
export function skip(db: ReboundDatabase, world: World, item: PlanItem, reason: string): Promise<() => Promise<void>> {
  const said = reason.trim();
  return log(db, world, item, { startMs: item.startMs, minutes: 0, outcome: 'skipped', reason: said === '' ? null : said });
}

type Outcome = Pick<StoredLogEntry, 'startMs' | 'minutes' | 'outcome' | 'reason'>;

async function log(db: ReboundDatabase, world: World, item: ItemDose, outcome: Outcome): Promise<() => Promise<void>> {
  const id = toLogId(world, item.id);
  const timeZone = localZone();
  const day = toDay(outcome.startMs, timeZone);
  const { modality, doseId, variant, whose } = item;
  await putLogEntry(db, { ...outcome, id, itemId: item.id, world, day, timeZone, modality, doseId, variant, doseOf: whose });
  return async () => void (await deleteLogEntry(db, id));
}

/** Whether the item's window leaves room to move it. */
export function isMovable({ modality, windowFromMs, windowToMs, minutes }: PlanItem): boolean {
  return modality !== 'rest-day' && modality !== 'sleep' && windowToMs - windowFromMs - minutes * MINUTE_MS >= 5 * MINUTE_MS;
}

/** The earliest and the latest start that the item's window still allows, epoch ms. */
export function findStarts({ windowFromMs, windowToMs, minutes, startMs }: PlanItem, nowMs: number): readonly [number, number] {
  const last = windowToMs - minutes * MINUTE_MS;
  return [Math.min(Math.max(windowFromMs, ceilTo(nowMs, 5 * MINUTE_MS)), last, startMs), last];
}

/** Why an item cannot be where it was put; null if it can, and is there. */
export type Refused = { readonly rule: RuleName; readonly values: Values } | null;

/**
 * Moves an item to a time within its window. Plans with the new time first: if a rule or another moved item excludes it, stores nothing and
 * returns that rule.
 */
export async function moveItem(
  db: ReboundDatabase,
  world: World,
  situation: Situation,
  item: PlanItem,
  wantedMs: number,
  nowMs: number,
): Promise<Refused> {
  const [first, last] = findStarts(item, nowMs);
  const startMs = Math.min(last, Math.max(first, wantedMs));
  const moved = [...situation.moved.filter(({ id }) => id !== item.id), { id: item.id, startMs }];
  const plan = planFor({ ...situation, nowMs, moved });
  if (!stands(plan, { id: item.id, startMs })) {
    const against = plan.excluded.find(({ modality }) => modality === item.modality);
    return { rule: against?.rule ?? 'no-overlap', values: against?.values ?? {} };
  }
  // An item that the user moved before does not give way either.
  const before = planFor({ ...situation, nowMs });
  const lost = situation.moved.some((one) => one.id !== item.id && stands(before, one) && !stands(plan, one));
  if (lost) return { rule: 'no-overlap', values: {} };
  await moveInPlan(db, world, item.id, startMs, nowMs);
  return null;
}

function stands({ items }: Plan, at: { readonly id: string; readonly startMs: number }): boolean {
  return items.some(({ id, startMs }) => id === at.id && startMs === at.startMs);
}

/** Lets the plan choose the item's time again. */
export function letPlanChoose(db: ReboundDatabase, world: World, item: PlanItem, nowMs: number): Promise<void> {
  return moveInPlan(db, world, item.id, null, nowMs);
}
