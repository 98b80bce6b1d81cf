/** Something that happened to the user and makes an earlier screening void. */
export const VOIDING_TICKS = ['ill', 'injured', 'pregnant', 'operated', 'new-medicine'] as const;
export type VoidingTick = (typeof VOIDING_TICKS)[number];

export interface ScreeningDates {
  /** Null: never asked. */
  readonly answeredAtMs: number | null;
  /** The last tick of each kind, epoch ms. */
  readonly ticks: Readonly<Partial<Record<VoidingTick, number>>>;
}

const VALID_MS = 90 * 86_400_000;

/** When an answered screening is too old, epoch ms; infinity: it was never answered. */
export function findScreeningEndMs({ answeredAtMs }: ScreeningDates): number {
  return answeredAtMs === null ? Number.POSITIVE_INFINITY : answeredAtMs + VALID_MS + 1;
}

/** Why the screening must come before the next plan or session; null while it holds: 90 days, and nothing ticked since. */
export function screeningDue({ answeredAtMs, ticks }: ScreeningDates, nowMs: number): 'never-asked' | 'too-old' | VoidingTick | null {
  if (answeredAtMs === null) return 'never-asked';
  const since = VOIDING_TICKS.find((tick) => (ticks[tick] ?? Number.NEGATIVE_INFINITY) >= answeredAtMs);
  if (since !== undefined) return since;
  // A clock that was set back must not make it hold for ever.
  return Math.abs(nowMs - answeredAtMs) > VALID_MS ? 'too-old' : null;
}
