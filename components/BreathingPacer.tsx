import { t } from '../lib/i18n';
import './BreathingPacer.css';

/** A circle that grows for four tenths of each breath and shrinks for six. Under reduced motion only the words change. */
export function BreathingPacer({ perMin }: { perMin: number }) {
  const seconds = `${60 / perMin}s`;
  return (
    <div class="pacer" style={{ '--breath': seconds }} role="img" aria-label={t('breathsPerMin', perMin)}>
      <div class="pacer-circle" />
      <span class="pacer-in">{t('breatheIn')}</span>
      <span class="pacer-out">{t('breatheOut')}</span>
    </div>
  );
}
