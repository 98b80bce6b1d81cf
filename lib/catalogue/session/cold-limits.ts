import { CATALOGUE, type CatalogueEntry } from '../catalogue';
import { suits } from './offers';

/**
 * Cold that somebody may be in, at the coldest it was, s; 0: out at once. It is what the doses of cold water allow, each with its own
 * temperature: never the colder with the longer.
 * @param timesBefore how often they did it
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
