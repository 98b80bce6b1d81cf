import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Link } from '../../bluetooth/link';
import {
  type Capabilities,
  type DeviceDriver,
  type DriverCommand,
  DriverFault,
  type DriverOptions,
  type LevelUnit,
  type Range,
  type Telemetry,
} from '../driver';
import { Reports } from '../drivers/reports';
import { profileCapabilities } from './capabilities';
import { HeldLevels, toHeld } from './held-levels';
import { planWrites, type WritePlan } from './plan';
import { listPolls } from './polls';
import { asks, ProfileRun } from './profile-run';
import type { Heard } from './read-status';
import type { DeviceProfile } from './schema';
import { listSettings } from './settings';
import { type FrameValues, initialValues } from './values';

/**
 * Controls a device by its profile. Keeps the values set on the current link and what the device reported, and the values from before the
 * link was lost, for a device that still runs (`leaveAt`). Otherwise values return to the lowest levels with each `setUp`; a caller that had
 * set more must set it again. The profile must have passed parse.ts. The caller has the duties described
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
  /** From before the last set-up; null as soon as a command or a stop followed it. */
  #before: FrameValues | null = null;
  readonly #held: HeldLevels;
  /** The command whose values were taken last. */
  #taken: WritePlan | null = null;
  #lacks: ReadonlySet<string> = new Set();
  #settings: Readonly<Record<string, string>> = {};

  constructor(profile: DeviceProfile, options: DriverOptions, builtIn: boolean) {
    this.#profile = profile;
    this.#asksAfterStop = builtIn;
    this.#options = options;
    this.#capabilities = signal(profileCapabilities(profile));
    this.#values = initialValues(profile, {});
    this.#held = new HeldLevels(listHeldRanges(profile));
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
    this.#before ??= this.#values;
    this.#setValues(initialValues(this.#profile, this.#settings));
    this.#reports.clear();
    await this.#run.setUp(link, over);
  }

  async apply(command: DriverCommand): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    this.#run.checkReady();
    const before = this.#values;
    const plan = planWrites(this.#profile, command, before);
    this.#before = null;
    this.#taken = plan;
    this.#setValues(plan.values);
    try {
      await this.#run.run(plan.steps, plan.values, plan);
    } catch (error) {
      // Values that the device did not receive must not be sent with the next command; what it reported meanwhile holds.
      if (this.#taken === plan) {
        const heard = Object.entries(this.#values.levels).filter(([id, level]) => level !== plan.values.levels[id]);
        this.#setValues({ ...before, levels: { ...before.levels, ...Object.fromEntries(heard) } });
      }
      throw error;
    }
  }

  leaveAt(levels: Readonly<Record<string, number | null>>): void {
    const values = this.#before ?? this.#values;
    this.#before = null;
    const held = (this.#profile.zones ?? []).flatMap(({ id, range }) => {
      const level = levels[id] ?? null;
      return range === undefined || level === null ? [] : [[id, toHeld(level, range)] as const];
    });
    this.#setValues({ ...values, settings: this.#settings, levels: { ...values.levels, ...Object.fromEntries(held) } });
  }

  async stop(): Promise<void> {
    if (this.#profile.stop === undefined) throw new DriverFault('disabled');
    // The questions of an imported profile are not ours.
    const silent = !this.#asksAfterStop;
    await this.#run.stop(silent, () => {
      // A device that is asked for its state is not asked any more. What it said before the stop no longer holds.
      if (silent && this.#polls) this.#reports.clear();
      this.#before = null;
      this.#taken = null;
      this.#setValues(initialValues(this.#profile, this.#settings));
    });
  }

  #setValues(values: FrameValues): void {
    this.#values = values;
    this.#held.sent(values.levels);
  }

  #heard({ telemetry, present }: Heard): void {
    const changed = this.#held.hear(telemetry.levels ?? {});
    if (Object.keys(changed).length > 0) this.#setValues({ ...this.#values, levels: { ...this.#values.levels, ...changed } });
    this.#reports.hear(telemetry);
    if (Object.keys(present).length > 0) this.#capabilities.value = profileCapabilities(this.#profile, present, this.#lacks);
  }
}

/**
 * The ranges of zones whose reports say what they are set to. A speed may swing under its walker, a chamber lets go, and an output may lag
 * behind.
 */
function listHeldRanges(profile: DeviceProfile): ReadonlyMap<string, Range> {
  const { class: kind, zones: all } = profileCapabilities(profile);
  const swings = (unit: LevelUnit | undefined) => kind === 'compression' || unit === 'km/h';
  const zones = all.filter(
    ({ unit, reports, measuredBy }) => reports === 'set' || measuredBy !== undefined || (reports === undefined && !swings(unit)),
  );
  return new Map(zones.flatMap(({ id, range }) => (range === undefined ? [] : [[id, range] as const])));
}
