import { ImageDown } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { chartPicture } from '../../charts/chart-picture';
import { DataTable } from '../../charts/DataTable';
import { download } from '../../charts/download';
import { LegendKey } from '../../charts/Legend';
import type { ChartGroup } from './chart-group';
import { dayWords, shownPlace } from './readout-words';
import { TrendPlot } from './TrendPlot';
import { stillOptions, type TrendChart } from './trend-chart';

interface TrendCardProps {
  readonly chart: TrendChart;
  readonly group: ChartGroup;
  /** What is missing, while there is too little to draw. */
  readonly missing: string | null;
}

/** A chart with the values of the day under the cursor, its table, and a button for a picture of it. */
export function TrendCard({ chart, group, missing }: TrendCardProps) {
  const card = useRef<HTMLElement>(null);
  const { name, title, unit, days, items, notes = [], has, table } = chart;
  const save = async () => {
    if (card.current === null) return;
    const view = group.view.peek();
    const still = { data: chart.data, heightPx: chart.heightPx, options: stillOptions(chart, () => view) };
    const stretch = t('trendsStretch', dayWords(chart, Math.max(0, view.from)), dayWords(chart, view.to));
    const blob = await chartPicture({ title: `${title} (${unit})`, subtitle: stretch, chart: still, legend: items, notes }, card.current);
    if (blob !== null) download(`rebound-${days[Math.max(0, view.from)]}-${days[view.to]}-${name}.png`, blob);
  };
  return (
    <section class="card stack chart-card trend-card" ref={card} data-chart={name}>
      <div class="between">
        <h2>
          {title} <span class="unit">{unit}</span>
        </h2>
        {missing === null && (
          <button type="button" class="icon" title={t('downloadPng')} aria-label={t('downloadPngOf', title)} onClick={() => void save()}>
            <ImageDown size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      {missing !== null ? (
        <div class="trend-missing">
          <p>{t('trendsNotYet')}</p>
          <p class="muted">{missing}</p>
        </div>
      ) : (
        <>
          <Readout chart={chart} group={group} />
          <TrendPlot chart={chart} group={group} />
          {notes.map((note) => (
            <small key={note}>{note}</small>
          ))}
          <DataTable
            title={title}
            heads={[t('colDay'), ...table.map(({ head }) => head)]}
            rows={() =>
              days
                .map((_, place) => place)
                .filter(has)
                .reverse()
                .map((place) => [dayWords(chart, place), ...table.map(({ at }) => at(place))])
            }
          />
        </>
      )}
    </section>
  );
}

/** The legend, with the values of one day. */
function Readout({ chart, group }: { chart: TrendChart; group: ChartGroup }) {
  const at = shownPlace(chart, group);
  return (
    <div class="readout">
      <ul class="legend">
        <li class="readout-day">{dayWords(chart, at)}</li>
        {chart.items.map((item) => (
          <li key={item.label}>
            <LegendKey {...item} />
            <span class="muted">{item.label}</span>
            {item.at !== undefined && <b>{item.at(at) ?? '–'}</b>}
          </li>
        ))}
      </ul>
      {chart.also !== undefined && <small class="readout-also">{chart.also(at) ?? ' '}</small>}
    </div>
  );
}
