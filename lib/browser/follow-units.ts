import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { chooseUnits, readChosenUnits } from '../i18n/units';
import { getSettings, type ReboundDatabase, type Settings } from '../storage';

/** Keeps the words of a page in the units that the user chose, for as long as the page is. */
export function followUnits(db: ReboundDatabase): void {
  const units = signal<Settings['units']>(readChosenUnits());
  chooseUnits(() => units.value);
  liveQuery(() => getSettings(db)).subscribe({
    next: (settings) => {
      units.value = settings.units;
    },
    // By region then; what else cannot be read says so itself.
    error: (error: unknown) => console.error('units', error),
  });
}
