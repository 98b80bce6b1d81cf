import * as v from 'valibot';
import type { DeviceDriver, DriverKind } from '../driver';

/**
 * A device that a session started, and that is not known to rest. It is marked before it is told anything, and the mark is removed when it
 * took a stop, when its own timer has ended it, or when a person says that it is off.
 */
export const mark = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.nullable(v.string()),
  /** The driver kind; null when it could not be read. */
  driverKind: v.nullable(v.string()),
  /** It stops by itself some time, even without a link. */
  endsByItself: v.boolean(),
  /** Epoch ms; null when it could not be read. */
  startedAtMs: v.nullable(v.number()),
});
export type Mark = v.InferOutput<typeof mark>;

/** The mark of a device that its driver is about to start. */
export function makeMark(device: Pick<Mark, 'id' | 'name'>, kind: Pick<DriverKind, 'id'>, driver: DeviceDriver, startedAtMs: number): Mark {
  const { endsByItself } = driver.capabilities.value;
  return { id: device.id, name: device.name, driverKind: kind.id, endsByItself, startedAtMs };
}

/** A mark that does not fit still says that a device may be running, so it is never dropped. */
export function readMark(id: string, stored: unknown): Mark {
  const read = v.safeParse(mark, stored);
  if (read.success && read.output.id === id) return read.output;
  return { id, name: null, driverKind: null, endsByItself: false, startedAtMs: null };
}
