import { X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { EmergencyStop } from '../../lib/devices/remote/emergency-stop';
import { listNames, t } from '../../lib/i18n';
import '../app/undo-bar.css';

const SHOWN_MS = 10_000;

/** What the last Escape stopped. A stop that arrived is shown for ten seconds; one that did not stays until it is dismissed. */
export function StopToast({ emergency }: { emergency: EmergencyStop }) {
  const answer = emergency.answer.value;
  const arrived = answer?.outcome === 'accepted';
  useEffect(() => {
    if (!arrived) return;
    const timer = setTimeout(() => emergency.dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  const names = answer === null ? '' : listNames(answer.names);
  const words = arrived ? 'stopToastStopped' : answer?.outcome === 'stop-pending' ? 'stopToastPending' : 'stopToastFailed';
  return (
    <div class="undo-place" role={arrived ? 'status' : 'alert'}>
      {answer !== null && (
        <div class="undo" data-stop-toast={answer.outcome}>
          <span>{t(words, names)}</span>
          <button type="button" class="icon" aria-label={t('dismiss')} onClick={() => emergency.dismiss()}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
