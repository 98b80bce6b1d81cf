import { BluetoothFault } from '../../bluetooth/fault';
import { DriverFault } from '../driver';
import { writtenIn } from './polls';
import type { ProfileLink } from './profile-link';
import type { ProfileStep } from './schema';
import type { FrameValues } from './values';

interface Task {
  readonly steps: readonly ProfileStep[];
  readonly values: FrameValues;
  readonly latest: string | null;
  readonly lasting: boolean;
  readonly commanded: boolean;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Runs the commands of one link one at a time. It gives the link one frame at a time, so that a stop never waits for more than one frame.
 * Keeps the waiting commands. The owner ends it with `over`.
 */
export class CommandQueue {
  readonly #link: ProfileLink;
  readonly #over: AbortSignal;
  #waiting: Task[] = [];
  #running: { readonly task: Task; readonly ends: AbortController } | null = null;
  #stopping: Promise<void> | null = null;

  constructor(link: ProfileLink, over: AbortSignal) {
    this.#link = link;
    this.#over = over;
    over.addEventListener('abort', () => this.#drop(over.reason, true), { once: true });
  }

  get idle(): boolean {
    return this.#running === null && this.#waiting.length === 0 && this.#stopping === null;
  }

  /**
   * Rejects with `superseded` when a newer call with the same `latest`, or a stop, replaces it. A step of a handshake is `lasting`: a stop
   * goes before it, but does not interrupt it once it is under way. A `commanded` one rejects when the device lacks what it writes to, or when
   * it writes nothing because no value is set: whoever asked for it would believe that it was sent.
   */
  run(
    steps: readonly ProfileStep[],
    values: FrameValues,
    {
      latest = null,
      lasting = false,
      commanded = false,
    }: { readonly latest?: string | null; readonly lasting?: boolean; readonly commanded?: boolean } = {},
  ): Promise<void> {
    this.#over.throwIfAborted();
    return new Promise((resolve, reject) => {
      if (latest !== null) {
        for (const old of this.#waiting.filter((task) => task.latest === latest)) old.reject(new BluetoothFault('superseded'));
        this.#waiting = this.#waiting.filter((task) => task.latest !== latest);
      }
      this.#waiting.push({ steps, values, latest, lasting, commanded, resolve, reject });
      void this.#drain();
    });
  }

  /**
   * Ends all other commands. Commands that arrive meanwhile wait until the stop is done. A second stop during the first one returns the
   * first one's promise.
   */
  stop(frames: readonly string[], values: FrameValues): Promise<void> {
    this.#drop(new BluetoothFault('superseded'), false);
    this.#stopping ??= this.#link.stop(frames, values).finally(() => {
      this.#stopping = null;
      void this.#drain();
    });
    return this.#stopping;
  }

  #drop(reason: unknown, everything: boolean): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const task of waiting) task.reject(reason);
    if (everything || this.#running?.task.lasting === false) this.#running?.ends.abort(reason);
  }

  async #drain(): Promise<void> {
    if (this.#running !== null || this.#stopping !== null) return;
    for (let task = this.#waiting.shift(); task !== undefined; task = this.#waiting.shift()) {
      const ends = new AbortController();
      this.#running = { task, ends };
      try {
        await this.#runSteps(task, ends.signal);
        task.resolve();
      } catch (error) {
        task.reject(error);
      }
      this.#running = null;
      if (this.#stopping !== null) return;
    }
  }

  async #runSteps({ steps, values, commanded }: Task, signal: AbortSignal): Promise<void> {
    let wrote = false;
    for (const step of steps) if (await this.#link.step(step, values, signal, commanded)) wrote = true;
    if (commanded && !wrote && steps.some((step) => writtenIn(step) !== null)) throw new DriverFault('not-ready', 'no value is set');
  }
}
