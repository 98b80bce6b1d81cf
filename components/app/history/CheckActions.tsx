import { Download, Trash2 } from 'lucide-preact';
import { intervalsText } from '../../../lib/check/detail';
import { t } from '../../../lib/i18n';
import type { Check, ReboundDatabase } from '../../../lib/storage';
import { download } from '../../charts/download';
import { deletion } from './deletion';
import { listState } from './list-state';
import { fileStem } from './words';

/** Actions on a check: download its beats, delete it. */
export function CheckActions({ db, check }: { db: ReboundDatabase; check: Check }) {
  const remove = () => {
    // Go to the list first: a view of the check being deleted would only say that it is gone.
    listState.opened.value = null;
    location.hash = '#history';
    void deletion.remove(db, check.id);
  };
  const save = () => download(`${fileStem(check)}-rr.txt`, new Blob([intervalsText(check)], { type: 'text/plain' }));
  return (
    <section class="stack tight">
      <div class="row">
        <button type="button" class="quiet" onClick={save}>
          <Download size={18} aria-hidden="true" />
          {t('downloadRr')}
        </button>
        <button type="button" class="danger" onClick={remove}>
          <Trash2 size={18} aria-hidden="true" />
          {t('deleteCheck')}
        </button>
      </div>
      <small>{t('downloadRrNote')}</small>
    </section>
  );
}
