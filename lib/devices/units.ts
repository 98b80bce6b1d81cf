import { distance, language, number } from '../i18n';

/** Measures in the units of the user's region, by `Intl`. */
const MILES = new Set(['US', 'GB', 'LR', 'MM']);
const FAHRENHEIT = new Set(['US', 'BS', 'BZ', 'KY', 'LR', 'PW']);
const POUNDS = new Set(['US', 'LR', 'MM']);
const KM_PER_MILE = 1.609344;
const M_PER_FOOT = 0.3048;
const KG_PER_LB = 0.45359237;

export function speed(kmh: number): string {
  return isIn(MILES) ? unit(kmh / KM_PER_MILE, 'mile-per-hour', 1) : unit(kmh, 'kilometer-per-hour', 1);
}

/** Short ones in metres or feet: a machine's counter begins at nothing. */
export function length(metres: number): string {
  if (isIn(MILES)) return metres < 160 ? unit(metres / M_PER_FOOT, 'foot', 0) : distance(metres, false);
  return metres < 1000 ? unit(metres, 'meter', 0) : distance(metres, false);
}

export function temperature(celsius: number): string {
  return isIn(FAHRENHEIT) ? unit(celsius * 1.8 + 32, 'fahrenheit', 1) : unit(celsius, 'celsius', 1);
}

/** "10–15°C", to the degree. */
export function temperatureRange(lowC: number, highC: number): string {
  const [low, high, name] = isIn(FAHRENHEIT) ? [lowC * 1.8 + 32, highC * 1.8 + 32, 'fahrenheit'] : [lowC, highC, 'celsius'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit: name, maximumFractionDigits: 0 }).formatRange(low, high);
}

export function weight(kg: number): string {
  return isIn(POUNDS) ? unit(kg / KG_PER_LB, 'pound', 1) : unit(kg, 'kilogram', 1);
}

/** Whether people weigh themselves in pounds where the user is. */
export function usesPounds(): boolean {
  return isIn(POUNDS);
}

export function percent(value: number, decimals: number): string {
  return `${number(value, decimals)} %`;
}

/** "1:02:05" or "2:05". */
export function duration(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(Math.floor(seconds % 60))}` : `${minutes}:${two(Math.floor(seconds % 60))}`;
}

function unit(value: number, name: string, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language(), { style: 'unit', unit: name, ...digits }).format(value);
}

function isIn(regions: ReadonlySet<string>): boolean {
  return regions.has(new Intl.Locale(language()).maximize().region ?? '');
}
