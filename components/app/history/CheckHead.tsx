import { useEffect, useRef } from 'preact/hooks';
import type { CheckDetail } from '../../../lib/check/detail';
import type { HistoryEntry } from '../../../lib/check/history';
import { number, t } from '../../../lib/i18n';
import type { Band } from '../../../lib/readiness';
import { RangeBar } from '../../RangeBar';
import { breathingWord, dayAndTime, postureWord } from './words';

/** When and how the check was taken, and its main figures next to the usual range of that day. */
export function CheckHead({ row, detail }: { row: HistoryEntry; detail: CheckDetail }) {
  const { check, usual } = row;
  const { analysis } = detail;
  const title = useRef<HTMLHeadingElement>(null);
  // The link that led here is gone, so a screen reader continues at the top of what it opened.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const unusable = analysis.quality.rating === 'unusable';
  const rmssd = unusable ? null : analysis.corrected.rmssdMs;
  return (
    <>
      <div class="between" style={{ flexWrap: 'wrap' }}>
        <h1 ref={title} tabIndex={-1}>
          {dayAndTime(check)}
        </h1>
        {check.world === 'demo' && <span class="chip demo">{t('demoChip')}</span>}
      </div>
      <section class="card stack" style={{ gap: 'var(--s5)' }}>
        <div class="row" style={{ gap: 'var(--s2)' }}>
          {[postureWord(check.posture), breathingWord(check.breathing), check.sensor?.name ?? t('sensorUnknown')].map((word) => (
            <span key={word} class="chip">
              {word}
            </span>
          ))}
        </div>
        <div class="grid">
          <div class="half stack tight">
            <h2>{t('rmssd')}</h2>
            <Big value={rmssd} decimals={rmssd !== null && rmssd < 20 ? 1 : 0} unit={t('ms')} name="rmssd" />
            <Usual value={rmssd === null ? null : Math.log(rmssd)} band={usual.lnRmssd} shown={Math.exp} unit={t('ms')} />
          </div>
          <div class="half stack tight">
            <h2>{t('heartRate')}</h2>
            <Big value={analysis.meanHrBpm} decimals={0} unit={t('bpm')} name="hr" />
            <Usual value={analysis.meanHrBpm} band={usual.hr} shown={(bpm) => bpm} unit={t('bpm')} />
          </div>
        </div>
      </section>
    </>
  );
}

function Big({ value, decimals, unit, name }: { value: number | null; decimals: number; unit: string; name: string }) {
  return (
    <div class="big" data-figure={name} {...(value === null ? {} : { 'data-value': value })}>
      {value === null ? '–' : number(value, decimals)}
      <span class="unit">{unit}</span>
    </div>
  );
}

function Usual(props: { value: number | null; band: Band | null; shown: (value: number) => number; unit: string }) {
  const { value, band, shown, unit } = props;
  if (value === null) return <small>{t('notReadable')}</small>;
  return band === null ? <small>{t('usualThenNone')}</small> : <RangeBar value={value} band={band} shown={shown} unit={unit} />;
}
