import type { SensorContact } from '../../bluetooth/services/heart-rate';

/** In the order in which they are shown. */
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

/** bpm, km/h, W, rpm, steps a minute, m, %, as sent, s, kcal, °C, %, kg. */
export interface Reading {
  readonly quantity: Quantity;
  readonly value: number;
}

export type Contact = SensorContact;

/** What a device says now; a quantity that it does not have, or has not now, is left out. */
export function toReadings(values: Partial<Readonly<Record<Quantity, number | null>>>): readonly Reading[] {
  return QUANTITIES.flatMap((quantity) => {
    const value = values[quantity] ?? null;
    return value === null ? [] : [{ quantity, value }];
  });
}
