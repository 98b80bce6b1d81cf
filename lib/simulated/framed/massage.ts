import { clamp } from '../../core/numbers';
import { MINUTE_MS } from '../../core/time';
import type { FramedDeviceState } from './framed-device';

export const LEVELS = 3;

/**
 * The massage of a bed with up, down and toggle commands: motors by zone with levels 0 to 3, a pattern that steps on, and on some beds a
 * timer of 10, 20 or 30 min. Keeps what runs and since when.
 */
export class Massage {
  readonly #zones: readonly string[];
  #levels: Record<string, number>;
  #pattern = 0;
  #endsAtMs: number | null = null;

  constructor(zones: readonly string[]) {
    this.#zones = zones;
    this.#levels = Object.fromEntries(zones.map((zone) => [zone, 0]));
  }

  off(): void {
    this.#levels = Object.fromEntries(this.#zones.map((zone) => [zone, 0]));
    this.#endsAtMs = null;
  }

  /** `all` for every zone. */
  set(zone: string, level: number): void {
    for (const one of this.#which(zone)) this.#levels[one] = clamp(level, 0, LEVELS);
  }

  nudge(zone: string, by: number): void {
    for (const one of this.#which(zone)) this.set(one, (this.#levels[one] ?? 0) + by);
  }

  toggle(zone: string): void {
    const which = this.#which(zone);
    const on = which.every((one) => this.#levels[one] === 0);
    for (const one of which) this.#levels[one] = on ? 1 : 0;
  }

  pattern(pattern: number | 'next'): void {
    this.#pattern = pattern === 'next' ? (this.#pattern + 1) % 4 : pattern;
  }

  timer(minutes: number, atMs: number): void {
    this.#endsAtMs = atMs + minutes * MINUTE_MS;
  }

  state(atMs: number): FramedDeviceState {
    if (this.#endsAtMs !== null && atMs >= this.#endsAtMs) this.off();
    const running = Object.values(this.#levels).some((level) => level > 0);
    const left = this.#endsAtMs === null ? {} : { remainingS: Math.ceil((this.#endsAtMs - atMs) / 1000) };
    return { running, levels: { ...this.#levels }, programme: `${this.#pattern}`, ...left };
  }

  #which(zone: string): readonly string[] {
    return zone === 'all' ? this.#zones : [zone];
  }
}

/** What a command byte does, in words for tests. */
export type MassageCommand = readonly [byte: number, does: readonly [meaning: string, act: (massage: Massage, atMs: number) => void]];
export type MassageCommands = ReadonlyMap<MassageCommand[0], MassageCommand[1]>;
