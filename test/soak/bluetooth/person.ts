import { Connection, type ConnectionState } from '../../../lib/bluetooth/connection';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import type { Link } from '../../../lib/bluetooth/link';
import type { OperationOptions } from '../../../lib/bluetooth/operation-queue';
import { encodePmdStop, polarPmdUuids } from '../../../lib/bluetooth/services/polar-pmd';
import type { GattCharacteristic } from '../../../lib/bluetooth/transport';
import { type SimulatedTransport, simulatedTransport } from '../../../lib/simulated/transport';
import { bytesFor, chooseFaults, inBadAir, KINDS, makeModel, requestFor, type SoakDevice, setUp } from './devices';
import { Ledger } from './ledger';
import type { Random } from './random';
import type { WatchedClock } from './watched-clock';
import { watchedTransport } from './watched-transport';

export interface Journal {
  /** A violation. */
  wrong(what: string): void;
  /** An event; part of the digest. */
  happened(what: string): void;
  /** Counts an event under this heading. */
  count(heading: 'acts' | 'faults' | 'operations' | 'states', key: string): void;
}

const ACTS = ['choose', 'open', 'close', 'leave', 'drop', 'go', 'come', 'ask', 'ask', 'ask', 'ask', 'ask', 'ask', 'ask', 'ask'] as const;
type Act = (typeof ACTS)[number];

const END_STATES: readonly ConnectionState[] = ['ready', 'failed', 'closed'];

/**
 * A person with one connection and one or two devices, who does things at random: before, during and after whatever the radio does,
 * sometimes at the very moment when the state changes. Keeps the connection, its radio and the requested operations.
 */
export class Person {
  readonly #random: Random;
  readonly #journal: Journal;
  readonly #clock: WatchedClock;
  readonly #devices: readonly SoakDevice[];
  readonly #radio: SimulatedTransport;
  readonly #transport: ReturnType<typeof watchedTransport>;
  readonly #connection: Connection;
  readonly #ledger: Ledger;
  readonly #unsubscribe: () => void;
  /** The links so far, and what was found on each. */
  readonly #links: { readonly link: Link; found: readonly GattCharacteristic[] }[] = [];
  /** Ends the wait of a person at a chooser. */
  readonly #answered = new AbortController();
  #heard = 0;
  #calm = false;
  #still = false;
  #acting = false;

