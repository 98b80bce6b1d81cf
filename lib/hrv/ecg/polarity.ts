import { sum } from '../../core/statistics';
import type { PeakCandidate } from './candidates';

/** Weight of the earlier beats when a new one is added: an ectopic beat that points the other way must not flip the trace. */
const KEEP = 0.9;
const TURNS_AT = 0.3;

/**
 * Whether the R peaks of this trace point up, or down as with a strap worn upside down. The answer holds for all beats, so that their
 * intervals are comparable.
 */
export class Polarity {
  /** −1 … 1, above 0 for up. */
  #lean = 0;
  #up = true;

  begin(beats: readonly PeakCandidate[]): void {
    const leans = beats.map(lean);
    if (leans.length === 0) return;
    this.#lean = sum(leans) / leans.length;
    this.#up = this.#lean >= 0;
  }

  /** The position of the R peak of a beat. */
  peak(beat: PeakCandidate): number {
    this.#lean = KEEP * this.#lean + (1 - KEEP) * lean(beat);
    if (this.#up ? this.#lean < -TURNS_AT : this.#lean > TURNS_AT) this.#up = !this.#up;
    return this.#up ? beat.top.at : beat.bottom.at;
  }
}

function lean({ top, bottom }: PeakCandidate): number {
  const sum = top.heightUv + bottom.heightUv;
  return sum > 0 ? (top.heightUv - bottom.heightUv) / sum : 0;
}
