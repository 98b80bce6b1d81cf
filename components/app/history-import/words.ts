import { type FormatId, formatName } from '../../../lib/exchange';
import { t } from '../../../lib/i18n';

/** What the source of a history is called: its program, or "Typed or pasted". */
export function sourceName(source: FormatId): string {
  return formatName(source) ?? t('historyTyped');
}
