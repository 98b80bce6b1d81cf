import { ImageDown } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { Plot } from '../Plot';
import type { Chart, LegendItem } from './chart';
import { chartPicture } from './chart-picture';
import { DataTable } from './DataTable';
import { download } from './download';
import { Legend } from './Legend';
import './charts.css';

/** The text around a chart's picture, and its file name. */
export interface PictureOf {
  readonly subtitle: string;
  readonly stem: string;
}

interface ChartCardProps {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** Null when the check is too short for it; `missing` tells why. */
  readonly chart: Chart | null;
  readonly missing?: string;
  /** What the chart shows, in one sentence, for people who cannot see it. */
  readonly label: string;
  readonly legend?: readonly LegendItem[];
  readonly notes?: readonly string[];
  readonly heads: readonly string[];
  readonly rows: () => readonly (readonly string[])[];
  readonly picture: PictureOf;
}

/** A chart with its legend, its table, and a button for a picture of it. */
export function ChartCard(props: ChartCardProps) {
  const { name, title, unit, chart, missing, label, legend = [], notes = [], heads, rows, picture } = props;
  const card = useRef<HTMLElement>(null);
  const save = async () => {
    if (chart === null || card.current === null) return;
    const blob = await chartPicture({ title: `${title} (${unit})`, subtitle: picture.subtitle, chart, legend, notes }, card.current);
    if (blob !== null) download(`${picture.stem}-${name}.png`, blob);
  };
  return (
    <section class="card stack chart-card" ref={card} data-chart={name}>
      <div class="between">
        <h2>
          {title} <span class="unit">{unit}</span>
        </h2>
        {chart !== null && (
          <button type="button" class="icon" title={t('downloadPng')} aria-label={t('downloadPngOf', title)} onClick={() => void save()}>
            <ImageDown size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      {chart === null ? (
        <p class="muted">– {t('chartTooShort', missing ?? t('needsNothing'))}</p>
      ) : (
        <>
          <Plot label={label} options={chart.options} data={chart.data} heightPx={chart.heightPx} square={chart.square ?? false} />
          {legend.length > 0 && <Legend items={legend} />}
          {notes.map((note) => (
            <small key={note}>{note}</small>
          ))}
          <DataTable title={title} heads={heads} rows={rows} />
        </>
      )}
    </section>
  );
}
