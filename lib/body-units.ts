import { usesPounds } from './devices/units';
import { language, number } from './i18n';
import { glasses } from './recovery';

/** Body mass and water in the units that the user chose, or else those of their region. Stored are kg and ml. */
export type UnitSystem = 'metric' | 'imperial';

const KG_PER_LB = 0.45359237;
/** The US fluid ounce. */
const ML_PER_FL_OZ = 29.5735295625;

/** @param chosen null: as the user's region has it */
export function unitSystem(chosen: UnitSystem | null): UnitSystem {
  return chosen ?? (usesPounds() ? 'imperial' : 'metric');
}

export function massIn(kg: number, system: UnitSystem): number {
  return system === 'imperial' ? kg / KG_PER_LB : kg;
}

export function kgOf(mass: number, system: UnitSystem): number {
  return system === 'imperial' ? mass * KG_PER_LB : mass;
}

export function mlOf(volume: number, system: UnitSystem): number {
  return system === 'imperial' ? volume * ML_PER_FL_OZ : volume;
}

/** "72.4 kg", "159.6 lb" */
export function massText(kg: number, system: UnitSystem): string {
  return unit(massIn(kg, system), system === 'imperial' ? 'pound' : 'kilogram', 1);
}

/** "1.25 L", "42 fl oz" */
export function fluidText(ml: number, system: UnitSystem): string {
  return system === 'imperial' ? unit(ml / ML_PER_FL_OZ, 'fluid-ounce', 0) : unit(ml / 1000, 'liter', 2);
}

/** "1.25–1.5 L" */
export function fluidRangeText(lowMl: number, highMl: number, system: UnitSystem): string {
  const imperial = system === 'imperial';
  const per = imperial ? ML_PER_FL_OZ : 1000;
  const style = { style: 'unit', unit: imperial ? 'fluid-ounce' : 'liter', maximumFractionDigits: imperial ? 0 : 2 } as const;
  return new Intl.NumberFormat(language(), style).formatRange(lowMl / per, highMl / per);
}

/** Glasses of 250 ml: "3", "1.5". */
export function glassText(ml: number): string {
  const count = glasses(ml);
  return number(count, Number.isInteger(count) ? 0 : 1);
}

/** Names of the units, as they stand beside a field. */
export function unitNames(system: UnitSystem): { readonly mass: string; readonly volume: string } {
  const name = (of: string) =>
    new Intl.NumberFormat(language(), { style: 'unit', unit: of }).formatToParts(1).find(({ type }) => type === 'unit')?.value ?? of;
  return system === 'imperial'
    ? { mass: name('pound'), volume: name('fluid-ounce') }
    : { mass: name('kilogram'), volume: name('milliliter') };
}

function unit(value: number, name: string, decimals: number): string {
  const digits = { minimumFractionDigits: decimals === 1 ? 1 : 0, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language(), { style: 'unit', unit: name, ...digits }).format(value);
}
