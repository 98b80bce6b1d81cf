import { type Decoded, decoded, missingBytes } from '../decoded';
import { ENERGY_SATURATED, flag, type HeartRateMeasurement, type SensorContact } from './measurement';

/**
 * Reads a Heart Rate Measurement (2A37): flags, HR (u8 or u16), energy (u16), RR list (u16 each), all little-endian.
 * Errors: `too-short` below two bytes, `truncated` when HR or energy is announced and not whole. A half RR at the end is no error.
 */
export function decodeHeartRateMeasurement(view: DataView): Decoded<HeartRateMeasurement> {
  const received = view.byteLength;
  if (received < 2) return missingBytes('too-short', 2, received);
  const flags = view.getUint8(0);
  const wide = (flags & flag.wideHr) !== 0;
  const hasEnergy = (flags & flag.energy) !== 0;
  const energyAt = wide ? 3 : 2;
  const rrAt = energyAt + (hasEnergy ? 2 : 0);
  if (received < rrAt) return missingBytes('truncated', rrAt, received);

  const energyKj = hasEnergy ? view.getUint16(energyAt, true) : null;
  const rrCount = flags & flag.rr ? Math.floor((received - rrAt) / 2) : 0;
  return decoded({
    hrBpm: wide ? view.getUint16(1, true) : view.getUint8(1),
    contact: decodeContact(flags),
    energyKj,
    energySaturated: energyKj === ENERGY_SATURATED,
    rrTicks: Array.from({ length: rrCount }, (_, i) => view.getUint16(rrAt + 2 * i, true)),
    trailingByte: received > rrAt + 2 * rrCount,
  });
}

function decodeContact(flags: number): SensorContact {
  if (!(flags & flag.contactSupported)) return 'unsupported';
  return flags & flag.contactDetected ? 'detected' : 'not-detected';
}
