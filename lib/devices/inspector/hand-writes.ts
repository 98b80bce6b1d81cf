import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../core/clock';
import { listNames } from '../../i18n';
import type { DriverKind } from '../driver';
import { fitnessKinds } from '../drivers/ftms';
import { type Mark, makeMark } from '../marks/mark';
import type { MarkStore } from '../marks/mark-store';
import type { GivenToDriver } from '../marks/reach';
import type { HostTimer } from '../remote/host-timer';
import { type AnyKind, isSensorKind } from '../sensor';
import type { Inspector } from './inspector';
import { STEADY } from './steady-timer';
import { stopAs } from './stop-as';

/** The inspector's side that writes by hand need. */
export type HandLink = Pick<Inspector, 'services' | 'state' | 'name' | 'deviceId' | 'write' | 'link' | 'log'>;

interface HandParts {
  readonly kinds: () => readonly AnyKind[];
  /** What the user gave the driver of a device, such as a PIN. */
  readonly given: (deviceId: string) => GivenToDriver;
  readonly marks: Pick<MarkStore, 'put' | 'remove'>;
  readonly clock: Clock;
}

/** No stop arrived: Rebound knows none for the device, there is no link to it, or it failed. */
export class HandStopUntold extends Error {}

/**
 * Bytes that a person wrote with the inspector. Nobody knows what they do, so each may have set its device moving. Keeps the devices in memory
 * until a stop that Rebound knows for one has arrived, or a person says that they are off. A mark in the store says the same to the next tab.
 * The caller lists it among what every Stop stops (`handHost`), and stops it when the tab goes away.
 */
export class HandWrites {
  readonly #link: HandLink;
  readonly #kinds: () => readonly AnyKind[];
  readonly #given: (deviceId: string) => GivenToDriver;
  readonly #marks: Pick<MarkStore, 'put' | 'remove'>;
  readonly #clock: Clock;
  readonly #moving = signal<readonly Mark[]>([]);
  /** How many writes there were: a stop ends only what was written before it. */
  #written = 0;

  constructor(link: HandLink, { kinds, given, marks, clock }: HandParts) {
    this.#link = link;
    this.#kinds = kinds;
    this.#given = given;
    this.#marks = marks;
    this.#clock = clock;
  }

  /** The devices that may move because of what was written, the newest last. */
  get moving(): ReadonlySignal<readonly Mark[]> {
    return this.#moving;
  }

  /** Writes, and takes the device for moving from before the write: one without an answer may have arrived. Errors are in the inspector's log. */
  async write(key: string, bytes: Uint8Array): Promise<void> {
    this.#begin();
    await this.#link.write(key, bytes);
  }

  /** The kinds of the linked device whose stop may be sent to it; none where it could be of several makers' kinds. Reads signals. */
  findKinds(): readonly DriverKind[] {
    const { state, services, name, deviceId } = this.#link;
    if (state.value !== 'ready' || deviceId === null) return [];
    const given = this.#given(deviceId).secrets;
    const uuids = services.value.map(({ uuid }) => uuid);
    const found = this.#kinds().filter((kind): kind is DriverKind => !isSensorKind(kind) && kind.matches(name.value, uuids));
    const usable = found.filter(({ disabled, secrets }) => disabled === null && secrets.every((one) => given[one] !== undefined));
    // Fitness machines have one standard stop, whichever of them it is.
    return found.length === 1 || found.every((kind) => fitnessKinds.includes(kind)) ? usable : [];
  }

  /** Whether a stop is known for everything that may move. Reads signals. */
  get stoppable(): boolean {
    const { deviceId } = this.#link;
    const moving = this.#moving.value;
    return moving.length > 0 && moving.every(({ id }) => id === deviceId) && this.findKinds().length > 0;
  }

  /** Sends the stop that Rebound knows for the device. Throws `HandStopUntold` when anything may move on. */
  async stop(): Promise<void> {
    const { deviceId } = this.#link;
    const written = this.#written;
    if (deviceId !== null && this.#moving.value.some(({ id }) => id === deviceId)) {
      for (const kind of this.findKinds()) {
        if (!(await stopAs(kind, this.#link, this.#given(deviceId), this.#clock))) continue;
        if (this.#written === written) this.#end((id) => id === deviceId);
        break;
      }
    }
    if (this.#moving.value.length > 0) throw new HandStopUntold();
  }

  /** The inspector gives up this device: returns its mark, and keeps nothing more of it. The mark stays in the store. */
  handOver(deviceId: string): readonly Mark[] {
    const given = this.#moving.value.filter(({ id }) => id === deviceId);
    if (given.length > 0) this.#moving.value = this.#moving.value.filter(({ id }) => id !== deviceId);
    return given;
  }

  /** A person says that they are off. */
  saidOff(): void {
    this.#end(() => true);
  }

  #begin(): void {
    this.#written++;
    const { deviceId, name } = this.#link;
    if (deviceId === null) return;
    const device = { id: deviceId, name: name.value };
    const [kind] = this.findKinds();
    const mark: Mark =
      kind === undefined
        ? { ...device, driverKind: null, endsByItself: false, startedAtMs: this.#clock.now() }
        : makeMark(device, kind, kind.capabilities, this.#clock.now(), this.#given(deviceId));
    const before = this.#moving.value.at(-1);
    if (before?.id === deviceId && before.driverKind === mark.driverKind) return;
    this.#moving.value = [...this.#moving.value.filter(({ id }) => id !== deviceId), mark];
    this.#stored(this.#marks.put(mark));
  }

  #end(over: (id: string) => boolean): void {
    for (const { id } of this.#moving.value) if (over(id)) this.#stored(this.#marks.remove(id));
    this.#moving.value = this.#moving.value.filter(({ id }) => !over(id));
  }

  #stored(work: Promise<void>): void {
    work.catch((error: unknown) => console.error('mark of a write by hand', error));
  }
}

/** What the inspector wrote, as every surface shows it. */
export function handHost(hand: Pick<HandWrites, 'moving' | 'stoppable' | 'stop' | 'saidOff'>): HostTimer {
  return {
    id: 'timer:inspector',
    shown() {
      const moving = hand.moving.value;
      if (moving.length === 0) return null;
      const name = listNames(moving.map((device) => device.name ?? device.id));
      return { timer: STEADY, name, address: '#devices', written: hand.stoppable ? 'stop-known' : 'no-stop' };
    },
    stop: () => hand.stop(),
    saidOff: () => hand.saidOff(),
  };
}
