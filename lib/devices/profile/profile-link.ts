import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import { untilAborted } from '../../bluetooth/operation-queue';
import type { GattCharacteristic } from '../../bluetooth/transport';
import { DriverFault, type DriverOptions } from '../driver';
import { toBytes } from '../drivers/control-point';
import { findCharacteristics } from './find-characteristics';
import { frameBytes, valuesIn } from './frame';
import { ANSWER_WITHIN_MS } from './limits';
import { begins } from './read-status';
import type { DeviceProfile, ProfileStep } from './schema';
import { type FrameValues, own, wantedValue } from './values';
import { withinLimits } from './within-limits';

/** A question that the device has not answered yet. */
interface OpenQuestion {
  readonly frame: string;
  /** Resolves when the answer came, or is given up. */
  readonly ended: Promise<void>;
  readonly end: (answered: boolean) => void;
  answered: boolean;
}

/** All writes share one key in the link's queue, so that a stop replaces a write that still waits there. */
const KEY = 'profile';

/**
 * A profile's characteristics on one link. All of a profile's bytes are sent from here. Keeps the time of the last write, for the pause
 * between writes, what it has received since, and the question that is still open: the next one is asked only after it, because an answer
 * need not say which question it is for. The caller runs one step at a time, but may stop at any time.
 */
export class ProfileLink {
  readonly #profile: DeviceProfile;
  readonly #options: DriverOptions;
  readonly #link: Link;
  readonly #over: AbortSignal;
  readonly #found = new Map<string, GattCharacteristic>();
  readonly #heard: (characteristic: string, bytes: Uint8Array, question: string | null) => boolean;
  /** Settles when the next frame may be sent; null when it may be sent now. */
  #spacing: Promise<void> | null = null;
  #writes = 0;
  #sinceWrite: { readonly from: string; readonly bytes: readonly number[] }[] = [];
  #awaiting: (() => void) | null = null;
  #question: OpenQuestion | null = null;

  constructor(
    profile: DeviceProfile,
    options: DriverOptions,
    link: Link,
    over: AbortSignal,
    /** Takes a packet, and the frame of the open question; returns whether the packet answers it. */
    heard: (characteristic: string, bytes: Uint8Array, question: string | null) => boolean,
  ) {
    this.#profile = profile;
    this.#options = options;
    this.#link = link;
    this.#over = over;
    this.#heard = heard;
  }

