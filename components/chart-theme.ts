/** Colours for canvases, which can read neither custom properties nor `light-dark()`. */
export interface ChartTheme {
  /** A colour as `--accent`, or any CSS colour made of such, as the canvas wants it. */
  readonly colour: (css: string) => string;
}

export const CHART_FONT = '12px system-ui';

/** Colours that were asked for, by light or dark: every chart of a page has the same. */
const resolved = { light: new Map<string, string>(), dark: new Map<string, string>() };

/** The theme at an element: the browser resolves each colour on a real one, once. */
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

/** How axes look: muted words, thin lines, no ticks. */
export function axisStyle({ colour }: ChartTheme) {
  return {
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    font: CHART_FONT,
  };
}
