import { MINUTE_MS } from '../core/time';

/**
 * How often pages may make the background work. A page's process can send what it likes; what a person does there is a few messages a minute.
 * Keeps the times of the last minute by origin, in memory: the browser may end the background, and then the count begins again.
 */
export class PageLimit {
  readonly #most: number;
  readonly #now: () => number;
  readonly #taken = new Map<string, number[]>();

  /** @param most messages in any minute, of one origin */
  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  /** Whether an origin may send now; counts the message. A clock that is set back forgets nothing and waits for nothing. */
  take(origin: string): boolean {
    const nowMs = this.#now();
    const recent = (this.#taken.get(origin) ?? []).filter((atMs) => Math.abs(nowMs - atMs) < MINUTE_MS);
    if (recent.length >= this.#most) {
      this.#taken.set(origin, recent);
      return false;
    }
    this.#taken.set(origin, [...recent, nowMs]);
    return true;
  }
}
