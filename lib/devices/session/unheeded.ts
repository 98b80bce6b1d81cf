/** How long a device has for becoming slower. A belt that slows down gently is slower after this time, even if it is not there yet. */
const HEED_MS = 4000;
/** How often a level is sent again before the device counts as one that does not obey. */
const MOST_TIMES = 2;
/** In steps of the range: devices report rounded values. */
const SLACK = 1.5;

interface Mark {
  readonly atMs: number;
  readonly measured: number;
  readonly times: number;
}

/**
 * Detects a zone that moves faster than it was told: somebody sped the device up at the device itself, or it missed a command. Keeps in
 * memory since when, by zone. The caller asks about once a second.
 */
export class Unheeded {
  readonly #marks = new Map<string, Mark>();

  /**
   * `again`: the level must be sent once more. `ignored`: it was sent again twice, and the zone became no slower.
   * @param measured what the device reports; null when it reports nothing
   */
  judge(zone: string, told: number, measured: number | null, step: number, nowMs: number): 'heeded' | 'again' | 'ignored' {
    if (measured === null || measured <= told + SLACK * step) {
      this.#marks.delete(zone);
      return 'heeded';
    }
    const mark = this.#marks.get(zone);
    if (mark === undefined) this.#marks.set(zone, { atMs: nowMs, measured, times: 0 });
    if (mark === undefined || nowMs - mark.atMs < HEED_MS) return 'heeded';
    const slower = measured < mark.measured - step / 2;
    const times = slower ? 0 : mark.times + 1;
    this.#marks.set(zone, { atMs: nowMs, measured, times });
    if (slower) return 'heeded';
    return times > MOST_TIMES ? 'ignored' : 'again';
  }

  /** Call when the device was told to rest or to start, or the link is gone. */
  forget(): void {
    this.#marks.clear();
  }
}
