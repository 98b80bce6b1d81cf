import { type ReadonlySignal, signal } from '@preact/signals';
import type { GattDevice, Transport } from '../bluetooth/transport';
import { StrapLink } from '../check/strap-link';

/** The strap link, which can also be given a strap that is at hand already: paired on the Devices screen, or known to the browser. */
export class KnownStrap extends StrapLink {
  readonly #simulated = signal(false);
  readonly #given = signal<GattDevice | null>(null);
  #standIn: { readonly transport: Transport; readonly gives: Transport } | null = null;

  /** Whether the strap is the demo's. */
  get simulated(): ReadonlySignal<boolean> {
    return this.#simulated;
  }

  /** What was given last, until another strap is chosen. */
  get given(): ReadonlySignal<GattDevice | null> {
    return this.#given;
  }

  /** Connects without the chooser. Throws `BluetoothFault`. */
  async open(device: GattDevice, transport: Transport): Promise<void> {
    const gives: Transport = { kind: transport.kind, request: async () => device, known: () => transport.known() };
    this.#simulated.value = transport.kind === 'simulated';
    this.#given.value = device;
    this.#standIn = { transport, gives };
    await super.connect(gives, true);
  }

  override needsChooser(transport: Transport): boolean {
    if (!super.needsChooser(transport)) return false;
    return this.#standIn?.transport !== transport || super.needsChooser(this.#standIn.gives);
  }

  override async connect(transport: Transport, anew = false): Promise<void> {
    this.#simulated.value = transport.kind === 'simulated';
    if (anew || this.needsChooser(transport)) this.#given.value = null;
    await super.connect(transport, anew);
  }
}
