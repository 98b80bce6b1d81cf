// One long file, because commands, keep-alive and reports share who holds control, on this link and across links.

import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault } from '../../../bluetooth/fault';
import type { Link } from '../../../bluetooth/link';
import {
  decodeOpenRecoveryMeasurement,
  decodeOpenRecoveryResponse,
  decodeOpenRecoveryStatus,
  encodeOpenRecoveryCommand,
  type OpenRecoveryClass,
  type OpenRecoveryCommand,
  type OpenRecoveryMeasurement,
  type OpenRecoveryResult,
  type OpenRecoveryStatus,
  openRecoveryServices,
  openRecoveryUuids,
} from '../../../bluetooth/services/open-recovery';
import {
  type Capabilities,
  type ControlTaken,
  type DeviceDriver,
  type DriverCommand,
  DriverFault,
  type DriverOptions,
  type Telemetry,
} from '../../driver';
import { ControlPoint } from '../control-point';
import { findCharacteristic, findService } from '../found';
import { snapLevel, stepAtOrBelow } from '../levels';
import { refusedByDevice } from '../refusals';
import { Reports } from '../reports';
import { Sought } from '../sought';
import { Turns } from '../turns';
import { type Described, describeZones, openRecoveryCapabilities, toCapabilities, zoneId } from './capabilities';
import { describeEnd } from './describe-end';
import { requestControl } from './request-control';

/** For a manual start without a timer; the profile requires one for every start. */
const USUAL_TIMER_S = 600;
/** How many writes are sent in each watchdog period. */
const KEEP_ALIVES = 3;
const STOP_ANSWER_MS = 1000;
/** What happens is notified within a second (docs/open-recovery-profile.md, "Status"); another for the radio. */
const STARTS_WITHIN_MS = 2000;

interface Present {
  readonly point: ControlPoint<OpenRecoveryResult>;
  /** Null until it has been read. */
  is: Described | null;
  controlled: boolean;
  timed: boolean;
  state: OpenRecoveryStatus['state'] | null;
  /** It ran for this host when the link before was lost. */
  readonly mine: boolean;
  /** Reads Status, and reports it. */
  readState: () => Promise<void>;
}

/**
 * Controls a device with the Open Recovery Profile (docs/open-recovery-profile.md). Keeps the control point of the current link and what
 * the device reported on it. A run is kept alive from its start, and after a lost link from the first command for it: control is asked
 * for only then. The caller has the duties described at `DeviceDriver`.
 */
export class OpenRecoveryDriver implements DeviceDriver {
  readonly #kind: OpenRecoveryClass;
  readonly #options: DriverOptions;
  readonly #capabilities;
  readonly #reports = new Reports();
  readonly #turns = new Turns();
  readonly #present = new Sought<Present>();
  #mine = false;
  /** Somebody else has control, on this link or an earlier one: until a start. */
  #taken: ControlTaken | null = null;

  constructor(kind: OpenRecoveryClass, options: DriverOptions) {
    this.#kind = kind;
    this.#options = options;
    this.#capabilities = signal(openRecoveryCapabilities(kind));
  }

  get capabilities(): ReadonlySignal<Capabilities> {
    return this.#capabilities;
  }
  get telemetry(): ReadonlySignal<Telemetry> {
    return this.#reports.telemetry;
  }
  get heard(): ReadonlySignal<Telemetry> {
    return this.#reports.heard;
  }

