import { batch, computed, type Signal, signal } from '@preact/signals';
import { Connection } from '../bluetooth/connection';
import type { GattDevice } from '../bluetooth/transport';
import type { Clock } from '../clock';
import type { DeviceKind, KnownDevice } from '../storage';
import type { LiveDevice } from './live-device';
import { type Gadget, sourcesOf } from './pairable';
import type { Reading } from './reading';
import { setUpGadget } from './set-up-gadget';
import type { Source } from './sources';

export interface GadgetLinkParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly remember: (device: KnownDevice) => void;
  readonly gone: (id: string, atMs: number) => void;
}

/** A machine, thermometer or scale as the app tab sees it: connection, what it is, what it says. The caller owes `close()`. */
export class GadgetLink implements LiveDevice {
  readonly device: GattDevice;
  readonly #parts: GadgetLinkParts;
  readonly #connection: Connection;
  readonly #known: Signal<KnownDevice>;
  readonly #bySource = signal<ReadonlyMap<Source, readonly Reading[]>>(new Map());
  readonly #stop = signal<(() => Promise<void>) | null>(null);
  readonly #readings = computed(() => [...this.#bySource.value.values()].flat());

  constructor(device: GattDevice, gadget: Gadget, parts: GadgetLinkParts) {
    this.device = device;
    this.#parts = parts;
    this.#known = signal(blank(device, gadget, parts.clock.now()));
    this.#connection = new Connection({
      clock: parts.clock,
      random: parts.random,
      setUp: (link) =>
        setUpGadget(link, device.name, sourcesOf(gadget), {
          kind: (kind) => this.#describe({ kind }),
          readings: (source, readings) => {
            this.#bySource.value = new Map(this.#bySource.value).set(source, readings);
          },
          texts: ({ manufacturer, model, firmware, software }) =>
            this.#describe({ manufacturer: manufacturer ?? null, model: model ?? null, firmware: firmware ?? software ?? null }),
          battery: (batteryPct) => this.#describe({ batteryPct }),
          stop: (stop) => {
            this.#stop.value = stop;
          },
          oddity: (what) => console.error(`${device.name ?? device.id}: ${what}`),
        }),
      onReady: () => this.#describe({}),
      onLost: () => this.#gone(),
    });
  }

  get id(): string {
    return this.device.id;
  }
  get name(): string | null {
    return this.device.name;
  }
  get kind(): DeviceKind {
    return this.#known.value.kind ?? 'machine';
  }
  get state(): LiveDevice['state'] {
    return this.#connection.state.value;
  }
  get fault(): LiveDevice['fault'] {
    return this.#connection.fault.value?.code ?? null;
  }
  get batteryPct(): number | null {
    return this.#known.value.batteryPct;
  }
  get readings(): readonly Reading[] {
    return this.#readings.value;
  }
  get contact(): null {
    return null;
  }
  get stops(): boolean {
    return this.#stop.value !== null;
  }

  /** Throws `BluetoothFault`, which also stands in `fault`. */
  open(): Promise<void> {
    return this.#connection.open(this.device);
  }

  /** Stops what moves. Throws when it could not be told. */
  async stop(): Promise<void> {
    await this.#stop.value?.();
  }

  close(): void {
    if (this.#connection.state.value === 'ready') this.#gone();
    this.#connection.close();
    this.#forgetValues();
  }

  #gone(): void {
    this.#parts.gone(this.id, this.#parts.clock.now());
    this.#forgetValues();
  }

  #forgetValues(): void {
    batch(() => {
      this.#bySource.value = new Map();
      this.#stop.value = null;
    });
  }

  #describe(change: Partial<KnownDevice>): void {
    this.#known.value = { ...this.#known.value, ...change, lastSeenMs: this.#parts.clock.now() };
    this.#parts.remember(this.#known.value);
  }
}

function blank({ id, name }: GattDevice, gadget: Gadget, lastSeenMs: number): KnownDevice {
  const nothing = { class: 'unknown', location: null, manufacturer: null, model: null, firmware: null, batteryPct: null } as const;
  return { ...nothing, id, name, kind: gadget, lastSeenMs };
}
