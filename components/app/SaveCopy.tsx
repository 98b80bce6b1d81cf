import { useState } from 'preact/hooks';
import { saveText } from '../../lib/devices/inspector/save-text';
import { t } from '../../lib/i18n';
import { rawCopyText, readRawCopy } from '../../lib/storage';

/** Another try, and a copy of what can still be read, for a database that does not open or does not answer. */
export function SaveCopy() {
  const [copy, setCopy] = useState<'saving' | 'saved' | 'failed' | null>(null);
  const save = async () => {
    setCopy('saving');
    try {
      const nowMs = Date.now();
      const text = rawCopyText(await readRawCopy('rebound', nowMs));
      saveText(`rebound-raw-copy-${new Date(nowMs).toISOString().slice(0, 10)}.json`, text);
      setCopy('saved');
    } catch (failure) {
      console.error('raw copy', failure);
      setCopy('failed');
    }
  };
  return (
    <>
      <div class="row">
        <button type="button" onClick={() => location.reload()}>
          {t('loadRetry')}
        </button>
        <button type="button" class="quiet" disabled={copy === 'saving'} onClick={() => void save()}>
          {t('loadSaveCopy')}
        </button>
      </div>
      {copy === 'saved' && <small role="status">{t('loadCopySaved')}</small>}
      {copy === 'failed' && <small role="alert">{t('loadCopyFailed')}</small>}
    </>
  );
}
