import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionPlan } from '../../catalogue';
import { SessionRunner } from './runner';
import type { RunnerParts } from './runner-parts';

/**
 * The sessions of the app tab: at most one on each device, several devices at once. Keeps the newest session of each device until another
 * replaces it. The caller must call `leave()` when the page goes away, before links are closed.
 */
export class DeviceSessions {
  readonly #sessions = signal<ReadonlyMap<string, SessionRunner>>(new Map());

  /** By the id of the device. */
  get sessions(): ReadonlySignal<ReadonlyMap<string, SessionRunner>> {
    return this.#sessions;
  }

  /** Prepares a session on a device; null while another is running there, or while the device's state is unknown. */
  open(plan: SessionPlan, parts: RunnerParts): SessionRunner | null {
    const before = this.#sessions.value.get(parts.device.id);
    if (before?.live) return null;
    // The session is over, so closing it sends nothing.
    void before?.close();
    const runner = new SessionRunner(plan, parts);
    this.#sessions.value = new Map(this.#sessions.value).set(parts.device.id, runner);
    return runner;
  }

  /** Emergency stop: every stop is handed over before this returns. Resolves when each stop was sent, or failed. */
  async stopAll(): Promise<void> {
    await Promise.allSettled([...this.#sessions.value.values()].map((session) => session.stop()));
  }

  /** Returns the devices with a stop under way: their links must stay open a little longer. */
  leave(): ReadonlySet<string> {
    const live = [...this.#sessions.value].filter(([, session]) => session.live);
    for (const session of this.#sessions.value.values()) session.leave();
    return new Set(live.map(([id]) => id));
  }
}
