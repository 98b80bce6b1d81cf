import { BluetoothFault } from '../bluetooth/fault';
import type { GattCharacteristic, GattService } from '../bluetooth/transport';
import type { ModelReply, ModelService, PeripheralModel } from './model';
import { earliest } from './peripheral';
import { RadioOperations } from './radio-operations';
import type { SimulatedTime } from './time';

type Characteristic = ModelService['characteristics'][number];
type Listener = (value: DataView) => void;

/**
 * One link to one model, from connect to `close`. Delivers the model's packets when they are due to the current subscribers, and sleeps in
 * between. Keeps the listeners in memory. The caller must call `close()`.
 */
export class SimulatedLink {
  readonly #model: PeripheralModel;
  readonly #time: SimulatedTime;
  readonly #lost: () => void;
  readonly #listeners = new Map<string, Set<{ readonly call: Listener }>>();
  readonly #operations: RadioOperations;
  #open = true;
  /** Ends the current wait. */
  #waking = new AbortController();

  /** Calls `lost` when the link ends by itself, or the caller's time or the model throws; then the creator of the link closes it. */
  constructor(model: PeripheralModel, time: SimulatedTime, lost: () => void) {
    this.#model = model;
    this.#time = time;
    this.#lost = lost;
    this.#operations = new RadioOperations(model, time, lost);
    model.connected(time.nowMs());
    void this.#run();
  }

  close(): void {
    this.#open = false;
    this.#listeners.clear();
    this.#model.disconnected(this.#time.nowMs());
    this.#waking.abort();
    this.#operations.close();
  }

  service(uuid: string): Promise<GattService | null> {
    return this.#operations.run('discover', () => this.#service(uuid));
  }

  #service(uuid: string): GattService | null {
    const service = this.#model.services.find((own) => own.uuid === uuid);
    if (service === undefined) return null;
    return { uuid, characteristics: service.characteristics.map((characteristic) => this.#characteristic(characteristic)) };
  }

  #characteristic({ uuid, properties }: Characteristic): GattCharacteristic {
    return {
      uuid,
      properties,
      read: () =>
        this.#operations.run('read', () => {
          const bytes = unwrapReply(this.#ask((atMs) => this.#model.read(uuid, atMs)));
          return new DataView(Uint8Array.from(bytes).buffer);
        }),
      write: (bytes, response) =>
        this.#operations.run('write', () => {
          if (!(response ? properties.write : properties.writeWithoutResponse))
            throw new BluetoothFault('not-permitted', `write to ${uuid}`);
          unwrapReply(this.#ask((atMs) => this.#model.write(uuid, Uint8Array.from(bytes), atMs)));
        }),
      subscribe: (listener) =>
        this.#operations.run('subscribe', () => {
          if (!properties.notify && !properties.indicate) throw new BluetoothFault('not-supported', `notifications of ${uuid}`);
          this.#catchUp();
          const entry = { call: listener };
          const entries = this.#listeners.get(uuid) ?? new Set();
          this.#listeners.set(uuid, entries.add(entry));
          this.#model.subscribed?.(uuid, true, this.#time.nowMs());
          return async () => {
            entries.delete(entry);
            if (entries.size === 0) this.#model.subscribed?.(uuid, false, this.#time.nowMs());
          };
        }),
    };
  }

  /** One request to the model, after everything that it sent before; its answer may change what it sends next. */
  #ask(question: (atMs: number) => ModelReply): ModelReply {
    this.#catchUp();
    const reply = question(this.#time.nowMs());
    this.#waking.abort();
    return reply;
  }

  /** Delivers the packets that are due. Throws if the link is down before or after. */
  #catchUp(): void {
    if (this.#open) this.#deliver();
    if (!this.#open) throw new BluetoothFault('disconnected');
  }

  #deliver(): void {
    for (const { characteristic, bytes } of this.#model.advance(this.#time.nowMs())) {
      for (const listener of [...(this.#listeners.get(characteristic) ?? [])]) {
        if (!this.#open) return;
        try {
          listener.call(new DataView(Uint8Array.from(bytes).buffer));
        } catch (error) {
          report(error);
        }
      }
    }
  }

  async #run(): Promise<void> {
    while (this.#open) {
      this.#waking = new AbortController();
      const { signal } = this.#waking;
      const endsAtMs = this.#model.endsLinkAtMs?.() ?? null;
      const nextAtMs = earliest([this.#model.nextAtMs(), endsAtMs]);
      const waitMs = nextAtMs === null ? null : nextAtMs - this.#time.nowMs();
      try {
        if (waitMs === null) await aborted(signal);
        else if (waitMs > 0) await this.#time.wait(waitMs, signal);
        else {
          this.#deliver();
          if (this.#open && endsAtMs !== null && endsAtMs <= this.#time.nowMs()) this.#lost();
        }
      } catch (error) {
        if (signal.aborted) continue;
        report(error);
        this.#lost();
      }
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Like a browser's events: reports an error in a listener, and still calls the other listeners. */
function report(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

const faultCodes = {
  'not-permitted': 'not-permitted',
  'not-supported': 'not-supported',
  'in-progress': 'in-progress',
  failed: 'gatt-error',
} as const;

function unwrapReply(reply: ModelReply): Uint8Array {
  if (!reply.ok) throw new BluetoothFault(faultCodes[reply.fault]);
  return reply.bytes;
}
