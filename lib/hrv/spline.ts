import { float64 } from './scratch';

/**
 * Cubic spline through (x, y) with not-a-knot ends, evaluated on an even grid. O(n + points).
 *
 * @param x knots, strictly ascending, at least four
 * @param step distance of grid points; the first lies on x(0), the last before x(n − 1)
 * @returns value at x(0), x(0) + step, …; as many as numpy's arange gives
 */
export function splineOnGrid(x: Float64Array, y: Float64Array, step: number): Float64Array {
  const n = x.length;
  const first = x[0] ?? 0;
  const points = Math.max(0, Math.ceil(((x[n - 1] ?? 0) - first) / step));
  const out = float64(points);
  const slopes = knotSlopes(x, y);
  let k = -1;
  let x0 = first;
  let x1 = first;
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  for (let i = 0; i < points; i++) {
    const at = first + i * step;
    if (k < 0 || (at >= x1 && k < n - 2)) {
      do {
        k++;
        x1 = x[k + 1] ?? 0;
      } while (at >= x1 && k < n - 2);
      x0 = x[k] ?? 0;
      const h = x1 - x0;
      c0 = y[k] ?? 0;
      c1 = slopes[k] ?? 0;
      const secant = ((y[k + 1] ?? 0) - c0) / h;
      const bend = (c1 + (slopes[k + 1] ?? 0) - 2 * secant) / h;
      c2 = (secant - c1) / h - bend;
      c3 = bend / h;
    }
    const t = at - x0;
    out[i] = c0 + t * (c1 + t * (c2 + t * c3));
  }
  return out;
}

/** First derivative at each knot: the tridiagonal system of the C2 spline (de Boor, A Practical Guide to Splines, ch. IV). */
function knotSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const n = x.length;
  const last = n - 1;
  const h = (i: number) => (x[i + 1] ?? 0) - (x[i] ?? 0);
  const secant = (i: number) => ((y[i + 1] ?? 0) - (y[i] ?? 0)) / h(i);

  // Forward elimination: `upper` and `right` after division by the pivot.
  const upper = float64(n);
  const right = float64(n);
  const start = h(0) + h(1);
  upper[0] = start / h(1);
  right[0] = ((h(0) + 2 * start) * h(1) * secant(0) + h(0) ** 2 * secant(1)) / start / h(1);
  for (let i = 1; i < last; i++) {
    const before = h(i - 1);
    const after = h(i);
    const pivot = 2 * (before + after) - after * (upper[i - 1] ?? 0);
    upper[i] = before / pivot;
    right[i] = (3 * (after * secant(i - 1) + before * secant(i)) - after * (right[i - 1] ?? 0)) / pivot;
  }
  const end = h(last - 1) + h(last - 2);
  const endRight = (h(last - 1) ** 2 * secant(last - 2) + (2 * end + h(last - 1)) * h(last - 2) * secant(last - 1)) / end;
  const slopes = float64(n);
  slopes[last] = (endRight - end * (right[last - 1] ?? 0)) / (h(last - 2) - end * (upper[last - 1] ?? 0));
  for (let i = last - 1; i >= 0; i--) slopes[i] = (right[i] ?? 0) - (upper[i] ?? 0) * (slopes[i + 1] ?? 0);
  return slopes;
}
