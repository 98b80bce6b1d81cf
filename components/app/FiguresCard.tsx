import { useMemo } from 'preact/hooks';
import { sum } from '../../lib/core/statistics';
import { clockTime, number, t } from '../../lib/i18n';
import { ticksToMs, toRrMs } from '../../lib/recording';
import type { Check } from '../../lib/storage';
import { Tachogram } from '../Tachogram';

/** The counted stretch and its figures. */
export function FiguresCard({ check }: { check: Check }) {
  const { corrected, raw, correctedPct, jumpsOver20Pct, coveragePct, beats } = check.summary;
  const trace = useMemo(() => toIntervalTrace(check), [check]);
  const inMs = (value: number | null, decimals = 1) => (value === null ? '–' : `${number(value, decimals)} ${t('ms')}`);
  const inPercent = (value: number | null) => (value === null ? '–' : t('percent', number(value, 1)));
  const counted = sum(toRrMs(check.rrTicks, check.counted.first, check.counted.end));
  return (
    <section class="card stack">
      <h2>{t('figuresTitle')}</h2>
      {trace.atS.length > 0 && <Tachogram atS={trace.atS} rrMs={trace.rrMs} heightPx={180} />}
      <dl class="figures">
        <Figure name={t('figBeats')} value={number(beats)} />
        <Figure name={t('figLength')} value={clockTime(counted / 1000)} />
        <Figure name={t('figLnRmssd')} value={corrected.lnRmssd === null ? '–' : number(corrected.lnRmssd, 2)} />
        <Figure name={t('figRaw')} value={inMs(raw.rmssdMs)} />
        <Figure name={t('figSdnn')} value={inMs(corrected.sdnnMs)} />
        <Figure name={t('figPnn50')} value={inPercent(corrected.pnn50Pct)} />
        <Figure name={t('figCorrected')} value={inPercent(correctedPct)} />
        <Figure name={t('figJumps')} value={inPercent(jumpsOver20Pct)} />
        <Figure name={t('figCoverage')} value={inPercent(coveragePct)} />
        <Figure name={t('figGaps')} value={number(check.gaps.length)} />
      </dl>
      <small>{t('engineVersion', check.summary.engine)}</small>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The counted intervals by beat time (s), broken where there is a gap. */
function toIntervalTrace(check: Check): { atS: number[]; rrMs: (number | null)[] } {
  const atS: number[] = [];
  const rrMs: (number | null)[] = [];
  const gaps = new Map(check.gaps.map((gap) => [gap.afterBeat, gap.lengthMs]));
  let at = 0;
  for (let i = check.counted.first; i < check.counted.end; i++) {
    const rr = ticksToMs(check.rrTicks[i] ?? 0);
    const gap = gaps.get(i);
    if (gap !== undefined && i > check.counted.first) {
      atS.push(at / 1000);
      rrMs.push(null);
      at += gap;
    }
    at += rr;
    atS.push(at / 1000);
    rrMs.push(rr);
  }
  return { atS, rrMs };
}
