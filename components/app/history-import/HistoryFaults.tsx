import { number, plural, t } from '../../../lib/i18n';
import { importFaultWords } from '../../../lib/i18n/words/import-words';
import { Notice } from '../../Notice';
import type { ReadHistory } from './read-history';

type Fault = Extract<ReadHistory, { ok: false }>['faults'][number];

const SHOWN = 12;

/** What cannot be read, line by line. */
export function HistoryFaults({ faults }: { faults: readonly Fault[] }) {
  const lines = faults.flatMap((fault) => {
    if (fault.name === 'empty' || fault.name === 'not-this-format') return [];
    return [fault.name === 'future' ? t('faultFuture', fault.text) : t('faultLine', number(fault.line), importFaultWords(fault))];
  });
  const what = lines.length === 0 ? t('faultNoRows') : plural('faultLines', faults.length);
  return (
    <Notice kind="warn" what={what} todo={t(lines.length === 0 ? 'faultNoRowsTodo' : 'faultLinesTodo')} live>
      <ul class="faults">
        {lines.slice(0, SHOWN).map((line, i) => (
          <li key={i}>{line}</li>
        ))}
        {lines.length > SHOWN && <li>{t('faultMore', number(lines.length - SHOWN))}</li>}
      </ul>
    </Notice>
  );
}
