import type { RefObject } from 'preact';
import type { CheckSession } from '../../lib/check/check-session';
import { number, t } from '../../lib/i18n';
import { Dialog } from './Dialog';

interface CancelDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly session: CheckSession;
  readonly beats: number;
}

/** Asks before cancelling: keep, discard, or go on. The check continues until it is answered. */
export function CancelDialog({ dialog, session, beats }: CancelDialogProps) {
  const end = (work: () => Promise<void>) => {
    dialog.current?.close();
    void work();
  };
  return (
    <Dialog dialog={dialog} labelledBy="cancel-title">
      <div class="stack">
        <h2 id="cancel-title">{t('cancelAsk')}</h2>
        <p class="muted">{t('cancelKeepNote', number(beats))}</p>
        <div class="row">
          <button type="button" onClick={() => end(() => session.keep())}>
            {t('cancelKeep')}
          </button>
          <button type="button" class="danger" onClick={() => end(() => session.discard())}>
            {t('cancelDiscard')}
          </button>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {t('cancelBack')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
