import { BluetoothFault } from '../bluetooth/fault';
import type { DeviceRequest, GattDevice, GattService } from '../bluetooth/transport';
import { SimulatedLink } from './link';
import type { PeripheralModel, RadioOutcome } from './model';
import type { SimulatedTime } from './time';

/**
 * One model as a device of the transport interface. Keeps the current link, the allowed services and the listeners in memory. The caller
 * must call `disconnect()`.
 */
export class SimulatedDevice implements GattDevice {
  readonly id: string;
  readonly name: string;
  readonly #model: PeripheralModel;
  readonly #time: SimulatedTime;
  readonly #services = new Set<string>();
  readonly #listeners = new Set<{ readonly call: () => void }>();
  #link: SimulatedLink | null = null;
  /** Counts `connect` and `disconnect`, so that an outdated connect can notice. */
  #attempt = 0;
  #inReach = true;
  /** Cancels what the current connect waits for. */
  #givingUp = new AbortController();

  constructor(model: PeripheralModel, time: SimulatedTime) {
    this.id = model.address;
    this.name = model.name;
    this.#model = model;
    this.#time = time;
  }

  get connected(): boolean {
    return this.#link !== null;
  }
  get inReach(): boolean {
    return this.#inReach;
  }
  /** Whether the user ever chose it. */
  get allowed(): boolean {
    return this.#services.size > 0;
  }

  /** Whether a chooser with these filters would show it. */
  answers({ services, names = [], namePrefixes = [] }: DeviceRequest): boolean {
    if (services.length + names.length + namePrefixes.length === 0) return true;
    return (
      services.some((service) => this.#model.advertised.includes(service)) ||
      names.includes(this.name) ||
      namePrefixes.some((prefix) => this.name.startsWith(prefix))
    );
  }

  allow(services: readonly string[]): void {
    for (const service of services) this.#services.add(service);
  }

  setInReach(inReach: boolean): void {
    this.#inReach = inReach;
    if (!inReach) this.#drop();
  }

  async connect(): Promise<void> {
    if (this.#link !== null) return;
    const attempt = ++this.#attempt;
    this.#givingUp.abort();
    this.#givingUp = new AbortController();
    const end = await this.#reach(this.#givingUp.signal);
    if (attempt !== this.#attempt) throw new BluetoothFault('aborted', 'disconnected or connected again meanwhile');
    if (!this.#inReach) throw new BluetoothFault('out-of-range');
    if (end === 'fails' || end === 'in-progress') throw new BluetoothFault(end === 'fails' ? 'gatt-error' : end);
    const link = new SimulatedLink(this.#model, this.#time, () => this.#drop());
    this.#link = link;
    if (end === 'link-lost') queueMicrotask(() => this.#link === link && this.#drop());
  }

  /** Waits as long as the radio takes to connect, and returns how it ends. */
  async #reach(signal: AbortSignal): Promise<RadioOutcome['end']> {
    const outcome = this.#model.radio?.('connect', this.#time.nowMs()) ?? null;
    // A link never comes up at once: what the caller does meanwhile must take effect.
    if (outcome === null || outcome.delayMs <= 0) await Promise.resolve();
    else await this.#time.wait(outcome.delayMs, signal).catch(() => {});
    if (outcome?.end.startsWith('hangs') && !signal.aborted) {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    }
    return outcome?.end ?? 'done';
  }

  disconnect(): void {
    this.#attempt++;
    this.#givingUp.abort();
    this.#drop();
  }

  onDisconnected(listener: () => void): () => void {
    const entry = { call: listener };
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  async service(uuid: string): Promise<GattService | null> {
    if (this.#link === null) throw new BluetoothFault('disconnected');
    return this.#services.has(uuid) ? this.#link.service(uuid) : null;
  }

  #drop(): void {
    const link = this.#link;
    if (link === null) return;
    this.#link = null;
    link.close();
    for (const listener of [...this.#listeners]) listener.call();
  }
}
