import type { DeviceId } from '../../../soak/faults/cells';
import type { ArrivedFrame } from '../../../soak/faults/lying-model';

/** A command that was on its way may still arrive; the stop that follows it ends it. */
const ON_ITS_WAY_MS = 2500;
/** A session whose link was gone for longer is not restored by itself. */
const RESTORED_WITHIN_MS = 125_000;
export const STEP_S = 600;
/** The levels of the two steps of the plan, by zone. */
export const STEPS = {
  'jensen-bed': [
    { head: 3, foot: 2 },
    { head: 5, foot: 5 },
  ],
  'bedjet-3': [{ fan: 20 }, { fan: 40 }],
} as const;

/** The levels in a frame, by zone, from the sources that the profiles name; empty for a frame without any. */
function readLevels(device: DeviceId, hex: string): Record<string, number> {
  const bytes = Buffer.from(hex, 'hex');
  if (device === 'jensen-bed') return bytes[0] === 0x12 ? { head: bytes[1] ?? 0, foot: bytes[2] ?? 0 } : {};
  return bytes[0] === 0x07 ? { fan: ((bytes[1] ?? 0) + 1) * 5 } : {};
}

/** A start, and what was tapped after it; by the device's time. */
interface Run {
  readonly atMs: number;
  skipped: boolean;
  pausedAtMs: number | null;
  /** What the person reduced a zone to, and when. */
  readonly reduced: Map<string, { readonly level: number; readonly atMs: number }>;
  /** By how much the person raised a zone. */
  readonly raised: Map<string, number>;
  /** How much further the wall clock was set, ms: the app may take it for time that passed while the machine slept. */
  aheadMs: number;
}

/** What a person tapped, and what the device may therefore be sent. Knows nothing of the app. */
export class Person {
  readonly #device: DeviceId;
  #run: Run | null = null;
  #stoppedAtMs: number | null = null;
  #lostAtMs: number | null = null;

  constructor(device: DeviceId) {
    this.#device = device;
  }

  started(atMs: number): void {
    this.#run = { atMs, skipped: false, pausedAtMs: null, reduced: new Map(), raised: new Map(), aheadMs: 0 };
    this.#stoppedAtMs = null;
  }
  stopped(atMs: number): void {
    this.#stoppedAtMs ??= atMs;
  }
  paused(atMs: number): void {
    if (this.#run !== null) this.#run.pausedAtMs ??= atMs;
  }
  resumed(): void {
    if (this.#run !== null) this.#run.pausedAtMs = null;
  }
  skipped(): void {
    if (this.#run !== null) this.#run.skipped = true;
  }
  reduced(zone: string, level: number, atMs: number): void {
    this.#run?.reduced.set(zone, { level, atMs });
    this.#run?.raised.delete(zone);
  }
  raised(zone: string, by: number): void {
    this.#run?.raised.set(zone, (this.#run.raised.get(zone) ?? 0) + by);
  }
  setClock(byMs: number): void {
    if (this.#run !== null) this.#run.aheadMs += Math.max(0, byMs);
  }
  lostLink(atMs: number): void {
    this.#lostAtMs ??= atMs;
  }
  foundLink(atMs: number): void {
    if (this.#lostAtMs !== null && atMs - this.#lostAtMs > RESTORED_WITHIN_MS) this.stopped(atMs - ON_ITS_WAY_MS);
    this.#lostAtMs = null;
  }
  /** The next tab has started nothing. */
  lostTab(): void {
    this.#run = null;
    this.#stoppedAtMs = null;
  }

  /** Why a frame should not have been sent; null: it may be. */
  objects({ kind, atMs, hex }: ArrivedFrame): string | null {
    if (kind !== 'other') return null;
    if (this.#run === null) return `${hex} without a start`;
    if (this.#stoppedAtMs !== null && atMs - this.#stoppedAtMs > ON_ITS_WAY_MS) return `${hex} after a stop`;
    const { pausedAtMs } = this.#run;
    if (pausedAtMs !== null && atMs - pausedAtMs > ON_ITS_WAY_MS) return `${hex} in a pause`;
    const high = Object.entries(readLevels(this.#device, hex)).find(([zone, level]) => level > this.#most(this.#run, zone, atMs));
    return high === undefined ? null : `${hex}: ${high[0]} at ${high[1]}, which nobody asked for`;
  }

  /** The highest level that the person asked for: by the plan that they started, as far as it can have come, or by hand. */
  #most(run: Run | null, zone: string, atMs: number): number {
    const [first, second] = STEPS[this.#device].map((levels): number => (levels as Record<string, number>)[zone] ?? 0);
    if (run === null || first === undefined || second === undefined) return 0;
    const raised = run.raised.get(zone) ?? 0;
    if (run.skipped || atMs - run.atMs + run.aheadMs >= STEP_S * 1000) return second + raised;
    const byHand = run.reduced.get(zone);
    return (byHand !== undefined && atMs - byHand.atMs > ON_ITS_WAY_MS ? byHand.level : first) + raised;
  }
}
