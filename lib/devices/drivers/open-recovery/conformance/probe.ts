import { BluetoothFault } from '../../../../bluetooth/fault';
import type { Link } from '../../../../bluetooth/link';
import {
  decodeOpenRecoveryResponse,
  encodeOpenRecoveryCommand,
  type OpenRecoveryCommand,
  type OpenRecoveryResult,
  type OpenRecoveryState,
  type OpenRecoveryStatus,
  openRecoveryUuids,
} from '../../../../bluetooth/services/open-recovery';
import type { GattCharacteristic, GattService } from '../../../../bluetooth/transport';
import type { Clock } from '../../../../core/clock';
import { toHex } from '../../../inspector/hex';
import { findCharacteristic } from '../../found';
import type { Described } from '../capabilities';
import type { CharacteristicName } from './breach';
import { Unsafe } from './ends';
import { readBytes } from './forms';
import { endsLink, readOrNull } from './read-or-null';
import { moves, Records } from './records';
import type { Report } from './report';

const ANSWER_MS = 1000;
/** For the radio. */
const ANSWER_GRACE_MS = 500;
/** How long a late answer is waited for, so that it is not taken for the next one. */
const LATE_MS = 3000;
/** Time to see what is measured at least every 2 s. */
export const SEEN_MS = 2500;

/**
 * Writes raw commands without a driver's checks, and judges each answer (C-1). Keeps what the device reports in `records`. The caller must
 * stop the device. Everything that waits throws `Unsafe` when the device puts out too much, `BluetoothFault` when the link is over, and the
 * signal's reason.
 */
export class Probe {
  readonly records: Records;
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #report: Report;
  readonly #control: GattCharacteristic;
  readonly #status: GattCharacteristic;
  readonly #measurement: GattCharacteristic;
  /** The last write, with its answer. */
  #asked: { readonly op: number; readonly wrote: string; result: OpenRecoveryResult | null } = { op: -1, wrote: '', result: null };
  /** Op codes of writes whose answer did not come in time, but may still come. */
  readonly #overdue = new Set<number>();
  #wake = () => {};

  constructor(link: Link, service: GattService, clock: Clock, signal: AbortSignal, is: Described, report: Report) {
    this.#link = link;
    this.#clock = clock;
    this.#signal = signal;
    this.#report = report;
    this.records = new Records(is, report);
    this.#control = findCharacteristic(service, openRecoveryUuids.controlPoint);
    this.#status = findCharacteristic(service, openRecoveryUuids.status);
    this.#measurement = findCharacteristic(service, openRecoveryUuids.measurement);
  }

