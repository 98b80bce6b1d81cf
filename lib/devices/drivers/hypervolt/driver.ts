import { type ReadonlySignal, signal } from '@preact/signals';
import { BluetoothFault } from '../../../bluetooth/fault';
import type { Link } from '../../../bluetooth/link';
import type { GattCharacteristic } from '../../../bluetooth/transport';
import { type Capabilities, type DeviceDriver, type DriverCommand, DriverFault, type DriverOptions, type Telemetry } from '../../driver';
import { toBytes } from '../control-point';
import { findCharacteristic, findService } from '../found';
import { snapLevel } from '../levels';
import { Reports } from '../reports';
import { Sought } from '../sought';
import { Writer } from '../writer';
import { decodeChallenge, decodeHypervoltStatus, decodeHypervoltTelemetry, HIGHEST_SPEED, hypervoltUuids, responseTo } from './codec';

const ZONE = 'motor';
const OFF = Uint8Array.of(0);

export const hypervoltCapabilities: Capabilities = {
  class: 'percussion',
  zones: [{ id: ZONE, control: 'absolute', range: { min: 0, max: HIGHEST_SPEED, step: 1 }, unit: 'level' }],
  temperatureC: null,
  programmes: [],
  timerS: null,
  // The device keeps running without a link. It is unknown whether it ends by itself.
  endsByItself: false,
  pauses: false,
  battery: false,
  telemetry: ['running', 'levels', 'temperatureC'],
};

interface Present {
  readonly writer: Writer;
  /** Resolves when the device has accepted the response. Until then it refuses every speed. */
  readonly admitted: Promise<void>;
}

/**
 * Controls a Hypervolt 2. Keeps the current link's characteristics and what the device reported on it. The caller has the duties described
 * at `DeviceDriver`.
 */
export class HypervoltDriver implements DeviceDriver {
  readonly #options: DriverOptions;
  readonly #capabilities = signal(hypervoltCapabilities);
  readonly #reports = new Reports();
  readonly #present = new Sought<Present>();

  constructor(options: DriverOptions) {
    this.#options = options;
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

  /** Throws `needs-secret` without address and table, and `refused-by-device` when the response to the challenge was wrong. */
  async setUp(link: Link, over: AbortSignal): Promise<void> {
    over.throwIfAborted();
    const { address, table } = this.#options.secrets;
    if (address?.length !== 6) throw new DriverFault('needs-secret', 'address');
    if (table?.length !== 256) throw new DriverFault('needs-secret', 'table');
    await this.#present.seek(
      over,
      (found) => this.#find(link, address, table, found),
      () => {
        this.#reports.clear();
      },
    );
  }

  async apply(command: DriverCommand): Promise<void> {
    const present = this.#present.now();
    switch (command.kind) {
      case 'start':
        // Start at the lowest level. If it already runs, there is nothing to do.
        return this.#reports.telemetry.value.running ? undefined : present.writer.write(Uint8Array.of(1));
      case 'level':
        return present.writer.write(Uint8Array.of(snapLevel(this.#capabilities.value, command.zone, command.level)));
      default:
        throw new DriverFault('not-supported', command.kind);
    }
  }

  async stop(): Promise<void> {
    await this.#present.use((present) => this.#sendStop(present));
  }

  async #sendStop(present: Present): Promise<void> {
    try {
      await present.writer.overtake([OFF]);
    } catch (error) {
      // The device refuses while the handshake is running, so try once more after it. A second refusal is reported.
      await present.admitted.catch(() => Promise.reject(error));
      await present.writer.overtake([OFF]);
    }
    if (present === this.#present.value) this.#reports.assume({ running: false, levels: { [ZONE]: 0 } });
  }

  async #find(link: Link, address: Uint8Array, table: Uint8Array, found: (present: Present) => void): Promise<void> {
    this.#reports.clear();
    const service = await findService(link, hypervoltUuids.service);
    const [auth, speed, telemetry] = [hypervoltUuids.auth, hypervoltUuids.speed, hypervoltUuids.telemetry].map((uuid) =>
      findCharacteristic(service, uuid),
    ) as [GattCharacteristic, GattCharacteristic, GattCharacteristic];
    const admitted = this.#shakeHands(link, auth, address, table);
    const present: Present = { writer: new Writer(link, speed, this.#options.trace), admitted };
    // From here on the device can be stopped, even while the set-up continues.
    found(present);
    await admitted;
    await link.subscribe(speed, (view) => this.#hear(present, speed, view));
    await link.subscribe(telemetry, (view) => this.#hear(present, telemetry, view));
  }

  async #shakeHands(link: Link, auth: GattCharacteristic, address: Uint8Array, table: Uint8Array): Promise<void> {
    const challenge = decodeChallenge(await link.read(auth));
    if (!challenge.ok) throw new DriverFault('refused-by-device', `challenge: ${challenge.error.name}`);
    const response = responseTo(challenge.value, address, table);
    this.#options.trace?.('out', auth.uuid, response);
    try {
      await link.write(auth, response, true);
    } catch (error) {
      if (!(error instanceof BluetoothFault) || !['gatt-error', 'not-permitted'].includes(error.code)) throw error;
      throw new DriverFault('refused-by-device', 'response', { cause: error });
    }
  }

  /** The device's own report counts: while it charges, it accepts a speed, does not move, and sends no report. */
  #hear(present: Present, { uuid }: GattCharacteristic, view: DataView): void {
    this.#options.trace?.('in', uuid, toBytes(view));
    if (present !== this.#present.value) return;
    if (uuid === hypervoltUuids.speed) {
      const read = decodeHypervoltStatus(view);
      if (!read.ok) return;
      const { speed } = read.value;
      this.#reports.hear({ running: speed > 0, levels: { [ZONE]: speed } });
      return;
    }
    const read = decodeHypervoltTelemetry(view);
    if (read.ok) this.#reports.hear({ temperatureC: read.value.temperatureC });
  }
}
