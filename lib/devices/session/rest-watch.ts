import type { DeviceDriver, DeviceReason, Telemetry } from '../driver';
import { findMovements, findRestMs, type Movement, reportsMovement } from '../safety/rest';
import type { Unrest } from './view';

/**
 * What is known of a device that was told to rest. `waiting`: its time is not over. `rests`: it reports rest. `silent`: it used to report
 * whether it moves, and does not any more. `not-watched`: it never reported whether it moves. `moves`: it
 * refused, or its time is over and it still moves.
 */
export type RestVerdict = 'waiting' | 'rests' | 'silent' | 'not-watched' | 'moves';

/** A device that still moves reports it at least every 2 s; half a second for the radio. */
const REPORTED_WITHIN_MS = 2500;
/** A device that has reported nothing for longer is silent: one that is no longer asked, or that reported a last time as the stop arrived. */
const SILENT_AFTER_MS = 6000;

interface Sign extends Movement {
  readonly atMs: number;
  /** Since when it has moved, or not. */
  readonly sinceMs: number;
  /** Its place in the order of the reports. */
  readonly number: number;
}

/**
 * Watches a device after a stop or a pause until it reports rest: a stop that it took is not yet rest. Keeps the last report of each zone and
 * kind. The caller owes `end` when it is told to move or its link is lost, and `close` at the end.
 */
export class RestWatch {
  readonly #driver: DeviceDriver;
  readonly #nowMs: () => number;
  readonly #unwatch: () => void;
  readonly #signs = new Map<string, Sign>();
  #number = 0;
  /** Since the command was sent: by the clock, and by the number of reports. Null: nothing is watched. */
  #since: { readonly atMs: number; readonly number: number } | null = null;
  /** When its time is over; null until it answered. */
  #dueMs: number | null = null;
  #refused: DeviceReason | null = null;
  /** It moved when its time was over: from then on only a report of rest counts. */
  #alarmed = false;

  /** @param changed called after each report of the device */
  constructor(driver: DeviceDriver, nowMs: () => number, changed: () => void = () => {}) {
    this.#driver = driver;
    this.#nowMs = nowMs;
    const { heard = driver.telemetry } = driver;
    // What is known by now; only later reports are new.
    this.#hear(driver.telemetry.peek());
    let first = true;
    this.#unwatch = heard.subscribe((report) => {
      if (first) {
        first = false;
        return;
      }
      this.#hear(report);
      changed();
    });
  }

  /** Call right before the command is sent. */
  begin(): void {
    this.#since = { atMs: this.#nowMs(), number: this.#number };
    this.#dueMs = null;
    this.#refused = null;
    this.#alarmed = false;
  }

  /** The device took the command, or refused it for this reason: from now on its time counts. */
  answered(refused: DeviceReason | null = null): void {
    if (this.#since === null) return;
    this.#refused = refused;
    this.#dueMs = this.#nowMs() + findRestMs(this.#driver.capabilities.peek());
  }

  /** It was told to move again, or its link is lost. */
  end(): void {
    this.#since = null;
  }

  close(): void {
    this.#unwatch();
  }

  /** What to say when it moves. */
  get unrest(): Unrest {
    const moving = [...this.#signs.values()].filter(({ moves }) => moves);
    return { refused: this.#refused, reports: moving.map(({ what, zone, value, unit }) => ({ what, zone, value, unit })) };
  }

  /** Whether it took the command, or refused it. */
  get isAnswered(): boolean {
    return this.#dueMs !== null;
  }

  /** Whether it has reported since the command, and nothing that moves. For a link that is lost before its time is over. */
  get restsSoFar(): boolean {
    const signs = [...this.#signs.values()];
    return this.#dueMs !== null && this.#refused === null && signs.some((sign) => this.#isNew(sign)) && !signs.some(({ moves }) => moves);
  }

  judge(): RestVerdict {
    const since = this.#since;
    if (since === null) return 'not-watched';
    if (this.#dueMs === null) return 'waiting';
    if (!this.#reports) return this.#refused === null ? 'not-watched' : 'moves';
    const nowMs = this.#nowMs();
    const isNew = (sign: Sign) => this.#isNew(sign);
    const all = [...this.#signs.values()];
    const rests = all.find((sign) => sign.what === 'running' && !sign.moves && isNew(sign));
    // A device that is idle need not report levels and pressures any more. One that still presses does, and soon.
    const isOver = (sign: Sign) =>
      rests !== undefined && rests.number > sign.number && nowMs - Math.max(sign.atMs, rests.sinceMs, since.atMs) >= REPORTED_WITHIN_MS;
    if (all.length > 0 && all.every((sign) => (isNew(sign) && !sign.moves) || isOver(sign))) return 'rests';
    if (this.#refused !== null) return 'moves';
    if (nowMs < this.#dueMs) return 'waiting';
    if (this.#alarmed) return 'moves';
    const fresh = all.filter(isNew);
    const moving = fresh.filter((sign) => sign.moves && !isOver(sign));
    if (fresh.length > 0 && moving.length === 0) return 'rests';
    // It rested before the command, and need not say so again.
    const idle = all.find((sign) => sign.what === 'running' && !sign.moves);
    if (fresh.length === 0 && idle !== undefined && all.every((sign) => !sign.moves || sign.number < idle.number)) return 'rests';
    if (moving.every(({ atMs }) => nowMs - atMs > SILENT_AFTER_MS)) return 'silent';
    this.#alarmed = moving.some((sign) => nowMs - sign.atMs <= REPORTED_WITHIN_MS && !(rests !== undefined && rests.number > sign.number));
    return this.#alarmed ? 'moves' : 'waiting';
  }

  /** Whether the device is known to report whether it moves, and is still heard. */
  get #reports(): boolean {
    const { capabilities, silentAfterStop } = this.#driver;
    return silentAfterStop !== true && (this.#signs.size > 0 || reportsMovement(capabilities.peek()));
  }

  #isNew({ number }: Sign): boolean {
    return this.#since !== null && number > this.#since.number;
  }

  #hear(report: Telemetry): void {
    this.#number++;
    const nowMs = this.#nowMs();
    for (const movement of findMovements(this.#driver.capabilities.peek(), report)) {
      const key = `${movement.what} ${movement.zone ?? ''}`;
      const before = this.#signs.get(key);
      const sinceMs = before?.moves === movement.moves ? before.sinceMs : nowMs;
      this.#signs.set(key, { ...movement, atMs: nowMs, sinceMs, number: this.#number });
    }
  }
}
