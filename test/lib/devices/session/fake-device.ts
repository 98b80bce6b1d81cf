import { signal } from '@preact/signals';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { OperationQueue } from '../../../../lib/bluetooth/operation-queue';
import { findExclusions } from '../../../../lib/catalogue';
import type { HeldClock } from '../../../../lib/core/clock';
import type { Capabilities, DeviceDriver, DriverCommand, DriverFault, Telemetry } from '../../../../lib/devices/driver';
import type { SessionRecord } from '../../../../lib/storage';

export const BOOTS: Capabilities = {
  class: 'compression',
  zones: [{ id: 'legs', control: 'absolute', range: { min: 0, max: 7, step: 1 }, unit: 'level' }],
  temperatureC: null,
  programmes: [],
  timerS: { min: 60, max: 3600, step: 60 },
  endsByItself: true,
  pauses: false,
  battery: false,
  telemetry: [],
};
export const BELT: Capabilities = {
  ...BOOTS,
  class: 'belt',
  zones: [{ id: 'belt', control: 'absolute', range: { min: 0.5, max: 6, step: 0.1 }, unit: 'km/h' }],
  timerS: null,
  endsByItself: false,
  pauses: true,
};

export type OnWire = DriverCommand | { readonly kind: 'stop' };

/**
 * A device behind the product's own queue, with the worst driver that the interface allows: a stop overtakes what waits, but what waits is
 * still sent after it. It has its own timer, which runs whatever happens to the link.
 */
export class FakeDevice implements DeviceDriver {
  readonly capabilities;
  readonly telemetry = signal<Telemetry>({});
  readonly heard = this.telemetry;
  readonly connected = signal(true);
  readonly unasked = signal(false);
  readonly wire: { readonly atMs: number; readonly what: OnWire }[] = [];
  /** It reports whether it moves: after each command, and on each new link. */
  reports = false;
  /** How long each operation takes, ms. */
  latencyMs = 20;
  /** The results of the next operations. */
  readonly failures: (BluetoothFault | DriverFault)[] = [];
  #running = false;
  #levels: Record<string, number> = {};
  #timerUntilMs = Number.POSITIVE_INFINITY;
  readonly queue: OperationQueue;
  readonly #clock: HeldClock;

  constructor(clock: HeldClock, capabilities: Capabilities = BOOTS) {
    this.#clock = clock;
    this.capabilities = signal(capabilities);
    this.queue = new OperationQueue(clock);
  }

  /** What the device really does now: nothing once its timer is over. */
  get levels(): Readonly<Record<string, number>> {
    return this.moves ? this.#levels : {};
  }
  get moves(): boolean {
    const on = this.#running || Object.values(this.#levels).some((level) => level > 0);
    return on && this.#clock.now() < this.#timerUntilMs;
  }

  async setUp(): Promise<void> {}

  apply(command: DriverCommand): Promise<void> {
    return this.queue.run(() => this.#do(command), command.kind === 'level' ? { latest: command.zone } : {});
  }

  stop(): Promise<void> {
    return this.queue.run(() => this.#do({ kind: 'stop' }), { priority: 'stop' });
  }

  lose(): void {
    this.queue.clear(new BluetoothFault('disconnected'));
    this.telemetry.value = {};
    this.connected.value = false;
  }

  comeBack(): void {
    this.#report();
    this.connected.value = true;
  }

  /** Somebody switches it off at the device. */
  switchOff(): void {
    this.#obey({ kind: 'stop' });
    if (this.connected.value) this.#report();
  }

  /** Somebody sets a level at the device. */
  turnTo(zone: string, level: number): void {
    this.#levels = { ...this.#levels, [zone]: level };
  }

  told(kind: OnWire['kind']): number {
    return this.wire.filter(({ what }) => what.kind === kind).length;
  }

  async #do(what: OnWire): Promise<void> {
    if (!this.connected.value) throw new BluetoothFault('disconnected');
    this.wire.push({ atMs: this.#clock.now(), what });
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.#obey(what);
    this.#report();
    await this.#clock.wait(this.latencyMs);
    if (!this.connected.value) throw new BluetoothFault('disconnected');
  }

  #report(): void {
    if (this.reports) this.telemetry.value = { running: this.moves };
  }

  #obey(what: OnWire): void {
    switch (what.kind) {
      case 'stop':
        this.#running = false;
        this.#levels = {};
        this.#timerUntilMs = Number.POSITIVE_INFINITY;
        break;
      case 'pause':
        this.#running = false;
        this.#levels = {};
        break;
      case 'start':
        this.#running = true;
        break;
      case 'level':
        this.#levels = { ...this.#levels, [what.zone]: what.level };
        break;
      case 'timer':
        this.#timerUntilMs = this.#clock.now() + what.seconds * 1000;
        break;
    }
  }
}

/** Nothing ticked, everything answered. */
export const nothingInTheWay = (nowMs: number) => ({
  screeningDue: null,
  exclusions: findExclusions({ ticked: [], ill: false, injured: false, pain: [] }),
  oneTap: { answer: 'none' as const, atMs: nowMs },
  unasked: false,
  runsOnAcknowledged: true,
});

/** Records in memory: what is on disk, by id. */
export function memoryRecords() {
  const kept = new Map<string, SessionRecord>();
  return {
    kept,
    put: async (record: SessionRecord) => void kept.set(record.id, record),
    addLater: async (id: string, late: Partial<SessionRecord>) => {
      const record = kept.get(id);
      if (record !== undefined) kept.set(id, { ...record, ...late });
    },
    putNow: (record: SessionRecord) => void kept.set(record.id, record),
  };
}
