import { float64 } from './scratch';

/**
 * The slow trend of an even series by smoothness priors (Tarvainen 2002, IEEE Trans Biomed Eng 49:172): (I + λ²·D2ᵀD2)⁻¹·x with D2 the
 * second difference. The matrix has five diagonals, so it is solved in O(n) as L·D·Lᵀ.
 *
 * @param x at least three values
 * @param lambda 500 at 4 Hz takes out what is slower than about 0.035 Hz
 * @returns the trend; subtract it to detrend
 */
export function smoothnessPriorsTrend(x: Float64Array, lambda: number): Float64Array {
  const n = x.length;
  const weight = lambda * lambda;
  // L has two diagonals below its ones: `one` and weight ÷ D; D is kept inverted.
  const one = float64(n);
  const inverse = float64(n);
  const trend = float64(n);
  let d = 0;
  let l1 = 0;
  let l2 = 0;
  let before = 0;
  let before2 = 0;
  for (let i = 0; i < n; i++) {
    const value = (x[i] ?? 0) - l1 * before - l2 * before2;
    trend[i] = value;
    before2 = before;
    before = value;
    // `weight` is l2 · D of two rows before, by the definition of l2.
    const next = 1 + weight * (mainDiagonal(i, n) - l2) - l1 * l1 * d;
    const inverted = 1 / next;
    inverse[i] = inverted;
    const below = weight * (firstDiagonal(i, n) - (i > 0 ? l1 : 0)) * inverted;
    one[i] = below;
    l2 = i > 0 ? weight * (inverse[i - 1] ?? 0) : 0;
    l1 = below;
    d = next;
  }
  before = 0;
  before2 = 0;
  for (let i = n - 1; i >= 0; i--) {
    const factor = inverse[i] ?? 0;
    const below = i + 1 < n ? (one[i] ?? 0) * before : 0;
    const below2 = i + 2 < n ? weight * factor * before2 : 0;
    const value = (trend[i] ?? 0) * factor - below - below2;
    trend[i] = value;
    before2 = before;
    before = value;
  }
  return trend;
}

/** Main diagonal of D2ᵀD2: the sum of squares of value i's coefficients over all second differences. */
function mainDiagonal(i: number, n: number): number {
  return (i + 2 < n ? 1 : 0) + (i >= 1 && i + 1 < n ? 4 : 0) + (i >= 2 ? 1 : 0);
}

/** First off-diagonal: entry (i, i + 1). */
function firstDiagonal(i: number, n: number): number {
  return (i + 2 < n ? -2 : 0) + (i >= 1 ? -2 : 0);
}
