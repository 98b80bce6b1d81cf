import type { ModelReply } from '../../../lib/simulated/model';

export type BluezErrorName = `org.bluez.Error.${string}`;

/** Thrown by a method of an object on the bus; the caller gets it as a D-Bus error reply of this name. */
export class BluezError extends Error {
  constructor(
    readonly type: BluezErrorName,
    text: string = type,
  ) {
    super(text);
  }
}

type Fault = Extract<ModelReply, { ok: false }>['fault'];

const NAMES: Record<Fault, BluezErrorName> = {
  'not-permitted': 'org.bluez.Error.NotPermitted',
  'not-supported': 'org.bluez.Error.NotSupported',
  'in-progress': 'org.bluez.Error.InProgress',
  failed: 'org.bluez.Error.Failed',
};

/** The bytes of a model's answer, or its fault as BlueZ says it. */
export function unwrapReply(reply: ModelReply): Uint8Array {
  if (!reply.ok) throw new BluezError(NAMES[reply.fault]);
  return reply.bytes;
}
