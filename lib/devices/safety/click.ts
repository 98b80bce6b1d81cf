/** Where a click was made. Clicks in other surfaces reach the app tab as messages, whose door says who sent them. */
export type ClickSurface = 'app' | 'popup' | 'side-panel' | 'card' | 'shortcut';

const HOLDS_MS = 5000;

/**
 * One click of the user, good for one start, resume or increase, for five seconds. Only `Click.of` and `Click.from` make one, so whoever
 * has one had a click.
 */
export class Click {
  readonly surface: ClickSurface;
  readonly #atMs: number;
  #spent = false;

  private constructor(surface: ClickSurface, atMs: number) {
    this.surface = surface;
    this.#atMs = atMs;
  }

  /** True once, and only while it is fresh. */
  spend(nowMs: number): boolean {
    const good = !this.#spent && Math.abs(nowMs - this.#atMs) <= HOLDS_MS;
    this.#spent = true;
    return good;
  }

  /** Of an event in this page; null when a script made the event. */
  static of(event: Pick<Event, 'isTrusted'>, nowMs: number): Click | null {
    return event.isTrusted ? new Click('app', nowMs) : null;
  }

  /** Of a message from another surface, which made sure there that its event was trusted. */
  static from(surface: Exclude<ClickSurface, 'app'>, nowMs: number): Click {
    return new Click(surface, nowMs);
  }
}
