import { type DeviceDriver, DriverFault, type DriverKind } from '../driver';
import { isBuiltIn } from '../drivers/kinds';
import { isSensorProfile, kindOfProfile, parseToStop } from '../profile';
import type { Mark } from './mark';

/** One object a mark, so that its device keeps its link and its driver. */
const made = new WeakMap<Mark, DriverKind | null>();

/**
 * The kind of a marked device from the profile that was kept with the mark. It can connect and stop, and nothing else: whether the user still
 * has the profile is not known. Null without a profile, or with one that describes another kind, or whose stop fails today's checks.
 */
export function findStopKind(mark: Mark): DriverKind | null {
  const known = made.get(mark);
  if (known !== undefined) return known;
  const kind = makeStopKind(mark);
  made.set(mark, kind);
  return kind;
}

function makeStopKind({ driverKind, reach }: Mark): DriverKind | null {
  if (driverKind === null || isBuiltIn(driverKind) || reach?.profile == null) return null;
  const profile = parseToStop(reach.profile);
  if (profile?.id !== driverKind || isSensorProfile(profile)) return null;
  const kind = kindOfProfile(profile);
  if (kind.disabled !== null) return null;
  return { ...kind, disabled: 'stop-only', driver: (options) => new StopOnly(kind.driver(options)) };
}

/** A driver that refuses every command. */
class StopOnly implements DeviceDriver {
  readonly capabilities: DeviceDriver['capabilities'];
  readonly telemetry: DeviceDriver['telemetry'];
  readonly heard: DeviceDriver['telemetry'];
  readonly silentAfterStop: boolean;
  readonly #driver: DeviceDriver;

  constructor(driver: DeviceDriver) {
    this.#driver = driver;
    this.capabilities = driver.capabilities;
    this.telemetry = driver.telemetry;
    this.heard = driver.heard;
    this.silentAfterStop = driver.silentAfterStop ?? false;
  }

  setUp(...of: Parameters<DeviceDriver['setUp']>): Promise<void> {
    return this.#driver.setUp(...of);
  }

  apply(): Promise<void> {
    return Promise.reject(new DriverFault('disabled', 'stop only'));
  }

  stop(): Promise<void> {
    return this.#driver.stop();
  }
}
