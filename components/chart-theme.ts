/** Colours for canvases, which can read neither custom properties nor `light-dark()`. */
export interface ChartTheme {
  /** Resolves a colour such as `--accent`, or any CSS colour made from one, for the canvas. */
  readonly colour: (css: string) => string;
}

export const CHART_FONT = '12px system-ui';

/** Cache of resolved colours, for light and dark: all charts of a page share them. */
const resolved = { light: new Map<string, string>(), dark: new Map<string, string>() };

/** The theme at an element: the browser resolves each colour on a real element, once. */
export function chartTheme(element: HTMLElement): ChartTheme {
  const known = resolved[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'];
  return {
    colour: (css) => {
      const before = known.get(css);
      if (before !== undefined) return before;
      const probe = document.createElement('span');
      probe.style.color = css.startsWith('--') ? `var(${css})` : css;
      element.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      known.set(css, color);
      return color;
    },
  };
}

/** Style of axes: muted labels, thin lines, no ticks. */
export function axisStyle({ colour }: ChartTheme) {
  return {
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    font: CHART_FONT,
  };
}
