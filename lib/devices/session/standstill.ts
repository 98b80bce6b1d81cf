import type { Capabilities, Telemetry } from '../driver';
import { findMovements } from '../safety/rest';

/** A device that reports rest this long after it reported that it moved was stopped by hand. */
const STANDSTILL_MS = 3000;

/**
 * Detects that somebody stopped the device at the device itself. Keeps what the device has reported as moving in this run, and since when
 * any of it rests. The caller passes on every report while the device is told to move.
 */
export class Standstill {
  readonly #moved = new Set<string>();
  #sinceMs: number | null = null;

  /** Something that moved in this run rests: nothing may be sent that could start it again. */
  get rests(): boolean {
    return this.#sinceMs !== null;
  }

  /** A report that says nothing of movement changes nothing, and neither does rest before any movement. */
  hear(capabilities: Capabilities, report: Telemetry, nowMs: number): void {
    const signs = findMovements(capabilities, report).filter(({ what }) => what === 'running' || what === 'speed');
    // A machine that its user moves says with this that its session runs.
    if (signs.length === 0 && report.running !== undefined)
      signs.push({ what: 'running', zone: null, value: report.running ? 1 : 0, unit: null, moves: report.running });
    if (signs.length === 0) return;
    const key = ({ what, zone }: (typeof signs)[number]) => `${what} ${zone ?? ''}`;
    for (const sign of signs) if (sign.moves) this.#moved.add(key(sign));
    const rests = signs.some((sign) => !sign.moves && this.#moved.has(key(sign)));
    this.#sinceMs = rests ? (this.#sinceMs ?? nowMs) : null;
  }

  /** Whether it has rested for so long that it was stopped. */
  isOver(nowMs: number): boolean {
    return this.#sinceMs !== null && nowMs - this.#sinceMs >= STANDSTILL_MS;
  }

  /** Call when the device was told to rest, or the link is gone. */
  forget(): void {
    this.#moved.clear();
    this.#sinceMs = null;
  }
}
