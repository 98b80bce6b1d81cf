import { clamp, roundDecimals } from '../../core/numbers';

/**
 * A belt that approaches its target speed by 0.5 km/h per second. Keeps its speed and distance. The caller provides the time, which never
 * runs backwards.
 */
export class Belt {
  #speed = 0;
  #target = 0;
  #distanceM = 0;
  #movedMs = 0;
  #nowMs: number | null = null;
  readonly #maxKmh: number;

  constructor(maxKmh: number) {
    this.#maxKmh = maxKmh;
  }

  /** False if it cannot go that fast. */
  run(speedKmh: number, atMs: number): boolean {
    this.pass(atMs);
    if (speedKmh > this.#maxKmh) return false;
    this.#target = speedKmh;
    return true;
  }

  pass(atMs: number): this {
    // In fixed steps, so that one long wait and many short ones give the same result.
    for (let ms = this.#nowMs ?? atMs; ms < atMs; ms += 100) {
      const stepMs = Math.min(100, atMs - ms);
      const most = (0.5 * stepMs) / 1000;
      this.#speed += clamp(this.#target - this.#speed, -most, most);
      this.#distanceM += (this.#speed / 3.6) * (stepMs / 1000);
      if (this.#speed > 0) this.#movedMs += stepMs;
    }
    this.#nowMs = atMs;
    return this;
  }

  get speedKmh(): number {
    return roundDecimals(this.#speed, 1);
  }
  get targetKmh(): number {
    return this.#target;
  }
  get distanceM(): number {
    return this.#distanceM;
  }
  get movedS(): number {
    return Math.floor(this.#movedMs / 1000);
  }
}
