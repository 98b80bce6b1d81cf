import { Connection } from '../../../../lib/bluetooth/connection';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { type HeldClock, heldClock } from '../../../../lib/core/clock';
import type { DeviceDriver, DriverCommand, DriverKind } from '../../../../lib/devices/driver';
import { toHex } from '../../../../lib/devices/inspector/hex';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { toSimulatedTime } from '../../../support/flaky-transport';

export interface Bench {
  readonly clock: HeldClock;
  readonly driver: DeviceDriver;
  /** The sent bytes without the set-up: "1e 03 00", oldest first. */
  readonly sent: string[];
  readonly setUp: readonly string[];
  readonly heard: readonly string[];
  /** Applies the command and advances time until it is done. */
  readonly apply: (command: DriverCommand) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Advances time until the work ends, at most a minute. */
  readonly settle: <T>(work: Promise<T>) => Promise<T>;
  readonly lose: () => void;
}

/** A driver kind, connected through the product's complete Bluetooth code to a simulated device. */
export async function bench(kind: DriverKind, model: PeripheralModel, settings: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const clock = heldClock(0);
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  const out: string[] = [];
  const heard: string[] = [];
  const driver = kind.driver({
    wait: (ms, signal) => clock.wait(ms, signal),
    secrets: {},
    settings,
    trace: (direction, _, bytes) => (direction === 'out' ? out : heard).push(toHex(bytes)),
  });
  let over = new AbortController();
  const connection = new Connection({
    clock,
    random: () => 0.5,
    setUp: (link) => {
      over = new AbortController();
      return driver.setUp(link, over.signal);
    },
    onLost: () => over.abort(new BluetoothFault('disconnected')),
  });
  const settle = async <T>(work: Promise<T>): Promise<T> => {
    let done = false;
    const ended = work.finally(() => {
      done = true;
    });
    ended.catch(() => {});
    for (let i = 0; i < 1200 && !done; i++) await clock.advance(50);
    return ended;
  };
  await settle(connection.choose(radio, kind.request));
  return {
    clock,
    driver,
    sent: out,
    setUp: out.splice(0),
    heard,
    apply: (command) => settle(driver.apply(command)),
    stop: () => settle(driver.stop()),
    settle,
    lose: () => radio.setInReach(model.address, false),
  };
}
