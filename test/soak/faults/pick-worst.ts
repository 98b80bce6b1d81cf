import { type Cell, FAULTS, PHASES } from './cells';
import type { CellResult } from './run-cell';

/** A cell in which a person must be asked is worse than one in which the device rests a little later; s. */
const ASKED_S = 30;
/** A device that does not run comes after all others; s. */
const AT_REST_S = -100;
/** Another cell of the same phase, or of the same fault, shows less that is new; s. */
const AGAIN_S = 10;

/**
 * The worst cells of a matrix, as many as `count`. Worse is the cell in which the device that ran at the press rests later; one in which a
 * person must be asked, or must press again, counts as 30 s later; and for each cell of the same phase, and each of the same fault, that is
 * already picked, a cell counts as 10 s earlier. A cell in which the device does not run at the press comes after all others. First comes the worst cell of
 * each fault, then of each phase that no earlier one has, so that none is left out; then the rest. The devices take turns.
 */
export function pickWorst(results: readonly CellResult[], count: number): Cell[] {
  const picked: CellResult[] = [];
  const many = (what: keyof Cell, as: CellResult) => picked.filter((one) => one[what] === as[what]).length;
  const rank = (one: CellResult) => computeBadness(one) - AGAIN_S * (many('phase', one) + many('fault', one));
  const pick = (among: (one: CellResult) => boolean) => {
    const free = results.filter((one) => !picked.includes(one) && among(one));
    const turn = Math.min(...free.map((one) => many('device', one)));
    const [worst] = free.filter((one) => many('device', one) === turn).sort((a, b) => rank(b) - rank(a));
    if (worst !== undefined && picked.length < count) picked.push(worst);
  };
  for (const fault of FAULTS) pick((one) => one.fault === fault);
  for (const phase of PHASES) if (!picked.some((one) => one.phase === phase)) pick((one) => one.phase === phase);
  while (picked.length < Math.min(count, results.length)) pick(() => true);
  return picked.map(({ device, phase, fault }) => ({ device, phase, fault }));
}

function computeBadness({ ran, restsAfterS, asked, presses }: CellResult): number {
  if (restsAfterS === null) return Number.MAX_SAFE_INTEGER;
  if (!ran) return AT_REST_S;
  return restsAfterS + (asked || presses > 1 ? ASKED_S : 0);
}
