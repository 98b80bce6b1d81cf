import {
  decodeOpenRecoveryCommand,
  type OpenRecoveryCommand,
  type OpenRecoveryFeature,
  type OpenRecoveryResult,
} from '../../bluetooth/services/open-recovery';
import type { RecoveryEngine } from './open-recovery-engine';

/** After somebody took control at the device. */
const TAKEN_FOR_MS = 10_000;
/** How long a press allows a host to take control. */
const PRESS_COUNTS_MS = 30_000;

/**
 * Who may give commands to the engine, and in what order a write is checked (docs/open-recovery-profile.md, "Control Point"). Keeps who
 * holds control. The caller provides the time, and reports links and what somebody does at the device.
 */
export class RecoveryControl {
  readonly #engine: RecoveryEngine;
  readonly #feature: OpenRecoveryFeature;
  readonly #needsPress: boolean;
  #held = false;
  #takenUntilMs = Number.NEGATIVE_INFINITY;
  #pressedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(engine: RecoveryEngine, feature: OpenRecoveryFeature, needsPress: boolean) {
    this.#engine = engine;
    this.#feature = feature;
    this.#needsPress = needsPress;
  }

  get held(): boolean {
    return this.#held;
  }

  answer(bytes: Uint8Array, atMs: number): OpenRecoveryResult {
    // The watchdog counts from the last write of the host, also from one that is refused.
    if (this.#held) this.#engine.heardHost();
    const read = decodeOpenRecoveryCommand(new DataView(Uint8Array.from(bytes).buffer));
    if (!read.ok) return read.error.name === 'unsupported-frame' ? 'unsupported' : 'bad-parameter';
    const command = read.value;
    if (command.kind === 'pause' && !this.#feature.pauses) return 'unsupported';
    if (command.kind === 'request-control') return this.#request(atMs);
    if (!this.#held && command.kind !== 'stop') return 'not-permitted';
    return this.#obey(command);
  }

  /** The link is gone, or was released: a run continues until the watchdog ends it. */
  lose(): void {
    this.#held = false;
    this.#engine.lostControl();
  }

  /** Somebody at the device takes over. */
  take(atMs: number): void {
    this.#takenUntilMs = atMs + TAKEN_FOR_MS;
    this.lose();
  }

  /** Somebody presses the button that lets a host take control. */
  allow(atMs: number): void {
    this.#pressedUntilMs = atMs + PRESS_COUNTS_MS;
  }

  #obey(command: OpenRecoveryCommand): OpenRecoveryResult {
    if (command.kind === 'release-control') this.lose();
    return this.#engine.obey(command);
  }

  #request(atMs: number): OpenRecoveryResult {
    if (atMs < this.#takenUntilMs) return 'not-permitted';
    if (this.#needsPress && !this.#held && atMs >= this.#pressedUntilMs) return 'needs-press';
    this.#held = true;
    this.#engine.heardHost();
    return 'ok';
  }
}
