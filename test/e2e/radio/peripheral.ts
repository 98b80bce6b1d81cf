/**
 * One device on the radio, and a test's control over it. Keeps the link, the subscriptions, the scheduled failures and every write. The
 * radio must call `discover()` whenever a client searches; the test must advance the time, because nothing runs by itself.
 */
import type { PeripheralModel } from '../../../lib/simulated/model';
import type { Air } from './air';
import { BluezError, type BluezErrorName } from './bluez-error';
import { Condition } from './condition';
import { DEVICE, deviceObject, devicePath } from './device-object';
import { FaultPlan } from './fault-plan';
import { characteristicMethods } from './gatt-methods';
import { type GattObject, gattObjects } from './gatt-objects';
import { type Hang, HeldAnswers } from './held-answers';
import type { Held } from './object-tree';
import { Subscriptions } from './subscriptions';
import { flag, signed } from './values';
import type { LoggedWrite } from './write-log';

const PATIENCE_MS = 10_000;

export class RadioPeripheral {
  /** Every `WriteValue` that arrived, including those answered with an error. */
  readonly writes: LoggedWrite[] = [];
  readonly #model: PeripheralModel;
  readonly #air: Air;
  readonly #path: string;
  readonly #gatt: readonly GattObject[];
  readonly #subscriptions: Subscriptions;
  readonly #faults = new FaultPlan();
  readonly #heldWrites = new HeldAnswers();
  readonly #heldConnects = new HeldAnswers();
  readonly #condition = new Condition();
  #rssi: number;
  #inRange = true;
  #connected = false;

