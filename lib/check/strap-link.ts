import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { Connection, type ConnectionState, type Link } from '../bluetooth/connection';
import { BluetoothFault, type BluetoothFaultCode } from '../bluetooth/fault';
import { limited } from '../bluetooth/operation-queue';
import { PolarPmd } from '../bluetooth/polar';
import type { HeartRateMeasurement } from '../bluetooth/services/heart-rate';
import type { PmdFrame, PmdStream } from '../bluetooth/services/polar-pmd';
import { STRAP_REQUEST, type StrapIdentity, setUpStrap } from '../bluetooth/strap';
import type { Transport } from '../bluetooth/transport';
import type { Clock } from '../clock';
import type { DeviceClass, EcgTrace } from '../hrv';
import type { BeatSource, BetterSource, Sensor } from '../storage';
import { PolarBeats, type PolarBeatsRun } from './polar-beats';

/**
 * The strap as the app tab sees it: connection, identity, battery, what it last said. Keeps the device between checks, so that measuring
 * again needs no chooser. The caller owes `close()` when the page goes away: it also stops what was started on the strap.
 *
 * Beats come from one source for as long as it is connected: the heart-rate service, or, where that was wanted, the strap's ECG or
 * pulse-to-pulse intervals; then heart rate and contact alone are taken from the service. Should those not start, the service it is.
 */
export interface StrapEvents {
  /** `errorMs`: how far off each of its intervals may be, where the sensor says so. */
  readonly measurement: (measurement: HeartRateMeasurement, atMs: number, errorMs?: readonly number[]) => void;
  /** The link stands, but the next interval does not follow the last one. */
  readonly gap?: (atMs: number) => void;
  readonly lost: (atMs: number) => void;
  readonly sensor: (sensor: Sensor) => void;
}

const STREAMS = { 'polar-ecg': 'ecg', 'polar-ppi': 'ppi' } as const satisfies Record<BetterSource, PmdStream>;
/** A page that goes away has no longer. */
const STOP_WITHIN_MS = 2000;
/** Faults that are no answer of the strap's: the link is gone, or was left. */
const ENDED: ReadonlySet<BluetoothFaultCode> = new Set(['disconnected', 'aborted', 'superseded']);
const NOTHING_HEARD: HeartRateMeasurement = {
  hrBpm: 0,
  contact: 'unsupported',
  energyKj: null,
  energySaturated: false,
  rrTicks: [],
  trailingByte: false,
};

export class StrapLink {
  readonly #connection: Connection;
  readonly #sensor = signal<Sensor | null>(null);
  readonly #last = signal<HeartRateMeasurement | null>(null);
  readonly #clock: Clock;
  readonly #source = signal<BeatSource | null>(null);
  readonly #ecg = signal<EcgTrace | null>(null);
  #wantsBetter = false;
  #beats: PolarBeats | null = null;
  /** A stream that was told to start, on this link or an earlier one, and not yet to stop; `pmd` is null once its link is gone. */
  #running: { readonly deviceId: string; readonly stream: PmdStream; readonly pmd: PolarPmd | null } | null = null;
  #stopping: Promise<void> | null = null;
  /** Raised by `close()`, so that a connect that waits for a stop can tell. */
  #attempt = 0;
  #events: StrapEvents | null = null;
  #transport: Transport | null = null;