  async setUp(link: Link, over: AbortSignal): Promise<void> {
    let refusal: DriverFault | null = null;
    const find = async (found: (present: Present) => void) => {
      refusal = await this.#find(link, found);
    };
    await this.#present.seek(over, find, () => this.#gone());
    // It can still be stopped.
    if (refusal !== null) throw refusal;
    if (this.#present.value !== null) void this.#keepAlive(this.#present.value, over);
  }

  async apply(command: DriverCommand): Promise<void> {
    const present = this.#present.now();
    switch (command.kind) {
      case 'start':
        return this.#turns.run((over) => this.#start(present, over));
      case 'pause':
        if (!this.#capabilities.value.pauses) throw new DriverFault('not-supported', 'pause');
        if (present.state === 'paused') this.#mine = true;
        if (present.state === 'idle' || present.state === 'paused' || present.state === 'stopping') return;
        return this.#turns.run((over) => this.#asked(present, { kind: 'pause' }, over));
      case 'level': {
        const level = snapLevel(this.#capabilities.value, command.zone, command.level);
        const zone = present.is?.zones.find((one) => zoneId(this.#kind, one.zone) === command.zone)?.zone;
        if (zone === undefined) throw new DriverFault('not-ready', command.zone);
        return this.#turns.run((over) => this.#asked(present, { kind: 'level', zone, level }, over), `level ${zone}`);
      }
      case 'programme': {
        const id = present.is?.programmes.find((one) => String(one.id) === command.id)?.id;
        if (id === undefined) throw new DriverFault('not-supported', `programme ${command.id}`);
        return this.#turns.run((over) => this.#asked(present, { kind: 'programme', id }, over), 'programme');
      }
      case 'timer':
        return this.#turns.run((over) => this.#setTimer(present, command.seconds, over), 'timer');
      default:
        throw new DriverFault('not-supported', command.kind);
    }
  }

  /** Needs no control. A stop counts as sent once it is written; a device that answers with a refusal has refused it. */
  async stop(): Promise<void> {
    this.#mine = false;
    this.#turns.clear(new BluetoothFault('superseded', 'stopped'));
    await this.#present.use((present) => this.#sendStop(present));
  }

  async #sendStop(present: Present): Promise<void> {
    present.timed = false;
    const result = await present.point.overtake([encodeOpenRecoveryCommand({ kind: 'stop' })], STOP_ANSWER_MS);
    if (result !== null && result !== 'ok') throw refusedByDevice('stop', result);
  }

  /** Returns why the device cannot be driven although it has the service; null when it can. */
  async #find(link: Link, found: (present: Present) => void): Promise<DriverFault | null> {
    this.#reports.clear();
    const service = await findService(link, openRecoveryServices[this.#kind]);
    const control = findCharacteristic(service, openRecoveryUuids.controlPoint);
    const present: Present = {
      point: new ControlPoint(link, control, decodeOpenRecoveryResponse, this.#options),
      is: null,
      controlled: false,
      timed: false,
      state: null,
      mine: this.#mine,
      readState: async () => {},
    };
    // Whether it still does is for the session to judge: its next command says so.
    this.#mine = false;
    // From here on the device can be stopped, even while the set-up continues.
    found(present);
    await present.point.listen();
    const is = await describeZones(link, service, this.#kind).catch((error: unknown) => {
      if (error instanceof DriverFault) return error;
      throw error;
    });
    if (is instanceof DriverFault) return is;
    present.is = is;
    if (present === this.#present.value) this.#capabilities.value = toCapabilities(is);
    const status = findCharacteristic(service, openRecoveryUuids.status);
    const heard = (view: DataView) => {
      const read = decodeOpenRecoveryStatus(view);
      if (read.ok) this.#hearStatus(present, read.value);
    };
    present.readState = async () => heard(await link.read(status));
    await link.subscribe(status, heard);
    await present.readState();
    await link.subscribe(findCharacteristic(service, openRecoveryUuids.measurement), (view) => {
      const read = decodeOpenRecoveryMeasurement(view);
      if (read.ok) this.#hearMeasurement(present, read.value);
    });
    return null;
  }

  async #start(present: Present, over: AbortSignal): Promise<void> {
    // Its limits are unknown.
    if (present.is === null) throw new DriverFault('not-ready', 'start');
    // A start needs a click, and with it control may be asked for again.
    this.#setTaken(null);
    const { timerS } = this.#capabilities.value;
    if (!present.timed && present.state !== 'paused') await this.#setTimer(present, Math.min(USUAL_TIMER_S, timerS?.max ?? 0), over);
    await this.#asked(present, { kind: 'start' }, over);
    this.#mine = true;
    void this.#confirmStart(present, over);
  }

  /** A device that started has said so by then. One that stays idle says nothing, so it is asked. */
  async #confirmStart(present: Present, over: AbortSignal): Promise<void> {
    try {
      await this.#options.wait(STARTS_WITHIN_MS, over);
      if (present.state === 'idle' || present.state === 'paused') await present.readState();
    } catch (error) {
      // A stop or a lost link came first, and what the device does is judged by that.
      if (!(error instanceof BluetoothFault || over.aborted)) throw error;
    }
  }

  async #setTimer(present: Present, seconds: number, over: AbortSignal): Promise<void> {
    const { timerS } = this.#capabilities.value;
    if (timerS === null) throw new DriverFault('not-supported', 'timer');
    await this.#asked(present, { kind: 'timer', seconds: stepAtOrBelow(timerS, seconds) }, over);
    present.timed = true;
  }

  async #asked(present: Present, command: OpenRecoveryCommand, over: AbortSignal): Promise<void> {
    if (this.#taken !== null) throw new DriverFault('control-taken', command.kind);
    if (!present.controlled) {
      const result = await requestControl(present.point, this.#options, (waits) => this.#waitForPress(waits), over);
      if (result === 'needs-press') throw new DriverFault('not-pressed', 'control');
      if (result === 'not-permitted') this.#throwTaken('other-host', 'control');
      if (result !== 'ok') throw refusedByDevice('control', result);
      present.controlled = true;
    }
    const result = await present.point.ask(encodeOpenRecoveryCommand(command), over);
    if (result === 'not-permitted') {
      present.controlled = false;
      this.#throwTaken('other-host', command.kind);
    }
    if (result === 'no-timer') throw new DriverFault('not-ready', `${command.kind}: ${result}`);
    if (result !== 'ok') throw refusedByDevice(command.kind, result);
    if (present.state === 'running' || present.state === 'paused') this.#mine = true;
  }

  /** Runs while the link is up. A failed write is ignored: the next one may succeed, and the watchdog covers the rest. */
  async #keepAlive(present: Present, over: AbortSignal): Promise<void> {
    const everyMs = ((present.is?.feature.watchdogS ?? 0) * 1000) / KEEP_ALIVES;
    while (!over.aborted) {
      const moving = present.state === 'running' || present.state === 'paused';
      if (moving && this.#mine && this.#taken === null) {
        await this.#turns.run((signal) => this.#asked(present, { kind: 'keep-alive' }, signal), 'keep-alive').catch(() => {});
      }
      await this.#options.wait(everyMs, over).catch(() => {});
    }
  }

  #hearStatus(present: Present, status: OpenRecoveryStatus): void {
    if (present !== this.#present.value) return;
    const { event, state, remainingS, elapsedS, programme } = status;
    // Nobody holds control on a new link, so another host took it meanwhile.
    if (present.state === null && status.controlled && present.mine) this.#setTaken('other-host');
    present.state = state;
    if (event === 'control-lost') {
      present.controlled = false;
      if (this.#mine) this.#setTaken('at-device');
    }
    if (state === 'idle' || state === 'stopping' || state === 'fault') {
      present.timed = event === 'snapshot' && state === 'idle' && present.timed;
      this.#mine = false;
    }
    this.#reports.hear(
      {
        ...describeEnd(status, this.#reports.telemetry.value.ended),
        running: state === 'running' || state === 'stopping',
        remainingS,
        elapsedS,
        ...(programme === 0 ? {} : { programme: String(programme) }),
      },
      ['programme', 'ended', 'fault'],
    );
  }

  #hearMeasurement(present: Present, { zones, temperatureC }: OpenRecoveryMeasurement): void {
    if (present !== this.#present.value) return;
    const levels: Record<string, number> = {};
    const pressureMmHg: Record<string, number> = {};
    for (const one of zones) {
      const id = zoneId(this.#kind, one.zone);
      levels[id] = one.level;
      if (one.pressureMmHg !== null) pressureMmHg[id] = one.pressureMmHg;
    }
    this.#reports.hear({
      levels,
      ...(Object.keys(pressureMmHg).length === 0 ? {} : { pressureMmHg }),
      ...(temperatureC === null ? {} : { temperatureC }),
    });
  }

  #throwTaken(by: ControlTaken, detail: string): never {
    this.#setTaken(by);
    throw new DriverFault('control-taken', detail);
  }

  #setTaken(by: ControlTaken | null): void {
    if (this.#taken === by) return;
    this.#taken = by;
    this.#reports.hear(by === null ? {} : { controlTaken: by }, ['controlTaken']);
  }

  #waitForPress(waits: boolean): void {
    this.#reports.assume(waits ? { needsPress: true } : {}, ['needsPress']);
  }

  #gone(): void {
    this.#turns.clear(new BluetoothFault('disconnected'));
    this.#reports.clear();
  }
}
