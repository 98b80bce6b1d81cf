import { Board, type Problem, type Spot } from './board';

/**
 * Choosing what to do when: at most one spot of each choice, no two that clash, no counter over its limit, the sum of values (and of
 * bonuses for pairs) as high as can be found. Deterministic. Choices are placed one after the other, and the result is improved by
 * exchanges; where there are few, in several orders, of which the best result is taken. Generic: it knows nothing of recovery.
 */

/** With few choices there is time for more orders, and for exchanges of two for one. */
const FEW = 10;
const BETTER = 1e-9;

/** For each choice the spot it got, in the order of `choices`; null where it was left out. */
export function optimise<S extends Spot>(problem: Problem<S>): (S | null)[] {
  const board = new Board(problem);
  const few = problem.choices.length <= FEW;
  let best: (S | null)[] = problem.choices.map(() => null);
  let value = 0;
  for (const order of ordersOf(problem.choices, few)) {
    board.clear();
    for (const choice of order) board.insert(choice);
    board.improve(order, few);
    if (board.value > value + BETTER) {
      best = board.result();
      value = board.value;
    }
  }
  return best;
}

/** By value per minute; where there are few, by value as well, and beginning with each in turn. */
function ordersOf<S extends Spot>(choices: readonly (readonly S[])[], few: boolean): number[][] {
  const all = choices.map((_, i) => i).filter((i) => (choices[i]?.length ?? 0) > 0);
  const worth = choices.map((spots) => spots[0]?.value ?? 0);
  const density = choices.map((spots) => spots.reduce((most, { value, startMs, endMs }) => Math.max(most, value / (endMs - startMs)), 0));
  const by = (score: readonly number[]) => [...all].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b);
  const first = by(density);
  return few ? [first, by(worth), ...all.map((lead) => [lead, ...first.filter((one) => one !== lead)])] : [first];
}
