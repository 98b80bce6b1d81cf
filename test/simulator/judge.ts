import { type DayCheck, type DayCheckIn, judgeReadiness, type Readiness } from '../../lib/readiness';
import { CALENDAR } from './athlete';

const WINDOW = 60;

function last<Row>(rows: readonly (Row | null)[], i: number): Row[] {
  return rows.slice(Math.max(0, i - WINDOW), i + 1).flatMap((row) => row ?? []);
}

/** The product's verdict on one day of an athlete, from HRV, from answers, or from both. */
export function judge(i: number, checks: readonly (DayCheck | null)[] | null, checkIns: readonly (DayCheckIn | null)[] | null): Readiness {
  return judgeReadiness({
    day: CALENDAR[i] ?? '',
    checks: checks === null ? [] : last(checks, i),
    today: checks?.[i] ?? null,
    checkIns: checkIns === null ? [] : last(checkIns, i),
  });
}

/** Area under the ROC curve of two samples of ordered values, with ties counted as half (Mann and Whitney). */
export function computeAuc(worse: readonly number[], better: readonly number[]): number {
  const all = [...worse.map((value) => ({ value, worse: true })), ...better.map((value) => ({ value, worse: false }))].sort(
    (a, b) => a.value - b.value,
  );
  let [sum, i] = [0, 0];
  while (i < all.length) {
    let end = i;
    while (end < all.length && all[end]?.value === all[i]?.value) end++;
    const rank = (i + 1 + end) / 2;
    for (let k = i; k < end; k++) if (all[k]?.worse === false) sum += rank;
    i = end;
  }
  return (sum - (better.length * (better.length + 1)) / 2) / (worse.length * better.length);
}
