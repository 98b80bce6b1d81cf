import { KG_PER_LB, KM_PER_MILE, toCelsius, toFahrenheit } from '../core/imperial';
import { language, number } from '.';

/**
 * Measures as text, in the units that the user chose, or those of their region, by `Intl`. Stored values are always in kg, ml, m, km/h and
 * °C.
 */
export type UnitSystem = 'metric' | 'imperial';
type Quantity = 'mass' | 'volume' | 'length' | 'temperature';

/** Regions that do not use metric units. Volumes follow the unit of mass. */
const POUNDS = new Set(['US', 'LR', 'MM']);
const IMPERIAL_IN: Readonly<Record<Quantity, ReadonlySet<string>>> = {
  mass: POUNDS,
  volume: POUNDS,
  length: new Set(['US', 'GB', 'LR', 'MM']),
  temperature: new Set(['US', 'BS', 'BZ', 'KY', 'LR', 'PW']),
};
/** The US fluid ounce. */
const ML_PER_FL_OZ = 29.5735295625;
const M_PER_FOOT = 0.3048;
/** Shorter distances are shown in feet, because a machine's counter starts at zero. */
const SHORT_M = 160;

/** The user's choice; null: the region's units. */
let chosen: () => UnitSystem | null = () => null;

/**
 * Where the user's choice is read from for each measure. A page that stays open passes a signal's value, so that views are rendered again
 * when it changes (`followUnits`).
 */
export function chooseUnits(read: () => UnitSystem | null): void {
  chosen = read;
}

/** The units as currently chosen. */
export function readChosenUnits(): UnitSystem | null {
  return chosen();
}

function imperial(quantity: Quantity): boolean {
  const units = chosen();
  if (units !== null) return units === 'imperial';
  return IMPERIAL_IN[quantity].has(new Intl.Locale(language()).maximize().region ?? '');
}

/** A quantity that the user types: the unit next to its field, and conversions between stored and shown values. */
export interface Measure {
  readonly unit: string;
  readonly shown: (stored: number) => number;
  readonly stored: (shown: number) => number;
}

const same = (value: number) => value;
const by = (unit: string, per: number): Measure => ({
  unit: formatUnitName(unit),
  shown: (value) => value / per,
  stored: (value) => value * per,
});

/** Body mass; stored in kg. */
export function massMeasure(): Measure {
  return imperial('mass') ? by('pound', KG_PER_LB) : by('kilogram', 1);
}

/** Water; stored in ml. */
export function volumeMeasure(): Measure {
  return imperial('volume') ? by('fluid-ounce', ML_PER_FL_OZ) : by('milliliter', 1);
}

/** Air and water; stored in °C. */
export function temperatureMeasure(): Measure {
  if (!imperial('temperature')) return { unit: formatUnitName('celsius'), shown: same, stored: same };
  return { unit: formatUnitName('fahrenheit'), shown: toFahrenheit, stored: toCelsius };
}

/** "72.4 kg", "159.6 lb" */
export function massText(kg: number): string {
  return text(massMeasure().shown(kg), imperial('mass') ? 'pound' : 'kilogram', 1);
}

/** "1.25 L", "42 fl oz" */
export function fluidText(ml: number): string {
  const { value, unit, decimals } = fluid(ml);
  return format(unit, 0, decimals).format(value);
}

/** "1.25–1.5 L" */
export function fluidRangeText(lowMl: number, highMl: number): string {
  const { value, unit, decimals } = fluid(lowMl);
  return format(unit, 0, decimals).formatRange(value, fluid(highMl).value);
}

function fluid(ml: number) {
  return imperial('volume')
    ? ({ value: ml / ML_PER_FL_OZ, unit: 'fluid-ounce', decimals: 0 } as const)
    : ({ value: ml / 1000, unit: 'liter', decimals: 2 } as const);
}

/** "6.4 km/h", "4.0 mph" */
export function speed(kmh: number): string {
  return imperial('length') ? text(kmh / KM_PER_MILE, 'mile-per-hour', 1) : text(kmh, 'kilometer-per-hour', 1);
}

/** Short distances in metres or feet, others in km or miles. */
export function length(metres: number): string {
  const miles = imperial('length');
  if (metres < (miles ? SHORT_M : 1000)) return miles ? text(metres / M_PER_FOOT, 'foot', 0) : text(metres, 'meter', 0);
  const value = metres / (1000 * (miles ? KM_PER_MILE : 1));
  return format(miles ? 'mile' : 'kilometer', 0, value < 10 ? 2 : 1).format(value);
}

/** "11.0°C", "51.8°F"; a target temperature has no decimals. */
export function temperature(celsius: number, decimals = 1): string {
  return text(temperatureMeasure().shown(celsius), degrees(), decimals);
}

/** "10–15°C", "40–42.5°C": without decimals when both are whole degrees Celsius. */
export function temperatureRange(lowC: number, highC: number): string {
  if (lowC === highC) return temperature(lowC, 0);
  const { shown } = temperatureMeasure();
  const decimals = Number.isInteger(lowC) && Number.isInteger(highC) ? 0 : 1;
  return format(degrees(), 0, decimals).formatRange(shown(lowC), shown(highC));
}

function degrees(): string {
  return imperial('temperature') ? 'fahrenheit' : 'celsius';
}

/** "3.5 %" */
export function percent(value: number, decimals: number): string {
  return `${number(value, decimals)} %`;
}

/** "1:02:05" or "2:05". */
export function duration(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(Math.floor(seconds % 60))}` : `${minutes}:${two(Math.floor(seconds % 60))}`;
}

function format(unit: string, least: number, most: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language(), { style: 'unit', unit, minimumFractionDigits: least, maximumFractionDigits: most });
}

function text(value: number, unit: string, decimals: number): string {
  return format(unit, decimals, decimals).format(value);
}

function formatUnitName(unit: string): string {
  return (
    format(unit, 0, 0)
      .formatToParts(1)
      .find(({ type }) => type === 'unit')?.value ?? unit
  );
}
