import { DAY_MS } from '../../core/time';

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

/** Why the screening must come before the next plan or session. */
export type ScreeningDue = 'never-asked' | 'unread' | 'too-old' | VoidingTick;

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
