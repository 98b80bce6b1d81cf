import type { Variant } from '@particle/dbus-next';

export interface LoggedWrite {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  /** A request is answered by the device, a command is not; `unspecified` is what the deprecated `writeValue()` sends. */
  readonly type: 'request' | 'command' | 'unspecified';
  readonly atMs: number;
}

/** The two arguments of `WriteValue`, `ay` and `a{sv}`, whose types the bus has checked. */
export function loggedWrite(characteristic: string, value: unknown, options: unknown, atMs: number): LoggedWrite {
  const type = (options as Record<string, Variant<unknown> | undefined>).type?.value;
  return {
    characteristic,
    bytes: Uint8Array.from(value as Buffer),
    type: type === 'request' || type === 'command' ? type : 'unspecified',
    atMs,
  };
}
