import type { CheckDetail } from '../../../lib/check/detail';
import type { HistoryEntry } from '../../../lib/check/history';
import { clockTime, number, t } from '../../../lib/i18n';
import { qualityReason } from '../../../lib/i18n/words/verdict-words';
import { QualityMark } from './QualityMark';
import { countingLong, figureText } from './words';

/** Signal quality and its reasons, whether the check counts, and what was recorded. */
export function QualityCard({ row, detail }: { row: HistoryEntry; detail: CheckDetail }) {
  const { analysis, metrics, marks, measured } = detail;
  const { quality } = analysis;
  const breaths = metrics.find(({ name }) => name === 'respiration');
  // Unusable intervals do not show breathing either; the table of all figures shows the value as it is.
  const perMin = quality.rating === 'unusable' ? null : breaths?.corrected;
  return (
    <section class="card stack" data-quality={quality.rating}>
      <div class="between">
        <h2>{t('signalTitle')}</h2>
        <QualityMark rating={quality.rating} />
      </div>
      <div class="stack tight">
        <p data-counting={row.counting.counts}>{countingLong(row.counting)}</p>
        {!row.check.complete && <p class="muted">{t('endedEarly')}</p>}
        {quality.reasons.length === 0 && <p class="muted">{t('signalNothing')}</p>}
        <ul class="stack tight">
          {quality.reasons.map((reason) => (
            <li key={reason.code}>{qualityReason(reason)}</li>
          ))}
        </ul>
      </div>
      <dl class="figures">
        <Figure name={t('figLength')} value={clockTime(analysis.durationS)} />
        <Figure name={t('figBeats')} value={number(analysis.beats)} />
        <Figure name={t('figCorrected')} value={number(marks.filter((mark) => mark.corrected).length)} />
        <Figure name={t('figCoverage')} value={figureText(analysis.coveragePct, { unit: 'percent', decimals: 1 })} />
        <Figure name={t('figGaps')} value={number(measured.rrMs.filter((rr) => rr === null).length)} />
        {breaths !== undefined && <Figure name={t('metric_respiration')} value={figureText(perMin ?? null, breaths)} />}
      </dl>
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
