// One long file, because the strap's two sources of beats hand over to each other at every step of a link.

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { Connection, type ConnectionState } from '../bluetooth/connection';
import { BluetoothFault } from '../bluetooth/fault';
import type { Link } from '../bluetooth/link';
import { limited } from '../bluetooth/operation-queue';
import { PolarPmd } from '../bluetooth/polar';
import type { HeartRateMeasurement } from '../bluetooth/services/heart-rate';
import type { PmdFrame } from '../bluetooth/services/polar-pmd';
import { STRAP_REQUEST, setUpStrap } from '../bluetooth/strap';
import type { GattDevice, Transport } from '../bluetooth/transport';
import type { Clock } from '../core/clock';
import type { EcgTrace } from '../hrv';
import type { BeatSource, Sensor } from '../storage';
import type { PolarBeatsRun } from './polar-beats';
import { betterStreams, findBetterSource, isLost, PolarStream } from './polar-stream';
import { blankSensor, describeSensor } from './sensor';
import { SteadyTime } from './steady-time';

/**
 * The strap as the app tab sees it: connection, identity, battery, last measurement. Keeps the device between checks, so that the next
 * check needs no chooser. The caller must call `close()` when the page goes away: it also stops what was started on the strap.
 *
 * Beats come from one source: the heart-rate service or, if chosen, the strap's ECG or pulse-to-pulse intervals. With the latter, only
 * heart rate and contact are taken from the service, and its intervals are reported by `alsoHeard`. If the better source does not start,
 * the service is used; if it does not start again after a lost link, `fellBack` reports that.
 */
export interface StrapEvents {
  /** `errorMs`: possible error of each of its intervals, where the sensor reports it. */
  readonly measurement: (measurement: HeartRateMeasurement, atMs: number, errorMs?: readonly number[]) => void;
  /** A measurement of the heart-rate service, with its intervals, while beats come from another source. */
  readonly alsoHeard?: (measurement: HeartRateMeasurement, atMs: number) => void;
  /** From now on beats come from the heart-rate service. They must not be mixed with the earlier ones. */
  readonly fellBack?: (atMs: number) => void;
  /** The link is up, but the next interval does not follow the last one. */
  readonly gap?: (atMs: number) => void;
  readonly lost: (atMs: number) => void;
  readonly sensor: (sensor: Sensor) => void;
}

/** A page that is closing has no more time. */
const STOP_WITHIN_MS = 2000;
const NOTHING_HEARD: HeartRateMeasurement = {
  hrBpm: 0,
  contact: 'unsupported',
  energyKj: null,
  energySaturated: false,
  rrTicks: [],
  trailingByte: false,
};

export class StrapLink {
  readonly #clock: Clock;
  /** What packets are stamped with. */
  readonly #time: SteadyTime;
  readonly #connection: Connection;
  readonly #polar = new PolarStream();
  readonly #sensor = signal<Sensor | null>(null);
  readonly #last = signal<HeartRateMeasurement | null>(null);
  #lastAtMs = 0;
  readonly #source = signal<BeatSource | null>(null);
  /** The strap that was passed in, before it has identified itself; null where it was chosen here. */
  readonly #given = signal<GattDevice | null>(null);
  readonly #radio = signal<Transport['kind'] | null>(null);
  readonly #id = computed(() => this.#sensor.value?.id ?? this.#given.value?.id ?? null);
  readonly #name = computed(() => this.#sensor.value?.name ?? this.#given.value?.name ?? null);
  /** Of the current link. */
  #pmd: PolarPmd | null = null;
  #prefersBetter = false;
  /** The heart-rate service sends intervals too, so it can take over. */
  #serviceHasRr = false;
  /** Its measurement data service does not answer: asking again may lose the link, and the beats with it. */
  #polarMute = false;
  #stopping: Promise<void> | null = null;
  /** Increased by `close()` and by each call that waits for a stop, so that an older call notices. */
  #attempt = 0;
  #events: StrapEvents | null = null;
  /** The transport of the current strap. */
  #transport: Transport | null = null;

