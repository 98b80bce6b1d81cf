import type { Modality } from '../catalogue';
import { CATALOGUE, type CatalogueEntry, type Dose, type Trials } from '../catalogue';
import { ceilTo } from '../core/numbers';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/time';
import type { Occasion } from './occasions';
import {
  countUses,
  type LocalDay,
  type PlacementCandidate,
  type PlainRuleName,
  preferred,
  type RuleValues,
  type Scene,
  type Session,
  TIME_RULES,
  type TimeRule,
  type Use,
} from './rules';

/** Where an occasion may go, with which dose, and the value of each placement. */

export interface Placement extends PlacementCandidate {
  readonly value: number;
  readonly day: LocalDay;
  readonly uses: readonly Use[];
  /** Earns a bonus when paired with another item. */
  readonly bonds: boolean;
}

export interface PlacementChoice {
  readonly occasion: Occasion;
  readonly entry: CatalogueEntry;
  /** Best first. */
  readonly placements: readonly Placement[];
  /** The placements it would have without the user's move; empty if the user moved nothing. */
  readonly unmoved: readonly Placement[];
  readonly moved: boolean;
}

/** The rule that excluded an occasion, or the first part of it. */
export interface Refusal {
  readonly rule: PlainRuleName;
  readonly values: RuleValues;
  readonly untilMs: number | null;
}

/** Value of each grade of evidence. Our choice. */
const WORTH: Readonly<Record<Trials, number>> = { strong: 1, moderate: 0.75, mixed: 0.5, developing: 0.35, little: 0.3, none: 0.1 };
const NEED = { easy: 0.5, moderate: 0.8, hard: 1 } as const;
const RACE_NEED = 1.2;
const DAY_NEED = 0.8;
/** Value lost per day ahead: forecasts grow less certain. */
const PER_DAY_AHEAD = 0.04;
/** Preferred hour of the day: around 18:00 for training recovery, around noon for meals. A weak preference, our choice. */
const BEST_OF_DAY_H = { counts: 18, other: 12 } as const;
const OF_DAY = 0.05;
/** A window at least this wide leaves the hour open. */
const WIDE_MS = 24 * HOUR_MS;
/** Bonus for items of the previous plan, at the same time or moved, so that replanning changes little. */
const KEEP = { same: 1.1, moved: 1.03 } as const;
/** Rules that are reported when they exclude the first part of a window, even if the rest is free. */
export const TELL_OF: ReadonlySet<PlainRuleName> = new Set([
  'cold-after-strength',
  'inflammation-wanted',
  'compression-before-race',
  'no-water-or-heat-after-alcohol',
  'heat-dehydrated',
]);

const BONDS: ReadonlySet<Modality> = new Set(['cold-water-immersion', 'infrared']);

interface RulesOf {
  readonly dose: readonly TimeRule[];
  readonly start: readonly TimeRule[];
  readonly all: readonly TimeRule[];
}

const RULES_FOR = new Map<Modality, RulesOf>(
  Object.values(CATALOGUE).map(({ modality }) => {
    const all = TIME_RULES.filter(({ concerns }) => concerns === undefined || concerns.includes(modality));
    return [modality, { all, dose: all.filter(({ scope }) => scope === 'dose'), start: all.filter(({ scope }) => scope === undefined) }];
  }),
);
const NO_RULES: RulesOf = { dose: [], start: [], all: [] };

/** Returns the placements of an occasion that no rule excludes, or the rule that excluded the last of them. */
export function toChoice(
  occasion: Occasion,
  entry: CatalogueEntry,
  scene: Scene,
): { choice: PlacementChoice | null; refusal: Refusal | null } {
  const { situation } = scene;
  const { modality, window, session } = occasion;
  const { dose: doseRules, start: startRules, all } = RULES_FOR.get(modality) ?? NO_RULES;
  const base = WORTH[entry.grades.trials] * window.weight * preferred(modality, scene).factor * rateNeed(session);
  const before = situation.previous.find(({ id }) => id === occasion.id);
  const moved = situation.moved.find(({ id }) => id === occasion.id);
  const doses = chooseDoses(entry, occasion);
  const placements: Placement[] = [];
  const refused: Refused = new Map();
  for (const dose of doses) {
    const lengthMs = (occasion.minutes ?? dose.minutes) * MINUTE_MS;
    const first: PlacementCandidate = { modality, dose, window, session, startMs: occasion.fromMs, endMs: occasion.fromMs + lengthMs };
    const never = findRefusal(doseRules, first, scene);
    if (never !== null) {
      refuse(refused, never, occasion.fromMs);
      continue;
    }
    // In free time only the modality's own rules can still fail. Elsewhere, and where the user put the item, check all rules.
    const inFreeTime = entry.counts && moved === undefined;
    const starts = moved !== undefined ? [moved.startMs] : listStarts(occasion, scene, lengthMs, inFreeTime, before?.startMs);
    const rules = inFreeTime ? startRules : all;
    // Uses are the same for all starts on one day.
    let usesDay: LocalDay | null = null;
    let uses: readonly Use[] = [];
    for (const startMs of starts) {
      const candidate: PlacementCandidate = { modality, dose, window, session, startMs, endMs: startMs + lengthMs };
      if (candidate.endMs > occasion.toMs && moved === undefined) continue;
      const day = scene.findDay(startMs);
      const refusal = findRefusal(rules, candidate, scene);
      if (refusal !== null) refuse(refused, refusal, startMs);
      if (refusal !== null || day === undefined) continue;
      if (usesDay !== day) [usesDay, uses] = [day, countUses(candidate, day, scene)];
      const value = base * dose.share * rateTime(occasion, startMs, day, entry, scene) * rateKeeping(before, startMs, dose);
      const endMs = startMs + lengthMs;
      placements.push({ modality, dose, window, session, startMs, endMs, value, day, uses, bonds: BONDS.has(modality) });
    }
    if (starts.length === 0) {
      const startMs = Math.max(occasion.fromMs, situation.nowMs);
      const candidate: PlacementCandidate = { modality, dose, window, session, startMs, endMs: startMs + lengthMs };
      refuse(refused, findRefusal(all, candidate, scene) ?? { rule: 'training-then', values: {} }, startMs);
    }
  }
  placements.sort((a, b) => b.value - a.value || a.startMs - b.startMs);
  const refusal = tell(refused, placements);
  if (placements.length === 0) return { choice: null, refusal };
  // Only a moved item needs both calculations.
  const unmoved = moved === undefined ? [] : placementsUnmoved(occasion, entry, scene);
  return { choice: { occasion, entry, placements, unmoved, moved: moved !== undefined }, refusal };
}

