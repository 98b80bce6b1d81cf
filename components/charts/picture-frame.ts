import { type ChartTheme, chartTheme } from '../chart-theme';

/** What all pictures have in common: their width, the surface of the present theme, a title above. Each draws the rest itself. */

export const WIDTH = 960;
export const EDGE = 32;
const FONT = 'system-ui, sans-serif';
const TITLE = `640 20px ${FONT}`;

/** A font of the pictures: `font(13)`, `font(13, 600)`. */
export function font(px: number, weight = 400): string {
  return `${weight} ${px}px ${FONT}`;
}

export interface PictureFrame {
  readonly pen: CanvasRenderingContext2D;
  readonly theme: ChartTheme;
  /** Gives it its height, its surface and its title. Nothing drawn before stays; the plain font holds again. */
  readonly open: (height: number, title: string) => void;
  readonly done: () => Promise<Blob | null>;
}

/** A picture to draw on, in the theme that `near` stands on; its pen measures in the plain font. Null where the browser gives none. */
export function pictureFrame(near: HTMLElement): PictureFrame | null {
  const theme = chartTheme(near);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.font = font(13);
  const open = (height: number, title: string) => {
    const dpr = Math.max(1, devicePixelRatio);
    canvas.width = WIDTH * dpr;
    canvas.height = height * dpr;
    pen.scale(dpr, dpr);
    pen.fillStyle = theme.colour('--surface');
    pen.fillRect(0, 0, WIDTH, height);
    pen.textBaseline = 'middle';
    pen.fillStyle = theme.colour('--text');
    pen.font = TITLE;
    pen.fillText(title, EDGE, EDGE + 10);
    pen.font = font(13);
  };
  return { pen, theme, open, done: () => new Promise((resolve) => canvas.toBlob(resolve, 'image/png')) };
}

/** A text in as many lines as it takes at the pen's present font. */
export function wrapped(pen: CanvasRenderingContext2D, text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && pen.measureText(longer).width <= WIDTH - 2 * EDGE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
