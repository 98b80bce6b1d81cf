import { agreed } from '../parse/first';
import { parseHeartRate } from '../parse/heart-rates';
import { isMaximum, kindOfLabel } from '../parse/labels';
import { tidy } from '../parse/text';

export interface SiteHeartRates {
  /** bpm */
  readonly average: number | null;
  /** bpm */
  readonly maximum: number | null;
}

const ROWS = ['#heading .more-stats table tr', '.activity-stats table tr', '.activity-summary-container table tr', '.more-stats table tr'];

/** Which of the two values is the maximum, by the table's head; the second when there is no head. Null when head and row do not match. */
function maximumIndex(row: Element): 0 | 1 | null {
  const head = row.closest('table')?.querySelector('thead');
  if (!head) return 1;
  const titles = [...head.querySelectorAll('th, td')];
  if (titles.length !== 2 && titles.length !== 3) return null;
  const [first, second] = [isMaximum(titles.at(-2)?.textContent ?? ''), isMaximum(titles.at(-1)?.textContent ?? '')];
  return first === second ? (first ? null : 1) : first ? 0 : 1;
}

function fromRow(row: Element, language: string): SiteHeartRates | null {
  const cells = [...row.querySelectorAll('td')].map((cell) => tidy(cell.textContent));
  const label = row.querySelector('th')?.textContent ?? '';
  // Otherwise a row that lost a cell would give its maximum as the average.
  if (cells.length !== 2 || row.children.length !== 3) return null;
  const kind = kindOfLabel(label);
  const rates = cells.map((text) => parseHeartRate(text, language));
  // A row is about heart rate when its label says so. For an unknown label, its units must be certain.
  if (kind !== 'heartRate' && (kind !== null || !rates.some((rate) => rate?.certain))) return null;
  const maximum = maximumIndex(row);
  // Two equal values may be one value shown twice, and it is unclear which one it is.
  if (maximum === null || rates[0]?.bpm === rates[1]?.bpm) return null;
  return { average: rates[1 - maximum]?.bpm ?? null, maximum: rates[maximum]?.bpm ?? null };
}

/** Average and maximum from the table of `.more-stats` (2015–2026): a row with a label and two values. */
export function readHeartRates(document: Document, language: string): SiteHeartRates {
  const rows = ROWS.map((selector) => [...document.querySelectorAll(selector)]).find((found) => found.length > 0) ?? [];
  const rates = rows.map((row) => fromRow(row, language));
  return { average: agreed(rates.map((rate) => rate?.average)), maximum: agreed(rates.map((rate) => rate?.maximum)) };
}
