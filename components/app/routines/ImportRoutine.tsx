import { useState } from 'preact/hooks';
import { number, plural, t } from '../../../lib/i18n';
import { type OwnRoutine, parseRoutine, type RoutineFault } from '../../../lib/planner';
import { routineFaultWords } from './routine-words';

interface ImportRoutineProps {
  /** Opens the routine for the user to look at, and to pin; nothing is stored before Save. */
  readonly begin: (routine: OwnRoutine) => void;
}

/** Far larger than any routine, so that a larger file is not read whole. */
const LARGEST_FILE = 1_000_000;

/** Reads a routine that somebody shared. It is used on no day before the user pins it. */
export function ImportRoutine({ begin }: ImportRoutineProps) {
  const [text, setText] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const parsed = text.trim() === '' ? null : parseRoutine(text);
  const change = (next: string) => {
    setUnreadable(false);
    setText(next);
  };
  return (
    <section class="card stack" aria-labelledby="own-import-title" data-import={parsed === null ? 'empty' : parsed.ok ? 'good' : 'faulty'}>
      <div class="stack tight">
        <h2 id="own-import-title">{t('ownImportTitle')}</h2>
        <p class="muted">{t('ownImportText')}</p>
      </div>
      <input
        type="file"
        accept=".json,application/json"
        aria-label={t('ownImportFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          file
            ?.slice(0, LARGEST_FILE)
            .text()
            .then(change, (error: unknown) => {
              console.error('routine file', error);
              setUnreadable(true);
            });
        }}
      />
      <textarea
        rows={text === '' ? 2 : 8}
        class="mono"
        spellcheck={false}
        autocomplete="off"
        value={text}
        placeholder={t('ownImportPaste')}
        aria-label={t('ownImportPaste')}
        aria-invalid={parsed !== null && !parsed.ok}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <div role="status">
        {unreadable && <p>{t('ownImportUnreadable')}</p>}
        {parsed !== null && !parsed.ok && <Faults faults={parsed.faults} />}
      </div>
      {parsed?.ok && (
        <div class="row">
          <button type="button" data-look onClick={() => begin({ id: crypto.randomUUID(), on: [], ...parsed.routine })}>
            {t('ownImportLook')}
          </button>
          <button type="button" class="quiet" onClick={() => setText('')}>
            {t('importDiscard')}
          </button>
        </div>
      )}
    </section>
  );
}

function Faults({ faults }: { readonly faults: readonly RoutineFault[] }) {
  return (
    <div class="stack tight">
      <p>
        <strong>{plural('ownFaults', faults.length)}</strong>
      </p>
      <ol class="faults">
        {faults.map((fault, index) => (
          <li key={index} data-fault={fault.code} data-path={fault.path}>
            {fault.at !== undefined && <span class="muted">{t('faultAt', number(fault.at.line), number(fault.at.column))}</span>}{' '}
            <code>{fault.path === '' ? t('faultFile') : fault.path}</code> {routineFaultWords(fault)}
          </li>
        ))}
      </ol>
    </div>
  );
}
