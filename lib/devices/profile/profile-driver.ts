import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Link } from '../../bluetooth/link';
import { type Capabilities, type DeviceDriver, type DriverCommand, DriverFault, type DriverOptions, type Telemetry } from '../driver';
import { Reports } from '../drivers/reports';
import { profileCapabilities } from './capabilities';
import { planWrites } from './plan';
import { listPolls } from './polls';
import { asks, ProfileRun } from './profile-run';
import type { Heard } from './read-status';
import type { DeviceProfile } from './schema';
import { listSettings } from './settings';
import { type FrameValues, initialValues } from './values';

/**
 * Controls a device by its profile. Keeps the values set on the current link and what the device reported. Both return to the lowest levels
 * with each `setUp`; a caller that had set more must set it again. The profile must have passed parse.ts. The caller has the duties described
 * at `DeviceDriver`.
 */
export class ProfileDriver implements DeviceDriver {
  readonly #profile: DeviceProfile;
  readonly #options: DriverOptions;
  readonly #asksAfterStop: boolean;
  readonly #capabilities: Signal<Capabilities>;
  readonly #reports = new Reports();
  readonly #run: ProfileRun;
  #values: FrameValues;
  #lacks: ReadonlySet<string> = new Set();
  #settings: Readonly<Record<string, string>> = {};

  constructor(profile: DeviceProfile, options: DriverOptions, builtIn: boolean) {
    this.#profile = profile;
    this.#asksAfterStop = builtIn;
    this.#options = options;
    this.#capabilities = signal(profileCapabilities(profile));
    this.#values = initialValues(profile, {});
    this.#run = new ProfileRun(profile, options, {
      values: () => this.#values,
      heard: (heard) => this.#heard(heard),
      found: (lacks) => {
        this.#lacks = lacks;
        this.#capabilities.value = profileCapabilities(profile, {}, lacks);
      },
      gone: () => {
        this.#reports.clear();
      },
    });
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

  get silentAfterStop(): boolean {
    return !this.#asksAfterStop && this.#polls;
  }

  /** Whether the device says what it does only when it is asked. */
  get #polls(): boolean {
    return listPolls(this.#profile).some(({ steps }) => steps.some(asks));
  }

  async setUp(link: Link, over: AbortSignal): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    over.throwIfAborted();
    this.#settings = listSettings(this.#profile, this.#options.settings);
    this.#values = initialValues(this.#profile, this.#settings);
    this.#reports.clear();
    await this.#run.setUp(link, over);
  }

  async apply(command: DriverCommand): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    this.#run.checkReady();
    const before = this.#values;
    const plan = planWrites(this.#profile, command, before);
    this.#values = plan.values;
    try {
      await this.#run.run(plan.steps, plan.values, plan);
    } catch (error) {
      // Values that the device did not receive must not be sent with the next command.
      if (this.#values === plan.values) this.#values = before;
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    // The questions of an imported profile are not ours.
    const silent = !this.#asksAfterStop;
    await this.#run.stop(silent, () => {
      // A device that is asked for its state is not asked any more. What it said before the stop no longer holds.
      if (silent && this.#polls) this.#reports.clear();
      this.#values = initialValues(this.#profile, this.#settings);
    });
  }

  #heard({ telemetry, present }: Heard): void {
    this.#reports.hear(telemetry);
    if (Object.keys(present).length > 0) this.#capabilities.value = profileCapabilities(this.#profile, present, this.#lacks);
  }
}
