import { X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { allStopped, type EmergencyStop } from '../../lib/devices/remote/emergency-stop';
import { t } from '../../lib/i18n';
import { stopWords, worstOutcome } from './stop-words';
import '../app/undo-bar.css';

const SHOWN_MS = 10_000;

/** What the last Escape stopped. A stop that arrived is shown for ten seconds; one that did not stays until it is dismissed. */
export function StopToast({ emergency }: { emergency: EmergencyStop }) {
  const answer = emergency.answer.value;
  const arrived = answer !== null && allStopped(answer);
  useEffect(() => {
    if (!arrived) return;
    const timer = setTimeout(() => emergency.dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  return (
    <div class="undo-place" role={answer === null || arrived ? 'status' : 'alert'}>
      {answer !== null && (
        <div class="undo" data-stop-toast={worstOutcome(answer)}>
          <span>{stopWords(answer)}</span>
          <button type="button" class="icon" aria-label={t('dismiss')} onClick={() => emergency.dismiss()}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
