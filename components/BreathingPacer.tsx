import { t } from '../lib/i18n';
import './BreathingPacer.css';

interface BreathingPacerProps {
  readonly perMin: number;
  /** How far the first breath has come already, s. */
  readonly sinceS?: number;
}

/** A circle that grows for four tenths of each breath and shrinks for six. Under reduced motion only the words change. */
export function BreathingPacer({ perMin, sinceS = 0 }: BreathingPacerProps) {
  const style = { '--breath': `${60 / perMin}s`, '--since': `${-sinceS}s` };
  return (
    <div class="pacer" style={style} role="img" aria-label={t('breathsPerMin', perMin)}>
      <div class="pacer-circle" />
      <span class="pacer-in">{t('breatheIn')}</span>
      <span class="pacer-out">{t('breatheOut')}</span>
    </div>
  );
}
