import { DAY_MS } from '../../core/time';
import { isHealthUnread, type MaybeUnread } from '../../readiness';
import { type Modality, modalitiesIn } from '../catalogue';

/** What may be planned and advised before the health questions are answered: they could not rule it out. */
const BEFORE_SCREENING: ReadonlySet<Modality> = new Set(modalitiesIn('before-screening'));

/** Events that invalidate earlier answers. */
export const VOIDING_TICKS = ['ill', 'injured', 'pregnant', 'operated', 'new-medicine'] as const;
export type VoidingTick = (typeof VOIDING_TICKS)[number];

export interface ScreeningDates {
  /** Null: never asked. */
  readonly answeredAtMs: number | null;
  /** The last event of each kind, epoch ms. */
  readonly ticks: Readonly<Partial<Record<VoidingTick, number>>>;
  /** Whether an answer could not be read, so that its exclusions are unknown. Omitted: no. */
  readonly unread?: boolean;
}

/**
 * Why questions must be answered before the next plan or session: the health questions, or, for `answers-unread`, those of this morning,
 * which could not be read.
 */
export type ScreeningDue = 'never-asked' | 'unread' | 'too-old' | VoidingTick | 'answers-unread';

const VALID_MS = 90 * DAY_MS;

/** When the answers expire, epoch ms; infinity: they were never given. */
export function findScreeningEndMs({ answeredAtMs }: ScreeningDates): number {
  return answeredAtMs === null ? Number.POSITIVE_INFINITY : answeredAtMs + VALID_MS + 1;
}

/**
 * Why the health questions must be answered before the next plan or session; null while the answers are valid: for 90 days, without a later
 * event, and all readable.
 */
export function screeningDue({ answeredAtMs, ticks, unread = false }: ScreeningDates, nowMs: number): ScreeningDue | null {
  if (unread) return 'unread';
  if (answeredAtMs === null) return 'never-asked';
  const since = VOIDING_TICKS.find((tick) => (ticks[tick] ?? Number.NEGATIVE_INFINITY) >= answeredAtMs);
  if (since !== undefined) return since;
  // A clock that was set back must not keep them valid forever.
  return Math.abs(nowMs - answeredAtMs) > VALID_MS ? 'too-old' : null;
}

/**
 * Why questions must be answered before the next plan or session; null when none must.
 * @param checkIn this morning's answers; null: not answered
 */
export function findDue(screening: ScreeningDates, checkIn: MaybeUnread | null, nowMs: number): ScreeningDue | null {
  return screeningDue(screening, nowMs) ?? (isHealthUnread(checkIn) ? 'answers-unread' : null);
}

/** Whether a modality must wait for the answers, because they could rule it out. */
export function waitsForAnswers(modality: Modality, due: string | null): boolean {
  return due !== null && !BEFORE_SCREENING.has(modality);
}
