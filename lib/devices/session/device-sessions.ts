import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionPlan } from '../../catalogue';
import { SessionRunner } from './runner';
import type { RunnerParts } from './runner-parts';

/**
 * The sessions of the app tab: at most one on each device, several devices at once. Keeps the newest of each device until another takes
 * its place. The caller owes `leave()` when the page goes away, before links are closed.
 */
export class DeviceSessions {
  readonly #sessions = signal<ReadonlyMap<string, SessionRunner>>(new Map());

  /** By the id of the device. */
  get sessions(): ReadonlySignal<ReadonlyMap<string, SessionRunner>> {
    return this.#sessions;
  }

  /** A session to be started on a device; null while another is under way there, or nobody knows what the device does. */
  open(plan: SessionPlan, parts: RunnerParts): SessionRunner | null {
    const before = this.#sessions.value.get(parts.device.id);
    if (before?.live) return null;
    // It is over: closing it sends nothing.
    void before?.close();
    const runner = new SessionRunner(plan, parts);
    this.#sessions.value = new Map(this.#sessions.value).set(parts.device.id, runner);
    return runner;
  }

  /** Emergency stop: every stop is handed over before this returns. Resolves when each was told, or could not be. */
  async stopAll(): Promise<void> {
    await Promise.allSettled([...this.#sessions.value.values()].map((session) => session.stop()));
  }

  /** Returns the devices with a stop on its way: their links must last a little longer. */
  leave(): ReadonlySet<string> {
    const live = [...this.#sessions.value].filter(([, session]) => session.live);
    for (const session of this.#sessions.value.values()) session.leave();
    return new Set(live.map(([id]) => id));
  }
}
