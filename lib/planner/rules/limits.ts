import { CATALOGUE } from '../../catalogue';
import { coldMostAWeek } from '../programme';
import { HEAT, WHOLE_BODY_COLD } from './families';
import type { LocalDay } from './local-days';
import type { PlacementCandidate, PlainRuleName } from './rule';
import type { Scene } from './scene';

/** Rules over the whole plan, as counters: each item uses some of each counter, and no counter may exceed its limit. */

export interface Use {
  readonly key: string;
  readonly amount: number;
  readonly most: number;
  readonly rule: PlainRuleName;
}

const MINUTE_MS = 60_000;

/** Counts what an item uses. */
export function countUses(
  { modality, startMs, endMs }: Pick<PlacementCandidate, 'modality' | 'startMs' | 'endMs'>,
  day: LocalDay,
  scene: Scene,
): Use[] {
  const { counts, perDay, perWeek, mostAhead } = CATALOGUE[modality];
  const uses: Use[] = [{ key: `${modality} ${day.day}`, amount: 1, most: perDay, rule: 'enough-that-day' }];
  if (counts) {
    const amount = (endMs - startMs) / MINUTE_MS;
    uses.push({ key: `time ${day.day}`, amount, most: scene.situation.timeBudgetMin, rule: 'time-budget' });
  }
  if (WHOLE_BODY_COLD.has(modality)) {
    uses.push({ key: `cold ${day.day}`, amount: 1, most: 1, rule: 'one-cold-a-day' });
    const most = coldMostAWeek(scene.situation.phase);
    uses.push({ key: `cold-week ${day.week}`, amount: 1, most, rule: 'enough-that-week' });
  }
  if (HEAT.has(modality)) uses.push({ key: `heat ${day.day}`, amount: 1, most: 1, rule: 'one-heat-a-day' });
  if (perWeek !== undefined) {
    uses.push({ key: `${modality} week ${day.week}`, amount: 1, most: perWeek, rule: 'enough-that-week' });
  }
  if (mostAhead !== undefined && startMs >= scene.situation.nowMs) {
    uses.push({ key: `${modality} ahead`, amount: 1, most: mostAhead, rule: 'enough-that-week' });
  }
  return uses;
}

/** Whether this use would exceed the limit. */
export function isOver({ key, amount, most }: Use, used: ReadonlyMap<string, number>): boolean {
  return (used.get(key) ?? 0) + amount > most;
}

/** Adds these uses to the counters. */
export function spend(uses: readonly Use[], used: Map<string, number>): void {
  for (const { key, amount } of uses) used.set(key, (used.get(key) ?? 0) + amount);
}

/** Counts what was already used today and earlier in the week. */
export function usedBefore(scene: Scene): Map<string, number> {
  const used = new Map<string, number>();
  for (const { modality, startMs, minutes, outcome } of scene.situation.log) {
    const day = scene.findDay(startMs);
    if (outcome !== 'done' || day === undefined) continue;
    spend(countUses({ modality, startMs, endMs: startMs + minutes * MINUTE_MS }, day, scene), used);
  }
  return used;
}
