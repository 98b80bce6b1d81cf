import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import { limited } from '../../bluetooth/operation-queue';
import type { Decoded } from '../../bluetooth/services/decoded';
import type { GattCharacteristic } from '../../bluetooth/transport';
import type { DriverOptions } from '../driver';
import { Writer } from './writer';

/** The specification allows 30 s. A user who watches the device gives up sooner. */
const ANSWER_MS = 5000;

interface Answer<R> {
  readonly op: number;
  readonly result: R;
}

/**
 * A control point on one link that answers by indication with the op code and a result. Keeps the questions that wait for an answer. The
 * caller asks one question at a time (turns.ts); `tell` does not wait for an answer.
 */
export class ControlPoint<R> {
  readonly #link: Link;
  readonly #characteristic: GattCharacteristic;
  readonly #decode: (view: DataView) => Decoded<Answer<R>>;
  readonly #options: Pick<DriverOptions, 'wait' | 'trace'>;
  readonly #writer: Writer;
  /** By op code, oldest first: a stop may have the same op code as the command that it overtakes, whose answer is still due. */
  readonly #expected = new Map<number, ((result: R) => void)[]>();

  /** The subscription to its answers; null before it was asked for. */
  #listening: Promise<void> | null = null;
  #listens = false;

  constructor(
    link: Link,
    characteristic: GattCharacteristic,
    decode: (view: DataView) => Decoded<Answer<R>>,
    options: Pick<DriverOptions, 'wait' | 'trace'>,
  ) {
    this.#link = link;
    this.#characteristic = characteristic;
    this.#decode = decode;
    this.#options = options;
    this.#writer = new Writer(link, characteristic, options.trace);
  }

  /** Many devices refuse commands until a host subscribes to their answers. */
  listen(): Promise<void> {
    this.#listening = this.#subscribe().then(() => {
      this.#listens = true;
    });
    return this.#listening;
  }

  async #subscribe(): Promise<void> {
    const { uuid } = this.#characteristic;
    await this.#link.subscribe(this.#characteristic, (view) => {
      this.#options.trace?.('in', uuid, toBytes(view));
      const read = this.#decode(view);
      if (!read.ok) return;
      const { op, result } = read.value;
      this.#expected.get(op)?.shift()?.(result);
    });
  }

  /** Writes and waits for the answer. Throws `timeout` when none comes, or the signal's reason when it aborts first. */
  async ask(bytes: Uint8Array, signal: AbortSignal): Promise<R> {
    signal.throwIfAborted();
    const { answer, forget } = this.#answerTo(bytes);
    await this.#writer.write(bytes, signal).catch((error: unknown) => {
      forget();
      throw error;
    });
    return limited(this.#options, answer, ANSWER_MS, signal).catch((error: unknown) => {
      // The command was sent, so its answer may still come.
      if (!signal.aborted) forget();
      throw error;
    });
  }

  /**
   * Writes these ahead of everything else. Returns the answer to the last one, or null when none came within `ms`. Throws when the last one
   * could not be written.
   */
  async overtake(frames: readonly Uint8Array[], ms: number): Promise<R | null> {
    const last = frames.at(-1);
    if (last === undefined) return null;
    const { answer, forget } = this.#answerTo(last);
    await this.#writeAhead(frames).catch((error: unknown) => {
      forget();
      throw error;
    });
    return limited(this.#options, answer, ms).catch((error: unknown) => {
      // Answers that were still due had their time.
      this.#expected.clear();
      if (error instanceof BluetoothFault && error.code === 'timeout') return null;
      throw error;
    });
  }

  /** Once more after the subscription, if the device refused it before that. */
  async #writeAhead(frames: readonly Uint8Array[]): Promise<void> {
    const listened = this.#listens;
    try {
      await this.#writer.overtake(frames);
    } catch (error) {
      const refused = error instanceof BluetoothFault && (error.code === 'gatt-error' || error.code === 'not-permitted');
      if (listened || this.#listening === null || !refused) throw error;
      await this.#listening;
      await this.#writer.overtake(frames);
    }
  }

  #answerTo([op = 0]: Uint8Array): { readonly answer: Promise<R>; readonly forget: () => void } {
    let forget = () => {};
    const answer = new Promise<R>((resolve) => {
      this.#expected.set(op, [...(this.#expected.get(op) ?? []), resolve]);
      forget = () => {
        const others = this.#expected.get(op)?.filter((other) => other !== resolve) ?? [];
        this.#expected.set(op, others);
      };
    });
    return { answer, forget };
  }
}

/** A copy, because the view's buffer may be used again. */
export function toBytes(view: DataView): Uint8Array {
  return Uint8Array.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}
