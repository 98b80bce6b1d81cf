import type { Range } from '../driver';
import { stepBelow } from '../step';

/** A level that the device was sent, and what it has reported of it since. */
interface Held {
  readonly sent: number;
  /** It reported this level: any other is by somebody else. */
  readonly reached: boolean;
  readonly last: number | null;
}

/**
 * The levels of zones as the device holds them, so that a frame with several zones does not undo what a hand at the device did to another.
 * Keeps what was sent to each zone, and its reports since then: a report that lags behind on the way to a new level changes nothing. The
 * caller passes on every level that it sends, and every report.
 */
export class HeldLevels {
  readonly #ranges: ReadonlyMap<string, Range>;
  readonly #held = new Map<string, Held>();

  /** @param ranges of the zones whose reports say what they are set to */
  constructor(ranges: ReadonlyMap<string, Range>) {
    this.#ranges = ranges;
  }

  /** Every level that frames carry from now on. One that has not changed keeps its reports. */
  sent(levels: Readonly<Record<string, number>>): void {
    for (const [id, level] of Object.entries(levels))
      if (this.#held.get(id)?.sent !== level) this.#held.set(id, { sent: level, reached: false, last: null });
  }

  /** The levels that somebody else changed; empty when nobody did. A level above the range counts as its highest. */
  hear(levels: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
    const changed: Record<string, number> = {};
    for (const [id, reported] of Object.entries(levels)) {
      const [range, held] = [this.#ranges.get(id), this.#held.get(id)];
      if (range === undefined || held === undefined) continue;
      const { sent, reached, last } = held;
      const falls = last !== null && reported < last && reported < sent;
      if (Math.abs(reported - sent) < range.step / 2) this.#held.set(id, { sent, reached: true, last: reported });
      else if (reached || falls) {
        changed[id] = toHeld(reported, range);
        this.#held.set(id, { sent: changed[id], reached: true, last: reported });
      } else this.#held.set(id, { sent, reached, last: reported });
    }
    return changed;
  }
}

/** The level of the range at or below a reported one. One below the range stays as it is: no frame can carry it, and none may raise it. */
export function toHeld(reported: number, range: Range): number {
  return reported < range.min ? reported : stepBelow(range, Math.min(range.max, reported));
}
