import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ChartTheme, chartTheme } from './chart-theme';

/** All options of a chart but its size. Called again when the colour scheme changes; a different function makes a different chart. */
export type PlotOptions = (theme: ChartTheme) => Omit<uPlot.Options, 'width' | 'height'>;

interface PlotProps {
  /** Left out where the surrounding elements name it. */
  readonly label?: string;
  readonly options: PlotOptions;
  readonly data: uPlot.AlignedData;
  readonly heightPx: number;
  /** As high as it is wide, at most `heightPx`. */
  readonly square?: boolean;
  /** Called with each new chart; the function it returns is called before that chart is destroyed. */
  readonly attach?: (plot: uPlot) => () => void;
}

/** One uPlot chart. Redraws when data, options, size or colour scheme change; the caller puts a table behind it. */
export function Plot({ label, options, data, heightPx, square = false, attach }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ options, data, attach });
  latest.current = { options, data, attach };

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const size = () => {
      const width = square ? Math.min(element.clientWidth, heightPx) : element.clientWidth;
      return { width, height: square ? width : heightPx };
    };
    let left = false;
    let detach: (() => void) | undefined;
    const draw = (sized: ReturnType<typeof size>) => {
      if (left) return;
      detach?.();
      plot.current?.destroy();
      const { options: make, data: now, attach: join } = latest.current;
      plot.current = new uPlot({ ...make(chartTheme(element)), ...sized }, now, element);
      detach = join?.(plot.current);
    };
    // In the frame that shows the page, after all its charts were measured, because creating a chart changes the page.
    const first = size();
    queueMicrotask(() => draw(first));
    const again = () => draw(size());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    const sized = new ResizeObserver(() => {
      const now = size();
      // The observer also reports the size that the chart was created in.
      if (plot.current !== null && (plot.current.width !== now.width || plot.current.height !== now.height)) plot.current.setSize(now);
    });
    sized.observe(element);
    return () => {
      left = true;
      dark.removeEventListener('change', again);
      sized.disconnect();
      detach?.();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [heightPx, square, options]);

  useEffect(() => {
    if (plot.current !== null && plot.current.data !== data) plot.current.setData(data);
  }, [data]);

  const named = label === undefined ? {} : { role: 'img' as const, 'aria-label': label };
  // The canvas has a fixed width and must not keep its container from getting narrower.
  const style = { width: '100%', contain: 'inline-size', ...(square ? {} : { minHeight: `${heightPx}px` }) };
  return <div ref={host} {...named} class="plot" style={style} />;
}