  /** Calls `each` for each characteristic. Throws `not-supported` when the device lacks one that it needs. */
  async seek(each: () => void): Promise<void> {
    for await (const [id, found] of findCharacteristics(this.#profile, this.#link)) {
      this.#found.set(id, found);
      each();
    }
  }

  /**
   * Runs one step with these values; returns whether it wrote. Skips a step whose value is not set, or whose characteristic the device lacks.
   * `commanded`: throws `not-supported` for a frame to such a characteristic.
   */
  async step(step: ProfileStep, values: FrameValues, signal: AbortSignal, commanded: boolean): Promise<boolean> {
    signal.throwIfAborted();
    if ('write' in step) {
      const to = own(this.#profile.frames, step.write)?.to;
      if (commanded && to !== undefined && this.lacks.has(to)) throw new BluetoothFault('not-supported', `${this.#profile.id}: no ${to}`);
      return await this.#write(step.write, values, signal);
    }
    if ('pauseMs' in step) await this.#options.wait(step.pauseMs, signal);
    else if ('await' in step) await this.#await(step.await, signal);
    else if ('ask' in step) await this.#ask(step, values, signal);
    else if ('read' in step) {
      const found = this.#found.get(step.read);
      if (found !== undefined) this.#hear(step.read, found, await untilAborted(this.#link.read(found), signal));
    } else {
      const found = this.#found.get(step.subscribe);
      if (found !== undefined) {
        await untilAborted(
          this.#link.subscribe(found, (value) => this.#hear(step.subscribe, found, value)),
          signal,
        );
      }
    }
    return false;
  }

  /**
   * Sends these frames ahead of everything that waits, without the pause. A device that needs the pause may miss them, so they are sent
   * once more after it. Throws when the frames could not be sent.
   */
  async stop(frames: readonly string[], values: FrameValues): Promise<void> {
    const early = this.#spacing !== null || frames.length > 1;
    const first = frames.map((frame, i) => this.#send(frame, values, { priority: 'stop', ...(i === 0 ? { latest: KEY } : {}) }));
    const told = await Promise.allSettled(first);
    if (early && (this.#profile.spacingMs ?? 0) > 0) {
      for (const frame of frames) {
        await this.#spacing;
        this.#over.throwIfAborted();
        await this.#send(frame, values, { priority: 'stop' });
      }
      return;
    }
    const failed = told.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  /** The characteristics that the device works without, and does not have; all of them before `find`. */
  get lacks(): ReadonlySet<string> {
    return new Set(Object.keys(this.#profile.characteristics).filter((id) => !this.#found.has(id)));
  }

  get ready(): boolean {
    return (this.#profile.stop ?? []).every((id) => this.#found.has(own(this.#profile.frames, id)?.to ?? ''));
  }

  /** Throws `timeout` when a question that is not optional has no answer. */
  async #ask({ ask, optional }: Extract<ProfileStep, { ask: unknown }>, values: FrameValues, signal: AbortSignal): Promise<void> {
    while (this.#question !== null) await untilAborted(this.#question.ended, signal);
    // Opened just before it is written, so that an answer cannot come first.
    const opened: OpenQuestion[] = [];
    if (!(await this.#write(ask, values, signal, () => opened.push(this.#open(ask))))) return;
    for (const { ended } of opened) await untilAborted(ended, signal);
    if (!optional && opened.some(({ answered }) => !answered)) throw new BluetoothFault('timeout', `no answer to ${ask}`);
  }

  #open(frame: string): OpenQuestion {
    let resolve = () => {};
    const ended = new Promise<void>((settle) => {
      resolve = settle;
    });
    const question: OpenQuestion = {
      frame,
      ended,
      answered: false,
      end: (answered) => {
        question.answered = answered;
        if (this.#question === question) this.#question = null;
        resolve();
      },
    };
    this.#question = question;
    const giveUp = () => question.end(false);
    this.#options.wait(ANSWER_WITHIN_MS, this.#over).then(giveUp, giveUp);
    return question;
  }

  /** Whether it was written. `before` runs when nothing is in its way any more. */
  async #write(id: string, values: FrameValues, signal: AbortSignal, before?: () => void): Promise<boolean> {
    const frame = own(this.#profile.frames, id);
    const missing = frame === undefined || valuesIn(frame).some((name) => wantedValue(this.#profile, name, values) === undefined);
    if (missing || !this.#found.has(frame.to)) return false;
    while (this.#spacing !== null) await untilAborted(this.#spacing, signal);
    signal.throwIfAborted();
    this.#sinceWrite = [];
    before?.();
    await untilAborted(this.#send(id, values, { latest: KEY }), signal);
    return true;
  }

  async #send(id: string, values: FrameValues, options: { readonly priority?: 'stop'; readonly latest?: string }): Promise<void> {
    const frame = own(this.#profile.frames, id);
    const found = frame === undefined ? undefined : this.#found.get(frame.to);
    if (frame !== undefined && !withinLimits(this.#profile, frame, values)) throw new DriverFault('out-of-range', id);
    const bytes = frame === undefined ? null : frameBytes(this.#profile, frame, values);
    if (frame === undefined || found === undefined || bytes === null) throw new DriverFault('not-ready', id);
    const sent = this.#link.write(found, bytes, this.#answered(frame.to, found), options);
    this.#space(sent);
    await sent;
    this.#options.trace?.('out', found.uuid, bytes);
  }

  #answered(id: string, { properties }: GattCharacteristic): boolean {
    const wanted = own(this.#profile.characteristics, id)?.write;
    return wanted === 'without-response' ? !properties.writeWithoutResponse : properties.write;
  }

  #space(sent: Promise<void>): void {
    const { spacingMs = 0 } = this.#profile;
    if (spacingMs === 0) return;
    const before = this.#spacing;
    const number = ++this.#writes;
    this.#spacing = (async () => {
      // However it ended, the device may have received it. When the link is over, no pause is needed.
      await Promise.allSettled([sent, before]);
      await this.#options.wait(spacingMs, this.#over).catch(() => {});
      if (this.#writes === number) this.#spacing = null;
    })();
  }

  #hear(id: string, { uuid }: GattCharacteristic, value: DataView): void {
    const bytes = toBytes(value);
    this.#options.trace?.('in', uuid, bytes);
    this.#sinceWrite.push({ from: id, bytes: [...bytes] });
    if (this.#sinceWrite.length > 32) this.#sinceWrite.shift();
    const question = this.#question;
    if (this.#heard(id, bytes, question?.frame ?? null)) question?.end(true);
    this.#awaiting?.();
  }

  async #await(wanted: Extract<ProfileStep, { await: unknown }>['await'], signal: AbortSignal): Promise<void> {
    if (!this.#found.has(wanted.from)) return;
    const came = () => this.#sinceWrite.some(({ from, bytes }) => from === wanted.from && begins(bytes, wanted.begins));
    if (came()) return;
    const done = new AbortController();
    const heard = new Promise<true>((resolve) => {
      this.#awaiting = () => {
        if (came()) resolve(true);
      };
    });
    const late = this.#options.wait(wanted.timeoutMs, AbortSignal.any([signal, done.signal])).then(() => false);
    try {
      const inTime = await Promise.race([heard, late]);
      if (!inTime && !wanted.optional) throw new BluetoothFault('timeout', `no answer on ${wanted.from}`);
    } finally {
      this.#awaiting = null;
      done.abort();
      late.catch(() => {});
    }
  }
}
