/** Ordinary least squares, for one coefficient of interest. */

export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly degrees: number;
}

/** What to adjust for, computed once for all comparisons of an outcome. */
export interface Adjusted {
  /**
   * The least-squares coefficient of one more regressor, with its standard error. Null where the others determine it, or without degrees of
   * freedom.
   */
  findCoefficient(regressor: readonly number[]): Coefficient | null;
}

/**
 * Least squares in two steps (Frisch and Waugh 1933): the residuals of the outcome and of the regressor of interest, each on the others,
 * give the same coefficient as one regression on all. Null where the others are linearly dependent.
 * @param rows one row of the others each; the intercept is a column like any other
 */
export function adjustedFor(rows: readonly (readonly number[])[], outcomes: readonly number[]): Adjusted | null {
  const count = rows[0]?.length ?? 0;
  const inverse = count === 0 ? null : inverted(crossProducts(rows, count));
  if (inverse === null) return null;
  const moments = weighted(rows, outcomes, count);
  const coefficients = inverse.map((line) => dot(line, moments));
  const residuals = rows.map((row, i) => (outcomes[i] ?? 0) - dot(row, coefficients));
  const squares = dot(residuals, residuals);
  const degrees = rows.length - count - 1;
  return {
    findCoefficient(regressor) {
      const shared = weighted(rows, regressor, count);
      const total = dot(regressor, regressor);
      const own =
        total -
        dot(
          shared,
          inverse.map((line) => dot(line, shared)),
        );
      if (degrees < 1 || !(own > 1e-9 * total)) return null;
      const estimate = dot(regressor, residuals) / own;
      const residual = Math.max(0, squares - estimate * estimate * own);
      return { estimate, standardError: Math.sqrt(residual / degrees / own), degrees };
    },
  };
}

/** The sums of each column times `values`. */
function weighted(rows: readonly (readonly number[])[], values: readonly number[], count: number): number[] {
  const sums = new Array<number>(count).fill(0);
  rows.forEach((row, i) => {
    const value = values[i] ?? 0;
    if (value !== 0) for (let j = 0; j < count; j++) sums[j] = (sums[j] ?? 0) + value * (row[j] ?? 0);
  });
  return sums;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function crossProducts(rows: readonly (readonly number[])[], count: number): number[][] {
  const products = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  for (const row of rows) {
    for (let j = 0; j < count; j++) {
      const line = products[j];
      if (line === undefined) continue;
      for (let k = 0; k < count; k++) line[k] = (line[k] ?? 0) + (row[j] ?? 0) * (row[k] ?? 0);
    }
  }
  return products;
}

/** Gauss–Jordan elimination with pivoting; null where the matrix is singular to working precision. */
function inverted(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  const scale = Math.max(...matrix.map((row, i) => Math.abs(row[i] ?? 0)));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(work[i]?.[column] ?? 0) > Math.abs(work[pivot]?.[column] ?? 0)) pivot = i;
    const chosen = work[pivot];
    const divisor = chosen?.[column] ?? 0;
    if (chosen === undefined || Math.abs(divisor) <= 1e-12 * scale) return null;
    work[pivot] = work[column] ?? chosen;
    const row = chosen.map((value) => value / divisor);
    work[column] = row;
    for (let i = 0; i < n; i++) {
      const factor = work[i]?.[column] ?? 0;
      if (i !== column && factor !== 0) work[i] = (work[i] ?? []).map((value, j) => value - factor * (row[j] ?? 0));
    }
  }
  return work.map((row) => row.slice(n));
}
