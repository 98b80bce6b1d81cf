import type { CheckDetail } from '../../../lib/check/detail';
import type { Metric } from '../../../lib/check/metrics';
import { t } from '../../../lib/i18n';
import { figureText, missingWord } from './words';

const GROUPS = [
  { group: 'time', title: 'groupTime' },
  { group: 'poincare', title: 'groupPoincare' },
  { group: 'spectrum', title: 'groupSpectrum' },
] as const;

/** Every figure, as measured and corrected, and how it is computed. */
export function FiguresTable({ detail }: { detail: CheckDetail }) {
  const { analysis, metrics, storedBy } = detail;
  return (
    <section class="card stack" data-figures>
      <div class="stack tight">
        <h2>{t('figuresAll')}</h2>
        <p class="muted">{t('figuresAllNote')}</p>
      </div>
      {GROUPS.map(({ group, title }) => (
        <MetricTable key={group} title={t(title)} metrics={metrics.filter((metric) => metric.group === group)} />
      ))}
      <small>{storedBy === null ? t('computedNow', analysis.engine) : t('storedByEngine', storedBy, analysis.engine)}</small>
    </section>
  );
}

/** Some figures in a table of their own. */
export function MetricTable({ title, metrics }: { title: string; metrics: readonly Metric[] }) {
  return (
    <table class="metrics">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('colFigure')}</th>
          <th scope="col">{t('colMeasured')}</th>
          <th scope="col">{t('colCorrected')}</th>
        </tr>
      </thead>
      {metrics.map((metric) => (
        <tbody key={metric.name} data-metric={metric.name}>
          <tr>
            <th scope="rowgroup">{t(`metric_${metric.name}`)}</th>
            <td {...dataValue(metric.measured)}>{figureText(metric.measured, metric)}</td>
            <td {...dataValue(metric.corrected)}>{figureText(metric.corrected, metric)}</td>
          </tr>
          <tr>
            <td colSpan={3}>
              <small>
                {t(`how_${metric.name}`)}
                {metric.missing !== null && `; ${missingWord(metric.missing)}`}
              </small>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** The unrounded figure, for tests and for people who inspect the page. */
function dataValue(value: number | null) {
  return value === null ? {} : { 'data-value': value };
}
