import type { DamagedRow } from '../../storage';
import { type MessageKey, t } from '..';
import { messageOr } from './modality-words';

/** Damaged rows of the database in words. Names of tables and fields are code, and nobody has to know them. */

/** What a row of a table is. Its message is `damagedRowsTable_` and the table's name: `damagedRowsTable_checkIns`. */
export function tableWords(table: string): string {
  return messageOr(`damagedRowsTable_${table}`, t('damagedRowsTableOther'));
}

/** What part of a row a field belongs to, by a word in its name, the first that fits. Fields of no part are its details. */
const PARTS: readonly (readonly [RegExp, MessageKey])[] = [
  [/^(day|from|to|timeZone|cycleDay)$|Ms$/, 'damagedPartTime'],
  [/^(rr|beats|packets|interval)|Ticks$|journal/i, 'damagedPartIntervals'],
  [/bpm|^(times|zones|hr)/i, 'damagedPartHeartRate'],
  [/^(summary|rmssd|quality|corrected)/i, 'damagedPartFigures'],
  [/^(sensor|device|nickname|kind|class|gadget)/i, 'damagedPartDevice'],
  [/^(ill|injured|pain|sore|soreness|energy|mood|stress|sleep\w*|bar)$/, 'damagedPartAnswers'],
  [/^(note|tags|title|name|reason|text)$/, 'damagedPartText'],
  [/^(minutes|steps|plan|outcome|modality|dose\w*|variant|intensity|sport)$|TimeS$|Kg$|Ml$|M$/, 'damagedPartDone'],
];

/** The parts of a row that are damaged, each once. Empty: it is no row of this kind at all. */
export function damageWords({ faults }: Pick<DamagedRow, 'faults'>): string[] {
  const fields = faults.flatMap((fault) => fault.split('.')[0] || []);
  return [...new Set(fields.map((field) => t(PARTS.find(([fits]) => fits.test(field))?.[1] ?? 'damagedPartDetails')))];
}
