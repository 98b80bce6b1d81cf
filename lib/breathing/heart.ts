import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault, type BluetoothFaultCode } from '../bluetooth/fault';
import type { Transport } from '../bluetooth/transport';
import type { StrapLink } from '../check/strap-link';
import type { KnownDevice } from '../storage';
import { type HeardBeat, toBeats } from './beats';

/** More beats than the longest session has. */
const MOST_BEATS = 4000;

/**
 * The strap's beats during a breathing session, kept in memory from one `begin` to the next. The check has priority for the strap: it is
 * not available while a check runs, and a check that starts takes it (`letGo`). The caller must call `end()`.
 */
export class BreathHeart {
  readonly #strap: StrapLink;
  readonly #checkRunning: () => boolean;
  readonly #known: () => Promise<readonly KnownDevice[]>;
  readonly #beats = signal<readonly HeardBeat[]>([]);
  readonly #listening = signal(false);
  readonly #fault = signal<BluetoothFaultCode | 'check-running' | null>(null);
  #torn = false;
  #wasLinked = false;
  /** Raised whenever listening ends, so that a `connect` in progress can notice. */
  #attempt = 0;

  constructor(strap: StrapLink, checkRunning: () => boolean, known: () => Promise<readonly KnownDevice[]>) {
    this.#strap = strap;
    this.#checkRunning = checkRunning;
    this.#known = known;
  }

  get beats(): ReadonlySignal<readonly HeardBeat[]> {
    return this.#beats;
  }
  get listening(): ReadonlySignal<boolean> {
    return this.#listening;
  }
  /** Why there is no strap; null if nothing went wrong. */
  get fault(): ReadonlySignal<BluetoothFaultCode | 'check-running' | null> {
    return this.#fault;
  }

  /** Connects and listens; may open the chooser, so call it from a click. Returns false without a strap, and `fault` says why. */
  async begin(transport: Transport): Promise<boolean> {
    this.end();
    this.#beats.value = [];
    this.#fault.value = null;
    if (this.#checkRunning()) {
      this.#fault.value = 'check-running';
      return false;
    }
    const attempt = this.#attempt;
    const strap = this.#strap;
    this.#wasLinked = strap.state.value === 'ready' && !strap.needsChooser(transport);
    this.#listening.value = true;
    strap.listen({
      measurement: ({ rrTicks }, atMs) => this.#heard(rrTicks, atMs),
      gap: () => this.#tear(),
      lost: () => this.#tear(),
      sensor: () => {},
    });
    try {
      await this.#connect(transport);
    } catch (error) {
      if (attempt !== this.#attempt) return false;
      this.end();
      this.#fault.value = error instanceof BluetoothFault ? error.code : 'gatt-error';
      if (!(error instanceof BluetoothFault)) throw error;
      return false;
    }
    return attempt === this.#attempt;
  }

  /** Keeps a connection that was there before; closes one made here. */
  end(): void {
    if (!this.#listening.value) return;
    this.letGo();
    this.#strap.listen(null);
    if (!this.#wasLinked) this.#strap.close();
  }

  /** Something else owns the strap from now on: stop using it. */
  letGo(): void {
    this.#attempt++;
    this.#listening.value = false;
  }

  /** Avoids the chooser if the browser offers the strap that was used last. */
  async #connect(transport: Transport): Promise<void> {
    const strap = this.#strap;
    if (!strap.needsChooser(transport)) return strap.connect(transport);
    const attempt = this.#attempt;
    const straps = (await this.#known()).filter(({ kind = 'strap' }) => kind === 'strap');
    const there = await transport.known();
    const device = straps.flatMap(({ id }) => there.find((one) => one.id === id) ?? [])[0];
    if (attempt !== this.#attempt) throw new BluetoothFault('aborted');
    await (device === undefined ? strap.connect(transport) : strap.open(device, transport));
  }

  #heard(rrTicks: readonly number[], atMs: number): void {
    if (!this.#listening.value || rrTicks.length === 0) return;
    const before = this.#beats.value;
    const beats = toBeats(rrTicks, atMs, before.at(-1) ?? null, this.#torn);
    this.#torn = false;
    this.#beats.value = [...before, ...beats].slice(-MOST_BEATS);
  }

  #tear(): void {
    this.#torn = true;
  }
}