  constructor(model: PeripheralModel, air: Air, rssi: number) {
    this.#model = model;
    this.#air = air;
    this.#rssi = rssi;
    this.#path = devicePath(model.address);
    const answering = {
      model,
      faults: this.#faults,
      heldWrites: this.#heldWrites,
      connected: () => this.#connected,
      nowMs: () => air.nowMs,
      subscriptions: () => this.#subscriptions,
      written: (write: LoggedWrite) => {
        this.writes.push(write);
        this.#condition.changed();
      },
    };
    this.#gatt = gattObjects(model, (uuid) => characteristicMethods(uuid, answering));
    this.#subscriptions = new Subscriptions(air.tree, this.#gatt, (characteristic, on) => {
      model.subscribed?.(characteristic, on, air.nowMs);
      this.#condition.changed();
    });
    if (air.searching) this.discover();
  }

  get address(): string {
    return this.#model.address;
  }

  get connected(): boolean {
    return this.#connected;
  }

  subscribed(characteristic: string): boolean {
    return this.#subscriptions.has(characteristic);
  }

  /** Resolves at once when it already holds. Without a characteristic, any subscription counts. */
  waitFor(state: 'connected' | 'disconnected' | 'subscribed' | 'unsubscribed', characteristic?: string, timeoutMs?: number): Promise<void> {
    const subscribed = () => (characteristic === undefined ? this.#subscriptions.any : this.subscribed(characteristic));
    const isSo = {
      connected: () => this.#connected,
      disconnected: () => !this.#connected,
      subscribed,
      unsubscribed: () => !subscribed(),
    }[state];
    return this.waitUntil(isSo, `${this.#model.name} ${state} ${characteristic ?? ''}`, timeoutMs);
  }

  /** For any other condition on this device, such as its writes. Checked after everything that happens to the device. */
  waitUntil(isSo: () => boolean, what: string, timeoutMs = PATIENCE_MS): Promise<void> {
    return this.#condition.until(isSo, what, timeoutMs);
  }

  /** Sends any packet, due or not. */
  notify(characteristic: string, value: Uint8Array): void {
    this.#subscriptions.notify(characteristic, value);
    this.#air.notified++;
  }

  /**
   * Advances the model's time to `toMs` and sends due packets to subscribers; others are lost, as on a real radio, and so is everything
   * after the model ends its link.
   */
  deliver(toMs: number): number {
    const endsAtMs = this.#connected ? (this.#model.endsLinkAtMs?.() ?? null) : null;
    const untilMs = endsAtMs === null ? toMs : Math.min(toMs, endsAtMs);
    this.#air.nowMs = Math.max(this.#air.nowMs, untilMs);
    const heard = this.#model.advance(untilMs).filter((packet) => this.subscribed(packet.characteristic));
    for (const packet of heard) this.notify(packet.characteristic, packet.bytes);
    if (untilMs !== endsAtMs) return heard.length;
    this.dropLink();
    // Nobody receives a device that sends without a link.
    this.#air.nowMs = Math.max(this.#air.nowMs, toMs);
    this.#model.advance(toMs);
    return heard.length;
  }

  /** The link is lost without a request. BlueZ still shows what is inside the device; only the notifications have to be asked for again. */
  dropLink(): void {
    this.#heldConnects.drop();
    this.#heldWrites.drop();
    this.#loseLink();
  }

  /**
   * BlueZ ends and starts again: what is inside the device is gone before writes that wait end with an error. After such an error Chromium
   * no longer answers the page about Bluetooth.
   */
  restartBluez(): void {
    this.#loseLink();
    this.#removeInside();
    this.#heldConnects.drop();
    this.#heldWrites.drop();
  }

  /** Out of range: the link is lost, searches do not find it, and connecting fails, until it is back in range. */
  outOfRange(away: boolean): void {
    this.#inRange = !away;
    if (away) this.dropLink();
    else if (this.#air.searching) this.discover();
  }

  /** The next `times` writes get no answer; null: every write gets one again. Those that wait are answered when the link is lost. */
  holdWrites(how: Hang | null, times?: number): void {
    this.#heldWrites.hold(how, times);
  }

  /** Whether attempts to connect get no answer, until they are given up. */
  holdConnects(on: boolean): void {
    this.#heldConnects.hold(on ? 'hangs' : null);
  }

  failConnect(times: number, error: BluezErrorName): void {
    this.#faults.plan('connect', error, times);
  }

  failNext(characteristic: string, operation: 'read' | 'write' | 'notify', error: BluezErrorName, times = 1): void {
    this.#faults.plan(`${operation} ${characteristic}`, error, times);
  }

  /** A client searches: appear, or report a change of signal strength, which is how BlueZ passes on a repeated advertisement. */
  discover(): void {
    if (!this.#inRange || this.#connected) return;
    if (this.#air.tree.objects.has(this.#path)) {
      this.#rssi += this.#rssi % 2 === 0 ? 1 : -1;
      this.#air.tree.set(this.#path, DEVICE, { RSSI: signed(this.#rssi) });
      return;
    }
    const methods = { Connect: () => this.#connect(), Disconnect: () => ({ afterwards: () => this.dropLink() }) };
    this.#air.tree.add(this.#path, deviceObject(this.#model, this.#rssi, methods));
  }

  /** BlueZ forgets a device that it has not received for half a minute; only a new search brings it back. */
  forget(): void {
    this.dropLink();
    this.#removeInside();
    this.#air.tree.remove(this.#path);
  }

  /** A browser that left the bus, in whatever way, is no longer subscribed. The link stays up, as in BlueZ. */
  clientGone(client: string): void {
    this.#subscriptions.clientGone(client);
  }

  #loseLink(): void {
    if (!this.#connected) return;
    this.#connected = false;
    this.#subscriptions.clear();
    this.#air.tree.set(this.#path, DEVICE, { ServicesResolved: flag(false), Connected: flag(false) });
    this.#model.disconnected(this.#air.nowMs);
    this.#condition.changed();
  }

  #removeInside(): void {
    for (const { path } of [...this.#gatt].reverse()) this.#air.tree.remove(path);
  }

  #connect(): undefined | Held {
    this.#faults.check('connect');
    if (this.#heldConnects.take() !== null) return this.#heldConnects.wait();
    if (!this.#air.powered) throw new BluezError('org.bluez.Error.NotReady');
    if (!this.#inRange) throw new BluezError('org.bluez.Error.Failed', 'le-connection-abort-by-local');
    if (this.#connected) return undefined;
    this.#connected = true;
    this.#model.connected(this.#air.nowMs);
    this.#air.tree.set(this.#path, DEVICE, { Connected: flag(true) });
    for (const { path, object } of this.#gatt) if (!this.#air.tree.objects.has(path)) this.#air.tree.add(path, object);
    this.#air.tree.set(this.#path, DEVICE, { ServicesResolved: flag(true) });
    this.#condition.changed();
    return undefined;
  }
}
