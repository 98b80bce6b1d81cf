import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { chooseUnits, readChosenUnits } from '../i18n/units';
import { getSettings, type ReboundDatabase, type Settings } from '../storage';

/** Keeps a page's words in the units that the user chose, for as long as the page lives. */
export function followUnits(db: ReboundDatabase): void {
  const units = signal<Settings['units']>(readChosenUnits());
  chooseUnits(() => units.value);
  liveQuery(() => getSettings(db)).subscribe({
    next: (settings) => {
      units.value = settings.units;
    },
    // Falls back to the region; other parts that cannot be read report their own errors.
    error: (error: unknown) => console.error('units', error),
  });
}
