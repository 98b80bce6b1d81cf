/** Imperial units in the units that are stored: kg, km and °C. */
export const KG_PER_LB = 0.45359237;
export const KM_PER_MILE = 1.609344;

export function toFahrenheit(celsius: number): number {
  return celsius * 1.8 + 32;
}

export function toCelsius(fahrenheit: number): number {
  return (fahrenheit - 32) / 1.8;
}
