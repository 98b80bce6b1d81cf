import type { CheckSession } from '../../lib/check/check-session';
import { clockTime, t } from '../../lib/i18n';

/** Shown on the other screens while a check runs: its progress, and the way back. */
export function CheckBanner({ session }: { session: CheckSession }) {
  if (session.stage.value !== 'recording') return null;
  return (
    <div class="card between">
      <span>
        <strong>{t('recordingElsewhere')}</strong> <span class="muted">{t('timeLeft', clockTime(session.progress.value.remainingS))}</span>
      </span>
      <a class="button quiet" href="#check">
        {t('backToCheck')}
      </a>
    </div>
  );
}
