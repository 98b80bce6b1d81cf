/** Skin contact; `unsupported` if the sensor cannot detect it. */
export type SensorContact = 'detected' | 'not-detected' | 'unsupported';

/** One Heart Rate Measurement (2A37), as sent: nothing is filtered, so 0 bpm and 0 ticks stay what they are. */
export interface HeartRateMeasurement {
  readonly hrBpm: number;
  readonly contact: SensorContact;
  /** Energy since the last reset, in kJ; `null` when this packet has no such field. */
  readonly energyKj: number | null;
  /** The energy counter is at its maximum (65535): the true value is that or more. */
  readonly energySaturated: boolean;
  /** Every RR interval in the packet, oldest first, in 1/1024 s. */
  readonly rrTicks: readonly number[];
  /** Incomplete bytes followed the last field. The complete fields before them are kept. */
  readonly trailingByte: boolean;
}

/** Bits of the first byte (Heart Rate Service 1.0, Heart Rate Measurement). */
export const flag = { wideHr: 0x01, contactDetected: 0x02, contactSupported: 0x04, energy: 0x08, rr: 0x10 } as const;

export const ENERGY_SATURATED = 0xffff;
