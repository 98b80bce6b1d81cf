import { useMemo } from 'preact/hooks';
import type { CheckDetail } from '../../../lib/check/detail';
import { number, t } from '../../../lib/i18n';
import { ChartCard, type PictureOf } from '../../charts/ChartCard';
import { poincareChart, poincareLegend } from './poincare-chart';
import { missingWord } from './words';

/** Poincaré plot: each interval against the next. */
export function PoincareCard({ detail, picture }: { detail: CheckDetail; picture: PictureOf }) {
  const { poincare, metrics } = detail;
  const chart = useMemo(() => (poincare === null ? null : poincareChart(poincare)), [poincare]);
  const missing = metrics.find(({ name }) => name === 'sd1')?.missing;
  const sd = (value: number | undefined) => (value === undefined ? '–' : number(value, 1));
  const spread = [poincare?.sd1Ms, poincare?.sd2Ms].map(sd) as [string, string];
  return (
    <ChartCard
      name="poincare"
      title={t('chartPoincare')}
      unit={t('ms')}
      chart={chart}
      {...(missing ? { missing: missingWord(missing) } : {})}
      label={t('chartPoincareLabel', ...spread)}
      legend={poincare === null ? [] : poincareLegend(poincare)}
      notes={[[t('chartPoincareNote', ...spread), ...(chart?.beyond ? [t('markBeyond')] : [])].join(' ')]}
      heads={[t('colInterval'), t('colNext')]}
      rows={() =>
        poincare === null ? [] : poincare.kept.x.map((x, i) => [x, poincare.kept.y[i] ?? 0].map((ms) => `${number(ms, 1)} ${t('ms')}`))
      }
      picture={picture}
    />
  );
}
