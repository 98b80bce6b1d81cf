import { MINUTE_MS } from '../../core/time';
import type { DeviceDriver, Telemetry } from '../driver';
import { findMovements, reportsMovement } from '../safety/rest';
import { judgeLinkBack, type LinkBackStep, REPORTS_WITHIN_MS } from './after-link';
import { isOwnStop, type RunPhase } from './device-end';
import { describeLostLink } from './doing';
import { findLeftLevels } from './left-levels';
import type { WithoutLink } from './view';

/** After a longer loss nobody may be at the device, so it is stopped. Ours, where the device has no watchdog. */
const RESTORE_WITHIN_MS = 2 * MINUTE_MS;
/** A belt that slows down changes its speed within this time. Ours. */
const STEADY_MS = 2000;

/** What a session did when its link was lost. */
export interface LostSession {
  readonly was: 'running' | 'paused' | 'released' | 'other';
  /** The running time that the device had reported last, s. */
  readonly elapsedS: number | null;
  readonly phase: RunPhase;
}

interface Loss extends LostSession {
  readonly atMs: number;
  /** When the link came back; null while it is lost. */
  readonly backAtMs: number | null;
  /** A belt's speed on the new link, and since when. */
  readonly speed: { readonly kmh: number | null; readonly sinceMs: number } | null;
}

/**
 * The lost link of a session, from the loss until what the device does is settled. Keeps it in memory, and when the link was lost last. The
 * caller owes `settled` once it has acted on what `judge` says.
 */
export class LinkLoss {
  readonly #driver: DeviceDriver;
  readonly #nowMs: () => number;
  #loss: Loss | null = null;
  #lostAtMs: number | null = null;

  constructor(driver: DeviceDriver, nowMs: () => number) {
    this.#driver = driver;
    this.#nowMs = nowMs;
  }

  /** What the session did, or was told meanwhile; null when no loss is open. */
  get was(): LostSession['was'] | null {
    return this.#loss?.was ?? null;
  }
  /** Whether it lasts too long for the session to go on. */
  get isLong(): boolean {
    return this.#loss !== null && this.#nowMs() - this.#loss.atMs > RESTORE_WITHIN_MS;
  }
  get isBack(): boolean {
    return this.#loss !== null && this.#loss.backAtMs !== null;
  }

  lost(session: LostSession): void {
    this.#lostAtMs = this.#nowMs();
    this.#loss = { ...session, atMs: this.#lostAtMs, backAtMs: null, speed: null };
  }

  /** Before it was known how the device is. It counts as one loss, and what the device does by itself is counted anew. */
  lostAgain(): void {
    this.#lostAtMs = this.#nowMs();
    if (this.#loss !== null) this.#loss = { ...this.#loss, backAtMs: null, speed: null };
  }

  /** The session is to be paused when the link is back. */
  pause(): void {
    if (this.#loss !== null) this.#loss = { ...this.#loss, was: 'paused' };
  }

  back(): void {
    if (this.#loss !== null) this.#loss = { ...this.#loss, backAtMs: this.#nowMs() };
  }

  settled(): void {
    this.#loss = null;
  }

  /** What the device does meanwhile. `timerUntilMs`: when its own timer ends it; `nowMs`: epoch ms, as that. */
  describe(timerUntilMs: number | null, nowMs: number): WithoutLink {
    const { endsByItself, watchdogS } = this.#driver.capabilities.peek();
    const lostForMs = this.#lostAtMs === null ? 0 : this.#nowMs() - this.#lostAtMs;
    const watchdogUntilMs = watchdogS === undefined ? null : nowMs - lostForMs + watchdogS * 1000;
    return describeLostLink({ timerUntilMs, watchdogUntilMs, endsByItself, nowMs });
  }

  /** What to do with a device whose link is back, by what it has reported since. Call it about once a second, and with each report. */
  judge(telemetry: Telemetry): LinkBackStep {
    const loss = this.#loss;
    if (loss === null || loss.backAtMs === null) return 'wait';
    const capabilities = this.#driver.capabilities.peek();
    const { ended = null } = telemetry;
    const signs = findMovements(capabilities, telemetry);
    const { watchdogS } = capabilities;
    const sinceMs = this.#nowMs() - loss.backAtMs;
    const step = judgeLinkBack({
      was: loss.was === 'released' ? 'other' : loss.was,
      lostForMs: loss.backAtMs - loss.atMs,
      sinceMs,
      withinMs: watchdogS === undefined ? RESTORE_WITHIN_MS : (watchdogS + 1) * 1000,
      reports: reportsMovement(capabilities),
      moves: signs.length === 0 ? null : signs.some(({ moves }) => moves),
      steady: this.#isSteady(loss, telemetry),
      ended: ended !== null && isOwnStop(ended, loss.phase, capabilities.pauses) ? null : ended,
      elapsedS: { before: loss.elapsedS, now: telemetry.elapsedS ?? null },
    });
    const awaited = step === 'take-over' && sinceMs < REPORTS_WITHIN_MS && findLeftLevels(capabilities, telemetry) === null;
    return awaited ? 'wait' : step;
  }

  /** Whether a belt has had one speed for long enough to know that it is not slowing down. */
  #isSteady(loss: Loss, { speedKmh, levels }: Telemetry): boolean {
    const { class: kind, zones } = this.#driver.capabilities.peek();
    if (kind !== 'belt') return true;
    const belt = zones.find(({ unit }) => unit === 'km/h')?.id ?? '';
    const kmh = speedKmh ?? levels?.[belt] ?? null;
    const nowMs = this.#nowMs();
    if (loss.speed === null || loss.speed.kmh !== kmh) this.#loss = { ...loss, speed: { kmh, sinceMs: nowMs } };
    return loss.speed !== null && loss.speed.kmh === kmh && nowMs - loss.speed.sinceMs >= STEADY_MS;
  }
}
