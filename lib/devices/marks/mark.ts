import * as v from 'valibot';
import type { Capabilities, DriverKind } from '../driver';
import { type GivenToDriver, makeReach, type Reach, reachText, readReach } from './reach';

const open = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.nullable(v.string()),
  /** The driver kind; null when it could not be read. */
  driverKind: v.nullable(v.string()),
  /** It stops by itself some time, even without a link. */
  endsByItself: v.boolean(),
  /** Epoch ms; null when it could not be read. */
  startedAtMs: v.nullable(v.number()),
});

/**
 * A device that a session started, and that is not known to rest. It is marked before it is told anything, and the mark is removed when it
 * took a stop, when its own timer has ended it, or when a person says that it is off.
 */
export interface Mark extends v.InferOutput<typeof open> {
  /** What a stop needs besides; left out where it needs nothing, and where it is not known. */
  readonly reach?: Reach;
}

/** The mark of a device that its driver is about to start. `given`: what the user gave the driver. */
export function makeMark(
  device: Pick<Mark, 'id' | 'name'>,
  kind: Pick<DriverKind, 'id' | 'imported'>,
  { endsByItself }: Pick<Capabilities, 'endsByItself'>,
  startedAtMs: number,
  given: GivenToDriver = { secrets: {} },
): Mark {
  const reach = makeReach(kind, given);
  return { id: device.id, name: device.name, driverKind: kind.id, endsByItself, startedAtMs, ...(reach === null ? {} : { reach }) };
}

/** A mark as it is stored. */
export function toStored({ reach, ...mark }: Mark): object {
  const text = reach === undefined ? null : reachText(reach);
  return text === null ? mark : { ...mark, reach: text };
}

/** A mark that does not fit still says that a device may be running, so it is never dropped. */
export function readMark(id: string, stored: unknown): Mark {
  const read = v.safeParse(open, stored);
  if (!read.success || read.output.id !== id) return { id, name: null, driverKind: null, endsByItself: false, startedAtMs: null };
  const kept = v.safeParse(v.object({ reach: v.string() }), stored);
  const reach = kept.success ? readReach(kept.output.reach) : null;
  return reach === null ? read.output : { ...read.output, reach };
}
