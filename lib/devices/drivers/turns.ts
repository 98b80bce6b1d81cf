import { BluetoothFault } from '../../bluetooth/fault';
import { untilAborted } from '../../bluetooth/operation-queue';

interface Turn {
  readonly latest: string | undefined;
  readonly begin: (signal: AbortSignal) => Promise<void>;
  readonly drop: (fault: BluetoothFault) => void;
}

/**
 * Runs commands of several writes and answers one at a time, because a device that gets a second question before it has answered the first
 * refuses it or answers neither. Keeps the waiting commands in memory. The owner calls `clear` for a stop and when the link is lost: all
 * commands then end with that fault at once, and the running one's signal aborts. A command checks that signal before each write.
 */
export class Turns {
  #waiting: Turn[] = [];
  #present: AbortController | null = null;

  /** Runs the work in its turn. While it waits, a newer call with the same `latest` replaces it: `superseded`. */
  run<T>(work: (signal: AbortSignal) => Promise<T>, latest?: string): Promise<T> {
    if (latest !== undefined) this.#supersede(latest);
    return new Promise<T>((resolve, reject) => {
      const begin = (signal: AbortSignal) => untilAborted(work(signal), signal).then(resolve, reject);
      this.#waiting.push({ latest, begin, drop: reject });
      void this.#drain();
    });
  }

  clear(fault: BluetoothFault): void {
    const dropped = this.#waiting;
    this.#waiting = [];
    const present = this.#present;
    this.#present = null;
    present?.abort(fault);
    for (const { drop } of dropped) drop(fault);
  }

  #supersede(latest: string): void {
    const old = this.#waiting.filter((turn) => turn.latest === latest);
    this.#waiting = this.#waiting.filter((turn) => turn.latest !== latest);
    for (const { drop } of old) drop(new BluetoothFault('superseded'));
  }

  async #drain(): Promise<void> {
    if (this.#present !== null) return;
    for (let turn = this.#waiting.shift(); turn !== undefined; turn = this.#waiting.shift()) {
      const present = new AbortController();
      this.#present = present;
      await turn.begin(present.signal);
      // Cleared meanwhile: newer commands have their own drain.
      if (this.#present !== present) return;
      this.#present = null;
    }
  }
}
