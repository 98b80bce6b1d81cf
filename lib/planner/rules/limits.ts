import { CATALOGUE, MODALITIES, type Modality } from '../../catalogue';
import { HOUR_MS, MINUTE_MS } from '../../core/time';
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

/** Movement, breathing and a nap take time but are no treatments. */
const NO_TREATMENT: ReadonlySet<Modality> = new Set(['cool-down', 'active-recovery', 'stretching', 'mobility', 'breathwork', 'nap']);
/** What takes time and is done to the body. */
export const TREATMENTS: ReadonlySet<Modality> = new Set(MODALITIES.filter((one) => CATALOGUE[one].counts && !NO_TREATMENT.has(one)));
/** The most treatments on one waking day. Our choice. */
export const MOST_TREATMENTS = 3;
/** The most things that take time in the last two hours before bed. Our choice. */
const CALM = { most: 3, beforeBedMs: 2 * HOUR_MS } as const;
/** Fewer minutes a day than this are for cool-down, stretching and breathing, not for treatments. Our choice. */
const LEAST_FOR_TREATMENTS_MIN = 20;

type Counted = Pick<PlacementCandidate, 'modality' | 'startMs' | 'endMs'> & { readonly session: unknown };

/**
 * Counts what an item uses.
 * @param day the local day of its start
 */
export function countUses({ modality, startMs, endMs, session }: Counted, day: LocalDay, scene: Scene): Use[] {
  const { counts, perDay, perWeek, mostAhead } = CATALOGUE[modality];
  const { timeBudgetMin } = scene.situation;
  const uses: Use[] = [{ key: `${modality} ${day.day}`, amount: 1, most: perDay, rule: 'enough-that-day' }];
  if (counts) {
    const waking = scene.findWakingDay(startMs) ?? day;
    const amount = (endMs - startMs) / MINUTE_MS;
    uses.push({ key: `time ${day.day}`, amount, most: timeBudgetMin, rule: 'time-budget' });
    // Also over the hours awake, which may belong to two dates.
    if (waking !== day) uses.push({ key: `time ${waking.day}`, amount, most: timeBudgetMin, rule: 'time-budget' });
    if (session !== null) uses.push({ key: `earned ${waking.day}`, amount, most: scene.earnedMin(waking), rule: 'enough-for-the-load' });
    if (waking.bedMs - startMs <= CALM.beforeBedMs) {
      uses.push({ key: `evening ${waking.day}`, amount: 1, most: CALM.most, rule: 'calm-evening' });
    }
    if (TREATMENTS.has(modality)) {
      uses.push({ key: `treatments ${waking.day}`, amount: 1, most: MOST_TREATMENTS, rule: 'three-treatments' });
      if (waking !== day) uses.push({ key: `treatments ${day.day}`, amount: 1, most: MOST_TREATMENTS, rule: 'three-treatments' });
      if (timeBudgetMin < LEAST_FOR_TREATMENTS_MIN) {
        uses.push({ key: `least ${day.day}`, amount: 1, most: 0, rule: 'least-time' });
      }
    }
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
  for (const { id, modality, startMs, minutes, outcome } of scene.situation.log) {
    const day = scene.findDay(startMs);
    if (outcome !== 'done' || day === undefined) continue;
    // The id of an item that belongs to a session names the session: see `toItemId`.
    const session = id?.includes('@s') === true ? id : null;
    spend(countUses({ modality, startMs, endMs: startMs + minutes * MINUTE_MS, session }, day, scene), used);
  }
  return used;
}
