import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { clamp } from '../../../lib/core/numbers';

/** A stretch of days, by index; the edges of the charts lie half a day outside. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** Fewest days that can be zoomed to. */
const LEAST_DAYS = 7;

/**
 * What the charts of the screen share: the day under the cursor and the days in view, as signals. Each chart follows them and sets them.
 */
export class ChartGroup {
  /** Index of the last day. */
  readonly last: number;
  readonly cursor: Signal<number | null> = signal(null);
  readonly view: Signal<View>;
  readonly zoomed: ReadonlySignal<boolean>;

  constructor(days: number) {
    this.last = Math.max(0, days - 1);
    this.view = signal(this.#all);
    this.zoomed = computed(() => this.view.value.from > 0 || this.view.value.to < this.last);
  }

  get #all(): View {
    // One or two days would be as wide as the chart.
    return { from: Math.min(0, this.last - LEAST_DAYS + 1), to: this.last };
  }

  reset(): void {
    this.view.value = this.#all;
  }

  /** Shows the days from one index to another; never fewer than a week, never outside. */
  zoom(one: number, other: number): void {
    const all = this.#all;
    const middle = (one + other) / 2;
    const length = Math.min(all.to - all.from, Math.max(LEAST_DAYS - 1, Math.abs(other - one)));
    const from = clamp(Math.round(middle - length / 2), all.from, all.to - length);
    this.view.value = { from, to: Math.min(all.to, Math.round(from + length)) };
  }

  /** Zooms in (below 1) or out (above 1) around the cursor or the middle. */
  scale(factor: number): void {
    const { from, to } = this.view.value;
    const at = this.cursor.value ?? (from + to) / 2;
    const length = (to - from) * factor;
    const share = (at - from) / Math.max(1, to - from);
    this.zoom(at - share * length, at + (1 - share) * length);
  }

  point(at: number | null): void {
    this.cursor.value = at === null ? null : clamp(at, 0, this.last);
  }

  /** Moves the cursor by days, starting at the last day in view; the view follows. */
  move(days: number): void {
    const before = this.view.value;
    const at = this.cursor.value === null ? before.to : this.cursor.value + days;
    this.point(Math.round(at));
    const now = this.cursor.value ?? 0;
    const shift = Math.min(0, now - before.from) + Math.max(0, now - before.to);
    if (shift !== 0) this.zoom(before.from + shift, before.to + shift);
  }
}
