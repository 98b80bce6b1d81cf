import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { t } from '../lib/i18n';

interface TachogramProps {
  /** Time of each beat, s; and its interval, ms; null where there is a gap. */
  readonly atS: readonly number[];
  readonly rrMs: readonly (number | null)[];
  readonly heightPx?: number;
}

/** RR intervals over time. Redraws when data, size or colour scheme change; the caller puts a table behind it. */
export function Tachogram({ atS, rrMs, heightPx = 220 }: TachogramProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = useRef<uPlot.AlignedData>([[], []]);
  data.current = [[...atS], [...rrMs]];

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(options(element, heightPx), data.current, element);
    };
    draw();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    const sized = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height: heightPx }));
    sized.observe(element);
    return () => {
      dark.removeEventListener('change', draw);
      sized.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [heightPx]);

  useEffect(() => plot.current?.setData(data.current), [atS, rrMs]);

  return <div ref={host} role="img" aria-label={t('tachogram')} style={{ width: '100%', minHeight: `${heightPx}px` }} />;
}

function options(element: HTMLElement, height: number): uPlot.Options {
  const colour = (name: string) => resolved(element, name);
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui' };
  return {
    width: element.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { range: (plot) => rrRange(plot.data[1] ?? []) } },
    axes: [
      { ...axis, values: (_plot, ticks) => ticks.map((tick) => `${tick} ${t('secondsAxis')}`), size: 32 },
      { ...axis, size: 52, values: (_plot, ticks) => ticks.map((tick) => `${tick}`) },
    ],
    series: [{}, { stroke: colour('--accent'), width: 2, points: { show: false }, spanGaps: false }],
  };
}

/**
 * The range in ms that shows the run of the beats: the middle 96 % of them with some air, at least 200 ms high so that a calm trace looks
 * calm. A stray interval leaves the picture rather than flatten all others.
 */
function rrRange(values: ArrayLike<number | null | undefined>): [number, number] {
  const known = Array.from(values)
    .filter((value): value is number => typeof value === 'number')
    .sort((a, b) => a - b);
  const low = known[Math.floor(known.length * 0.02)];
  const high = known[Math.ceil(known.length * 0.98) - 1];
  if (low === undefined || high === undefined) return [600, 1200];
  const middle = (low + high) / 2;
  const half = Math.max(100, (high - low) * 0.75);
  return [Math.floor((middle - half) / 20) * 20, Math.ceil((middle + half) / 20) * 20];
}

/** A canvas cannot read custom properties, nor `light-dark()`: let the browser resolve one on a real element. */
function resolved(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
