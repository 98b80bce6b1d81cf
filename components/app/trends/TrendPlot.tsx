import { effect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { t } from '../../../lib/i18n';
import { Plot, type PlotOptions } from '../../Plot';
import type { TrendBoard } from './board';
import { dayAndItems, shownPlace } from './readout-words';
import { edges, stillOptions, type TrendChart } from './trend-chart';

interface TrendPlotProps {
  readonly chart: TrendChart;
  readonly board: TrendBoard;
}

/** A chart that one walks through by days: with the pointer, or, focused, with the keys; all charts of the board go along. */
export function TrendPlot({ chart, board }: TrendPlotProps) {
  const options = useMemo(
    (): PlotOptions => (theme) => withCursor(stillOptions(chart, () => board.view.peek())(theme), board, theme.colour('--surface')),
    [chart, board],
  );
  const at = shownPlace(chart, board);
  return (
    <div
      class="trend-plot"
      role="slider"
      tabIndex={0}
      aria-label={t('trendsSlider', chart.title)}
      aria-describedby="trends-keys"
      aria-valuemin={0}
      aria-valuemax={board.last}
      aria-valuenow={at}
      aria-valuetext={dayAndItems(chart, at)}
      onKeyDown={(event) => {
        if (press(board, event)) event.preventDefault();
      }}
    >
      <Plot options={options} data={chart.data} heightPx={chart.heightPx} attach={(plot) => follow(plot, board)} />
    </div>
  );
}

/** What a key does; false when it is not one of ours. */
function press(board: TrendBoard, { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  const week = shiftKey ? 7 : 1;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => board.move(-week),
    ArrowRight: () => board.move(week),
    ArrowDown: () => board.move(-week),
    ArrowUp: () => board.move(week),
    PageUp: () => board.move(-30),
    PageDown: () => board.move(30),
    Home: () => board.point(Math.max(0, board.view.value.from)),
    End: () => board.point(board.view.value.to),
    '+': () => board.scale(0.5),
    '=': () => board.scale(0.5),
    '-': () => board.scale(2),
    Escape: () => {
      board.reset();
      board.point(null);
    },
  };
  const act = keys[key];
  act?.();
  return act !== undefined;
}

function withCursor(options: ReturnType<PlotOptions>, board: TrendBoard, surface: string): ReturnType<PlotOptions> {
  return {
    ...options,
    cursor: {
      y: false,
      points: { size: 9, width: 2, stroke: surface },
      drag: { x: true, y: false, setScale: false },
      bind: {
        dblclick: () => () => {
          board.reset();
          return null;
        },
      },
    },
    hooks: {
      ...options.hooks,
      setCursor: [
        (plot) => {
          // Only what the pointer did: what follows the board must not lead it.
          if (plot.cursor.event != null) board.point(plot.cursor.idx ?? null);
        },
      ],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width > 3) board.zoom(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

/** Keeps a plot at the cursor and the view of the board. */
function follow(plot: uPlot, board: TrendBoard): () => void {
  const first = board.view.peek();
  const stopView = effect(() => {
    const view = board.view.value;
    if (view === first && plot.status === 0) return;
    const [min, max] = edges(view);
    if (plot.scales.x?.min !== min || plot.scales.x?.max !== max) plot.setScale('x', { min, max });
  });
  const stopCursor = effect(() => {
    const at = board.cursor.value;
    // Read, so that the line stays with its day when the view moves.
    void board.view.value;
    if (at === null) plot.setCursor({ left: -10, top: -10 }, false);
    else if (plot.cursor.idx !== at || plot.cursor.event == null) plot.setCursor({ left: plot.valToPos(at, 'x'), top: 0 }, false);
  });
  return () => {
    stopView();
    stopCursor();
  };
}
