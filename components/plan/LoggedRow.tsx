import { CircleCheck, CircleSlash } from 'lucide-preact';
import { t, timeOfDay } from '../../lib/i18n';
import { loggedText } from '../../lib/i18n/words/dose-words';
import { loggedName } from '../../lib/i18n/words/modality-words';
import { sessionName } from '../../lib/i18n/words/session-words';
import type { StoredLogEntry } from '../../lib/storage';

interface LoggedRowProps {
  readonly entry: StoredLogEntry;
  readonly takeBack: (entry: StoredLogEntry) => void;
}

/** An item that is done or skipped, with a button to undo that. */
export function LoggedRow({ entry, takeBack }: LoggedRowProps) {
  const { outcome, reason, startMs, timeZone, modality, unread } = entry;
  const name = modality === null ? loggedName(null) : sessionName({ modality, variant: entry.variant });
  const length = loggedText(entry);
  const done = outcome === 'done';
  return (
    <li class="plan-row over" data-logged={outcome} data-modality={modality}>
      <span class="when">{timeOfDay(startMs, timeZone)}</span>
      {done ? <CircleCheck size={16} aria-hidden="true" /> : <CircleSlash size={16} aria-hidden="true" />}
      <div>
        {name} {length !== null && <span class="dose">{length}</span>}
        <br />
        <small>{done ? t('planDone') : reason === null ? t('planSkipped') : t('planSkippedWhy', reason)}</small>
        {unread === true && <small> {t('planLogUnreadWhy')}</small>}
      </div>
      <div class="plan-buttons">
        <button type="button" class="link" aria-label={t('planTakeBackName', name)} onClick={() => takeBack(entry)}>
          {t('planTakeBack')}
        </button>
      </div>
    </li>
  );
}
