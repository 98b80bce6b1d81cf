import { addDays, type Day, toDay } from '../../core/day';
import type { Plan, PlanItem } from '../../planner';
import { compareItems, isAllDay } from '../../planner';
import type { StoredLogEntry, TrainingEvent } from '../../storage';
import type { PlannedSession, Sport } from '../../training';
import type { SituationNow } from './situation';

/** A session or event that windows belong to, as the timeline shows it. */
export type AnchorRow = { readonly atMs: number; readonly day: Day } & (
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
export function buildTimeline({
  plan,
  log,
  planned,
  activities,
  settings,
  events,
  day,
}: SituationNow & { readonly plan: Plan }): TimelineDay[] {
  const lastDay = toDay(plan.toMs - 1, plan.timeZone);
  const trained = new Set(activities.map((activity) => activity.day));
  const anchors: AnchorRow[] = [
    ...events.map(({ kind, atMs, day: on }) => ({ kind: 'event', event: kind, atMs, day: on }) as const),
    // A finished activity replaces the planned session.
    ...planned
      .filter((session) => session.atMs > plan.fromMs || !trained.has(session.day))
      .map(({ sport, atMs, day: on, minutes, intensity }) => ({ kind: 'planned', sport, atMs, day: on, minutes, intensity }) as const),
    ...activities.map(
      ({ sport, startMs, day: on, movingTimeS }) =>
        ({ kind: 'done', sport, atMs: startMs, day: on, minutes: Math.round(movingTimeS / 60) }) as const,
    ),
  ];
  const rows: TimelineRow[] = [
    ...[...plan.items].sort(compareItems).map((item) => ({ kind: 'item', atMs: item.startMs, item }) as const),
    ...log.map((entry) => ({ kind: 'logged', atMs: entry.startMs, entry }) as const),
    ...anchors.map((anchor) => ({ kind: 'anchor', atMs: anchor.atMs, anchor }) as const),
  ];
  const days: TimelineDay[] = [];
  for (let at = day; at <= lastDay; at = addDays(at, 1)) {
    const ofDay = rows.filter((row) => toRowDay(row) === at);
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

/** Every row has a day of its own, decided where it was recorded. */
function toRowDay(row: TimelineRow): Day {
  if (row.kind === 'item') return row.item.day;
  return row.kind === 'logged' ? row.entry.day : row.anchor.day;
}

function compareRows(a: TimelineRow, b: TimelineRow): number {
  return Number(isAllDayRow(b)) - Number(isAllDayRow(a)) || a.atMs - b.atMs;
}

function isAllDayRow(row: TimelineRow): boolean {
  return row.kind === 'item' && isAllDay(row.item);
}