  constructor(clock: WatchedClock, random: Random, journal: Journal) {
    this.#clock = clock;
    this.#random = random;
    this.#journal = journal;
    const kinds = Array.from({ length: random.integer(1, 2) }, () => random.pick(KINDS));
    this.#devices = kinds.map((kind, i) =>
      inBadAir(makeModel(kind, random, `5E:B0:00:00:01:0${i}`), chooseFaults(random), (end) => {
        if (end !== 'done') journal.count('faults', `${end} while ${this.state}`);
      }),
    );
    const models = this.#devices.map(({ model }) => model);
    this.#radio = simulatedTransport(models, { nowMs: () => clock.now(), wait: (ms, signal) => clock.wait(ms, signal) });
    this.#transport = watchedTransport(
      this.#radio,
      () => clock.now(),
      () => this.#chooser(),
      (what) => journal.wrong(what),
    );
    this.#ledger = new Ledger(
      (what) => journal.wrong(what),
      (order, end) => {
        journal.happened(`${order} ${end}`);
        if (order >= 0) journal.count('operations', end);
      },
    );
    const services = models.flatMap((model) => model.services.map(({ uuid }) => uuid));
    this.#connection = new Connection({
      clock,
      random: () => random.uniform(),
      setUp: (link) => this.#setUp(link, services),
      tearDown: (link) => this.#tearDown(link),
      onReady: () => journal.happened('told: ready'),
      onLost: () => journal.happened('told: lost'),
    });
    this.#unsubscribe = this.#connection.state.subscribe((state) => this.#saw(state));
  }

  get state(): ConnectionState {
    return this.#connection.state.value;
  }
  /** A session may end here: nothing is pending. */
  get settled(): boolean {
    return END_STATES.includes(this.state) && this.#ledger.unsettled === 0;
  }
  get heard(): number {
    return this.#heard;
  }
  get asked(): number {
    return this.#ledger.asked;
  }

  act(act: Act): void {
    this.#journal.count('acts', `${act} while ${this.state}`);
    this.#journal.happened(`act: ${act}`);
    const todo: Readonly<Record<Act, () => void>> = {
      choose: () => {
        const wanted = requestFor(this.#devices.map(({ model }) => model));
        this.#ledger.await('choose', this.#connection.choose(this.#transport, wanted));
      },
      open: () => this.#ledger.await('open', this.#openKnown()),
      close: () => this.#connection.close(),
      leave: () => this.#ledger.await('leave', this.#connection.leave()),
      drop: () => {
        this.#reach(false);
        this.#reach(true);
      },
      go: () => this.#reach(false),
      come: () => this.#reach(true),
      ask: () => {
        for (let times = this.#random.integer(1, 5); times > 0; times--) this.#ask();
      },
    };
    todo[act]();
  }

  /** The link becomes reliable, and a person at a chooser answers it. */
  calm(): void {
    this.#calm = true;
    this.#still = true;
    for (const device of this.#devices) device.calm();
    this.#reach(true);
    this.#answered.abort();
  }

  /** From now on, nothing is done at the moment when the state changes. */
  still(): void {
    this.#still = true;
  }

  /** Call when nothing is pending any more: calm, or closed. */
  check(when: string): void {
    const { state } = this;
    const wrong = (what: string) => this.#journal.wrong(`${when}, ${state}: ${what}`);
    if (!END_STATES.includes(state)) wrong('not a state to end in');
    if (this.#ledger.unsettled > 0) wrong(`${this.#ledger.unsettled} promises not settled`);
    const ready = state === 'ready';
    if (this.#transport.listeners !== (ready ? 1 : 0)) wrong(`${this.#transport.listeners} listeners on devices`);
    if ((this.#connection.device?.connected ?? false) !== ready) wrong('its device is connected, or is not');
  }

  /** How many devices have a link. */
  async linked(): Promise<number> {
    return (await this.#transport.known()).filter(({ connected }) => connected).length;
  }

  /** Stops watching. */
  end(): void {
    this.#unsubscribe();
  }

  #reach(inReach: boolean): void {
    for (const { model } of this.#devices) this.#radio.setInReach(model.address, inReach && (this.#calm || this.#random.chance(0.9)));
  }

  async #openKnown(): Promise<void> {
    const known = await this.#transport.known();
    const device = known[this.#random.integer(0, known.length - 1)];
    // Discovery takes a moment, and by then everything may be over.
    if (device !== undefined && !this.#still) await this.#connection.open(device);
  }

  /** Takes a while, or until it is calm; may be closed without a choice. */
  async #chooser(): Promise<void> {
    const [waits, fault] = [this.#random.uniform(), this.#random.uniform()];
    // Never answered, after a while, or at once.
    const ms = waits < 0.2 ? Number.POSITIVE_INFINITY : waits < 0.8 ? this.#random.integer(1, 4000) : 0;
    await this.#clock.wait(ms, this.#answered.signal).catch(() => {});
    if (fault < 0.1) throw new BluetoothFault('dismissed');
    if (fault < 0.15) throw new BluetoothFault('adapter-off');
  }

  async #setUp(plain: Link, services: readonly string[]): Promise<void> {
    const link = this.#ledger.watch(plain);
    const entry: { readonly link: Link; found: readonly GattCharacteristic[] } = { link, found: [] };
    this.#links.push(entry);
    const own = services.filter((uuid, i) => services.indexOf(uuid) === i);
    const { found } = await setUp(link, own, () => this.#hear());
    entry.found = found;
  }

  async #tearDown(link: Link): Promise<void> {
    const pmd = this.#links.at(-1)?.found.find(({ uuid }) => uuid === polarPmdUuids.controlPoint);
    if (pmd !== undefined) await this.#ledger.watch(link).write(pmd, encodePmdStop('ecg'), true, { priority: 'stop' });
  }

  #hear(): void {
    this.#heard++;
    if (this.state !== 'ready' && this.state !== 'discovering') this.#journal.wrong(`heard while ${this.state}`);
  }

  /** One operation on the current link; sometimes on one that is gone. */
  #ask(): void {
    const random = this.#random;
    const { link, found } = this.#links.at(random.chance(0.9) ? -1 : random.integer(-3, -1)) ?? {};
    const characteristic = found?.[random.integer(0, found.length - 1)];
    if (link === undefined || characteristic === undefined) return;
    const timeoutMs = random.chance(0.1) ? { timeoutMs: random.integer(1, 1500) } : {};
    const options = random.pick<OperationOptions>([
      { priority: 'stop' },
      { priority: 'normal' },
      {},
      { latest: 'level' },
      { latest: 'heat' },
      { latest: 'level', priority: 'stop' },
    ]);
    const { properties, uuid } = characteristic;
    const asked =
      properties.read && random.chance(0.5)
        ? link.read(characteristic, { ...options, ...timeoutMs })
        : link.write(characteristic, bytesFor(uuid, random), random.chance(0.9), { ...options, ...timeoutMs });
    // The ledger records how it ended.
    asked.catch(() => {});
  }

  /** Any action at any time; but a person without a device is more likely to ask for one than to close again. */
  actAtRandom(): void {
    const without = this.state === 'closed' || this.state === 'failed' || this.state === 'idle';
    this.act(without && this.#random.chance(0.6) ? this.#random.pick(['choose', 'open']) : this.#random.pick(ACTS));
  }

  #saw(state: ConnectionState): void {
    this.#journal.count('states', state);
    this.#journal.happened(`state: ${state}`);
    // Nothing from before may be heard again or started, whatever is done at this moment.
    if (this.#still || this.#acting || !this.#random.chance(0.04)) return;
    this.#acting = true;
    this.actAtRandom();
    this.#acting = false;
  }
}
