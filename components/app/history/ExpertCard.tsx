import type { CheckDetail } from '../../../lib/check/detail';
import { number, t } from '../../../lib/i18n';
import { MetricTable } from './FiguresTable';

/** Figures that are often asked for but tell little: shown without an interpretation, and only when opened. */
export function ExpertCard({ detail }: { detail: CheckDetail }) {
  const { artefacts } = detail.analysis;
  const flags = [artefacts.ectopic, artefacts.missed, artefacts.extra, artefacts.longShort].map((count) => number(count));
  return (
    <details class="card expert">
      <summary>{t('expertTitle')}</summary>
      <div class="stack">
        <p class="muted">{t('expertNote')}</p>
        <MetricTable title={t('expertTitle')} metrics={detail.metrics.filter(({ group }) => group === 'expert')} />
        <small>{t('expertFlags', ...flags)}</small>
      </div>
    </details>
  );
}
