import { BluetoothFault } from '../../bluetooth/fault';
import type { Clock } from '../../core/clock';
import type { DriverKind } from '../driver';
import type { GivenToDriver } from '../marks/reach';
import { toHex } from './hex';
import { type Inspector, toFaultCode } from './inspector';

/**
 * Sends the stop of a kind that the inspected device may be of: as soon as it is known where it goes, and again after the set-up, which the
 * device may need before it obeys. `given`: what the user gave its driver, such as a PIN. Whether it was taken; why not is in the log, with
 * what was written.
 */
export async function stopAs(
  kind: DriverKind,
  { link, log }: Pick<Inspector, 'link' | 'log'>,
  given: GivenToDriver,
  clock: Clock,
): Promise<boolean> {
  if (link === null) return false;
  const over = new AbortController();
  const driver = kind.driver({
    wait: (ms, signal) => clock.wait(ms, signal),
    ...given,
    trace: (direction, characteristic, bytes) => {
      if (direction === 'out') log.add({ atMs: clock.now(), what: 'wrote', characteristic, hex: toHex(bytes), text: null });
    },
  });
  try {
    const ready = driver.setUp(link, over.signal);
    // What goes wrong shows in the set-up, or with the second one.
    driver.stop().catch(() => {});
    await ready;
    await driver.stop();
    return true;
  } catch (error) {
    log.add({ atMs: clock.now(), what: 'error', characteristic: null, hex: '', text: toFaultCode(error) });
    return false;
  } finally {
    over.abort(new BluetoothFault('superseded', 'stopped'));
  }
}
