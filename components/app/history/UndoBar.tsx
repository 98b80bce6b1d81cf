import { Undo2, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t, timeOfDay } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import { deletion } from './deletion';
import { shortDay } from './words';

/** After a deletion, for ten seconds: put it back. It stays while the pointer is on it, or the keyboard's focus. */
export function UndoBar({ db }: { db: ReboundDatabase }) {
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const check = deletion.last.value;
  useEffect(() => {
    if (check === null) return;
    deletion.holdWhile(() => bar.current?.matches(':hover, :has(:focus-visible)') ?? false);
    // What was pressed is gone with its row: from here the keyboard goes on.
    button.current?.focus({ preventScroll: true });
  }, [check]);
  return (
    <div class="undo-place" role="status">
      {check !== null && (
        <div class="undo" ref={bar}>
          <span>{t('checkDeleted', shortDay(check.day), timeOfDay(check.startedAtMs, check.timeZone))}</span>
          <button type="button" class="quiet" ref={button} onClick={() => void deletion.undo(db)}>
            <Undo2 size={18} aria-hidden="true" />
            {t('undo')}
          </button>
          <button type="button" class="icon" aria-label={t('dismiss')} onClick={() => deletion.dismiss()}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
