import { number, t } from '../lib/i18n';
import type { DaySnapshot } from '../lib/today/snapshot';
import { RangeBar } from './RangeBar';

/** RMSSD (ms) of today's check against the usual range; no range while learning. `size` is the class of the figure. */
export function RmssdFigure({ today, size }: { today: DaySnapshot; size: 'num' | 'big' }) {
  const rmssd = today.check?.rmssdMs ?? null;
  const band = today.readiness.day?.band ?? null;
  return (
    <>
      <div class={size} {...(rmssd === null ? {} : { 'data-rmssd': rmssd })}>
        {rmssd === null ? '–' : number(rmssd, rmssd < 20 ? 1 : 0)}
        <span class="unit">{t('ms')}</span>
      </div>
      {rmssd !== null && band !== null ? (
        <RangeBar value={Math.log(rmssd)} band={band} shown={Math.exp} unit={t('ms')} />
      ) : (
        <small>{t(today.ruledOut ? 'countsSaid' : 'rangeLearning')}</small>
      )}
    </>
  );
}

/** Mean heart rate (bpm) of today's check against its usual range. */
export function HeartRateFigure({ today, size }: { today: DaySnapshot; size: 'num' | 'big' }) {
  const hr = today.check?.meanHrBpm ?? null;
  const band = today.readiness.hr;
  return (
    <>
      <div class={size}>
        {hr === null ? '–' : number(hr)}
        <span class="unit">{t('bpm')}</span>
      </div>
      {hr !== null && band !== null && <RangeBar value={hr} band={band} shown={(bpm) => bpm} unit={t('bpm')} />}
    </>
  );
}
