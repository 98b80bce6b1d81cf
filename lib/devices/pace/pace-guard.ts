import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HeartRateMeasurement } from '../../bluetooth/services/heart-rate';
import type { Clock } from '../../core/clock';
import type { Click } from '../safety/click';
import type { SessionRunner } from '../session/runner';
import { type Beat, beginPace, look, type PaceSettings, type PaceState, type PaceStop, type TapRefusal, tap } from './index';

export interface PaceGuardParts {
  readonly clock: Clock;
  /** The strap's last measurement. */
  readonly strap: ReadonlySignal<HeartRateMeasurement | null>;
  /** The speed that the belt reports, km/h; null when it reports none. */
  readonly beltKmh: () => number | null;
}

/** The id of a belt's zone in every driver. */
export const BELT = 'belt';
const LOOK_MS = 1000;

/**
 * Guards one walk: the strap's heart rate may slow or stop the belt. Only `tap`, a person's click, ever speeds it up. Keeps the loop's
 * state in memory and ends with the session, so the caller has nothing to close.
 */
export class PaceGuard {
  readonly settings: PaceSettings;
  readonly #session: SessionRunner;
  readonly #parts: PaceGuardParts;
  readonly #over = new AbortController();
  readonly #heart = signal<Beat | null>(null);
  readonly #why = signal<PaceStop | null>(null);
  readonly #refused = signal<TapRefusal | null>(null);
  #state: PaceState;

  constructor(session: SessionRunner, settings: PaceSettings, parts: PaceGuardParts) {
    this.#session = session;
    this.settings = settings;
    this.#parts = parts;
    this.#state = beginPace(settings, parts.clock.now());
    const unhear = effect(() => this.#hear(parts.strap.value));
    this.#over.signal.addEventListener('abort', unhear, { once: true });
    void this.#watch();
  }

  /** The newest valid heart rate, and its time. */
  get heart(): ReadonlySignal<Beat | null> {
    return this.#heart;
  }
  /** Why the belt slows to a stop or has stopped; null when it does not. */
  get why(): ReadonlySignal<PaceStop | null> {
    return this.#why;
  }
  /** Why the last tap was refused. */
  get refused(): ReadonlySignal<TapRefusal | null> {
    return this.#refused;
  }

  /** A person's click for a little more speed. */
  tap(click: Click | null): void {
    const answer = tap(this.#state, this.settings, this.#input());
    this.#refused.value = 'refused' in answer ? answer.refused : null;
    const faster = 'command' in answer && answer.command.kind === 'speed' ? answer.command.kmh : null;
    // The session refused the speed, so it was not set.
    if (faster !== null && !this.#session.setLevel(BELT, faster, click)) return;
    this.#state = answer.state;
  }

  #hear(said: HeartRateMeasurement | null): void {
    // A strap without skin contact repeats its last value.
    if (said === null || said.hrBpm <= 0 || said.contact === 'not-detected') return;
    this.#heart.value = { atMs: this.#parts.clock.now(), bpm: said.hrBpm };
  }

  async #watch(): Promise<void> {
    const over = this.#over.signal;
    while (!over.aborted) {
      try {
        await this.#parts.clock.wait(LOOK_MS, over);
      } catch {
        // The session was released.
        return;
      }
      if (this.#session.view.end.value !== null) this.#over.abort();
      else this.#look();
    }
  }

  #look(): void {
    const { state, command } = look(this.#state, this.settings, this.#input());
    this.#state = state;
    this.#why.value = state.why;
    if (command === null) return;
    if (command.kind === 'stop') void this.#session.stop();
    else if (!this.#session.setLevel(BELT, command.kmh, null) && state.phase === 'stopping') void this.#session.stop();
  }

  #input() {
    return { atMs: this.#parts.clock.now(), heartRate: this.#heart.value, beltKmh: this.#parts.beltKmh() };
  }
}
