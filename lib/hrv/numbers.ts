/** A figure that could not be computed is absent, never NaN or infinite. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
