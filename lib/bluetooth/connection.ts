// One long file, because connecting, retrying and leaving a link share its state, each may be cut off by the next, and all transitions
// between states must be read together.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../core/clock';
import { BluetoothFault } from './fault';
import { type Link, makeLink } from './link';
import { limited, type OperationOptions, OperationQueue, untilAborted } from './operation-queue';
import type { DeviceRequest, GattDevice, Transport } from './transport';

/**
 * One connection to one device, from the chooser to an orderly close, as a state for views. Keeps the device, its operation queue and the
 * current link in memory. `setUp`, from the caller, finds the services and subscribes. It runs after every connect, because a new link
 * invalidates all objects of the old one. Reconnects after a lost link, with growing pauses, until the caller calls `close()` or `leave()`,
 * which it must.
 */
export type ConnectionState = 'idle' | 'choosing' | 'connecting' | 'discovering' | 'ready' | 'lost' | 'reconnecting' | 'failed' | 'closed';

export interface ConnectionOptions {
  readonly clock: Clock;
  /** Random number, 0 to 1, for the jitter of the pauses. */
  readonly random: () => number;
  readonly setUp: (link: Link) => Promise<void>;
  /** What `leave` tells the device before it closes the link: stop a stream, or a belt. */
  readonly tearDown?: (link: Link) => Promise<void>;
  /** Called once for each lost link that was ready or had delivered anything. */
  readonly onLost?: () => void;
  readonly onReady?: () => void;
}

/** One link, from before its connect until it is lost or closed. */
interface PresentLink {
  /** Aborts everything that runs on it. */
  readonly over: AbortController;
  heard: boolean;
}

const CONNECT_TIMEOUT_MS = 20_000;
const FIRST_CONNECT_TRIES = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A page that is closing has no more time than this, and a user who presses stop does not wait. */
const TEAR_DOWN_MS = 2000;

