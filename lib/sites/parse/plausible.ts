/** Bounds beyond which a value is a misreading, not a workout. */
const BOUNDS = {
  /** m: longer than any race on foot or wheels that is one activity. */
  distanceM: [0, 2_000_000],
  /** m: a week of the steepest stage races. */
  elevationM: [0, 100_000],
  /** s: up to 31 days. */
  timeS: [1, 31 * 86_400],
  /** bpm */
  heartRateBpm: [25, 250],
} as const;

/** The value if it can be true, else null. Units as the name of the bound says. */
export function plausible(kind: keyof typeof BOUNDS, value: number | null | undefined): number | null {
  const [low, high] = BOUNDS[kind];
  return typeof value === 'number' && value >= low && value <= high ? value : null;
}
