import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ChartTheme, chartTheme } from './chart-theme';

/** All of a chart but its size. Called again when the colour scheme changes. */
export type PlotOptions = (theme: ChartTheme) => Omit<uPlot.Options, 'width' | 'height'>;

interface PlotProps {
  readonly label: string;
  readonly options: PlotOptions;
  readonly data: uPlot.AlignedData;
  readonly heightPx: number;
  /** As high as it is wide, up to `heightPx`. */
  readonly square?: boolean;
}

/** One uPlot chart. Redraws when data, size or colour scheme change; the caller puts a table behind it. */
export function Plot({ label, options, data, heightPx, square = false }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ options, data });
  latest.current = { options, data };

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const size = () => {
      const width = square ? Math.min(element.clientWidth, heightPx) : element.clientWidth;
      return { width, height: square ? width : heightPx };
    };
    const draw = () => {
      plot.current?.destroy();
      const { options: make, data: now } = latest.current;
      plot.current = new uPlot({ ...make(chartTheme(element)), ...size() }, now, element);
    };
    draw();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    const sized = new ResizeObserver(() => plot.current?.setSize(size()));
    sized.observe(element);
    return () => {
      dark.removeEventListener('change', draw);
      sized.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [heightPx, square]);

  useEffect(() => plot.current?.setData(data), [data]);

  return (
    <div
      ref={host}
      role="img"
      aria-label={label}
      class="plot"
      style={{ width: '100%', ...(square ? {} : { minHeight: `${heightPx}px` }) }}
    />
  );
}
