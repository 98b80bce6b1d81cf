import type { DeviceDriver, DeviceReason, Telemetry } from '../driver';
import { findMovements, findRestMs, reportsMovement } from '../safety/rest';
import { followReports } from './follow-reports';
import { toOldS } from './report-ages';
import { type RestSign, saysRest } from './rest-sign';
import type { Unrest } from './view';

/**
 * What is known of a device that was told to rest. `waiting`: its time is not over. `rests`: it reports rest. `silent`: it used to report
 * whether it moves, and does not any more. `not-watched`: it never reported whether it moves, or need not after a stop. `moves`: it
 * refused, its time is over and it still moves, or it moves again after a stop that it obeyed. A verdict may change while `goesOn`; silence is
 * not rest.
 */
export type RestVerdict = 'waiting' | 'rests' | 'silent' | 'not-watched' | 'moves';

/** `stop`: until it obeys, nobody may believe that it rests. `rest`: for a pause, or when somebody else stops it. */
type Told = 'stop' | 'rest';

/** A device that still moves reports it at least every 2 s; half a second for the radio. */
const REPORTED_WITHIN_MS = 2500;
/** A device that has reported nothing for longer is silent: one that is no longer asked, or that reported a last time as the stop arrived. */
const SILENT_AFTER_MS = 6000;
/** A report that comes this soon after the answer may have been on its way before. Ours. */
const IN_FLIGHT_MS = 1000;

/** When the command was sent: by the clock, and by the number of reports. */
interface Sent {
  readonly told: Told;
  readonly atMs: number;
  readonly number: number;
}

/** When it answered, and when its time is over. */
interface Answer {
  readonly atMs: number;
  readonly dueMs: number;
}

/** A command that the device answered. */
interface Answered {
  readonly since: Sent;
  readonly answer: Answer;
  readonly refused: DeviceReason | null;
  /** It reported rest after it. */
  readonly rested: boolean;
}

/**
 * Watches a device after a stop or a pause until it reports rest and its time is over: a stop that it took is not yet rest, and a device that
 * rests may move again. Keeps the last report of each zone and kind. The caller asks `judge` as long as `goesOn`, and owes `end` when the
 * device is told to move, `lost` when its link is lost, and `close` at the end.
 */
export class RestWatch {
  readonly #driver: DeviceDriver;
  readonly #nowMs: () => number;
  readonly #unwatch: () => void;
  readonly #signs = new Map<string, RestSign>();
  #number = 0;
  /** Null: nothing is watched. */
  #since: Sent | null = null;
  /** Null until it answered. */
  #answer: Answer | null = null;
  /** The stop before this one, if the device answered it. */
  #before: Answered | null = null;
  #refused: DeviceReason | null = null;
  /** After what it moved though it should not: from then on only a report of rest counts, however often it is told again. */
  #alarm: Told | null = null;
  /** It reported rest after this stop. */
  #rested = false;

