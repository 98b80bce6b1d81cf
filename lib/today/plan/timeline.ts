import { addDays, type Day, toDay } from '../../core/day';
import type { Plan, PlanItem } from '../../planner';
import { compareItems, isAllDay } from '../../planner';
import type { StoredLogEntry, TrainingEvent } from '../../storage';
import type { PlannedSession, Sport } from '../../training';
import type { SituationNow } from './situation';

/** A session or event that windows belong to, as the timeline shows it. */
export type AnchorRow = { readonly atMs: number } & (
  | { readonly kind: 'event'; readonly event: TrainingEvent['kind'] }
  | { readonly kind: 'planned'; readonly sport: Sport; readonly minutes: number; readonly intensity: PlannedSession['intensity'] }
  | { readonly kind: 'done'; readonly sport: Sport; readonly minutes: number }
);

export type TimelineRow =
  | { readonly kind: 'item'; readonly atMs: number; readonly item: PlanItem }
  | { readonly kind: 'logged'; readonly atMs: number; readonly entry: StoredLogEntry }
  | { readonly kind: 'anchor'; readonly atMs: number; readonly anchor: AnchorRow };

export interface TimelineDay {
  readonly day: Day;
  /** Items that last all day come before those with a time. */
  readonly rows: readonly TimelineRow[];
  readonly usedMin: number;
  readonly budgetMin: number;
}

/** The days of a plan in order of time: items, finished and skipped entries, and the sessions that they belong to. */
export function buildTimeline({ plan, log, planned, activities, settings, day }: SituationNow & { readonly plan: Plan }): TimelineDay[] {
  const dayAt = (ms: number) => toDay(ms, plan.timeZone);
  const lastDay = dayAt(plan.toMs - 1);
  const trained = new Set(activities.map(({ startMs }) => dayAt(startMs)));
  const anchors: AnchorRow[] = [
    ...settings.events.map(({ kind, atMs }) => ({ kind: 'event', event: kind, atMs }) as const),
    // A finished activity replaces the planned session.
    ...planned
      .filter(({ atMs }) => atMs > plan.fromMs || !trained.has(dayAt(atMs)))
      .map(({ sport, atMs, minutes, intensity }) => ({ kind: 'planned', sport, atMs, minutes, intensity }) as const),
    ...activities.map(
      ({ sport, startMs, movingTimeS }) => ({ kind: 'done', sport, atMs: startMs, minutes: Math.round(movingTimeS / 60) }) as const,
    ),
  ];
  const rows: TimelineRow[] = [
    ...[...plan.items].sort(compareItems).map((item) => ({ kind: 'item', atMs: item.startMs, item }) as const),
    ...log.map((entry) => ({ kind: 'logged', atMs: entry.startMs, entry }) as const),
    ...anchors.map((anchor) => ({ kind: 'anchor', atMs: anchor.atMs, anchor }) as const),
  ];
  const days: TimelineDay[] = [];
  for (let at = day; at <= lastDay; at = addDays(at, 1)) {
    const ofDay = rows.filter((row) => (row.kind === 'item' ? row.item.day : dayAt(row.atMs)) === at);
    const budget = plan.days.find((one) => one.day === at);
    days.push({
      day: at,
      rows: ofDay.sort(compareRows),
      usedMin: budget?.usedMin ?? 0,
      budgetMin: budget?.budgetMin ?? settings.timeBudgetMin,
    });
  }
  return days;
}

/** Rows of one time stay as they are: items in their own order, then what was logged, then sessions. */
function compareRows(a: TimelineRow, b: TimelineRow): number {
  return Number(isAllDayRow(b)) - Number(isAllDayRow(a)) || a.atMs - b.atMs;
}

function isAllDayRow(row: TimelineRow): boolean {
  return row.kind === 'item' && isAllDay(row.item);
}
