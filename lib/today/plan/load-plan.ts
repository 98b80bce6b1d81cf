import { MINUTE_MS } from '../../core/time';
import {
  computeAdherence,
  findTargets,
  type Plan,
  planFor,
  restDaysBefore,
  type Situation,
  toWeek,
  type WeekAdherence,
} from '../../planner';
import type { ReboundDatabase } from '../../storage';
import type { Today } from '../today';
import { type SituationNow, situationNow } from './situation';

/** The plan as every surface shows it, with what it was made from. */
export interface PlanNow extends SituationNow {
  readonly plan: Plan;
  readonly week: WeekAdherence;
}

/** Reads the database and plans the next 72 h. Writes nothing: `rememberPlan` what is shown, so that the next plan is like it. */
export async function readPlan(db: ReboundDatabase, today: Today, nowMs: number, devices: Situation['devices'] = []): Promise<PlanNow> {
  const now = await situationNow(db, today, nowMs, devices);
  const plan = planFor(now.situation);
  return { ...now, plan, week: weekFor(now, plan) };
}

/** What of a plan the next one has to know. */
export function toRemembered({ items }: Plan): { readonly id: string; readonly startMs: number; readonly doseId: string }[] {
  return items.map(({ id, startMs, doseId }) => ({ id, startMs, doseId }));
}

/** Until when a plan may be shown as it is, epoch ms: then something in it is over that nobody ticked off, or becomes possible. */
export function standsUntilMs({ fromMs, toMs, items, excluded }: Plan): number {
  const over = items.map(({ startMs, minutes }) => startMs + minutes * MINUTE_MS);
  const freed = excluded.flatMap(({ untilMs }) => (untilMs !== null && untilMs > fromMs ? untilMs : []));
  return Math.min(toMs, ...over, ...freed);
}

/** Rules by which something is out of reach for the whole week: no target then. */
function isImpossible(rule: string): boolean {
  return rule === 'equipment' || rule === 'ill-or-feverish' || rule.startsWith('screening-');
}

function weekFor({ situation, log, day }: SituationNow, { excluded }: Plan): WeekAdherence {
  const impossible = new Set(excluded.filter(({ rule }) => isImpossible(rule)).map(({ modality }) => modality));
  const targets = findTargets(situation.phase, (modality) => !impossible.has(modality));
  const entries = log.map(({ itemId, ...entry }) => ({ ...entry, id: itemId }));
  return computeAdherence(targets, entries, toWeek(day), day, restDaysBefore(situation));
}
