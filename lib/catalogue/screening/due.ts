import { DAY_MS } from '../../core/time';
import { isHealthUnread, type MaybeUnread } from '../../readiness';
import { type Modality, modalitiesIn } from '../catalogue';

/** What may be planned and advised before the screening is answered: it could rule none of it out. */
const BEFORE_SCREENING: ReadonlySet<Modality> = new Set(modalitiesIn('before-screening'));

/** Something that happened to the user and makes an earlier screening void. */
export const VOIDING_TICKS = ['ill', 'injured', 'pregnant', 'operated', 'new-medicine'] as const;
export type VoidingTick = (typeof VOIDING_TICKS)[number];

export interface ScreeningDates {
  /** Null: never asked. */
  readonly answeredAtMs: number | null;
  /** The last tick of each kind, epoch ms. */
  readonly ticks: Readonly<Partial<Record<VoidingTick, number>>>;
  /** Something that was answered could not be read: what it ruled out is not known. Left out: no. */
  readonly unread?: boolean;
}

/**
 * Why questions must be answered before the next plan or session: the screening, or, for `answers-unread`, the ones of this morning, of
 * which the answers could not be read.
 */
export type ScreeningDue = 'never-asked' | 'unread' | 'too-old' | VoidingTick | 'answers-unread';

const VALID_MS = 90 * DAY_MS;

/** When an answered screening is too old, epoch ms; infinity: it was never answered. */
export function findScreeningEndMs({ answeredAtMs }: ScreeningDates): number {
  return answeredAtMs === null ? Number.POSITIVE_INFINITY : answeredAtMs + VALID_MS + 1;
}

/** Why the screening must come before the next plan or session; null while it holds: 90 days, nothing ticked since, and all of it readable. */
export function screeningDue({ answeredAtMs, ticks, unread = false }: ScreeningDates, nowMs: number): ScreeningDue | null {
  if (unread) return 'unread';
  if (answeredAtMs === null) return 'never-asked';
  const since = VOIDING_TICKS.find((tick) => (ticks[tick] ?? Number.NEGATIVE_INFINITY) >= answeredAtMs);
  if (since !== undefined) return since;
  // A clock that was set back must not make it hold for ever.
  return Math.abs(nowMs - answeredAtMs) > VALID_MS ? 'too-old' : null;
}

/**
 * Why questions must be answered before the next plan or session; null: none must.
 * @param checkIn this morning's answers; null: not answered
 */
export function findDue(screening: ScreeningDates, checkIn: MaybeUnread | null, nowMs: number): ScreeningDue | null {
  return screeningDue(screening, nowMs) ?? (isHealthUnread(checkIn) ? 'answers-unread' : null);
}

/** Whether a modality has to wait until the questions are answered, because the answers could rule it out. */
export function waitsForAnswers(modality: Modality, due: string | null): boolean {
  return due !== null && !BEFORE_SCREENING.has(modality);
}
