import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import { findItem } from '../../../lib/catalogue';
import { clockTime, t } from '../../../lib/i18n';

/** Shown on the other screens during a breathing session: the time left, and the way back. */
export function BreatheBanner({ breathing }: { readonly breathing: BreathingSessions }) {
  const run = breathing.run.value;
  if (run === null || run.timer.state.value === 'ended') return null;
  const item = findItem(run.timer.plan);
  return (
    <div class="card between">
      <span>
        <strong>{t(run.kind === 'session' ? 'breatheTitle' : 'breatheSearch')}</strong>{' '}
        <span class="muted">{t('timeLeft', clockTime(run.timer.remainingS.value))}</span>
      </span>
      <a class="button quiet" href={item === null ? '#breathe' : `#breathe/${encodeURIComponent(item)}`}>
        {t('breatheBack')}
      </a>
    </div>
  );
}
