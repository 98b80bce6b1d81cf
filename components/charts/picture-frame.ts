import { type ChartTheme, chartTheme } from '../chart-theme';

/** What all images share: their width, the surface colour of the current theme, a title at the top. Each draws the rest itself. */

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
  /** Sets height, surface and title. Clears everything drawn before; the plain font applies again. */
  readonly open: (height: number, title: string) => void;
  readonly done: () => Promise<Blob | null>;
}

/** An image to draw on, in the theme at `near`; its pen measures in the plain font. Null where the browser cannot create one. */
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

/** Wraps a text into lines at the pen's current font. */
export function wrapped(pen: CanvasRenderingContext2D, text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && pen.measureText(longer).width <= WIDTH - 2 * EDGE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