function placementsUnmoved(occasion: Occasion, entry: CatalogueEntry, scene: Scene): readonly Placement[] {
  return toChoice(occasion, entry, { ...scene, situation: { ...scene.situation, moved: [] } }).choice?.placements ?? [];
}

/** For each rule, when it first excluded a start. */
type Refused = Map<PlainRuleName, { readonly values: RuleValues; readonly firstMs: number }>;

function refuse(refused: Refused, { rule, values }: { readonly rule: PlainRuleName; readonly values: RuleValues }, firstMs: number): void {
  if (!refused.has(rule)) refused.set(rule, { values, firstMs });
}

function findRefusal(
  rules: readonly TimeRule[],
  candidate: PlacementCandidate,
  scene: Scene,
): { rule: PlainRuleName; values: RuleValues } | null {
  for (const rule of rules) {
    const values = rule.against(candidate, scene);
    if (values !== null) return { rule: rule.name, values };
  }
  return null;
}

function tell(refused: Refused, placements: readonly Placement[]): Refusal | null {
  // The rule that excluded the earliest start.
  let named: PlainRuleName | null = null;
  for (const [rule, { firstMs }] of refused) {
    const known = named === null ? undefined : refused.get(named);
    if ((placements.length === 0 || TELL_OF.has(rule)) && (known === undefined || firstMs < known.firstMs)) named = rule;
  }
  const found = named === null ? undefined : refused.get(named);
  if (named === null || found === undefined) return null;
  const first = placements.reduce((least, { startMs }) => Math.min(least, startMs), Number.POSITIVE_INFINITY);
  if (placements.length > 0 && first < found.firstMs) return null;
  return { rule: named, values: found.values, untilMs: placements.length === 0 ? null : first };
}

function chooseDoses(entry: CatalogueEntry, { window }: Occasion): readonly Dose[] {
  return window.doses === undefined ? entry.doses : entry.doses.filter(({ id }) => window.doses?.includes(id));
}

/** Starts to try, at whole five minutes; wider windows use coarser steps. Always includes the start of the previous plan. */
function listStarts(occasion: Occasion, scene: Scene, lengthMs: number, inFreeTime: boolean, beforeMs: number | undefined): number[] {
  const { fromMs, lastStartMs } = occasion;
  if (fromMs === lastStartMs && !inFreeTime) return [fromMs];
  const first = Math.max(fromMs, scene.situation.nowMs);
  const last = Math.min(lastStartMs, scene.endMs - 1);
  const hours = (last - first) / HOUR_MS;
  const step = (hours <= 3 ? 5 : hours <= 8 ? 15 : hours <= 16 ? 30 : 60) * MINUTE_MS;
  const starts: number[] = [];
  for (const free of inFreeTime ? scene.free : [{ fromMs: first, toMs: Number.POSITIVE_INFINITY }]) {
    const to = Math.min(last, free.toMs - lengthMs);
    const from = ceilTo(Math.max(first, free.fromMs), 5 * MINUTE_MS);
    for (let at = from; at <= to; at = ceilTo(at + 1, step)) starts.push(at);
    if (beforeMs !== undefined && beforeMs >= from && beforeMs <= to && !starts.includes(beforeMs)) starts.push(beforeMs);
  }
  return starts;
}

function rateNeed(session: Session | null): number {
  return session === null ? DAY_NEED : session.race ? RACE_NEED : NEED[session.effort];
}

/** How good a time is, from 0 to 1. */
function rateTime(
  { window, session, fromMs, lastStartMs }: Occasion,
  startMs: number,
  day: LocalDay,
  { counts }: CatalogueEntry,
  scene: Scene,
): number {
  const ahead = Math.max(0, (startMs - scene.situation.nowMs) / DAY_MS);
  const sure = 1 - PER_DAY_AHEAD * ahead;
  const bestMs = day.startMs + BEST_OF_DAY_H[counts ? 'counts' : 'other'] * HOUR_MS;
  const ofDay = 1 - (OF_DAY * Math.min(12 * HOUR_MS, Math.abs(startMs - bestMs))) / (12 * HOUR_MS);
  if (window.at === 'after' && session !== null) {
    const best = session.endMs + (window.bestToMin ?? window.fromMin) * MINUTE_MS;
    const late = startMs <= best || lastStartMs <= best ? 0 : ((1 - (window.late ?? 1)) * (startMs - best)) / (lastStartMs - best);
    return sure * (1 - late) * (lastStartMs - fromMs > WIDE_MS ? ofDay : 1);
  }
  return window.at === 'day' && fromMs !== lastStartMs ? sure * ofDay : sure;
}

function rateKeeping(before: { readonly startMs: number; readonly doseId: string } | undefined, startMs: number, dose: Dose): number {
  if (before === undefined) return 1;
  return before.startMs === startMs && before.doseId === dose.id ? KEEP.same : KEEP.moved;
}
