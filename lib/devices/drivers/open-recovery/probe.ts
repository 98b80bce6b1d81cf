import type { Link } from '../../../bluetooth/link';
import {
  decodeOpenRecoveryMeasurement,
  decodeOpenRecoveryResponse,
  decodeOpenRecoveryStatus,
  encodeOpenRecoveryCommand,
  type OpenRecoveryCommand,
  type OpenRecoveryEvent,
  type OpenRecoveryResult,
  type OpenRecoveryStatus,
  openRecoveryUuids,
} from '../../../bluetooth/services/open-recovery';
import type { GattCharacteristic, GattService } from '../../../bluetooth/transport';
import type { Clock } from '../../../core/clock';
import { findCharacteristic } from '../found';

/** A later answer counts as none. */
export const ANSWER_MS = 1000;
const LOOK_EVERY_MS = 100;

interface Heard {
  readonly atMs: number;
  /** The highest level in it. */
  readonly level: number;
}

/**
 * Writes raw commands and records what the device reports, without a driver's checks. Keeps every report. The caller must stop the device.
 */
export class Probe {
  readonly measured: Heard[] = [];
  readonly events: { readonly atMs: number; readonly event: OpenRecoveryEvent }[] = [];
  /** Number of writes without an answer in time. */
  unanswered = 0;
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #control: GattCharacteristic;
  readonly #status: GattCharacteristic;
  readonly #measurement: GattCharacteristic;
  #answer: { readonly op: number; readonly result: OpenRecoveryResult } | null = null;

  constructor(link: Link, service: GattService, clock: Clock, signal: AbortSignal) {
    this.#link = link;
    this.#clock = clock;
    this.#signal = signal;
    this.#control = findCharacteristic(service, openRecoveryUuids.controlPoint);
    this.#status = findCharacteristic(service, openRecoveryUuids.status);
    this.#measurement = findCharacteristic(service, openRecoveryUuids.measurement);
  }

  async listen(): Promise<void> {
    await this.#link.subscribe(this.#control, (view) => {
      const read = decodeOpenRecoveryResponse(view);
      if (read.ok) this.#answer = read.value;
    });
    await this.#link.subscribe(this.#status, (view) => {
      const read = decodeOpenRecoveryStatus(view);
      if (read.ok) this.events.push({ atMs: this.#clock.now(), event: read.value.event });
    });
    await this.#link.subscribe(this.#measurement, (view) => {
      const read = decodeOpenRecoveryMeasurement(view);
      if (read.ok) this.measured.push({ atMs: this.#clock.now(), level: Math.max(0, ...read.value.zones.map(({ level }) => level)) });
    });
  }

  tell(command: OpenRecoveryCommand): Promise<OpenRecoveryResult | null> {
    return this.write(encodeOpenRecoveryCommand(command));
  }

  /** Writes these bytes and returns the answer; null when none came in time. */
  async write(bytes: Uint8Array): Promise<OpenRecoveryResult | null> {
    this.#signal.throwIfAborted();
    this.#answer = null;
    await this.#link.write(this.#control, bytes, true);
    const untilMs = this.#clock.now() + ANSWER_MS;
    while (this.#clock.now() < untilMs) {
      const answer = this.#heardAnswer();
      if (answer !== null && answer.op === bytes[0]) return answer.result;
      await this.#clock.wait(LOOK_EVERY_MS, this.#signal);
    }
    this.unanswered++;
    return null;
  }

  /** Sends a stop even while another write is under way, and ignores its outcome. */
  async stopAnyway(): Promise<void> {
    await this.#link.write(this.#control, encodeOpenRecoveryCommand({ kind: 'stop' }), true, { priority: 'stop' });
  }

  async status(): Promise<OpenRecoveryStatus | null> {
    const read = decodeOpenRecoveryStatus(await this.#link.read(this.#status));
    return read.ok ? read.value : null;
  }

  wait(ms: number): Promise<void> {
    return this.#clock.wait(ms, this.#signal);
  }

  now(): number {
    return this.#clock.now();
  }

  /** The highest level that the device reported since then; null when it reported none. */
  highest(sinceMs: number): number | null {
    const levels = this.measured.filter(({ atMs }) => atMs >= sinceMs).map(({ level }) => level);
    return levels.length === 0 ? null : Math.max(...levels);
  }

  happened(event: OpenRecoveryEvent, sinceMs: number): boolean {
    return this.events.some((one) => one.event === event && one.atMs >= sinceMs);
  }

  /** Returns a copy, because the field changes during an await. */
  #heardAnswer() {
    return this.#answer;
  }
}
