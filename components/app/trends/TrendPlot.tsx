import { effect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { t } from '../../../lib/i18n';
import { Plot, type PlotOptions } from '../../Plot';
import type { ChartGroup } from './chart-group';
import { dayAndItems, shownPlace } from './readout-words';
import { edges, stillOptions, type TrendChart } from './trend-chart';

interface TrendPlotProps {
  readonly chart: TrendChart;
  readonly group: ChartGroup;
}

/** A chart with a day cursor, moved by the pointer or, with the focus, by keys; all charts of the group follow. */
export function TrendPlot({ chart, group }: TrendPlotProps) {
  const options = useMemo(
    (): PlotOptions => (theme) => withCursor(stillOptions(chart, () => group.view.peek())(theme), group, theme.colour('--surface')),
    [chart, group],
  );
  const at = shownPlace(chart, group);
  return (
    <div
      class="trend-plot"
      role="slider"
      tabIndex={0}
      aria-label={t('trendsSlider', chart.title)}
      aria-describedby="trends-keys"
      aria-valuemin={0}
      aria-valuemax={group.last}
      aria-valuenow={at}
      aria-valuetext={dayAndItems(chart, at)}
      onKeyDown={(event) => {
        if (press(group, event)) event.preventDefault();
      }}
    >
      <Plot options={options} data={chart.data} heightPx={chart.heightPx} attach={(plot) => follow(plot, group)} />
    </div>
  );
}

/** Handles a key; false when it has no meaning here. */
function press(group: ChartGroup, { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  const week = shiftKey ? 7 : 1;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => group.move(-week),
    ArrowRight: () => group.move(week),
    ArrowDown: () => group.move(-week),
    ArrowUp: () => group.move(week),
    PageUp: () => group.move(-30),
    PageDown: () => group.move(30),
    Home: () => group.point(Math.max(0, group.view.value.from)),
    End: () => group.point(group.view.value.to),
    '+': () => group.scale(0.5),
    '=': () => group.scale(0.5),
    '-': () => group.scale(2),
    Escape: () => {
      group.reset();
      group.point(null);
    },
  };
  const act = keys[key];
  act?.();
  return act !== undefined;
}

function withCursor(options: ReturnType<PlotOptions>, group: ChartGroup, surface: string): ReturnType<PlotOptions> {
  return {
    ...options,
    cursor: {
      y: false,
      points: { size: 9, width: 2, stroke: surface },
      drag: { x: true, y: false, setScale: false },
      bind: {
        dblclick: () => () => {
          group.reset();
          return null;
        },
      },
    },
    hooks: {
      ...options.hooks,
      setCursor: [
        (plot) => {
          // Only movements of the pointer: a plot that follows the group must not drive it.
          if (plot.cursor.event != null) group.point(plot.cursor.idx ?? null);
        },
      ],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width > 3) group.zoom(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

/** Keeps a plot at the group's cursor and view. */
function follow(plot: uPlot, group: ChartGroup): () => void {
  const first = group.view.peek();
  const stopView = effect(() => {
    const view = group.view.value;
    if (view === first && plot.status === 0) return;
    const [min, max] = edges(view);
    if (plot.scales.x?.min !== min || plot.scales.x?.max !== max) plot.setScale('x', { min, max });
  });
  const stopCursor = effect(() => {
    const at = group.cursor.value;
    // Read to subscribe, so that the line stays with its day when the view moves.
    void group.view.value;
    if (at === null) plot.setCursor({ left: -10, top: -10 }, false);
    else if (plot.cursor.idx !== at || plot.cursor.event == null) plot.setCursor({ left: plot.valToPos(at, 'x'), top: 0 }, false);
  });
  return () => {
    stopView();
    stopCursor();
  };
}
