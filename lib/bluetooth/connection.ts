import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../clock';
import { BluetoothFault } from './fault';
import { type OperationOptions, OperationQueue } from './operation-queue';
import type { DeviceRequest, GattCharacteristic, GattDevice, GattService, Transport } from './transport';

/**
 * One connection to one device, from the chooser to the orderly close, as a state that views read.
 *
 * Keeps the device, its operation queue and the subscriptions of the present link in memory. The caller gives `setUp`, which finds the
 * services and subscribes; it runs after every connect, the first and each later one, because nothing obtained from an old link is valid
 * on a new one. The caller owes `close()` when it is done; until then a lost link is sought again, with growing pauses.
 */
export type ConnectionState = 'idle' | 'choosing' | 'connecting' | 'discovering' | 'ready' | 'lost' | 'reconnecting' | 'failed' | 'closed';

export interface Link {
  service(uuid: string): Promise<GattService | null>;
  read(characteristic: GattCharacteristic, options?: OperationOptions): Promise<DataView>;
  write(characteristic: GattCharacteristic, bytes: Uint8Array, response: boolean, options?: OperationOptions): Promise<void>;
  /** Listens until the link is lost. */
  subscribe(characteristic: GattCharacteristic, listener: (value: DataView) => void): Promise<void>;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** 0 … 1, for the jitter of the pauses. */
  readonly random: () => number;
  readonly setUp: (link: Link) => Promise<void>;
  readonly onLost?: () => void;
  readonly onReady?: () => void;
}

const CONNECT_TIMEOUT_MS = 20_000;
const FIRST_CONNECT_TRIES = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

export class Connection {
  readonly #state = signal<ConnectionState>('idle');
  readonly #fault = signal<BluetoothFault | null>(null);
  readonly #options: ConnectionOptions;
  readonly #queue: OperationQueue;
  #device: GattDevice | null = null;
  #stopListening: (() => void) | null = null;
  #over = new AbortController();
  /** Raised with every link, so that what belongs to an old one can tell. */
  #link = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#queue = new OperationQueue(options.clock);
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

  /** Opens the chooser and connects to what was chosen. Throws the fault, which also stands in `fault`. */
  async choose(transport: Transport, wanted: DeviceRequest): Promise<void> {
    this.#start('choosing');
    const over = this.#over;
    let device: GattDevice;
    try {
      device = await transport.request(wanted);
    } catch (error) {
      throw over.signal.aborted ? new BluetoothFault('aborted') : this.#fail(error);
    }
    if (over.signal.aborted) throw new BluetoothFault('aborted');
    await this.#open(device);
  }

  /** Connects to a device that is already known. */
  async open(device: GattDevice): Promise<void> {
    this.#start('connecting');
    await this.#open(device);
  }

  /** Disconnects, ends everything that waits, and stays closed until opened again. */
  close(): void {
    if (this.#state.value === 'closed') return;
    this.#over.abort(new BluetoothFault('aborted'));
    this.#dropLink('aborted');
    this.#stopListening?.();
    this.#stopListening = null;
    this.#device?.disconnect();
    this.#state.value = 'closed';
  }

  #start(state: ConnectionState): void {
    if (this.#device !== null) this.close();
    this.#over.abort(new BluetoothFault('aborted'));
    this.#over = new AbortController();
    this.#fault.value = null;
    this.#state.value = state;
  }

  async #open(device: GattDevice): Promise<void> {
    const { signal: over } = this.#over;
    this.#device = device;
    this.#stopListening = device.onDisconnected(() => this.#lost());
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#connect(device, 'connecting', over);
        return;
      } catch (error) {
        if (over.aborted) throw new BluetoothFault('aborted');
        if (attempt >= FIRST_CONNECT_TRIES || (error instanceof BluetoothFault && error.code === 'not-supported')) {
          this.#stopListening?.();
          this.#stopListening = null;
          device.disconnect();
          // The system may have forgotten it, and then only the chooser finds it again.
          this.#device = null;
          throw this.#fail(error);
        }
        await this.#options.clock.wait(this.#pauseMs(attempt), over);
      }
    }
  }

  async #connect(device: GattDevice, state: 'connecting' | 'reconnecting', over: AbortSignal): Promise<void> {
    const number = ++this.#link;
    this.#state.value = state;
    await this.#limited(device.connect(), over);
    if (over.aborted) throw new BluetoothFault('aborted');
    this.#state.value = 'discovering';
    await this.#limited(this.#options.setUp(this.#linkOf(device, number)), over);
    if (over.aborted || number !== this.#link) throw new BluetoothFault('disconnected');
    this.#fault.value = null;
    this.#state.value = 'ready';
    this.#options.onReady?.();
  }

  /** `connect()` can hang for ever on some adapters, so everything here has a time limit and can be left. */
  async #limited<T>(work: Promise<T>, over: AbortSignal): Promise<T> {
    const done = new AbortController();
    const ends = AbortSignal.any([done.signal, over]);
    try {
      return await Promise.race([
        work,
        this.#options.clock.wait(CONNECT_TIMEOUT_MS, ends).then(
          () => Promise.reject(new BluetoothFault('timeout')),
          () => (over.aborted ? Promise.reject(new BluetoothFault('aborted')) : new Promise<never>(() => {})),
        ),
      ]);
    } finally {
      done.abort();
    }
  }

  #linkOf(device: GattDevice, number: number): Link {
    const run = <T>(operation: () => Promise<T>, options?: OperationOptions) =>
      number === this.#link ? this.#queue.run(operation, options) : Promise.reject(new BluetoothFault('disconnected'));
    return {
      service: (uuid) => run(() => device.service(uuid)),
      read: (characteristic, options) => run(() => characteristic.read(), options),
      write: (characteristic, bytes, response, options) => run(() => characteristic.write(bytes, response), options),
      subscribe: async (characteristic, listener) => {
        // A late notification of an old link must not be heard twice once the new one is subscribed.
        await run(() => characteristic.subscribe((value) => number === this.#link && listener(value)));
      },
    };
  }

  #dropLink(code: 'disconnected' | 'aborted'): void {
    this.#link++;
    this.#queue.clear(new BluetoothFault(code));
  }

  #lost(): void {
    const state = this.#state.value;
    this.#dropLink('disconnected');
    // While connecting, the attempt itself sees the fault and tries again.
    if (state !== 'ready') return;
    this.#fault.value = new BluetoothFault('disconnected');
    this.#state.value = 'lost';
    this.#options.onLost?.();
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    const device = this.#device;
    const { signal: over } = this.#over;
    if (device === null) return;
    for (let attempt = 0; !over.aborted; attempt++) {
      try {
        await this.#options.clock.wait(this.#pauseMs(attempt), over);
        await this.#connect(device, 'reconnecting', over);
        return;
      } catch (error) {
        if (over.aborted) return;
        device.disconnect();
        this.#fault.value = error instanceof BluetoothFault ? error : new BluetoothFault('gatt-error', undefined, { cause: error });
        this.#state.value = 'lost';
      }
    }
  }

  /** Doubling from half a second to a quarter of a minute, ± 20 % so that several devices do not knock at once. */
  #pauseMs(attempt: number): number {
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    return pause * (0.8 + 0.4 * this.#options.random());
  }

  #fail(error: unknown): BluetoothFault {
    const fault = error instanceof BluetoothFault ? error : new BluetoothFault('gatt-error', undefined, { cause: error });
    this.#fault.value = fault;
    this.#state.value = 'failed';
    return fault;
  }
}
