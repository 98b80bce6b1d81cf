import { addDays, type Day } from '../../core/day';
import { keepWakingDay } from '../../core/waking-day';
import type { ConflictOffer, Plan, PlanDay, PlanItem } from '../../planner';
import { compareItems, isAllDay } from '../../planner';
import type { StoredLogEntry, TrainingEvent } from '../../storage';
import type { PlannedSession, Sport } from '../../training';
import type { SituationNow } from './situation';

/** A session or event that windows belong to, as the timeline shows it. */
export type AnchorRow = { readonly atMs: number; readonly day: Day } & (
  | { readonly kind: 'event'; readonly event: TrainingEvent['kind'] }
  | {
      readonly kind: 'planned';
      readonly sport: Sport;
      readonly minutes: number;
      readonly intensity: PlannedSession['intensity'];
      readonly state: 'waits' | ConflictOffer | null;
    }
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
  /** The day's routine, and whether there is little to recover from; null: the plan does not reach it. */
  readonly plan: Pick<PlanDay, 'routine' | 'own' | 'little'> | null;
  /** What the day offers "if you have time". */
  readonly optional: readonly PlanItem[];
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
  // A day that the plan cuts off holds nothing, and is not shown.
  const lastDay = plan.days.at(-1)?.day ?? day;
  const toItemDay = (item: PlanItem) => (isAllDay(item) ? item.day : keepWakingDay(item.day, item.startMs, settings, plan.timeZone));
  const trained = new Set(activities.map((activity) => activity.day));
  const anchors: AnchorRow[] = [
    ...events.map(({ kind, atMs, day: on }) => ({ kind: 'event', event: kind, atMs, day: on }) as const),
    // A finished activity replaces the planned session.
    ...planned
      .filter((session) => session.atMs > plan.fromMs || !trained.has(session.day))
      .map(({ sport, atMs, day: on, minutes, intensity, answer }) => {
        const waits = plan.conflicts.some((one) => one.kind === 'session' && one.session.atMs === atMs);
        const state = waits ? 'waits' : (answer?.offer ?? null);
        return { kind: 'planned', sport, atMs, day: on, minutes, intensity, state } as const;
      }),
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
    const ofDay = rows.filter((row) => toRowDay(row, toItemDay) === at);
    const budget = plan.days.find((one) => one.day === at);
    days.push({
      day: at,
      rows: ofDay.sort(compareRows),
      usedMin: budget?.usedMin ?? 0,
      budgetMin: budget?.budgetMin ?? settings.timeBudgetMin,
      plan: budget ?? null,
      optional: plan.optional.filter((item) => item.day === at),
    });
  }
  return days;
}

/** Every row belongs to one waking day. */
function toRowDay(row: TimelineRow, toItemDay: (item: PlanItem) => Day): Day {
  if (row.kind === 'item') return toItemDay(row.item);
  return row.kind === 'logged' ? row.entry.day : row.anchor.day;
}

function compareRows(a: TimelineRow, b: TimelineRow): number {
  return Number(isAllDayRow(b)) - Number(isAllDayRow(a)) || a.atMs - b.atMs;
}

function isAllDayRow(row: TimelineRow): boolean {
  return row.kind === 'item' && isAllDay(row.item);
}
