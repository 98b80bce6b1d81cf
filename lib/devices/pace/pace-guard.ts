import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HeartRateMeasurement } from '../../bluetooth/services/heart-rate';
import type { Clock } from '../../core/clock';
import { Elapsed } from '../../core/elapsed';
import type { Click } from '../safety/click';
import type { SafetyState } from '../safety/machine';
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
  readonly #elapsed: Elapsed;
  #state: PaceState;

  constructor(session: SessionRunner, settings: PaceSettings, parts: PaceGuardParts) {
    this.#session = session;
    this.settings = settings;
    this.#parts = parts;
    this.#elapsed = new Elapsed(() => parts.clock.now());
    this.#state = beginPace(settings, this.#elapsed.ms);
    holdLowest(session, settings);
    const ends = [effect(() => this.#hear(parts.strap.value)), effect(() => this.#follow(session.view.state.value))];
    for (const end of ends) this.#over.signal.addEventListener('abort', end, { once: true });
    void this.#watch();
  }

  /** The newest heart rate that counts, and when it came, by the guard's own reckoning of time (`ageMs`). */
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
    if (faster !== null) {
      // A speed that the session refused was not set.
      if (!this.#session.setLevel(BELT, faster, click)) return;
      this.#session.setCeiling(BELT, faster);
    }
    this.#state = answer.state;
  }

  /** After a pause or a lost link the belt begins at its lowest speed and incline again, and each increase is a tap. */
  #follow(state: SafetyState): void {
    if (state === 'running' || state === 'armed') return;
    holdLowest(this.#session, this.settings);
    this.#state = { ...this.#state, setKmh: Math.min(this.#state.setKmh, this.settings.beltMinKmh) };
  }

  #hear(said: HeartRateMeasurement | null): void {
    // A strap without skin contact repeats its last value.
    if (said === null || said.hrBpm <= 0 || said.contact === 'not-detected') return;
    this.#heart.value = { atMs: this.#elapsed.ms, bpm: said.hrBpm };
  }

  async #watch(): Promise<void> {
    const over = this.#over.signal;
    while (!over.aborted) {
      const sinceMs = this.#elapsed.ms;
      try {
        await this.#parts.clock.wait(LOOK_MS, over);
      } catch {
        // The session was released.
        return;
      }
      this.#elapsed.waited(sinceMs, LOOK_MS);
      if (this.#session.view.end.value !== null) this.#over.abort();
      else this.#look();
    }
  }

  #look(): void {
    const { state, command } = look(this.#state, this.settings, this.#input());
    this.#state = state;
    this.#why.value = state.why;
    if (command === null) return;
    if (command.kind === 'stop') void this.#session.stop(command.why);
    else if (!this.#session.setCeiling(BELT, command.kmh) && state.phase === 'stopping')
      void this.#session.stop(state.why ?? 'heart-rate-lost');
  }

  #input() {
    const told = this.#session.view.levels.value[BELT]?.told ?? null;
    return { atMs: this.#elapsed.ms, heartRate: this.#heart.value, beltKmh: this.#parts.beltKmh() ?? told };
  }
}

/**
 * Holds every zone at its lowest level: under a cap, levels are reached by taps alone. An incline raises the heart rate as a speed does. False
 * when the belt cannot have that speed.
 */
export function holdLowest(session: SessionRunner, { beltMinKmh }: PaceSettings): boolean {
  session.holdLowest();
  return session.setCeiling(BELT, beltMinKmh);
}
