/** What a device can measure live, in the order in which screens show it. */
export const QUANTITIES = [
  'heart-rate',
  'speed',
  'power',
  'cadence',
  'step-rate',
  'distance',
  'incline',
  'resistance',
  'elapsed',
  'energy',
  'temperature',
  'humidity',
  'weight',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** The units are bpm, km/h, W, rpm, steps a minute, m, %, as sent, s, kcal, °C, % and kg, in the order of `QUANTITIES`. */
export interface Reading {
  readonly quantity: Quantity;
  readonly value: number;
  /** Which probe of several measured it, from 1; omitted for a device with one. */
  readonly probe?: number;
  /** When it arrived, epoch ms by the clock of the tab with the link; omitted in a packet that has not been dated. */
  readonly atMs?: number;
}

/** The same readings with the time at which they arrived. */
export function dateReadings(readings: readonly Reading[], atMs: number): readonly Reading[] {
  return readings.map((reading) => ({ ...reading, atMs }));
}

/** The readings of one packet. A quantity that is null or missing gives no reading. */
export function toReadings(values: Partial<Readonly<Record<Quantity, number | null>>>): readonly Reading[] {
  return QUANTITIES.flatMap((quantity) => {
    const value = values[quantity] ?? null;
    return value === null ? [] : [{ quantity, value }];
  });
}
