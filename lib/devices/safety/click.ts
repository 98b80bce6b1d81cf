/** Where a click was made. Clicks in other surfaces reach the app tab as messages, and the receiver checks the sender. */
export type ClickSurface = 'app' | 'popup' | 'side-panel' | 'card' | 'shortcut';

const HOLDS_MS = 5000;

/**
 * One click of the user. It allows one start, resume or increase, within five seconds. Only `Click.of` and `Click.from` create one, so code
 * that has a `Click` had a real click.
 */
export class Click {
  readonly surface: ClickSurface;
  readonly #atMs: number;
  #spent = false;

  private constructor(surface: ClickSurface, atMs: number) {
    this.surface = surface;
    this.#atMs = atMs;
  }

  /** True the first time, and only while the click is recent. */
  spend(nowMs: number): boolean {
    const good = !this.#spent && Math.abs(nowMs - this.#atMs) <= HOLDS_MS;
    this.#spent = true;
    return good;
  }

  /** From an event in this page; null when a script made the event. */
  static of(event: Pick<Event, 'isTrusted'>, nowMs: number): Click | null {
    return event.isTrusted ? new Click('app', nowMs) : null;
  }

  /** From a message of another surface, which has checked that its event was trusted. */
  static from(surface: Exclude<ClickSurface, 'app'>, nowMs: number): Click {
    return new Click(surface, nowMs);
  }
}
