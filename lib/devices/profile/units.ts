import { KG_PER_LB, KM_PER_MILE, toCelsius, toFahrenheit } from '../../core/imperial';
import type { ForeignUnit } from './schema';

/** A value in the unit of the device; omitted: the device counts in km/h, °C or kg. The only place where profiles convert units. */
export function toForeignUnit(value: number, unit: ForeignUnit | undefined): number {
  switch (unit) {
    case 'mph':
      return value / KM_PER_MILE;
    case 'fahrenheit':
      return toFahrenheit(value);
    case 'lb':
      return value / KG_PER_LB;
    default:
      return value;
  }
}

/** A value of the device in km/h, °C or kg. */
export function fromForeignUnit(value: number, unit: ForeignUnit | undefined): number {
  switch (unit) {
    case 'mph':
      return value * KM_PER_MILE;
    case 'fahrenheit':
      return toCelsius(value);
    case 'lb':
      return value * KG_PER_LB;
    default:
      return value;
  }
}
