import type { Day } from '../core/day';
import type { Quality } from '../hrv';
import type { Conflict, PlanItem } from '../planner';
import type { ShownReadiness } from '../readiness';
import type { RuledOut } from '../readiness/mornings';
import type { Settings, World } from '../storage';
import type { Today } from './read-today';
import type { DayReading } from './today';

/** How a day stands, as much as a card shows. Plain JSON without words, because the words follow the browser's language. */
export interface DaySnapshot {
  readonly day: Day;
  readonly world: World;
  /** The verdict with its causes and ranges, and only the two largest contributors. */
  readonly readiness: ShownReadiness;
  /** Why the check is no morning check; null if it is one, or there is none. */
  readonly ruledOut: RuledOut | null;
  /** Today's check; null if not measured yet. */
  readonly check: {
    readonly startedAtMs: number;
    readonly timeZone: string;
    readonly rating: Quality['rating'];
    readonly rmssdMs: number | null;
    readonly meanHrBpm: number | null;
  } | null;
}

/** The next step of the plan: as much of the item as one line shows. */
export type NextStep = Pick<
  PlanItem,
  | 'id'
  | 'modality'
  | 'doseId'
  | 'variant'
  | 'whose'
  | 'regions'
  | 'dose'
  | 'counts'
  | 'minutes'
  | 'startMs'
  | 'windowFromMs'
  | 'windowToMs'
  | 'reason'
>;

/** Today in short: the one shape that popup, badge, side panel and the card on training sites show. */
export interface TodaySnapshot extends DaySnapshot {
  /** Null if nothing is left to do today. */
  readonly next: NextStep | null;
  /** Planned sessions and events that their day should not hold, earliest first. */
  readonly conflicts: readonly Conflict[];
  /** The user's choice; null follows the region. */
  readonly units: Settings['units'];
}

/** How many contributors a snapshot names. */
const CAUSES = 2;

export function toDaySnapshot({ day, world, readiness, ruledOut, check }: Omit<DayReading, 'judged'>): DaySnapshot {
  const { verdict, rule, confidence, morning, doneSince, learned, needed, provisional, days, hr, newStrap, notes } = readiness;
  return {
    day,
    world,
    readiness: {
      verdict,
      rule,
      confidence,
      morning,
      doneSince,
      learned,
      needed,
      provisional,
      days,
      day: readiness.day,
      hr,
      newStrap,
      notes,
      contributors: readiness.contributors.slice(0, CAUSES),
    },
    ruledOut,
    check:
      check === null
        ? null
        : {
            startedAtMs: check.startedAtMs,
            timeZone: check.timeZone,
            rating: check.summary.quality.rating,
            rmssdMs: check.summary.corrected.rmssdMs,
            meanHrBpm: check.summary.meanHrBpm,
          },
  };
}

export function toTodaySnapshot(today: Today): TodaySnapshot {
  return {
    ...toDaySnapshot(today),
    next: today.next === null ? null : toNextStep(today.next),
    conflicts: today.conflicts,
    units: today.settings.units,
  };
}

function toNextStep(item: PlanItem): NextStep {
  const { id, modality, doseId, variant, whose, regions, dose, counts, minutes, startMs, windowFromMs, windowToMs, reason } = item;
  return { id, modality, doseId, variant, whose, regions, dose, counts, minutes, startMs, windowFromMs, windowToMs, reason };
}
