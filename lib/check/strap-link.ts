import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { Connection, type ConnectionState } from '../bluetooth/connection';
import type { BluetoothFault } from '../bluetooth/fault';
import type { HeartRateMeasurement } from '../bluetooth/services/heart-rate';
import { STRAP_REQUEST, type StrapIdentity, setUpStrap } from '../bluetooth/strap';
import type { Transport } from '../bluetooth/transport';
import type { Clock } from '../clock';
import type { DeviceClass } from '../hrv';
import type { Sensor } from '../storage';

/**
 * The strap as the app tab sees it: connection, identity, battery, what it last said. Keeps the device between checks, so that measuring
 * again needs no chooser. The caller owes `close()` when the page goes away.
 */
export interface StrapEvents {
  readonly measurement: (measurement: HeartRateMeasurement, atMs: number) => void;
  readonly lost: (atMs: number) => void;
  readonly sensor: (sensor: Sensor) => void;
}

export class StrapLink {
  readonly #connection: Connection;
  readonly #sensor = signal<Sensor | null>(null);
  readonly #last = signal<HeartRateMeasurement | null>(null);
  readonly #clock: Clock;
  #events: StrapEvents | null = null;
  #transport: Transport | null = null;

  constructor(clock: Clock, random: () => number = Math.random) {
    this.#clock = clock;
    this.#connection = new Connection({
      clock,
      random,
      setUp: (link) =>
        setUpStrap(link, {
          measurement: (measurement) => {
            this.#last.value = measurement;
            this.#events?.measurement(measurement, clock.now());
          },
          identity: (identity) => this.#identify(identity),
          battery: (batteryPct) => this.#describe({ batteryPct }),
          oddity: (what) => console.error(`strap: ${what}`),
        }),
      onLost: () => this.#events?.lost(clock.now()),
    });
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#connection.state;
  }
  get fault(): ReadonlySignal<BluetoothFault | null> {
    return this.#connection.fault;
  }
  get sensor(): ReadonlySignal<Sensor | null> {
    return this.#sensor;
  }
  /** What the strap said last; null before the first packet and after closing. */
  get last(): ReadonlySignal<HeartRateMeasurement | null> {
    return this.#last;
  }

  /** Who hears of beats from now on; null for nobody. */
  listen(events: StrapEvents | null): void {
    this.#events = events;
  }

  /** Whether connecting will need the chooser, and so a click. */
  needsChooser(transport: Transport): boolean {
    return this.#connection.device === null || this.#transport !== transport;
  }

  /** Connects: to the strap of before where there is one, else through the chooser. Throws `BluetoothFault`. */
  async connect(transport: Transport, anew = false): Promise<void> {
    const device = this.#connection.device;
    const again = !anew && !this.needsChooser(transport);
    batch(() => {
      if (!again) this.#sensor.value = null;
      this.#last.value = null;
    });
    if (again && device !== null) await this.#connection.open(device);
    else await this.#connection.choose(transport, STRAP_REQUEST);
    // Only now: a chooser that was dismissed leaves the strap of before, and that is the other radio's.
    this.#transport = transport;
  }

  close(): void {
    this.#connection.close();
    this.#last.value = null;
  }

  now(): number {
    return this.#clock.now();
  }

  #identify({ location, texts }: StrapIdentity): void {
    this.#describe({
      location,
      class: classOf(location),
      manufacturer: texts.manufacturer ?? null,
      model: texts.model ?? null,
      firmware: texts.firmware ?? texts.software ?? null,
    });
  }

  #describe(change: Partial<Sensor>): void {
    const device = this.#connection.device;
    if (device === null) return;
    const blank = { class: 'unknown', location: null, manufacturer: null, model: null, firmware: null, batteryPct: null } as const;
    this.#sensor.value = { ...blank, ...this.#sensor.value, id: device.id, name: device.name, ...change };
    this.#events?.sensor(this.#sensor.value);
  }
}

/** Where a sensor sits says how it measures: electrodes on the chest, light everywhere else. */
function classOf(location: StrapIdentity['location']): DeviceClass {
  switch (location) {
    case 'chest':
      return 'chest';
    case 'ear':
      return 'ear';
    case 'wrist':
    case 'finger':
    case 'hand':
    case 'foot':
      return 'optical';
    default:
      return 'unknown';
  }
}
