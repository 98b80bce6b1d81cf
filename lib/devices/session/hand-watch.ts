import type { Capabilities, LevelUnit, Telemetry } from '../driver';
import { findMeasured } from './measured-level';

/** In steps of the range, as `CHANGE`. A device that comes down to a lower level may round what it reports once it is there. */
const SLACK = 1.5;
/** Less than a step: a hand lowers a level by one step, and devices report rounded values. */
const CHANGE = 0.75;
/** A value that swings by more than this is believed to fall, in steps. Ours. */
const MOST_SWING = 3;
/** A level that was reduced by hand has stayed where it is for so long. Ours. */
const STEADY_MS = 3000;
/** Levels that fall by themselves: a chamber lets go, and power is the rider's. */
const FALLS_BY_ITSELF: ReadonlySet<LevelUnit> = new Set(['mmHg', 'W']);

interface Course {
  readonly told: number;
  /** The highest value since it was told less. */
  readonly peak: number;
  /** By how much it fell at most and rose again by itself: it falls when it falls by more. */
  readonly swing: number;
  /** Its value on the way down to the level that it was told, and since when; null once it is steady. */
  readonly onTheWay: { readonly value: number; readonly sinceMs: number } | null;
  /** The value that it has fallen to, and since when; null while it does not fall. */
  readonly low: { readonly value: number; readonly sinceMs: number } | null;
}

/**
 * Detects a hand at the device: a measured level that falls though it was not told to. Keeps the course of each zone since it was told less
 * for the last time. The caller passes on every report, and owes `forget` when the device is told to rest or is not known any more.
 */
export class HandWatch {
  readonly #courses = new Map<string, Course>();
  readonly #reduced = new Map<string, number>();

  /** @param told the level of each zone, as sent last or as it was left */
  hear({ class: kind, zones }: Capabilities, report: Telemetry, told: Readonly<Record<string, number>>, nowMs: number): void {
    for (const zone of zones) {
      const level = told[zone.id];
      const value = findMeasured(zone, report)?.value;
      if (zone.range === undefined || level === undefined) this.#courses.delete(zone.id);
      else if (value !== undefined) {
        const course = follow(this.#courses.get(zone.id) ?? null, level, value, zone.range.step, nowMs);
        const byHand = kind !== 'compression' && !FALLS_BY_ITSELF.has(zone.unit ?? 'level');
        this.#courses.set(zone.id, this.#settle(zone.id, course, byHand, nowMs));
      }
    }
  }

  /** Whether it falls below what it was told: whatever is sent now could undo what somebody does at the device. */
  falls(zone: string): boolean {
    return (this.#courses.get(zone)?.low ?? null) !== null;
  }

  /** The level of each zone that somebody reduced since this was asked last. */
  takeReduced(): Readonly<Record<string, number>> {
    const reduced = Object.fromEntries(this.#reduced);
    this.#reduced.clear();
    return reduced;
  }

  forget(): void {
    this.#courses.clear();
    this.#reduced.clear();
  }

  /** A level that fell and stays: somebody reduced it, or it only swung. */
  #settle(zone: string, course: Course, byHand: boolean, nowMs: number): Course {
    const { low } = course;
    if (low === null || nowMs - low.sinceMs < STEADY_MS) return course;
    if (byHand) this.#reduced.set(zone, low.value);
    return { ...course, peak: low.value, low: null };
  }
}

function follow(before: Course | null, told: number, value: number, step: number, nowMs: number): Course {
  if (before === null) return { told, peak: value, swing: 0, onTheWay: null, low: null };
  if (told < before.told) return { told, peak: value, swing: before.swing, onTheWay: { value, sinceMs: nowMs }, low: null };
  const { low, onTheWay } = before;
  if (onTheWay !== null && value === onTheWay.value && nowMs - onTheWay.sinceMs >= STEADY_MS && low === null)
    return { ...before, told, peak: value, onTheWay: null };
  const way = onTheWay === null || value === onTheWay.value ? onTheWay : { value, sinceMs: nowMs };
  const peak = Math.max(before.peak, value);
  if (low !== null && value > low.value + CHANGE * step) {
    const swing = Math.min(MOST_SWING * step, Math.max(before.swing, peak - low.value));
    return { told, peak: value, swing, onTheWay: way, low: null };
  }
  const from = low === null ? peak - before.swing : low.value;
  const slack = way === null ? CHANGE : SLACK;
  const falls = value < told - slack * step && value < from - CHANGE * step;
  return { ...before, told, peak, onTheWay: way, low: falls ? { value, sinceMs: nowMs } : low };
}
