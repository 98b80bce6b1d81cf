// One long file, because the stages of a check share its recording, journal and watch, and each may be cut off by the next.

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault, type BluetoothFaultCode } from '../bluetooth/fault';
import type { HeartRateMeasurement } from '../bluetooth/services/heart-rate';
import type { Transport } from '../bluetooth/transport';
import type { Clock } from '../core/clock';
import type { SleepTimes } from '../core/waking-day';
import { createStream, type HrvStream, type StreamValues } from '../hrv';
import { type Packet, Recording, ticksToMs } from '../recording';
import {
  appendLink,
  appendPacket,
  type BetterSource,
  type Check,
  type CheckSetting,
  deleteCheck,
  discardRecording,
  getSettings,
  type KnownDevice,
  keepRecording,
  markLeftNow,
  type OpenRecording,
  openRecording,
  type ReboundDatabase,
  rememberDevice,
  rewriteRecording,
  type Sensor,
  updateSensor,
  type World,
} from '../storage';
import { assembleCheck } from './assemble';
import { FallbackRecording } from './fallback-recording';
import { JournalWriter } from './journal-writer';
import { EMPTY_TRACE, measureProgress, NOT_STARTED, type Progress, type Trace, toTrace } from './progress';
import type { StrapLink } from './strap-link';
import { type Trouble, Troubles } from './troubles';

/**
 * One check, from the click to the stored result. Keeps the recording in memory and, packet by packet, in the journal on disk. Views read
 * the signals. They must call `leave()` when the page goes away, and `keep()` or `discard()` when the user cancels.
 */
export type CheckStage = 'setup' | 'connecting' | 'recording' | 'storing' | 'done';

const RR_ABSENT_AFTER_MS = 10_000;
/** An optical Polar sensor needs about 25 s for its first intervals, and then sends every 5 s. */
const PPI_ABSENT_AFTER_MS = 40_000;
const WATCH_EVERY_MS = 1000;
export interface CheckSessionParts {
  readonly db: ReboundDatabase;
  readonly clock: Clock;
  readonly strap: StrapLink;
  readonly timeZone: () => string;
  readonly newId: () => string;
  /** Called after a check was stored, for the badge and other surfaces. */
  readonly stored: (check: Check) => void;
}

