import { CATALOGUE, type CatalogueEntry } from '../catalogue';
import { suits } from './offers';

/**
 * The longest time in cold water at its coldest temperature, s; 0: get out at once. Follows the doses of cold water, each with its own
 * temperature: never the colder with the longer.
 * @param timesBefore how often the user has done it
 */
export function longestColdS(coldestC: number, timesBefore: number): number {
  const entry: CatalogueEntry = CATALOGUE['cold-water-immersion'];
  const most = entry.doses
    .filter((dose) => suits(dose, entry, timesBefore))
    .map(({ temperatureC, minutes, minutesRange }) => {
      const [lowest] = typeof temperatureC === 'number' ? [temperatureC] : (temperatureC ?? [Number.POSITIVE_INFINITY]);
      return coldestC >= lowest ? (minutesRange?.[1] ?? minutes) * 60 : 0;
    });
  return Math.max(0, ...most);
}
