import type { TreatmentClass } from '../../catalogue';
import type { Capabilities, Telemetry } from '../driver';
import { findMovements, type Movement } from '../safety/rest';

/**
 * How long a device of each class may take from a start that it took until it reports that it moves, s. Percussion and massage: the latest
 * time of the lowest level in the Open Recovery Profile. The rest is ours: chambers fill slowly, a belt counts down before it moves, a pump
 * or a heater starts late. A machine that its user moves reports no movement.
 */
const BEGINS_S: Readonly<Record<Exclude<TreatmentClass, 'resistance'>, number>> = {
  percussion: 4,
  massage: 4,
  compression: 10,
  thermal: 10,
  light: 4,
  belt: 10,
};
/** For the radio, and for a report that comes every two seconds. */
const MARGIN_MS = 2000;

/** What the device was told. */
interface ToldToMove {
  /** By zone. */
  readonly levels: Readonly<Record<string, number>>;
  readonly temperatureC: number | null;
  /** Whether the start is answered. */
  readonly taken: boolean;
}

/**
 * Detects a device that took a start and did not move. Keeps whether it has moved since the start. The caller owes `began` before each start,
 * `hear` for each report, `isOver` about once a second, and `forget` when the device is told to rest or is not known any more.
 */
export class StartWatch {
  #waits = false;
  /** What it said last, since it took the start. */
  #signs: readonly Movement[] = [];
  /** Since when it ought to move and says that it rests. */
  #dueSinceMs: number | null = null;

  began(): void {
    this.#waits = true;
    this.#signs = [];
    this.#dueSinceMs = null;
  }

  forget(): void {
    this.#waits = false;
  }

  /** @param report what it reports now, not what it reported before */
  hear(capabilities: Capabilities, report: Telemetry, told: ToldToMove): void {
    if (!this.#waits) return;
    const signs = findMovements(capabilities, report);
    if (findTelling(signs, told).some(({ moves }) => moves)) this.#waits = false;
    else if (signs.length > 0 && told.taken) this.#signs = signs;
  }

  /**
   * Whether it has said since the start that it rests, and its time to begin is over. It may have said so before it was told a level. A device
   * that reports nothing of movement, or was told nothing but zeros, is never said not to have started.
   */
  isOver({ class: kind }: Capabilities, told: ToldToMove, nowMs: number): boolean {
    if (!this.#waits || kind === 'resistance') return false;
    if (findTelling(this.#signs, told).length === 0) this.#dueSinceMs = null;
    else this.#dueSinceMs ??= nowMs;
    return this.#dueSinceMs !== null && nowMs - this.#dueSinceMs >= BEGINS_S[kind] * 1000 + MARGIN_MS;
  }
}

/** The signs that tell whether a start was obeyed. A belt may say that it runs from its countdown on, so its speed decides. */
function findTelling(signs: readonly Movement[], { levels, temperatureC }: ToldToMove): readonly Movement[] {
  const tells = Object.values(levels).some((level) => level > 0);
  const speeds = signs.filter(({ what }) => what === 'speed');
  const isDue = ({ zone }: Movement) => (zone === null ? tells || temperatureC !== null : (levels[zone] ?? 0) > 0);
  return (speeds.length > 0 ? speeds : signs).filter((sign) => sign.moves || isDue(sign));
}