export class CheckSession {
  readonly #parts: CheckSessionParts;
  readonly #stage = signal<CheckStage>('setup');
  readonly #progress = signal<Progress>(NOT_STARTED);
  readonly #trace = signal<Trace>(EMPTY_TRACE);
  readonly #troubles = new Troubles();
  readonly #live = signal<StreamValues | null>(null);
  readonly #fault = signal<BluetoothFaultCode | null>(null);
  readonly #result = signal<Check | null>(null);
  readonly #world = signal<World>('own');
  readonly #known = signal<KnownDevice | null>(null);
  readonly #prefersBetter = signal(false);
  readonly #journal = new JournalWriter((worked) => this.#troubles.set({ storage: !worked }));
  /** The source that the current strap, or else the last one, has in addition to its heart-rate service; null for none. */
  readonly offer = computed<BetterSource | null>(() => {
    const sensor = this.#parts.strap.sensor.value ?? this.#known.value;
    return sensor?.better ?? null;
  });
  /** The better source was chosen, but could not be started. */
  readonly fellBack = computed(() => this.#wanted.value && this.#parts.strap.source.value === 'heart-rate-service');
  readonly #wanted = signal(false);
  #recording: Recording | null = null;
  #stream: HrvStream = createStream();
  /** They decide the day of the check. Null until they are read. */
  #times: SleepTimes | null = null;
  #open: OpenRecording | null = null;
  #fallback: FallbackRecording | null = null;
  #chooserNext = false;
  #finishing: Promise<void> = Promise.resolve();
  #watching = false;
  #hasStrap = false;
  #over = new AbortController();
  #lastRrAtMs = 0;
  #rrSeen = false;

  constructor(parts: CheckSessionParts) {
    this.#parts = parts;
  }

  /** The most urgent current problem; null for none. */
  get trouble(): ReadonlySignal<Trouble | null> {
    return this.#troubles.mostUrgent;
  }
  get stage(): ReadonlySignal<CheckStage> {
    return this.#stage;
  }
  get progress(): ReadonlySignal<Progress> {
    return this.#progress;
  }
  get trace(): ReadonlySignal<Trace> {
    return this.#trace;
  }
  /** Figures of the counted beats so far, provisional; null before the first. The engine's own replace them at the end. */
  get live(): ReadonlySignal<StreamValues | null> {
    return this.#live;
  }
  /** Why the strap could not be reached; null when nothing went wrong. */
  get fault(): ReadonlySignal<BluetoothFaultCode | null> {
    return this.#fault;
  }
  /** The world (own or demo) of this check, or of the last one. */
  get world(): ReadonlySignal<World> {
    return this.#world;
  }
  get result(): ReadonlySignal<Check | null> {
    return this.#result;
  }

  /** Whether checks should use the better source. */
  get prefersBetter(): ReadonlySignal<boolean> {
    return this.#prefersBetter;
  }

  /** Looks up the last strap, and whether the user chose its better source. */
  async recall(): Promise<void> {
    const devices = await this.#parts.db.devices.toArray();
    const straps = devices.filter((device) => (device.kind ?? 'strap') === 'strap').sort((a, b) => b.lastSeenMs - a.lastSeenMs);
    const known = straps.find(({ id }) => id === this.#parts.strap.sensor.value?.id) ?? straps[0] ?? null;
    batch(() => {
      this.#known.value = known;
      this.#prefersBetter.value = known?.prefersBetter ?? false;
    });
  }

  /** Sets the source for the next checks, and stores the choice with the strap. */
  async preferBetter(better: boolean): Promise<void> {
    this.#prefersBetter.value = better;
    const { db, clock, strap } = this.#parts;
    const device = strap.sensor.value ?? this.#known.value;
    if (device !== null) await rememberDevice(db, { lastSeenMs: clock.now(), ...device, prefersBetter: better });
  }

  /** Connects before a check (call it from a click), so that the user can choose among the strap's sources. Errors are in `fault`. */
  async meet(transport: Transport): Promise<void> {
    if (this.#stage.value !== 'setup') return;
    this.#fault.value = null;
    try {
      await this.#connect(transport, false);
      await this.recall();
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      // `aborted` means that a check was started and uses the strap.
      if (error.code !== 'aborted') this.#fault.value = error.code;
    }
  }

  /** Connects (through the chooser where needed: call it from a click) and records. `anew` asks for another strap. */
  async start(setting: CheckSetting, transport: Transport, anew = false): Promise<void> {
    if (this.#stage.value === 'connecting' || this.#stage.value === 'recording' || this.#stage.value === 'storing') return;
    this.#begin(setting);
    const over = this.#over;
    this.#parts.strap.prefer(this.#wanted.value);
    try {
      await this.#connect(transport, anew, over.signal);
      // Packets are due from now on, so that a strap that connects but sends nothing is reported too.
      if (!over.signal.aborted) this.#startWatching(this.#parts.strap.now());
    } catch (error) {
      if (over.signal.aborted) return;
      this.#stop();
      batch(() => {
        this.#stage.value = 'setup';
        this.#fault.value = error instanceof BluetoothFault ? error.code : 'gatt-error';
      });
      if (!(error instanceof BluetoothFault)) throw error;
    }
  }

  /** Skips the chooser if the browser still knows the last strap; but not again after that strap could not be reached. */
  async #connect(transport: Transport, anew: boolean, over?: AbortSignal): Promise<void> {
    const { strap } = this.#parts;
    const choosing = anew || this.#chooserNext || !strap.needsChooser(transport);
    const device = choosing ? null : ((await transport.known()).find(({ id }) => id === this.#known.value?.id) ?? null);
    // Cancelled meanwhile: nothing must start any more.
    if (over?.aborted) throw new BluetoothFault('aborted');
    this.#chooserNext = true;
    await (device === null ? strap.connect(transport, anew) : strap.open(device, transport));
    this.#chooserNext = false;
  }

  /** Ends the check with what was recorded. If nothing was received, returns to the set-up. */
  async keep(): Promise<void> {
    if (this.#stage.value === 'recording') this.#finishing = this.#finish();
    // A second call waits for the first while it still writes; nothing was started that could be reset.
    if (this.#stage.value === 'storing') await this.#finishing;
    else this.#reset();
  }

  async discard(): Promise<void> {
    const wasStoring = this.#stage.value === 'storing';
    if (wasStoring) await this.#finishing;
    const stored = wasStoring ? this.#result.value : null;
    const open = this.#open;
    this.#reset();
    await this.#journal.settled();
    if (open !== null) await discardRecording(this.#parts.db, open.id);
    if (stored !== null) {
      this.#result.value = null;
      await deleteCheck(this.#parts.db, stored.id);
      this.#parts.stored(stored);
    }
  }

  /** Back to the set-up, from a result. */
  again(): void {
    if (this.#stage.value === 'done') this.#reset();
  }

  /** Call when the page goes away: what was recorded is kept when the next page of the extension opens. */
  leave(): void {
    if (this.#open !== null && this.#recording !== null && this.#recording.ticks.length > 0) markLeftNow(this.#parts.db, this.#open);
    this.#stop();
    // Whoever uses the strap, also if it was only connected: nothing may stay switched on at the strap.
    this.#parts.strap.close();
  }

  #begin(setting: CheckSetting): void {
    const { clock, db, newId, timeZone } = this.#parts;
    this.#over = new AbortController();
    this.#recording = new Recording(setting.plan);
    this.#stream = createStream();
    const id = newId();
    this.#fallback = new FallbackRecording(id);
    this.#open = { ...setting, id, startedAtMs: clock.now(), timeZone: timeZone(), sensor: null, left: false };
    this.#times = null;
    // Known when the check ends; where reading them fails now, they are read again then.
    getSettings(db).then(
      (settings) => {
        this.#times = settings;
      },
      (error: unknown) => console.error('sleep times', error),
    );
    this.#rrSeen = false;
    this.#watching = false;
    this.#lastRrAtMs = 0;
    batch(() => {
      this.#world.value = setting.world;
      this.#wanted.value = setting.world === 'own' && this.#prefersBetter.value && this.offer.value !== null;
      this.#stage.value = 'connecting';
      this.#progress.value = { ...NOT_STARTED, remainingS: setting.plan.settleS };
      this.#trace.value = EMPTY_TRACE;
      this.#live.value = null;
      this.#troubles.clear();
      this.#fault.value = null;
      this.#result.value = null;
    });
    this.#hasStrap = true;
    this.#parts.strap.listen({
      measurement: (measurement, atMs, errorMs) => this.#heard(measurement, atMs, errorMs),
      alsoHeard: (measurement, atMs) => this.#fallback?.heard(measurement, atMs),
      fellBack: () => this.#fellBack(),
      gap: (atMs) => this.#gap(atMs),
      lost: (atMs) => this.#linkLost(atMs),
      sensor: (sensor) => this.#identified(sensor),
    });
  }

  #heard(measurement: HeartRateMeasurement, atMs: number, errorMs?: readonly number[]): void {
    const recording = this.#recording;
    if (recording === null || this.#open === null) return;
    if (this.#stage.value === 'connecting') this.#firstPacket(atMs);
    if (this.#stage.value !== 'recording') return;

    const { hrBpm, contact, rrTicks } = measurement;
    const packet: Packet = { atMs, hrBpm, contact, rrTicks, ...(errorMs === undefined ? {} : { errorMs }) };
    if (measurement.rrTicks.length > 0) {
      this.#rrSeen = true;
      this.#lastRrAtMs = atMs;
      this.#troubles.set({ 'rr-absent': false, 'no-rr': false });
    }
    const lostBefore = recording.linkGaps.length;
    const before = recording.ticks.length;
    const taken = recording.add(packet);
    const afterGap = recording.linkGaps.length > lostBefore;
    this.#feed(recording, before, (beat) => afterGap && beat === before);
    const open = this.#open;
    if (afterGap) this.#journal.write(() => appendLink(this.#parts.db, open.id, 'link-back', atMs));
    this.#journal.write(() => appendPacket(this.#parts.db, open.id, { ...packet, rrTicks: packet.rrTicks.slice(0, taken) }));
    this.#troubles.set({ 'link-lost': false, 'no-contact': measurement.contact === 'not-detected' });
    this.#show(recording);
    if (recording.phase === 'done') this.#finishing = this.#finish();
  }

  /** Passes the counted beats to the live figures, those of one packet or of a whole recording. */
  #feed(recording: Recording, from: number, afterGap: (beat: number) => boolean): void {
    const { first, end } = recording.counted;
    for (let i = Math.max(from, first); i < Math.min(end, recording.ticks.length); i++) {
      this.#stream.push(ticksToMs(recording.ticks[i] ?? 0), afterGap(i));
    }
    if (end > first) this.#live.value = this.#stream.values;
  }

  #firstPacket(atMs: number): void {
    const open = this.#open;
    if (open === null) return;
    const started = { ...open, startedAtMs: atMs, source: this.#parts.strap.source.value ?? 'heart-rate-service' };
    this.#open = started;
    this.#lastRrAtMs = atMs;
    this.#stage.value = 'recording';
    this.#journal.write(() => openRecording(this.#parts.db, started));
    this.#startWatching(atMs);
  }

  /** Beats may stop coming while the link is up; only the clock shows it. */
  #startWatching(atMs: number): void {
    if (this.#watching) return;
    this.#watching = true;
    this.#lastRrAtMs = Math.max(this.#lastRrAtMs, atMs);
    void this.#watch(this.#over.signal);
  }

  async #watch(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      try {
        await this.#parts.clock.wait(WATCH_EVERY_MS, over);
      } catch {
        return;
      }
      const limitMs = this.#open?.source === 'polar-ppi' ? PPI_ABSENT_AFTER_MS : RR_ABSENT_AFTER_MS;
      const absent = this.#parts.strap.now() - this.#lastRrAtMs >= limitMs;
      this.#troubles.set({ 'no-rr': absent && !this.#rrSeen, 'rr-absent': absent && this.#rrSeen });
    }
  }

  /** The better source is gone for good. The whole check switches to the heart-rate service, which has sent the same beats all along. */
  #fellBack(): void {
    if (this.#open === null || this.#fallback === null || this.#stage.value !== 'recording') return;
    const { open, journal, recording } = this.#fallback.takeOver(this.#open);
    this.#open = open;
    this.#recording = recording;
    this.#stream = createStream();
    this.#live.value = null;
    const gaps = new Set(recording.linkGaps.map((gap) => gap.afterBeat));
    this.#feed(recording, 0, (beat) => gaps.has(beat));
    this.#journal.write(() => rewriteRecording(this.#parts.db, open, journal));
    this.#show(recording);
    if (recording.phase === 'done') this.#finishing = this.#finish();
  }

  #linkLost(atMs: number): void {
    const open = this.#open;
    if (open === null || this.#stage.value !== 'recording') return;
    this.#fallback?.linkLost(atMs);
    this.#recording?.linkLost(atMs);
    this.#troubles.set({ 'link-lost': true, 'no-contact': false });
    this.#journal.write(() => appendLink(this.#parts.db, open.id, 'link-lost', atMs));
  }

  /** The link is up, but beats are missing. For the recording this equals a lost link that is back with the next beat. */
  #gap(atMs: number): void {
    const open = this.#open;
    if (open === null || this.#stage.value !== 'recording') return;
    this.#recording?.linkLost(atMs);
    this.#journal.write(() => appendLink(this.#parts.db, open.id, 'link-lost', atMs));
  }

  #identified(sensor: Sensor): void {
    if (this.#open === null) return;
    this.#open = { ...this.#open, sensor };
    const { id, world } = this.#open;
    this.#journal.write(() => updateSensor(this.#parts.db, id, sensor));
    if (world === 'own') this.#journal.write(() => rememberDevice(this.#parts.db, { ...sensor, lastSeenMs: this.#parts.clock.now() }));
  }

  #show(recording: Recording): void {
    batch(() => {
      this.#progress.value = measureProgress(recording);
      this.#trace.value = toTrace(recording);
    });
  }

  async #finish(): Promise<void> {
    const { db, clock } = this.#parts;
    const recording = this.#recording;
    const open = this.#open;
    if (recording === null || open === null || this.#stage.value !== 'recording') return;
    this.#stage.value = 'storing';
    this.#stop();
    await this.#journal.settled();
    if (recording.ticks.length === 0) {
      await discardRecording(db, open.id);
      this.#reset();
      return;
    }
    // Keeping may be tried again much later; the check ended with its last packet.
    const endedAtMs = recording.packets.at(-1)?.atMs ?? clock.now();
    let check: Check;
    try {
      check = assembleCheck(open, recording, endedAtMs, this.#times ?? (await getSettings(db)));
      await keepRecording(db, check);
    } catch (error) {
      // The beats are in the journal and in memory: nothing is lost, and keeping can be tried again.
      console.error('keeping the check', error);
      this.#troubles.set({ storage: true });
      this.#show(recording);
      this.#stage.value = 'recording';
      return;
    }
    this.#open = null;
    batch(() => {
      this.#result.value = check;
      this.#stage.value = 'done';
    });
    this.#parts.stored(check);
  }

  /** Releases the strap, once: another listener may use it by the next call. */
  #stop(): void {
    this.#over.abort();
    if (!this.#hasStrap) return;
    this.#hasStrap = false;
    this.#parts.strap.listen(null);
    this.#parts.strap.close();
  }

  #reset(): void {
    this.#stop();
    this.#recording = null;
    this.#open = null;
    batch(() => {
      this.#stage.value = 'setup';
      this.#progress.value = NOT_STARTED;
      this.#trace.value = EMPTY_TRACE;
      this.#live.value = null;
      this.#troubles.clear();
      this.#fault.value = null;
    });
  }
}
