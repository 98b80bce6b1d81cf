/** Bounds of plausible values. A value outside them is a misreading. */
const BOUNDS = {
  /** m: longer than any race on foot or by bike that counts as one activity. */
  distanceM: [0, 2_000_000],
  /** m: the climb of a week in the steepest stage races. */
  elevationM: [0, 100_000],
  /** s: up to 31 days. */
  timeS: [1, 31 * 86_400],
  /** bpm */
  heartRateBpm: [25, 250],
} as const;

/** The value if it is plausible, otherwise null. Units as given for each bound. */
export function plausible(kind: keyof typeof BOUNDS, value: number | null | undefined): number | null {
  const [low, high] = BOUNDS[kind];
  return typeof value === 'number' && value >= low && value <= high ? value : null;
}
