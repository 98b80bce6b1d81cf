import { Pencil, Trash2 } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { type MessageKey, t } from '../../../lib/i18n';
import type { LabValue } from '../../../lib/storage';
import { againstRange, type LabSeries } from '../../../lib/views/labs';
import { ChartCard } from '../../charts/ChartCard';
import { LINE } from '../../charts/chart';
import { plainDay } from '../history/words';
import { LAB_BAND, labChart, labNumber } from './lab-chart';
import { BLOCK } from './trend-chart';

interface LabSeriesViewProps {
  readonly series: LabSeries;
  readonly edit: (lab: LabValue) => void;
  readonly remove: (lab: LabValue) => void;
}

const AGAINST: Readonly<Record<'below' | 'within' | 'above', MessageKey>> = {
  below: 'labBelow',
  within: 'labWithin',
  above: 'labAbove',
};

/** One series over time: its chart with the user's own range, and every value with an edit button. */
export function LabSeriesView({ series, edit, remove }: LabSeriesViewProps) {
  const { name, unit, values } = series;
  const chart = useMemo(() => labChart(series), [series]);
  const ranged = values.some(({ low, high }) => low !== null || high !== null);
  const newestFirst = values.toReversed();
  return (
    <>
      <ChartCard
        name="lab"
        title={name}
        unit={unit}
        chart={chart}
        missing={t('labNeedsTwo')}
        label={t('labChartLabel', name)}
        legend={[
          { label: t('labYours'), path: LINE, stroke: '--accent', width: 2 },
          ...(ranged ? [{ label: t('labRange'), path: BLOCK, stroke: LAB_BAND, fill: LAB_BAND }] : []),
        ]}
        notes={[t('labNoReading')]}
        heads={[t('colDay'), t('labValue'), t('labRange'), t('labAgainst'), t('noteLabel')]}
        rows={() => newestFirst.map((lab) => [plainDay(lab.day), labNumber(lab.value), rangeWords(lab), againstWords(lab), lab.note])}
        picture={{
          subtitle: t('trendsStretch', plainDay(values[0]?.day ?? ''), plainDay(values.at(-1)?.day ?? '')),
          stem: `rebound-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        }}
      />
      <section class="card stack tight labs-list" aria-label={t('labsList', name)}>
        <ul>
          {newestFirst.map((lab) => (
            <li key={lab.id} data-lab={lab.id}>
              <span>
                <strong>
                  {labNumber(lab.value)} {lab.unit}
                </strong>
                <br />
                <small>{[plainDay(lab.day), rangeWords(lab), againstWords(lab), lab.note].filter((part) => part !== '').join(' · ')}</small>
              </span>
              <button type="button" class="icon" aria-label={t('labEdit', name, plainDay(lab.day))} onClick={() => edit(lab)}>
                <Pencil size={16} aria-hidden="true" />
              </button>
              <button type="button" class="icon" aria-label={t('labDelete', name, plainDay(lab.day))} onClick={() => remove(lab)}>
                <Trash2 size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function rangeWords({ low, high, unit }: LabValue): string {
  if (low !== null && high !== null) return t('trendsRange', labNumber(low), labNumber(high), unit);
  if (low !== null) return t('labFrom', labNumber(low), unit);
  return high === null ? '' : t('labUpTo', labNumber(high), unit);
}

function againstWords(lab: LabValue): string {
  const place = againstRange(lab);
  return place === null ? '' : t(AGAINST[place]);
}
