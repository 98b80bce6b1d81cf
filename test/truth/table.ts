import { speak } from '../../lib/i18n';
import { ROWS } from './rows';
import type { TruthResult } from './truth-row';

/** Runs every row whose name contains the text. */
export async function* readTruth(text: string, messages: Parameters<typeof speak>[1]): AsyncGenerator<TruthResult> {
  speak('en', messages);
  for (const row of ROWS) if (row.name.includes(text)) yield await row.run();
}
