import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { Dialog } from '../Dialog';

interface ForgetDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly name: string;
  /** `session`: one runs on it. `left`: it may be running, and no session knows. */
  readonly runs: 'session' | 'left' | null;
  readonly forget: () => void;
}

/** Asks before forgetting a device, because it cannot be undone. */
export function ForgetDialog({ dialog, name, runs, forget }: ForgetDialogProps) {
  const title = useId();
  return (
    <Dialog dialog={dialog} labelledBy={title}>
      <div class="stack">
        <h2 id={title}>{t('deviceForgetAsk', name)}</h2>
        {runs !== null && <p>{t(runs === 'session' ? 'deviceForgetStops' : 'deviceForgetLeft')}</p>}
        <p class="muted">{t('deviceForgetText')}</p>
        <div class="row">
          {runs !== 'left' && (
            <button
              type="button"
              class="danger"
              onClick={() => {
                dialog.current?.close();
                forget();
              }}
            >
              {t('deviceForgetYes')}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {t('deviceForgetNo')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
