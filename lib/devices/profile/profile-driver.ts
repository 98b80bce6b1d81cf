import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import { type Capabilities, type DeviceDriver, type DriverCommand, DriverFault, type DriverOptions, type Telemetry } from '../driver';
import { mergeReport } from '../merge-report';
import { profileCapabilities } from './capabilities';
import { CommandQueue } from './command-queue';
import { planWrites } from './plan';
import { ProfileLink } from './profile-link';
import { readStatus } from './read-status';
import type { DeviceProfile } from './schema';
import { listSettings } from './settings';
import { type FrameValues, initialValues } from './values';

/** One link, from the start of its set-up. */
interface Present {
  readonly link: ProfileLink;
  readonly queue: CommandQueue;
  ready: boolean;
  /** Whether a stop came during the set-up. */
  stopped: boolean;
  /** An imported profile, from a stop until the next command: nothing is written that nobody asked for. */
  silent: boolean;
}

/**
 * Runs a profile. Keeps the values set on the current link and what the device reported. Both return to the lowest levels with each
 * `setUp`; a caller that had set more must set it again. The profile must have passed parse.ts. The caller has the duties described at
 * `DeviceDriver`.
 */
export class ProfileDriver implements DeviceDriver {
  readonly #profile: DeviceProfile;
  readonly #options: DriverOptions;
  readonly #asksAfterStop: boolean;
  readonly #capabilities: Signal<Capabilities>;
  readonly #telemetry = signal<Telemetry>({});
  readonly #heardLast = signal<Telemetry>({});
  #values: FrameValues;
  #settings: Readonly<Record<string, string>> = {};
  #present: Present | null = null;

  constructor(profile: DeviceProfile, options: DriverOptions, builtIn: boolean) {
    this.#profile = profile;
    this.#asksAfterStop = builtIn;
    this.#options = options;
    this.#capabilities = signal(profileCapabilities(profile));
    this.#values = initialValues(profile, {});
  }

  get capabilities(): ReadonlySignal<Capabilities> {
    return this.#capabilities;
  }
  get telemetry(): ReadonlySignal<Telemetry> {
    return this.#telemetry;
  }
  get heard(): ReadonlySignal<Telemetry> {
    return this.#heardLast;
  }

  get silentAfterStop(): boolean {
    return !this.#asksAfterStop && this.#polls;
  }

  get #polls(): boolean {
    return this.#profile.poll?.steps.some((step) => 'write' in step) ?? false;
  }

  async setUp(link: Link, over: AbortSignal): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    over.throwIfAborted();
    this.#settings = listSettings(this.#profile, this.#options.settings);
    this.#values = initialValues(this.#profile, this.#settings);
    this.#telemetry.value = {};
    this.#capabilities.value = profileCapabilities(this.#profile);
    const owned = new ProfileLink(this.#profile, this.#options, link, over, (from, bytes) => this.#heard(present, from, bytes));
    const present: Present = { link: owned, queue: new CommandQueue(owned, over), ready: false, stopped: false, silent: false };
    this.#present = present;
    over.addEventListener('abort', () => this.#gone(present), { once: true });
    await owned.find();
    await this.#handshake(present, over);
    over.throwIfAborted();
    present.ready = true;
    void this.#poll(present, over);
  }

  async apply(command: DriverCommand): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    const present = this.#present;
    if (present === null || !present.ready) throw new DriverFault('not-ready');
    const before = this.#values;
    const plan = planWrites(this.#profile, command, before);
    this.#values = plan.values;
    present.silent = false;
    try {
      await present.queue.run(plan.steps, plan.values, plan);
    } catch (error) {
      // Values that the device did not receive must not be sent with the next command.
      if (this.#values === plan.values) this.#values = before;
      throw error;
    }
  }

  async stop(): Promise<void> {
    const { stop } = this.#profile;
    if (stop === undefined) throw new DriverFault('disabled');
    const present = this.#present;
    if (present === null || !present.link.ready) throw new DriverFault('not-ready');
    present.stopped = true;
    present.silent = !this.#asksAfterStop;
    // A device that is asked for its state is not asked any more. What it said before the stop no longer holds.
    if (present.silent && this.#polls) this.#telemetry.value = {};
    this.#values = initialValues(this.#profile, this.#settings);
    await present.queue.stop(stop, this.#values);
  }

  /** A stop does not end the set-up. A device that missed the handshake may have missed the stop, so the stop is sent again after it. */
  async #handshake(present: Present, over: AbortSignal): Promise<void> {
    for (const step of this.#profile.setUp ?? []) {
      for (;;) {
        try {
          await present.queue.run([step], this.#values, { lasting: true });
          break;
        } catch (error) {
          over.throwIfAborted();
          if (!(error instanceof BluetoothFault && error.code === 'superseded')) throw error;
        }
      }
    }
    if (present.stopped) await present.queue.stop(this.#profile.stop ?? [], this.#values);
  }

  async #poll(present: Present, over: AbortSignal): Promise<void> {
    const { poll } = this.#profile;
    if (poll === undefined) return;
    while (!over.aborted) {
      try {
        await this.#options.wait(poll.everyMs, over);
        const steps = present.silent ? poll.steps.filter((step) => !('write' in step || 'await' in step)) : poll.steps;
        if (present.queue.idle && steps.length > 0) await present.queue.run(steps, this.#values);
      } catch (error) {
        // The link ended and reports that itself; or a stop came first, or one question got no answer.
        if (!(error instanceof BluetoothFault) && !over.aborted) throw error;
      }
    }
  }

  #heard(present: Present, from: string, bytes: Uint8Array): void {
    const heard = this.#present === present ? readStatus(this.#profile, from, bytes) : null;
    if (heard === null) return;
    this.#telemetry.value = mergeReport(this.#telemetry.value, heard.telemetry);
    this.#heardLast.value = heard.telemetry;
    if (Object.keys(heard.present).length > 0) this.#capabilities.value = profileCapabilities(this.#profile, heard.present);
  }

  #gone(present: Present): void {
    if (this.#present !== present) return;
    this.#present = null;
    this.#telemetry.value = {};
  }
}
