import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SessionPlan } from '../../catalogue';
import { type Mark, makeMark } from '../marks/mark';
import { RunningMarks } from '../marks/running-marks';
import { SessionRunner } from './runner';
import type { RunnerParts } from './runner-parts';
import { NOT_DELIVERED } from './view';

/**
 * The sessions of the app tab: at most one on each device, several devices at once. Keeps the newest session of each device until another
 * replaces it. The caller must call `leave()` when the page goes away, before links are closed.
 */
export class DeviceSessions {
  readonly #sessions = signal<ReadonlyMap<string, SessionRunner>>(new Map());
  readonly marks: RunningMarks;
  /**
   * Devices that may be running and that no session of this tab watches: an earlier tab started them, or their link was given up before
   * they took a stop.
   */
  readonly leftRunning: ReadonlySignal<readonly Mark[]> = computed(() =>
    [...this.marks.all.value.values()].filter(({ id }) => this.#sessions.value.get(id)?.live !== true && !this.marks.watched.value.has(id)),
  );

  constructor(marks: RunningMarks = new RunningMarks()) {
    this.marks = marks;
    effect(() => this.#forgetUntold());
  }

  /** A stop that a session could not deliver, and whose device is known to rest by now, or is said to be off: nothing of it is said any more. */
  #forgetUntold(): void {
    for (const [id, { live, view }] of this.#sessions.value)
      if (!live && NOT_DELIVERED.has(view.fault.value) && !this.marks.all.value.has(id)) view.fault.value = null;
  }

  /** By the id of the device. */
  get sessions(): ReadonlySignal<ReadonlyMap<string, SessionRunner>> {
    return this.#sessions;
  }

  /** Prepares a session on a device; null while another is running there, or while the device's state is unknown. */
  open(plan: SessionPlan, parts: RunnerParts): SessionRunner | null {
    const { id } = parts.device;
    const before = this.#sessions.value.get(id);
    if (before?.live || !this.marks.mayStart(id) || hasUnreadFault(before)) return null;
    // It is over: closing it sends nothing.
    void before?.close();
    const mark = () =>
      this.marks.started(makeMark(parts.device, parts.kind, parts.driver.capabilities.value, parts.clock.now(), parts.given), parts.demo);
    const runner = new SessionRunner(plan, {
      ...parts,
      onStart: mark,
      onUnrest: mark,
      onRest: () => this.marks.atRest(id),
      onStopOwed: () => this.marks.oweStop(id),
    });
    this.#sessions.value = new Map(this.#sessions.value).set(id, runner);
    return runner;
  }

  /** A person says that a device which may be running is off. False when a session still runs on it. */
  saidOff(id: string): boolean {
    const session = this.#sessions.value.get(id);
    // A click on what was on screen before the link came back.
    if (session?.live && !['unknown', 'unstopped', 'silent', 'released'].includes(session.view.state.value)) return false;
    session?.retire();
    this.marks.saidOff(id);
    return true;
  }

  /** Dismisses a session that has ended with nothing that the user must read first. */
  dismissPlainEnd(id: string): void {
    const view = this.#sessions.value.get(id)?.view;
    if (view !== undefined && view.fault.value === null && view.deviceFault.value === null && view.unrest.value === null) {
      this.#sessions.value.get(id)?.dismiss();
    }
  }

  /** Returns the devices with a stop on its way: their links must last a little longer. */
  leave(): ReadonlySet<string> {
    const live = [...this.#sessions.value].filter(([, session]) => session.live);
    for (const session of this.#sessions.value.values()) session.leave();
    return new Set(live.map(([id]) => id));
  }
}

/** After a fault nothing starts on a device until somebody has read which. */
export function hasUnreadFault(session: SessionRunner | undefined): boolean {
  return session !== undefined && session.view.deviceFault.value !== null && !session.view.dismissed.value;
}
