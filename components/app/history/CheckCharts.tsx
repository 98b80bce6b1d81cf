import { useMemo } from 'preact/hooks';
import type { CheckDetail } from '../../../lib/check/detail';
import { number, t } from '../../../lib/i18n';
import type { Check } from '../../../lib/storage';
import { ChartCard } from '../../charts/ChartCard';
import { PoincareCard } from './PoincareCard';
import { SlidingCard } from './SlidingCard';
import { SpectrumCard } from './SpectrumCard';
import { tachogramChart, tachogramLegend } from './tachogram-chart';
import { dayAndTime, fileStem } from './words';

/** The charts of one check. */
export function CheckCharts({ check, detail }: { check: Check; detail: CheckDetail }) {
  const picture = useMemo(() => ({ subtitle: dayAndTime(check), stem: fileStem(check) }), [check.id]);
  return (
    <>
      <TachogramCard detail={detail} picture={picture} />
      <div class="grid level">
        <div class="half">
          <PoincareCard detail={detail} picture={picture} />
        </div>
        <div class="half">
          <SpectrumCard detail={detail} picture={picture} />
        </div>
        <div class="half">
          <SlidingCard detail={detail} picture={picture} of="rmssd" />
        </div>
        <div class="half">
          <SlidingCard detail={detail} picture={picture} of="hr" />
        </div>
      </div>
    </>
  );
}

function TachogramCard({ detail, picture }: { detail: CheckDetail; picture: { subtitle: string; stem: string } }) {
  const { beats, marks } = detail;
  const chart = useMemo(() => (beats.length === 0 ? null : tachogramChart(detail)), [detail]);
  const corrected = marks.filter((mark) => mark.corrected).length;
  const notes = [
    ...(corrected > 0 ? [t('markFilled')] : []),
    ...(corrected < marks.length ? [t('markHollow')] : []),
    ...(chart?.beyond ? [t('markBeyond')] : []),
  ];
  return (
    <ChartCard
      name="tachogram"
      title={t('chartTachogram')}
      unit={t('ms')}
      chart={chart}
      label={t('chartTachogramLabel', number(beats.length), number(marks.length), number(corrected))}
      legend={tachogramLegend(detail)}
      notes={notes.length > 0 ? [notes.join(' ')] : []}
      heads={[t('colBeat'), t('colTime'), t('colMeasured'), t('colCorrected'), t('colMark')]}
      rows={() =>
        beats.map(({ atS, measuredMs, correctedMs, mark }, i) => [
          number(i + 1),
          `${number(atS, 1)} ${t('unitSeconds')}`,
          `${number(measuredMs, 1)} ${t('ms')}`,
          correctedMs === null ? '–' : `${number(correctedMs, 1)} ${t('ms')}`,
          mark === null ? '' : t(`mark_${mark.kind}`),
        ])
      }
      picture={picture}
    />
  );
}
