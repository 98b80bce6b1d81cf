import { t } from '../lib/i18n';
import './BreathingPacer.css';

interface BreathingPacerProps {
  readonly perMin: number;
  /** How far into the first breath the pacer starts, s. */
  readonly sinceS?: number;
}

/** A circle that grows for 40 % of each breath and shrinks for 60 %. With reduced motion, only the text changes. */
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