export class Connection {
  readonly #state = signal<ConnectionState>('idle');
  readonly #fault = signal<BluetoothFault | null>(null);
  readonly #options: ConnectionOptions;
  readonly #queue: OperationQueue;
  #device: GattDevice | null = null;
  #stopListening: (() => void) | null = null;
  /** Aborts what `choose` or `open` started. */
  #over = new AbortController();
  #link: PresentLink | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#queue = new OperationQueue(options.clock, () => this.#lost(new BluetoothFault('timeout')));
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#state;
  }
  /** Why the state is `failed` or `lost`; null otherwise. */
  get fault(): ReadonlySignal<BluetoothFault | null> {
    return this.#fault;
  }
  get device(): GattDevice | null {
    return this.#device;
  }

  /** Opens the chooser and connects to the chosen device. Throws the fault and sets `fault`. */
  async choose(transport: Transport, wanted: DeviceRequest): Promise<void> {
    const over = this.#start('choosing');
    let device: GattDevice;
    try {
      device = await untilAborted(transport.request(wanted), over);
    } catch (error) {
      throw over.aborted ? over.reason : this.#fail(error);
    }
    await this.#open(device, over);
  }

  /** Connects to a known device. */
  async open(device: GattDevice): Promise<void> {
    await this.#open(device, this.#start('connecting'));
  }

  /** Queues an operation of the caller on the current link. Throws `disconnected` if there is none. */
  run<T>(operation: () => Promise<T>, options?: OperationOptions): Promise<T> {
    return this.#run(this.#link, operation, options);
  }

  /** Disconnects, aborts everything that waits, and stays closed until opened again. */
  close(): void {
    if (this.#state.value === 'closed') return;
    this.#end();
    this.#state.value = 'closed';
  }

  /** Runs `tearDown` and then closes. A `tearDown` that fails or is slow does not delay it. */
  async leave(): Promise<void> {
    const over = this.#over.signal;
    const [device, link] = [this.#device, this.#link];
    const { tearDown, clock } = this.#options;
    if (tearDown && device !== null && link !== null && this.#state.value === 'ready') {
      // It may throw before it returns a promise.
      const told = (async () => tearDown(this.bindLink(device, link)))();
      await limited(clock, told, TEAR_DOWN_MS, link.over.signal).catch(() => {});
    }
    // Closed or reopened meanwhile: this connection is no longer the one to leave.
    if (!over.aborted) this.close();
  }

  #start(state: ConnectionState): AbortSignal {
    this.#end();
    const over = new AbortController();
    this.#over = over;
    this.#become(state, null);
    return over.signal;
  }

  /** Changes no state: a view that reads the state may start something at once, so everything must be cleaned up before. */
  #end(): void {
    const fault = new BluetoothFault('aborted');
    this.#over.abort(fault);
    this.#dropLink(fault);
    this.#letGo();
  }

  #letGo(): void {
    // Another connection may use the device now.
    if (this.#stopListening === null) return;
    this.#stopListening();
    this.#stopListening = null;
    this.#device?.disconnect();
  }

  async #open(device: GattDevice, over: AbortSignal): Promise<void> {
    over.throwIfAborted();
    this.#device = device;
    this.#stopListening = device.onDisconnected(() => this.#lost(new BluetoothFault('disconnected')));
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#connect(device, 'connecting', over);
        return;
      } catch (error) {
        over.throwIfAborted();
        this.#lost(toFault(error));
        if (attempt >= FIRST_CONNECT_TRIES || (error instanceof BluetoothFault && error.code === 'not-supported')) {
          this.#letGo();
          // The operating system may have forgotten it; then only the chooser finds it again.
          this.#device = null;
          throw this.#fail(error);
        }
        await this.#options.clock.wait(pauseMs(attempt, this.#options.random()), over);
      }
    }
  }

  /**
   * Checks `over` before every `await` and after every change of state, because a view may close the connection when it reads the new
   * state.
   */
  async #connect(device: GattDevice, state: 'connecting' | 'reconnecting', over: AbortSignal): Promise<void> {
    const { clock, setUp, onReady } = this.#options;
    over.throwIfAborted();
    const link: PresentLink = { over: new AbortController(), heard: false };
    this.#link = link;
    this.#become(state);
    over.throwIfAborted();
    // `connect()` hangs on some adapters, so every step has a time limit and can be aborted.
    await limited(clock, device.connect(), CONNECT_TIMEOUT_MS, link.over.signal);
    link.over.signal.throwIfAborted();
    this.#become('discovering');
    link.over.signal.throwIfAborted();
    await limited(clock, setUp(this.bindLink(device, link)), CONNECT_TIMEOUT_MS, link.over.signal);
    link.over.signal.throwIfAborted();
    this.#become('ready', null);
    if (!over.aborted) tell(onReady);
  }

  #run<T>(link: PresentLink | null, operation: () => Promise<T>, options?: OperationOptions): Promise<T> {
    return link !== null && link === this.#link ? this.#queue.run(operation, options) : Promise.reject(new BluetoothFault('disconnected'));
  }

  bindLink(device: GattDevice, link: PresentLink): Link {
    return makeLink(device, {
      run: (operation, options) => this.#run(link, operation, options),
      heard: () => {
        // A late notification from the old link must not arrive twice once the new one is subscribed.
        if (link !== this.#link) return false;
        link.heard = true;
        return true;
      },
    });
  }

  /** Aborts everything that runs on the current link. */
  #dropLink(fault: BluetoothFault): void {
    this.#link?.over.abort(fault);
    this.#link = null;
    // Waiting operations end as `disconnected`, whatever went wrong; only an end by the caller keeps its own fault.
    this.#queue.clear(fault.code === 'aborted' ? fault : new BluetoothFault('disconnected', undefined, { cause: fault }));
  }

  /** The link is down or unusable. Drops everything on it, such as a connect that hangs or an unfinished set-up. */
  #lost(fault: BluetoothFault): void {
    const [device, over, link] = [this.#device, this.#over.signal, this.#link];
    if (device === null || link === null) return;
    const ready = this.#state.value === 'ready';
    this.#dropLink(fault);
    device.disconnect();
    // While connecting, the attempt itself sees the fault and tries again.
    if (ready) this.#become('lost', fault);
    // Beats arrive while the rest is still being set up. Tell their recorder that the next ones do not follow directly.
    if (ready || link.heard) tell(this.#options.onLost);
    if (ready) void this.#reconnect(device, over);
  }

  async #reconnect(device: GattDevice, over: AbortSignal): Promise<void> {
    for (let attempt = 0; !over.aborted; attempt++) {
      try {
        await this.#options.clock.wait(pauseMs(attempt, this.#options.random()), over);
        await this.#connect(device, 'reconnecting', over);
        return;
      } catch (error) {
        if (over.aborted) return;
        this.#lost(toFault(error));
        this.#become('lost', toFault(error));
      }
    }
  }

  #fail(error: unknown): BluetoothFault {
    const fault = toFault(error);
    this.#become('failed', fault);
    return fault;
  }

  /** Sets both at once, so that nobody reads a state with the fault of another. */
  #become(state: ConnectionState, fault: BluetoothFault | null = this.#fault.value): void {
    batch(() => {
      this.#fault.value = fault;
      this.#state.value = state;
    });
  }
}

/** The pause before an attempt: doubles from half a second to 15 s, ± 20 % so that several devices do not try at once. */
function pauseMs(attempt: number, random: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt) * (0.8 + 0.4 * random);
}

function toFault(error: unknown): BluetoothFault {
  return error instanceof BluetoothFault ? error : new BluetoothFault('gatt-error', undefined, { cause: error });
}

/** As with a browser's events: an error in a listener is reported and does not stop the connection. */
function tell(listener: (() => void) | undefined): void {
  try {
    listener?.();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