  constructor(clock: Clock, random: () => number = Math.random) {
    this.#clock = clock;
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
  get sensor(): ReadonlySignal<Sensor | null> {
    return this.#sensor;
  }
  /** What the strap said last; null before the first packet and after closing. */
  get last(): ReadonlySignal<HeartRateMeasurement | null> {
    return this.#last;
  }

  /** Where beats come from; null until that is settled. */
  get source(): ReadonlySignal<BeatSource | null> {
    return this.#source;
  }
  /** The newest seconds of the ECG, anew with every frame (twice a second); null where there is none. */
  get ecg(): ReadonlySignal<EcgTrace | null> {
    return this.#ecg;
  }

  /** Whether beats shall come from what the strap has that is better than its heart-rate service. Until the next `close()`. */
  want(better: boolean): void {
    this.#wantsBetter = better;
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
    // A stop that is on its way has to arrive first: connecting would cut it off.
    if (this.#stopping !== null) {
      const attempt = ++this.#attempt;
      await this.#stopping;
      if (attempt !== this.#attempt) throw new BluetoothFault('aborted');
    }
    const device = this.#connection.device;
    const again = !anew && !this.needsChooser(transport);
    batch(() => {
      if (!again) this.#sensor.value = null;
      this.#last.value = null;
      this.#ecg.value = null;
      this.#source.value = this.#wantsBetter ? null : 'heart-rate-service';
    });
    this.#beats = null;
    if (again && device !== null) await this.#connection.open(device);
    else await this.#connection.choose(transport, STRAP_REQUEST);
    // Only now: a chooser that was dismissed leaves the strap of before, and that is the other radio's.
    this.#transport = transport;
  }

  close(): void {
    this.#attempt++;
    this.#wantsBetter = false;
    this.#beats = null;
    const state = this.#connection.state.value;
    if (this.#running?.pmd && (state === 'ready' || state === 'discovering')) this.#stopping ??= this.#closeStopped(this.#running.pmd);
    else this.#connection.close();
    batch(() => {
      this.#last.value = null;
      this.#ecg.value = null;
    });
  }

  /** The write is handed to the browser before this first waits, because nothing that comes later is sure to run. */
  async #closeStopped(pmd: PolarPmd): Promise<void> {
    await limited(this.#clock, this.#stop(pmd), STOP_WITHIN_MS).catch(() => {});
    this.#connection.close();
    this.#stopping = null;
  }

  now(): number {
    return this.#clock.now();
  }

  async #setUp(link: Link): Promise<void> {
    const oddity = (what: string) => console.error(`strap: ${what}`);
    await setUpStrap(link, {
      measurement: (measurement) => this.#measured(measurement),
      identity: (identity) => this.#identify(identity),
      battery: (batteryPct) => this.#describe({ batteryPct }),
      oddity,
    });
    const pmd = await PolarPmd.find(link, this.#clock).catch((error: unknown) => {
      if (isLost(error)) throw error;
      oddity(`polar: ${error}`);
      return null;
    });
    const better = betterOf(pmd);
    if (better !== null) this.#describe({ better });
    if (this.#source.value === 'heart-rate-service') await this.#stopOwed(pmd);
    else await this.#startBetter(pmd, this.#source.value ?? better, oddity);
  }

  /** Throws only when the link is lost, or beats come from there already: then it is tried again, because two sources do not mix. */
  async #startBetter(pmd: PolarPmd | null, source: BetterSource | null, oddity: (what: string) => void): Promise<void> {
    try {
      if (pmd === null || source === null) throw new BluetoothFault('not-supported', 'no polar measurement data');
      const stream = STREAMS[source];
      this.#running = { deviceId: this.#connection.device?.id ?? '', stream, pmd };
      const { rateHz } = await pmd.start(stream, { frame: (frame) => this.#frame(frame), oddity });
      this.#beats ??= new PolarBeats(rateHz);
      this.#source.value = source;
    } catch (error) {
      if (isLost(error) || this.#source.value !== null) throw error;
      oddity(`recording from the heart-rate service: ${error}`);
      // It may have started all the same.
      await this.#stopOwed(pmd);
      this.#source.value = 'heart-rate-service';
    }
  }

  /** What an earlier link started and could not stop any more. */
  async #stopOwed(pmd: PolarPmd | null): Promise<void> {
    const running = this.#running;
    if (running === null || pmd === null || running.deviceId !== this.#connection.device?.id) return;
    await this.#stop(pmd).catch((error: unknown) => {
      if (isLost(error)) throw error;
    });
  }

  async #stop(pmd: PolarPmd): Promise<void> {
    if (this.#running === null) return;
    await pmd.stop(this.#running.stream);
    this.#running = null;
  }

  #measured(measurement: HeartRateMeasurement): void {
    if (this.#stopping !== null) return;
    this.#last.value = measurement;
    if (this.#source.value === null) return;
    // The service's own intervals are of the same beats: they may not be counted beside those of another source.
    const heard = this.#source.value === 'heart-rate-service' ? measurement : { ...measurement, rrTicks: [] };
    this.#events?.measurement(heard, this.#clock.now());
  }

  #frame(frame: PmdFrame): void {
    const beats = this.#beats;
    if (beats === null || this.#stopping !== null) return;
    const runs = beats.push(frame, this.#last.value?.contact ?? 'unsupported');
    if (frame.stream === 'ecg') this.#ecg.value = beats.trace;
    this.#say(runs);
  }

  #say(runs: readonly PolarBeatsRun[]): void {
    const [atMs, heard] = [this.#clock.now(), this.#last.value ?? NOTHING_HEARD];
    for (const { afterGap, rrTicks, errorMs } of runs) {
      if (afterGap) this.#events?.gap?.(atMs);
      this.#events?.measurement({ ...heard, rrTicks }, atMs, ...(errorMs === null ? [] : [errorMs]));
    }
  }

  #lost(): void {
    if (this.#running !== null) this.#running = { ...this.#running, pmd: null };
    if (this.#beats !== null) this.#say(this.#beats.cut());
    this.#events?.lost(this.#clock.now());
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

function betterOf(pmd: PolarPmd | null): BetterSource | null {
  if (pmd?.streams.includes('ecg')) return 'polar-ecg';
  return pmd?.streams.includes('ppi') ? 'polar-ppi' : null;
}

function isLost(error: unknown): boolean {
  return !(error instanceof BluetoothFault) || ENDED.has(error.code);
}
