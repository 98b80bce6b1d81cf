import { parseDuration } from '../parse/durations';
import { agreed } from '../parse/first';
import { parseHeartRate } from '../parse/heart-rates';
import { kindOfLabel, type StatKind } from '../parse/labels';
import { metresIn, splitMeasure } from '../parse/measure';
import { plausible } from '../parse/plausible';
import { tidy } from '../parse/text';

/** A statistic on the page: its kind, if its label or glossary term tells, and the element with its value. */
export interface Stat {
  readonly kind: StatKind | null;
  readonly labelled: boolean;
  readonly value: Element;
}

/** The blocks of the activity itself. Segments, laps and other people's cards further down use the same classes. */
const BLOCKS = ['#heading', '.activity-summary-container', '.activity-stats'];

const GLOSSARY: Readonly<Record<string, StatKind>> = { 'definition-moving-time': 'moving', 'definition-elapsed-time': 'elapsed' };

function stat(labelElement: Element | null, value: Element): Stat {
  const label = tidy(labelElement?.textContent);
  const term =
    labelElement?.getAttribute('data-glossary-term') ??
    labelElement?.querySelector('[data-glossary-term]')?.getAttribute('data-glossary-term');
  const [byTerm, byLabel] = [GLOSSARY[term ?? ''] ?? null, kindOfLabel(label)];
  const kind = byTerm !== null && byLabel !== null && byTerm !== byLabel ? null : (byTerm ?? byLabel);
  return { kind, labelled: label !== '', value };
}

/** `ul.inline-stats li`: a `strong` and a `.label` (2015–2026). */
function fromItem(item: Element): Stat | null {
  const values = item.querySelectorAll('strong');
  const value = values[0];
  return value && values.length === 1 ? stat(item.querySelector('.label') ?? item.querySelector('[data-glossary-term]'), value) : null;
}

/** On pages of runs: `.more-stats .row`, with label and value next to each other (2018–2026). */
function fromPair(value: Element): Stat | null {
  const cell = value.closest('.row > *') ?? value;
  const label = cell.previousElementSibling;
  return label && !label.querySelector('strong') && !label.matches('strong') && cell.querySelectorAll('strong').length === 1
    ? stat(label, value)
    : null;
}

/** On pages of rides: a table row with one value (2015–2026). */
function fromRow(row: Element): Stat | null {
  const [value, another] = row.querySelectorAll('td');
  return value && !another ? stat(row.querySelector('th'), value) : null;
}

/** The activity's statistics, in page order. */
export function readStravaStats(document: Document): readonly Stat[] {
  const found = new Map<Element, Stat>();
  const add = (one: Stat | null) => {
    if (one && !found.has(one.value)) found.set(one.value, one);
  };
  for (const block of BLOCKS) {
    for (const item of document.querySelectorAll(`${block} .inline-stats li`)) add(fromItem(item));
    for (const value of document.querySelectorAll(`${block} .more-stats .row strong`)) add(fromPair(value));
    for (const row of document.querySelectorAll(`${block} table tr`)) add(fromRow(row));
  }
  // The glossary term survived changes of other classes (2024–2026), wherever its item is on the page.
  for (const term of document.querySelectorAll('li [data-glossary-term]')) {
    const item = term.closest('li');
    if (item && !item.querySelector('table')) add(fromItem(item));
  }
  return [...found.values()];
}

/** s */
export function readDuration(stats: readonly Stat[], kind: 'moving' | 'elapsed', language: string): number | null {
  return agreed(
    stats.filter((one) => one.kind === kind).map(({ value }) => plausible('timeS', parseDuration(value.textContent ?? '', language))),
  );
}

/** m */
export function readElevation(stats: readonly Stat[], language: string): number | null {
  return agreed(stats.filter((one) => one.kind === 'elevation').map(({ value }) => plausible('elevationM', metresIn(value, language))));
}

/**
 * m. With labels in an unknown language, the only value in kilometres, miles or yards is the distance: nothing else on the page has these
 * units.
 */
export function readDistance(stats: readonly Stat[], language: string): number | null {
  const labelled = stats.filter((one) => one.kind === 'distance');
  const nameless = stats.filter((one) => one.kind === null && ['km', 'mi', 'yd'].includes(splitMeasure(one.value).unit ?? ''));
  const candidates = labelled.length > 0 ? labelled : nameless.length === 1 ? nameless : [];
  return agreed(candidates.map(({ value }) => plausible('distanceM', metresIn(value, language))));
}

/** bpm, on a page that shows average and maximum as two statistics */
export function readHeartRate(stats: readonly Stat[], kind: 'averageHeartRate' | 'maximumHeartRate', language: string): number | null {
  return agreed(stats.filter((one) => one.kind === kind).map(({ value }) => parseHeartRate(value.textContent ?? '', language)?.bpm));
}
