import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import { DriverFault } from '../driver';
import type { SensorOptions } from '../sensor';
import { CommandQueue } from './command-queue';
import type { WritePlan } from './plan';
import { listPolls } from './polls';
import { ProfileLink } from './profile-link';
import { type Heard, readStatus } from './read-status';
import type { DeviceProfile, ProfilePoll, ProfileStep } from './schema';
import type { FrameValues } from './values';

/** One link, from the start of its set-up. */
interface Present {
  readonly link: ProfileLink;
  readonly queue: CommandQueue;
  ready: boolean;
  finding: boolean;
  /** Whether a stop came during the set-up. */
  stopped: boolean;
  /** Stops that came before it was found where they go. */
  readonly early: { readonly resolve: (sent: Promise<void>) => void; readonly reject: (why: unknown) => void }[];
  /** From a stop until the next command: nothing is written that nobody asked for. */
  silent: boolean;
  /** Ends with the poll that runs now: of several, one runs at a time. */
  polling: Promise<unknown>;
}

export interface RunListeners {
  /** The values that frames are filled with now. */
  readonly values: () => FrameValues;
  readonly heard: (heard: Heard) => void;
  /** The characteristics that the device on this link lacks. */
  readonly found: (lacks: ReadonlySet<string>) => void;
  /** The link is over. */
  readonly gone: () => void;
}

/**
 * Runs a profile on one link after another: handshake, polls, commands, stop. Keeps the present link and its queue. The caller keeps the
 * values and what the device reported.
 */
export class ProfileRun {
  readonly #profile: DeviceProfile;
  readonly #options: SensorOptions;
  readonly #listeners: RunListeners;
  #present: Present | null = null;

  constructor(profile: DeviceProfile, options: SensorOptions, listeners: RunListeners) {
    this.#profile = profile;
    this.#options = options;
    this.#listeners = listeners;
  }

  /** Throws `BluetoothFault`, and the signal's reason. */
  async setUp(link: Link, over: AbortSignal): Promise<void> {
    over.throwIfAborted();
    const owned = new ProfileLink(this.#profile, this.#options, link, over, (from, bytes, question) =>
      this.#heard(present, from, bytes, question),
    );
    const queue = new CommandQueue(owned, over);
    const present: Present = {
      link: owned,
      queue,
      ready: false,
      finding: true,
      stopped: false,
      early: [],
      silent: false,
      polling: Promise.resolve(),
    };
    this.#present = present;
    over.addEventListener('abort', () => this.#gone(present), { once: true });
    try {
      // A stop does not wait behind the rest of a slow set-up.
      await owned.seek(() => {
        if (owned.ready) for (const { resolve } of present.early.splice(0)) resolve(this.#sendStop(present));
      });
    } finally {
      present.finding = false;
      for (const { reject } of present.early.splice(0)) reject(new DriverFault('not-ready'));
    }
    this.#listeners.found(owned.lacks);
    await this.#handshake(present, over);
    over.throwIfAborted();
    present.ready = true;
    for (const poll of listPolls(this.#profile)) void this.#poll(present, poll, over);
  }

  /** Throws `not-ready` until the set-up is done. */
  run(steps: readonly ProfileStep[], values: FrameValues, plan: Pick<WritePlan, 'latest'>): Promise<void> {
    const present = this.#ready();
    present.silent = false;
    return present.queue.run(steps, values, { ...plan, commanded: true });
  }

  /** Throws `not-ready` until `run` would be carried out. */
  checkReady(): void {
    this.#ready();
  }

  /** Sends the stop ahead of everything, as soon as it is found where it goes. `silent`: nothing is asked until the next command. Throws when it could not be sent. */
  async stop(silent: boolean, before: () => void): Promise<void> {
    const present = this.#present;
    if (present === null || !(present.link.ready || present.finding)) throw new DriverFault('not-ready');
    present.stopped = true;
    present.silent = silent;
    before();
    if (present.link.ready) await this.#sendStop(present);
    else await new Promise<void>((resolve, reject) => present.early.push({ resolve, reject }));
  }

  #sendStop({ queue }: Present): Promise<void> {
    return queue.stop(this.#profile.stop ?? [], this.#listeners.values());
  }

  #ready(): Present {
    if (this.#present === null || !this.#present.ready) throw new DriverFault('not-ready');
    return this.#present;
  }

  /** A stop does not end the set-up. A device that missed the handshake may have missed the stop, so the stop is sent again after it. */
  async #handshake(present: Present, over: AbortSignal): Promise<void> {
    for (const step of this.#profile.setUp ?? []) {
      for (;;) {
        try {
          await present.queue.run([step], this.#listeners.values(), { lasting: true });
          break;
        } catch (error) {
          over.throwIfAborted();
          if (!(error instanceof BluetoothFault && error.code === 'superseded')) throw error;
        }
      }
    }
    if (present.stopped) await this.#sendStop(present);
  }

  async #poll(present: Present, { everyMs, steps }: ProfilePoll, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      try {
        await this.#options.wait(everyMs, over);
        const turn = present.polling.then(() => this.#pollOnce(present, steps));
        present.polling = turn.catch(() => {});
        await turn;
      } catch (error) {
        // The link ended and reports that itself; or a stop came first, or one question got no answer.
        if (!(error instanceof BluetoothFault) && !over.aborted) throw error;
      }
    }
  }

  async #pollOnce(present: Present, steps: readonly ProfileStep[]): Promise<void> {
    const now = present.silent ? steps.filter((step) => !asks(step)) : steps;
    if (present.queue.idle && now.length > 0) await present.queue.run(now, this.#listeners.values());
  }

  #heard(present: Present, from: string, bytes: Uint8Array, question: string | null): boolean {
    if (this.#present !== present) return false;
    const read = readStatus(this.#profile, from, bytes, question);
    if (!read.ok) {
      // Devices send much that no profile describes, and answers to a stop that was not asked about.
      if (read.error !== 'not-described' && read.error !== 'not-asked') this.#options.unread?.(`${from}: ${read.error}`);
      return false;
    }
    if (read.value.impossible.length > 0) this.#options.unread?.(`${from}: impossible ${read.value.impossible.join(', ')}`);
    this.#listeners.heard(read.value);
    return read.value.answers;
  }

  #gone(present: Present): void {
    if (this.#present !== present) return;
    this.#present = null;
    this.#listeners.gone();
  }
}

/** Whether a step writes, or waits for what was written. */
export function asks(step: ProfileStep): boolean {
  return 'write' in step || 'await' in step || 'ask' in step;
}