  /** @param changed called after each report of the device */
  constructor(driver: DeviceDriver, nowMs: () => number, changed: () => void = () => {}) {
    this.#driver = driver;
    this.#nowMs = nowMs;
    // What is known by now; only later reports are new.
    this.#hear(driver.telemetry.peek());
    this.#unwatch = followReports(driver, (report) => {
      this.#hear(report);
      changed();
    });
  }

  /** Call right before the command is sent. */
  begin(told: Told): void {
    if (told !== 'stop' || this.#since?.told !== 'stop') this.#before = null;
    else if (this.#answer !== null)
      this.#before = { since: this.#since, answer: this.#answer, refused: this.#refused, rested: this.#rested };
    this.#since = { told, atMs: this.#nowMs(), number: this.#number };
    this.#answer = null;
    this.#refused = null;
    this.#rested = false;
    if (this.#alarm !== told) this.#alarm = null;
  }

  /** The device took the command, or refused it for this reason: from now on its time counts. */
  answered(refused: DeviceReason | null = null): void {
    if (this.#since === null) return;
    // It is obeying the stop before, and has the time of that one.
    if (refused !== null && this.#before?.refused === null && this.#alarm === null && this.notSent()) return;
    this.#refused = refused;
    const atMs = this.#nowMs();
    this.#answer = { atMs, dueMs: atMs + this.#restMs };
  }

  /** The stop could not be sent over a link that is up. False when the device has answered none before: nothing is known of it then. */
  notSent(): boolean {
    if (this.#before === null) return false;
    this.#since = this.#before.since;
    this.#answer = this.#before.answer;
    this.#refused = this.#before.refused;
    this.#rested = this.#before.rested;
    return true;
  }

  /** It was told to move, or its movement is nobody's concern any more. */
  end(): void {
    this.lost();
    this.#alarm = null;
  }

  /** Its link is lost. A device that did not stop is not believed on the next link either until it reports rest. */
  lost(): void {
    this.#since = null;
    this.#before = null;
  }

  close(): void {
    this.#unwatch();
  }

  /** What to say when it moves. */
  get unrest(): Unrest {
    const all = [...this.#signs.values()];
    const moving = all.filter(({ moves }) => moves);
    // A pressure of 0 that has not lasted yet is shown as well.
    const shown = moving.length > 0 ? moving : all.filter(({ what }) => this.#alarm !== null && (what === 'pressure' || what === 'level'));
    const ageMs = shown.length === 0 ? 0 : this.#nowMs() - Math.max(...shown.map(({ atMs }) => atMs));
    return {
      refused: this.#refused,
      reports: shown.map(({ what, zone, value, unit }) => ({ what, zone, value, unit })),
      oldS: toOldS(ageMs),
    };
  }

  /** Whether it took the command, or refused it. */
  get isAnswered(): boolean {
    return this.#since !== null && this.#answer !== null;
  }

  /** Whether it must be judged again: its time is not over, or it is not known yet whether it rests. */
  get goesOn(): boolean {
    if (this.#since === null) return false;
    const verdict = this.judge();
    return (
      verdict === 'waiting' || verdict === 'moves' || verdict === 'silent' || (this.#answer !== null && this.#nowMs() < this.#answer.dueMs)
    );
  }

  /** Whether the device can say after a stop that it moves. */
  get mayReport(): boolean {
    const { capabilities, silentAfterStop } = this.#driver;
    return silentAfterStop !== true && (this.#signs.size > 0 || reportsMovement(capabilities.peek()));
  }

  /** Whether it has reported a standstill since the command, and nothing that moves. For a link that is lost before its time is over. */
  get restsSoFar(): boolean {
    const signs = [...this.#signs.values()];
    const stands = signs.some((sign) => this.#isNew(sign) && saysRest(sign));
    return this.isAnswered && this.#refused === null && this.#alarm === null && stands && !signs.some(({ moves }) => moves);
  }

  judge(): RestVerdict {
    const since = this.#since;
    const answer = this.#answer;
    if (since === null) return 'not-watched';
    if (answer === null) return 'waiting';
    const nowMs = this.#nowMs();
    const all = [...this.#signs.values()];
    const fresh = all.filter((sign) => this.#isNew(sign));
    const rests = fresh.find((sign) => sign.what === 'running' && !sign.moves);
    // A device that is idle need not report levels and pressures any more. One that still presses does, and soon.
    const isOver = (sign: RestSign) =>
      rests !== undefined && rests.number > sign.number && nowMs - Math.max(sign.atMs, rests.sinceMs, since.atMs) >= REPORTED_WITHIN_MS;
    const isLate = nowMs >= answer.dueMs;
    const allRest = all.length > 0 && all.every((sign) => (this.#isNew(sign) && !sign.moves) || isOver(sign));
    // Between two pushes a device has no pressure either: without a sign that it stands, its time must pass.
    if (allRest && (isLate || fresh.some(saysRest))) return this.#believe();
    if (this.#refused !== null || this.#alarm !== null) return 'moves';
    const moving = fresh.filter((sign) => sign.moves && !isOver(sign));
    if (this.#rested && since.told === 'stop' && moving.length > 0) return this.#raise(since.told);
    if (!isLate) return this.#mayBeSilent ? 'not-watched' : 'waiting';
    const late = moving.filter(({ atMs }) => atMs > answer.atMs + IN_FLIGHT_MS);
    if (late.length > 0) {
      // It has said that it is idle, and soon it is known whether it goes on to say that it moves.
      if (rests !== undefined && late.every(({ number }) => rests.number > number)) return 'waiting';
      return this.#raise(since.told);
    }
    if (this.#mayBeSilent) return 'not-watched';
    if (fresh.length > 0 && moving.length === 0) return this.#believe();
    // It rested before the command, and need not say so again.
    const idle = all.find((sign) => sign.what === 'running' && !sign.moves);
    if (fresh.length === 0 && idle !== undefined && all.every((sign) => !sign.moves || sign.number < idle.number)) return 'rests';
    return moving.every(({ atMs }) => nowMs - atMs > SILENT_AFTER_MS) ? 'silent' : 'waiting';
  }

  #believe(): RestVerdict {
    this.#rested = true;
    this.#alarm = null;
    return 'rests';
  }

  #raise(told: Told): RestVerdict {
    this.#alarm = told;
    this.#renew();
    return 'moves';
  }

  /** A device that moved though it should not has its time anew: it must rest for as long. */
  #renew(): void {
    if (this.#answer !== null) this.#answer = { ...this.#answer, dueMs: Math.max(this.#answer.dueMs, this.#nowMs() + this.#restMs) };
  }

  get #restMs(): number {
    return findRestMs(this.#driver.capabilities.peek());
  }

  /** Whether its silence means nothing. What it says all the same counts. */
  get #mayBeSilent(): boolean {
    return !this.mayReport;
  }

  #isNew({ number }: RestSign): boolean {
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
      if (movement.moves && this.#alarm !== null) this.#renew();
    }
  }
}
