/** Where a click was made. Clicks in other surfaces reach the app tab as messages, and the receiver checks the sender. */
export type ClickSurface = 'app' | 'popup' | 'side-panel' | 'card' | 'shortcut';

/** An older click starts nothing: whoever made it may have left the device since. Ours. */
export const CLICK_HOLDS_MS = 5000;

/** An event in one of our pages. `timeStamp`: when the user caused it, by the page's `performance.now()`; left out: now. */
export interface ClickEvent {
  readonly isTrusted: boolean;
  readonly timeStamp?: number;
}

/**
 * How long ago the user caused an event of this page, ms; null when a script made it. A page that hung delivers it late, and so does a page
 * that shares its thread with one that hung, as all of ours do in Chromium.
 */
export function findClickAge({ isTrusted, timeStamp }: ClickEvent): number | null {
  if (!isTrusted) return null;
  return timeStamp === undefined ? 0 : Math.max(0, performance.now() - timeStamp);
}

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
    const good = this.holds(nowMs);
    this.#spent = true;
    return good;
  }

  /** Whether `spend` would allow something now. */
  holds(nowMs: number): boolean {
    return !this.#spent && Math.abs(nowMs - this.#atMs) <= CLICK_HOLDS_MS;
  }

  /** From an event in this page; null when a script made it, or it is delivered too late. */
  static of(event: ClickEvent, nowMs: number): Click | null {
    const ageMs = findClickAge(event);
    return ageMs === null || ageMs > CLICK_HOLDS_MS ? null : new Click('app', nowMs - ageMs);
  }

  /** From a message of another surface, which has checked that its event was trusted. `atMs`: when it was made, by the clock of `spend`. */
  static from(surface: Exclude<ClickSurface, 'app'>, atMs: number): Click {
    return new Click(surface, atMs);
  }
}
