/**
 * Controls the false discovery rate of many comparisons: Benjamini and Hochberg 1995 (J R Stat Soc B 57:289). At most a share of `rate` of
 * what is shown is expected to be chance; at most a share of `rate` of people without any effect is shown one.
 * @returns for each p, in the given order, the smallest rate at which it would be shown
 */
export function adjustedP(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const adjusted = new Array<number>(values.length).fill(1);
  let least = 1;
  order.forEach((index, fromEnd) => {
    const rank = values.length - fromEnd;
    least = Math.min(least, ((values[index] ?? 1) * values.length) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
