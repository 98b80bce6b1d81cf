import { findItem } from '../../../lib/catalogue';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import { clockTime, t } from '../../../lib/i18n';
import { sessionName } from '../../../lib/i18n/words/session-words';

/** Shown on the other screens while the timer runs: the time left, and the way back. */
export function GuidedBanner({ guided }: { guided: GuidedSessions }) {
  const timer = guided.timer.value;
  if (timer === null) return null;
  const state = timer.state.value;
  if (state !== 'running' && state !== 'paused') return null;
  const item = findItem(timer.plan);
  return (
    <div class="card between">
      <span>
        <strong>{sessionName(timer.plan)}</strong> <span class="muted">{t('timeLeft', clockTime(timer.remainingS.value))}</span>
      </span>
      <a class="button quiet" href={item === null ? '#devices/timer' : `#devices/timer/${encodeURIComponent(item)}`}>
        {t('backToTimer')}
      </a>
    </div>
  );
}
