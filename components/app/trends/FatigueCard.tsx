import { type MessageKey, t } from '../../../lib/i18n';
import type { FatigueSign, FatigueWatch } from '../../../lib/readiness';

const LEVELS = { none: 'fatigueNone', watch: 'fatigueWatch', warn: 'fatigueWarn' } as const;
const MARKS = { none: 'M6 13l4.5 4.5L18 9', watch: 'M12 7v6m0 4v.01', warn: 'M12 7v6m0 4v.01' } as const;
const SIGNS: Readonly<Record<FatigueSign, MessageKey>> = {
  'hrv-falling': 'signHrvFalling',
  'hrv-erratic': 'signHrvErratic',
  'resting-hr-rising': 'signHrRising',
  'resting-hr-very-low': 'signHrVeryLow',
  'mood-falling': 'signMood',
  'sleep-falling': 'signSleep',
  'soreness-lasting': 'signSoreness',
  'energy-falling': 'signEnergy',
  monotony: 'signMonotony',
  'performance-falling': 'signPerformance',
};

/** Whether weeks of figures point to more load than recovery; never a diagnosis. */
export function FatigueCard({ watch }: { watch: FatigueWatch }) {
  const { level, signs } = watch;
  return (
    <section class="card stack tight fatigue" data-fatigue={level}>
      <h2>{t('fatigueTitle')}</h2>
      <div class="fatigue-level">
        <svg
          viewBox="0 0 24 24"
          width="28"
          height="28"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
          aria-hidden="true"
        >
          {level === 'warn' ? <path d="M12 2.5L22.5 21H1.5Z" /> : <circle cx="12" cy="12" r="10" />}
          <path d={MARKS[level]} />
        </svg>
        <p>
          <b>{t(LEVELS[level])}</b>
        </p>
      </div>
      {signs.length > 0 && (
        <ul class="signs">
          {signs.map((sign) => (
            <li key={sign}>{t(SIGNS[sign])}</li>
          ))}
        </ul>
      )}
      <small>{t(level === 'none' ? 'fatigueHow' : 'fatigueAlike')}</small>
    </section>
  );
}
