// One long file, because the commands of a machine share its control point, its queue and who holds control.

import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault } from '../../../bluetooth/fault';
import type { Link } from '../../../bluetooth/link';
import {
  decodeFitnessEvent,
  decodeFitnessResponse,
  encodeFitnessCommand,
  type FitnessCommand,
  type FitnessDialect,
  type FitnessResult,
  fitnessMachineUuids,
} from '../../../bluetooth/services/fitness-machine';
import type { GattService } from '../../../bluetooth/transport';
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
import { characteristicIn, findCharacteristic, findService } from '../found';
import { snapLevel, stepAtOrBelow } from '../levels';
import { refusedByDevice } from '../refusals';
import { Sought } from '../sought';
import { Turns } from '../turns';
import { machineCapabilities, narrowed } from './capabilities';
import type { MachineForm } from './machines';
import type { Present } from './present';
import { Said } from './said';
import { BeltWatch } from './steady';

/** How long a stop waits for the machine's refusal. */
const STOP_ANSWER_MS = 1000;

/**
 * Controls a machine with the Fitness Machine Service. It requests control only when there is a command to send, because some belts take
 * the request for a start, and connecting must not move anything. Keeps the control point of the current link and what the machine reported
 * on it. The caller has the duties described at `DeviceDriver`.
 */
export class FitnessDriver implements DeviceDriver {
  readonly #form: MachineForm;
  readonly #dialect: FitnessDialect;
  readonly #options: DriverOptions;
  readonly #capabilities;
  readonly #telemetry = signal<Telemetry>({});
  readonly #heard = signal<Telemetry>({});
  readonly #turns = new Turns();
  readonly #present = new Sought<Present>();
  /** The machine refused a resistance of two bytes and accepted one of one byte. */
  #resistanceByte = false;

  constructor(form: MachineForm, dialect: FitnessDialect, options: DriverOptions) {
    this.#form = form;
    this.#dialect = dialect;
    this.#options = options;
    this.#capabilities = signal(machineCapabilities(form));
  }

  get capabilities(): ReadonlySignal<Capabilities> {
    return this.#capabilities;
  }
  get telemetry(): ReadonlySignal<Telemetry> {
    return this.#telemetry;
  }
  get heard(): ReadonlySignal<Telemetry> {
    return this.#heard;
  }

