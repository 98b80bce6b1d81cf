import type { SessionPlan } from '../../catalogue';
import { levelsIn, positionAt, settingIn } from './course';
import type { LeftLevels } from './left-levels';
import type { TargetState } from './target-state';

/**
 * How far a session has come through its steps, and what the device should do there. Keeps the elapsed time and the levels that the user
 * set by hand, which last until the end of their step. The caller advances the time only while the session's time runs.
 */
export class Timeline {
  readonly #steps: SessionPlan['steps'];
  #atMs = 0;
  /** The highest level of a zone, whatever the plan or the user sets. */
  readonly #ceilings = new Map<string, number>();
  /** What a person raised each zone to since `holdLowest`; null: zones without a ceiling are free. */
  #raised: Map<string, number> | null = null;
  /** What each zone was left at when it was taken over, or by a hand at the device; a level above it that a person sets ends that. */
  readonly #left = new Map<string, number | null>();
  #byHand: { readonly index: number; readonly levels: Readonly<Record<string, number>> } = { index: 0, levels: {} };

  constructor(steps: SessionPlan['steps']) {
    this.#steps = steps;
  }

  /** The current step and the time left, ms; null when every step is done. */
  get here(): ReturnType<typeof positionAt> {
    return positionAt(this.#steps, this.#atMs);
  }
  get over(): boolean {
    return this.here === null;
  }

  pass(ms: number): void {
    this.#atMs += ms;
  }

  /** Levels by zone id in a step: the plan's, overridden by those set by hand. */
  levels(index: number): Readonly<Record<string, number>> {
    const wanted = { ...levelsIn(this.#steps, index), ...this.#byHandIn(index) };
    return Object.fromEntries(Object.entries(wanted).map(([zone, level]) => [zone, Math.min(level, this.#most(zone))]));
  }

  /** Holds in every step. */
  setCeiling(zone: string, level: number): void {
    this.#ceilings.set(zone, level);
  }

  /** Holds every zone without a ceiling at 0, or at its lowest level if that is above 0, until `setByHand` raises it. */
  holdLowest(): void {
    this.#raised = new Map();
  }

  /** Holds each of these zones at or below that level, in this step and every later one, until `setByHand` raises it; null: not known. */
  holdAt(levels: LeftLevels): void {
    for (const [zone, level] of Object.entries(levels)) this.#left.set(zone, level);
  }

  /** Lasts for the rest of step `index`. */
  setByHand(index: number, zone: string, level: number): void {
    if (level > (this.#left.get(zone) ?? Number.NEGATIVE_INFINITY)) this.#left.delete(zone);
    this.#raised?.set(zone, level);
    this.#byHand = { index, levels: { ...this.#byHandIn(index), [zone]: level } };
  }

  /** What the device should do now; null when every step is done. */
  target(): TargetState | null {
    const { here } = this;
    const step = here === null ? undefined : this.#steps[here.index];
    if (here === null || step === undefined) return null;
    const levels = this.levels(here.index);
    return {
      quiet: step.pause === true,
      levels,
      ...settingIn(this.#steps, here.index),
      // A level set by hand is reached as fast as the limits allow.
      rampS: Object.keys(this.#byHandIn(here.index)).length > 0 ? 0 : (step.rampS ?? 0),
      leftS: here.allLeftMs / 1000,
      unknown: new Set([...this.#left].flatMap(([zone, level]) => (level === null ? [zone] : []))),
      held: this.#raised === null ? [...this.#ceilings.keys()] : Object.keys(levels),
    };
  }

  #most(zone: string): number {
    const free = this.#raised === null ? Number.POSITIVE_INFINITY : (this.#raised.get(zone) ?? 0);
    const left = this.#left.get(zone);
    // A tap goes on from the lowest level where nobody knows it.
    return Math.min(this.#ceilings.get(zone) ?? free, left === undefined ? Number.POSITIVE_INFINITY : (left ?? 0));
  }

  #byHandIn(index: number): Readonly<Record<string, number>> {
    return this.#byHand.index === index ? this.#byHand.levels : {};
  }
}