  constructor(clock: Clock, random: () => number = Math.random) {
    this.#clock = clock;
    this.#time = new SteadyTime(clock);
    this.#connection = new Connection({
      clock,
      random,
      setUp: (link) => this.#setUp(link),
      onLost: () => this.#lost(),
    });
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#connection.state;
  }
  get fault(): ReadonlySignal<BluetoothFault | null> {
    return this.#connection.fault;
  }
  /** Null until there is a strap. */
  get id(): ReadonlySignal<string | null> {
    return this.#id;
  }
  get name(): ReadonlySignal<string | null> {
    return this.#name;
  }
  get sensor(): ReadonlySignal<Sensor | null> {
    return this.#sensor;
  }
  /** The strap's last measurement; null before the first packet and after closing. */
  get last(): ReadonlySignal<HeartRateMeasurement | null> {
    return this.#last;
  }
  /** When `last` arrived, epoch ms. */
  get lastAtMs(): number {
    return this.#lastAtMs;
  }
  /** Source of the beats; null until that is settled. */
  get source(): ReadonlySignal<BeatSource | null> {
    return this.#source;
  }
  get ecg(): ReadonlySignal<EcgTrace | null> {
    return this.#polar.ecg;
  }
  /** The transport on which the strap was last searched for; the demo's is simulated. */
  get radio(): ReadonlySignal<Transport['kind'] | null> {
    return this.#radio;
  }

  /** Whether to use the strap's better source instead of its heart-rate service. Until the next `close()`. */
  prefer(better: boolean): void {
    this.#prefersBetter = better;
  }

  /** Sets the listener for beats; null for none. */
  listen(events: StrapEvents | null): void {
    this.#events = events;
    if (events !== null) this.#time.anchor();
  }

  /** Whether connecting will need the chooser, and so a click. */
  needsChooser(transport: Transport): boolean {
    return this.#connection.device === null || this.#transport !== transport;
  }

  /** Connects to the previous strap if there is one, else through the chooser. Throws `BluetoothFault`. */
  async connect(transport: Transport, anew = false): Promise<void> {
    if (this.#stopping !== null) await this.#stopped();
    const device = this.#connection.device;
    if (!anew && device !== null && !this.needsChooser(transport)) return this.#openAgain(device, transport);
    this.#begun(transport, null);
    await this.#connection.choose(transport, STRAP_REQUEST);
    // Set only now: after a dismissed chooser, the strap is still the previous one, on the other transport.
    this.#transport = transport;
  }

  /** Connects to a known strap: paired on the Devices screen, or known to the browser. Throws `BluetoothFault`. */
  async open(device: GattDevice, transport: Transport): Promise<void> {
    if (this.#stopping !== null) await this.#stopped();
    this.#given.value = device;
    this.#transport = transport;
    await this.#connection.open(this.#begun(transport, device));
  }

  /** Uses the current link, or opens a new one. */
  async #openAgain(device: GattDevice, transport: Transport): Promise<void> {
    const linked = this.#connection.state.value === 'ready';
    this.#begun(transport, device);
    if (!linked) return this.#connection.open(device);
    const attempt = ++this.#attempt;
    try {
      // The new listener has not been told yet.
      if (this.#sensor.value !== null) this.#events?.sensor(this.#sensor.value);
      await this.#settleSource(this.#pmd);
    } catch (error) {
      if (attempt !== this.#attempt) throw new BluetoothFault('aborted');
      if (!isLost(error)) throw error;
      await this.#connection.open(device);
    }
  }

  close(): void {
    this.#attempt++;
    this.#prefersBetter = false;
    const state = this.#connection.state.value;
    if (this.#polar.running && (state === 'ready' || state === 'discovering')) this.#stopping ??= this.#closeStopped();
    else this.#connection.close();
    batch(() => {
      this.#last.value = null;
      this.#polar.forget();
    });
  }

  now(): number {
    return this.#time.now();
  }

  /** A pending stop must arrive first: connecting would cut it off. */
  async #stopped(): Promise<void> {
    const attempt = ++this.#attempt;
    await this.#stopping;
    if (attempt !== this.#attempt) throw new BluetoothFault('aborted');
  }

  /** Forgets what another strap said, or what was said for another check. `device`: null until it is chosen. */
  #begun<D extends GattDevice | null>(transport: Transport, device: D): D {
    this.#serviceHasRr = false;
    this.#polarMute = false;
    batch(() => {
      if (this.#sensor.value?.id !== device?.id) this.#sensor.value = null;
      if (this.#given.value?.id !== device?.id) this.#given.value = null;
      this.#radio.value = transport.kind;
      this.#last.value = null;
      this.#polar.forget();
      this.#source.value = this.#prefersBetter ? null : 'heart-rate-service';
    });
    return device;
  }

  /** Hands the write to the browser before its first await, because later code may not run any more. */
  async #closeStopped(): Promise<void> {
    await limited(this.#clock, this.#polar.stop(), STOP_WITHIN_MS).catch((error: unknown) => {
      // The next link stops it.
      console.error(`strap: ${error}`);
    });
    this.#polar.cut();
    this.#connection.close();
    this.#stopping = null;
  }

  async #setUp(link: Link): Promise<void> {
    await setUpStrap(link, {
      measurement: (measurement) => this.#measured(measurement),
      identity: (identity) => this.#describe(describeSensor(identity)),
      battery: (batteryPct) => this.#describe({ batteryPct }),
      reportUnexpected,
    });
    this.#pmd = this.#polarMute ? null : await PolarPmd.find(link, this.#clock).catch((error: unknown) => this.#refused(error));
    const better = findBetterSource(this.#pmd);
    if (better !== null) this.#describe({ better });
    await this.#settleSource(this.#pmd);
  }

  /** Starts the chosen source, or the one that beats came from before the link was lost; else stops any other. */
  async #settleSource(pmd: PolarPmd | null): Promise<void> {
    const source = this.#source.value ?? findBetterSource(pmd);
    if (pmd !== null && source !== null && source !== 'heart-rate-service') {
      const started = this.#polar.start(pmd, source, (frame) => this.#frame(frame), reportUnexpected).then(() => true);
      if (await started.catch((error: unknown) => this.#refused(error))) {
        this.#source.value = source;
        return;
      }
    }
    // A closed tab or a lost link may have left a stream running, and a stream that was refused may have started all the same.
    if (pmd !== null && !this.#polarMute) {
      await pmd.stopLeftOn(betterStreams(pmd), reportUnexpected).catch((error: unknown) => this.#refused(error));
    }
    this.#useService();
  }

  /** A refused extra source does not end the check; a lost link does. */
  #refused(error: unknown): null {
    if (isLost(error)) throw error;
    this.#polarMute ||= error instanceof BluetoothFault && error.code === 'timeout';
    reportUnexpected(`polar: ${error}`);
    return null;
  }

  /** Throws where the service cannot take over, so that the link is tried again. */
  #useService(): void {
    const before = this.#source.value;
    if (before === 'heart-rate-service') return;
    if (before !== null && !this.#serviceHasRr) throw new BluetoothFault('not-supported', `no ${before}, and no intervals beside it`);
    batch(() => {
      this.#polar.forget();
      this.#source.value = 'heart-rate-service';
    });
    if (before !== null) this.#events?.fellBack?.(this.#time.now());
  }

  #measured(measurement: HeartRateMeasurement): void {
    if (this.#stopping !== null) return;
    this.#lastAtMs = this.#clock.now();
    this.#last.value = measurement;
    this.#serviceHasRr ||= measurement.rrTicks.length > 0;
    const source = this.#source.value;
    if (source === null) return;
    const atMs = this.#time.now();
    if (source === 'heart-rate-service') {
      this.#events?.measurement(measurement, atMs);
      return;
    }
    // The service's intervals are of the same beats: they must not be counted in addition to those of another source.
    this.#events?.alsoHeard?.(measurement, atMs);
    this.#events?.measurement({ ...measurement, rrTicks: [] }, atMs);
  }

  #frame(frame: PmdFrame): void {
    if (this.#stopping === null) this.#say(this.#polar.push(frame, this.#last.value?.contact ?? 'unsupported'));
  }

  #say(runs: readonly PolarBeatsRun[]): void {
    const [atMs, heard] = [this.#time.now(), this.#last.value ?? NOTHING_HEARD];
    for (const { afterGap, rrTicks, errorMs } of runs) {
      if (afterGap) this.#events?.gap?.(atMs);
      this.#events?.measurement({ ...heard, rrTicks }, atMs, ...(errorMs === null ? [] : [errorMs]));
    }
  }

  #lost(): void {
    this.#pmd = null;
    this.#say(this.#polar.cut());
    this.#events?.lost(this.#time.now());
  }

  #describe(change: Partial<Sensor>): void {
    const device = this.#connection.device;
    if (device === null) return;
    this.#sensor.value = { ...blankSensor(device), ...this.#sensor.value, id: device.id, name: device.name, ...change };
    this.#events?.sensor(this.#sensor.value);
  }
}

function reportUnexpected(what: string): void {
  console.error(`strap: ${what}`);
}
