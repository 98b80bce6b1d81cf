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
  const one = float64(n);
  const two = float64(n);
  const trend = float64(n);
  let dBefore = 0;
  let dBefore2 = 0;
  const diagonal = float64(n);
  for (let i = 0; i < n; i++) {
    const l1 = i >= 1 ? (one[i - 1] ?? 0) : 0;
    const l2 = i >= 2 ? (two[i - 2] ?? 0) : 0;
    const d = 1 + weight * mainDiagonal(i, n) - l1 * l1 * dBefore - l2 * l2 * dBefore2;
    diagonal[i] = d;
    // L's entries below d: next row and the one after.
    if (i + 1 < n) one[i] = (weight * firstDiagonal(i, n) - (i >= 1 ? (two[i - 1] ?? 0) * l1 * dBefore : 0)) / d;
    if (i + 2 < n) two[i] = weight / d;
    trend[i] = (x[i] ?? 0) - l1 * (trend[i - 1] ?? 0) - l2 * (trend[i - 2] ?? 0);
    dBefore2 = dBefore;
    dBefore = d;
  }
  for (let i = n - 1; i >= 0; i--) {
    const below = i + 1 < n ? (one[i] ?? 0) * (trend[i + 1] ?? 0) : 0;
    const below2 = i + 2 < n ? (two[i] ?? 0) * (trend[i + 2] ?? 0) : 0;
    trend[i] = (trend[i] ?? 0) / (diagonal[i] ?? 1) - below - below2;
  }
  return trend;
}

/** Main diagonal of D2ᵀD2: how often, squared, value i occurs in a second difference. */
function mainDiagonal(i: number, n: number): number {
  return (i + 2 < n ? 1 : 0) + (i >= 1 && i + 1 < n ? 4 : 0) + (i >= 2 ? 1 : 0);
}

/** Diagonal beside it: entry (i, i + 1). */
function firstDiagonal(i: number, n: number): number {
  return (i + 2 < n ? -2 : 0) + (i >= 1 ? -2 : 0);
}
