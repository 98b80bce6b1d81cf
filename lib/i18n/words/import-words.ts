import type { ImportFault } from '../../exchange';
import { type MessageKey, t } from '..';

type LineFault = Extract<ImportFault, { line: number }>;

const WORDS: Readonly<Record<LineFault['name'], MessageKey>> = {
  row: 'faultRow',
  date: 'faultDate',
  'too-early': 'faultTooEarly',
  rmssd: 'faultRmssd',
  'resting-hr': 'faultHr',
  'day-once': 'faultDayTwice',
  interval: 'faultInterval',
  'end-of-quote': 'faultQuote',
};

/** The text of an unreadable line, and what was expected: "“x” is not …". */
export function importFaultWords({ name, text }: LineFault): string {
  return t(WORDS[name], text);
}