  async setUp(link: Link, over: AbortSignal): Promise<void> {
    await this.#present.seek(
      over,
      (found) => this.#find(link, found),
      () => this.#gone(),
    );
    void this.#present.value?.belt?.run(over);
  }

  async apply(command: DriverCommand): Promise<void> {
    const present = this.#present.now();
    switch (command.kind) {
      case 'start':
        return this.#turns.run((over) => this.#start(present, over));
      case 'pause':
        // A stopped machine refuses to pause.
        if (present.said.telemetry.running === false) return;
        return this.#turns.run((over) => this.#do(present, { kind: 'pause' }, over));
      case 'level': {
        const level = snapLevel(this.#capabilities.value, command.zone, command.level);
        return this.#turns.run((over) => this.#setLevel(present, command.zone, level, over), `level ${command.zone}`);
      }
      case 'timer': {
        const range = this.#capabilities.value.timerS;
        if (range === null) throw new DriverFault('not-supported', 'no timer');
        const timeS = stepAtOrBelow(range, command.seconds);
        return this.#turns.run((over) => this.#do(present, { kind: 'time', timeS }, over), 'timer');
      }
      default:
        throw new DriverFault('not-supported', command.kind);
    }
  }

  /** A stop counts as sent once it is written, with or without control. A moving machine that answers with a refusal has refused it. */
  async stop(): Promise<void> {
    this.#turns.clear(new BluetoothFault('superseded', 'stopped'));
    await this.#present.use((present) => this.#stopMachine(present));
  }

  async #stopMachine(present: Present): Promise<void> {
    present.stopped = true;
    const held = present.control === 'held';
    let result = await this.#sendStop(present);
    // The machine took control away without a word. The second stop requests it again.
    if (result === 'not-permitted' && held) {
      present.control = 'none';
      if (!this.#startsOnRequest) result = await this.#sendStop(present);
    }
    if (result === null || result === 'ok') {
      present.said.began(false);
      this.#tell(present);
    } else if (present.said.telemetry.running !== false) throw refusedByDevice('stop', result);
  }

  async #sendStop(present: Present): Promise<FitnessResult | null> {
    const frames = [encodeFitnessCommand({ kind: 'stop' })];
    // Some belts start when a host requests control.
    if (present.control !== 'held' && !this.#startsOnRequest) frames.unshift(encodeFitnessCommand({ kind: 'request-control' }));
    return present.point.overtake(frames, STOP_ANSWER_MS);
  }

  async #find(link: Link, found: (present: Present) => void): Promise<void> {
    this.#telemetry.value = {};
    const service = await findService(link, fitnessMachineUuids.service);
    const data = findCharacteristic(service, this.#form.data);
    const control = findCharacteristic(service, fitnessMachineUuids.controlPoint);
    const said = new Said(this.#form, this.#dialect);
    const present: Present = {
      point: new ControlPoint(link, control, decodeFitnessResponse, this.#options),
      said,
      belt: this.#dialect.speed === 'once-steady' ? new BeltWatch(said, this.#options.wait) : null,
      control: 'none',
      stopped: false,
    };
    // From here on the machine can be stopped, even while the set-up continues.
    found(present);
    await present.point.listen();
    await this.#followEvents(link, service, present);
    await link.subscribe(data, (view) => {
      this.#report(present, present.said.data(view));
    });
    const capabilities = await narrowed(link, service, this.#form);
    if (present === this.#present.value) this.#capabilities.value = capabilities;
  }

  get #startsOnRequest(): boolean {
    return this.#dialect.key === 'citysports-linker';
  }

  async #start(present: Present, over: AbortSignal): Promise<void> {
    // A start needs a click, and with it control may be asked for again.
    if (present.control === 'lost') this.#tellTaken(present, null);
    for (const kind of this.#dialect.start) {
      await this.#asked(present, { kind }, over);
      if (kind === 'request-control') present.control = 'held';
    }
    present.stopped = false;
    present.said.began(true);
    this.#tell(present);
  }

  async #setLevel(present: Present, zone: string, level: number, over: AbortSignal): Promise<void> {
    switch (zone) {
      case 'belt':
        // The machine might start by itself.
        if (present.stopped || present.said.telemetry.running !== true) throw new DriverFault('not-ready', 'the belt stands');
        await present.belt?.steady(this.#dialect.steadyMs, over);
        await this.#do(present, { kind: 'speed', speedKmh: level }, over);
        present.belt?.begun();
        return;
      case 'incline':
        return this.#do(present, { kind: 'incline', inclinePct: level }, over);
      case 'power':
        return this.#do(present, { kind: 'power', powerW: level }, over);
      default:
        return this.#setResistance(present, level, over);
    }
  }

  /**
   * Sends two bytes. If the machine answers that this is no valid resistance, it gets one byte, as in the specification's text, from then
   * on.
   */
  async #setResistance(present: Present, level: number, over: AbortSignal): Promise<void> {
    await this.#control(present, over);
    if (!this.#resistanceByte) {
      const result = await this.#ask(present, { kind: 'resistance', level }, over);
      if (result === 'ok') return;
      if (result !== 'bad-parameter' || level > LARGEST_BYTE) throw refusedByDevice('resistance', result);
    }
    if (level > LARGEST_BYTE) throw new DriverFault('out-of-range', `${level} does not fit into a byte of tenths`);
    await this.#asked(present, { kind: 'resistance-byte', level }, over);
    this.#resistanceByte = true;
  }

  async #do(present: Present, command: FitnessCommand, over: AbortSignal): Promise<void> {
    await this.#control(present, over);
    await this.#asked(present, command, over);
  }

  async #control(present: Present, over: AbortSignal): Promise<void> {
    if (present.control === 'held') return;
    if (present.control === 'lost') throw new DriverFault('control-taken', 'control was lost');
    if (this.#startsOnRequest && present.said.telemetry.running !== true) throw new DriverFault('not-ready', 'not started');
    await this.#asked(present, { kind: 'request-control' }, over);
    present.control = 'held';
  }

  async #asked(present: Present, command: FitnessCommand, over: AbortSignal): Promise<void> {
    const result = await this.#ask(present, command, over);
    if (result !== 'ok') throw refusedByDevice(command.kind, result);
  }

  async #ask(present: Present, command: FitnessCommand, over: AbortSignal): Promise<FitnessResult> {
    const result = await present.point.ask(encodeFitnessCommand(command), over);
    // The machine says that this host has no control. It may have taken control away without an event.
    if (result === 'not-permitted' && present.control === 'held') {
      present.control = 'lost';
      this.#tellTaken(present, 'other-host');
      throw new DriverFault('control-taken', command.kind);
    }
    return result;
  }

  async #followEvents(link: Link, service: GattService, present: Present): Promise<void> {
    const status = characteristicIn(service, fitnessMachineUuids.status);
    if (status === null) return;
    await link.subscribe(status, (view) => {
      const read = decodeFitnessEvent(view);
      if (!read.ok) return;
      if (read.value.kind === 'control-lost' && present.control === 'held') {
        present.control = 'lost';
        this.#tellTaken(present, 'at-device');
      }
      if (read.value.kind === 'started') present.stopped = false;
      this.#report(present, present.said.event(read.value));
    });
  }

  #tell(present: Present): void {
    if (present === this.#present.value) this.#telemetry.value = present.said.telemetry;
  }

  #tellTaken(present: Present, by: ControlTaken | null): void {
    present.said.taken(by);
    this.#report(present, by === null ? {} : { controlTaken: by });
  }

  #report(present: Present, heard: Telemetry): void {
    this.#tell(present);
    if (present === this.#present.value) this.#heard.value = heard;
  }

  #gone(): void {
    this.#turns.clear(new BluetoothFault('disconnected'));
    this.#telemetry.value = {};
  }
}

/** The largest value of one byte that counts tenths. */
const LARGEST_BYTE = 25.5;
