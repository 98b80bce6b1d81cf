import { type ReadonlySignal, signal } from '@preact/signals';
import type { Link } from '../../bluetooth/link';
import type { Reading } from '../../bluetooth/services';
import type { DeviceSensor, SensorOptions } from '../sensor';
import { ProfileRun } from './profile-run';
import { type Heard, toSensorReadings } from './read-status';
import type { SensorProfile } from './sensor-profile';
import { listSettings } from './settings';
import { type FrameValues, initialValues } from './values';

/**
 * Reads a thermometer or scale by its profile. Keeps the last value of each field until the device reports that it has none, or the link is
 * over. The profile must have passed parse.ts.
 */
export class ProfileSensor implements DeviceSensor {
  readonly #profile: SensorProfile;
  readonly #options: SensorOptions;
  readonly #run: ProfileRun;
  readonly #readings = signal<readonly Reading[]>([]);
  readonly #batteryPct = signal<number | null>(null);
  #measured: Heard['measured'] = {};
  #values: FrameValues;

  constructor(profile: SensorProfile, options: SensorOptions) {
    this.#profile = profile;
    this.#options = options;
    this.#values = initialValues(profile, {});
    this.#run = new ProfileRun(profile, options, {
      values: () => this.#values,
      found: () => {},
      heard: (heard) => this.#heard(heard),
      gone: () => this.#forget(),
    });
  }

  get readings(): ReadonlySignal<readonly Reading[]> {
    return this.#readings;
  }
  get batteryPct(): ReadonlySignal<number | null> {
    return this.#batteryPct;
  }

  async setUp(link: Link, over: AbortSignal): Promise<void> {
    over.throwIfAborted();
    this.#values = initialValues(this.#profile, listSettings(this.#profile, this.#options.settings));
    this.#forget();
    await this.#run.setUp(link, over);
  }

  #heard({ measured, telemetry, impossible }: Heard): void {
    // A number that nothing measures is no value, and the one before it no longer holds.
    const lost = Object.fromEntries(impossible.map((name) => [name, null]));
    this.#measured = { ...this.#measured, ...lost, ...measured };
    // A battery level alone makes no reading new.
    if (impossible.length > 0 || Object.keys(measured).length > 0) this.#readings.value = toSensorReadings(this.#measured);
    if (telemetry.batteryPct !== undefined) this.#batteryPct.value = Math.round(telemetry.batteryPct);
  }

  #forget(): void {
    this.#measured = {};
    this.#readings.value = [];
  }
}