  /** Returns false when the device refuses one of them. */
  async listen(): Promise<boolean> {
    const control = await this.#subscribe('controlPoint', this.#control, (view) => this.#hearAnswer(view));
    const status = await this.#subscribe('status', this.#status, (view) => this.records.hearStatus(view, 'notified', this.now()));
    const hear = (view: DataView) => this.records.hearMeasurement(view, this.now());
    return (await this.#subscribe('measurement', this.#measurement, hear)) && control && status;
  }

  /** Ms from any point, by a clock that nobody can set. */
  now(): number {
    return this.#clock.monotonicMs?.() ?? this.#clock.now();
  }

  tell(command: OpenRecoveryCommand): Promise<OpenRecoveryResult | null> {
    if (command.kind === 'start') this.records.startedAtMs = this.now();
    return this.write(encodeOpenRecoveryCommand(command));
  }

  /** Writes these bytes and returns the answer; null when none came in time, or the write failed. */
  async write(bytes: Uint8Array): Promise<OpenRecoveryResult | null> {
    this.#signal.throwIfAborted();
    const asked = this.#ask(bytes);
    if (!(await this.#written(bytes, asked.wrote))) return null;
    const sentMs = this.now();
    await this.until(() => asked.result !== null, LATE_MS, false);
    const ms = this.now() - sentMs;
    const { result, wrote } = asked;
    if (result === null) {
      this.#overdue.add(asked.op);
      this.#report.fail('C-1', { kind: 'no-answer', wrote });
    } else this.#report.check('C-1', ms <= ANSWER_MS + ANSWER_GRACE_MS, () => ({ kind: 'answer-late', wrote, ms }));
    return result;
  }

  /** Sends a stop even while another write is under way, and ignores its answer. */
  async stopAnyway(): Promise<void> {
    const stop = encodeOpenRecoveryCommand({ kind: 'stop' });
    this.#ask(stop);
    await this.#link.write(this.#control, stop, true, { priority: 'stop' });
  }

  /** Status now; null when it cannot be read (D-4). */
  async status(): Promise<OpenRecoveryStatus | null> {
    this.#signal.throwIfAborted();
    const view = await readOrNull(this.#link, this.#status);
    if (view === null) this.#report.fail('D-4', { kind: 'read-failed', characteristic: 'status' });
    const read = view === null ? null : this.records.hearStatus(view, 'read', this.now());
    if (read !== null) this.#report.pass('D-4');
    return read;
  }

  /** The state now or, when Status cannot be read, the last one that was heard. */
  async state(): Promise<OpenRecoveryState | null> {
    return (await this.status())?.state ?? this.records.state;
  }

  /** Waits until it holds, at most so long. Returns whether it holds. `careful`: ends at once when the device puts out too much. */
  async until(holds: () => boolean, ms: number, careful = true): Promise<boolean> {
    const endMs = this.now() + ms;
    for (;;) {
      if (careful && this.records.danger) throw new Unsafe();
      if (holds()) return true;
      const leftMs = endMs - this.now();
      if (leftMs <= 0) return false;
      await this.#heardOrAfter(leftMs);
    }
  }

  async #subscribe(name: CharacteristicName, characteristic: GattCharacteristic, hear: (view: DataView) => unknown): Promise<boolean> {
    try {
      await this.#link.subscribe(characteristic, (view) => {
        hear(view);
        this.#wake();
      });
      return true;
    } catch (error) {
      if (!(error instanceof BluetoothFault) || endsLink(error)) throw error;
      this.#report.fail('D-1', { kind: 'not-notified', characteristic: name });
      return false;
    }
  }

  #ask(bytes: Uint8Array) {
    // An empty write is answered as op code 0.
    const [op = 0] = bytes;
    this.#overdue.delete(op);
    this.#asked = { op, wrote: toHex(bytes), result: null };
    return this.#asked;
  }

  /** Whether nothing moves and Status says idle after so long; null when nothing moves and Status cannot be read. */
  async rests(ms: number): Promise<boolean | null> {
    await this.until(() => false, ms, false);
    const sinceMs = this.now();
    await this.until(() => false, SEEN_MS, false);
    const moving = this.records.zones.some(({ atMs, level, pressureMmHg }) => atMs >= sinceMs && moves(level, pressureMmHg));
    const state = await this.state();
    return !moving && state === null ? null : !moving && state === 'idle';
  }

  async #written(bytes: Uint8Array, wrote: string): Promise<boolean> {
    try {
      await this.#link.write(this.#control, bytes, true);
      return true;
    } catch (error) {
      if (!(error instanceof BluetoothFault) || endsLink(error)) throw error;
      this.#report.fail('C-1', { kind: 'write-failed', wrote });
      return false;
    }
  }

  #hearAnswer(view: DataView): void {
    const read = decodeOpenRecoveryResponse(view);
    // That it is late is noted already.
    if (read.ok && this.#overdue.delete(read.value.op)) return;
    const fits = read.ok && view.byteLength === 3 && read.value.op === this.#asked.op && this.#asked.result === null;
    if (!fits) this.#report.fail('C-1', { kind: 'answer-odd', wrote: this.#asked.wrote, bytes: toHex(readBytes(view)) });
    if (read.ok && read.value.op === this.#asked.op) this.#asked.result ??= read.value.result;
  }

  async #heardOrAfter(ms: number): Promise<void> {
    const over = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const signal = AbortSignal.any([over.signal, this.#signal]);
    try {
      await Promise.race([woken, this.#clock.wait(ms, signal)]);
    } finally {
      this.#wake = () => {};
      // A wait that is no longer needed leaves no timer.
      over.abort();
    }
    this.#signal.throwIfAborted();
  }
}
