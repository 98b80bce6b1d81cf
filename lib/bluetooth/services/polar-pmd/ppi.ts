import { decodeNumber, encodeNumber } from '../number-format';

const flag = { blocker: 0x01, contact: 0x02, contactSupported: 0x04 } as const;

/** One pulse-to-pulse interval of an optical sensor, as sent. */
export interface PpiSample {
  /** Updated every 5 s only. */
  readonly hrBpm: number;
  readonly intervalMs: number;
  /** How far off the sensor thinks the interval may be, ms. */
  readonly errorMs: number;
  /** The sensor moved, or saw no pulse: the interval is not to be used. */
  readonly blocker: boolean;
  /** Skin contact: `unsupported` when the sensor does not claim to know. */
  readonly contact: 'detected' | 'not-detected' | 'unsupported';
}

export function readPpi(view: DataView, at: number): PpiSample {
  const flags = view.getUint8(at + 5);
  const contact = flags & flag.contact ? 'detected' : 'not-detected';
  return {
    hrBpm: view.getUint8(at),
    intervalMs: decodeNumber(view, at + 1, 'u16'),
    errorMs: decodeNumber(view, at + 3, 'u16'),
    blocker: (flags & flag.blocker) !== 0,
    contact: flags & flag.contactSupported ? contact : 'unsupported',
  };
}

export function ppiBytes({ hrBpm, intervalMs, errorMs, blocker, contact }: PpiSample): number[] {
  const flags =
    (blocker ? flag.blocker : 0) | (contact === 'detected' ? flag.contact : 0) | (contact === 'unsupported' ? 0 : flag.contactSupported);
  return [...encodeNumber(hrBpm, 'u8'), ...encodeNumber(intervalMs, 'u16'), ...encodeNumber(errorMs, 'u16'), flags];
}
