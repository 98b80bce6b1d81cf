import type { CoachWords } from '../../../lib/coach-week-words';
import { t } from '../../../lib/i18n';
import { chartTheme } from '../../chart-theme';
import { wrapped } from '../../charts/chart-picture';

const WIDTH = 960;
const EDGE = 32;
const LINE = 22;
const FIRST_COLUMN = 120;
/** Names above, units below. */
const HEAD = 40;
const FONT = 'system-ui, sans-serif';
const PLAIN = `13px ${FONT}`;

type Row = { readonly kind: 'text' | 'strong' | 'muted'; readonly text: string; readonly indent: number };

/** The week as a picture: the figures as a table, below it what was done and said. Null where the browser gives no picture. */
export async function coachPicture({ title, columns, rows, remarks, summary }: CoachWords, near: HTMLElement): Promise<Blob | null> {
  const theme = chartTheme(near);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.font = PLAIN;
  const lines = linesOf(pen, remarks, summary);
  const tableTop = EDGE + 54;
  const tableEnd = tableTop + HEAD + rows.length * LINE;
  const height = tableEnd + 16 + lines.length * LINE + EDGE;
  const dpr = Math.max(1, devicePixelRatio);
  canvas.width = WIDTH * dpr;
  canvas.height = height * dpr;
  pen.scale(dpr, dpr);
  pen.fillStyle = theme.colour('--surface');
  pen.fillRect(0, 0, WIDTH, height);
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.colour('--text');
  pen.font = `640 20px ${FONT}`;
  pen.fillText(title, EDGE, EDGE + 12);
  const step = (WIDTH - 2 * EDGE - FIRST_COLUMN) / (columns.length - 1);
  const cell = (text: string, column: number, y: number, colour: string) => {
    pen.textAlign = column === 0 ? 'left' : 'right';
    pen.fillStyle = theme.colour(colour);
    pen.fillText(text, column === 0 ? EDGE : EDGE + FIRST_COLUMN + column * step, y, column === 0 ? FIRST_COLUMN : step - 6);
  };
  const rule = (y: number) => {
    pen.fillStyle = theme.colour('--line');
    pen.fillRect(EDGE, y, WIDTH - 2 * EDGE, 1);
  };
  pen.font = `12px ${FONT}`;
  columns.forEach(({ name, unit }, column) => {
    cell(name, column, tableTop + 10, '--muted');
    cell(unit, column, tableTop + 26, '--muted');
  });
  rule(tableTop + HEAD);
  pen.font = PLAIN;
  rows.forEach((cells, i) => {
    const top = tableTop + HEAD + i * LINE;
    for (const [column, text] of cells.entries()) cell(text, column, top + LINE / 2, column === 0 ? '--muted' : '--text');
    rule(top + LINE);
  });
  pen.textAlign = 'left';
  let y = tableEnd + 16 + LINE / 2;
  for (const { kind, text, indent } of lines) {
    pen.font = kind === 'strong' ? `600 13px ${FONT}` : PLAIN;
    pen.fillStyle = theme.colour(kind === 'muted' ? '--muted' : '--text');
    pen.fillText(text, EDGE + indent, y);
    y += LINE;
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function linesOf(pen: CanvasRenderingContext2D, remarks: CoachWords['remarks'], summary: readonly string[]): Row[] {
  const plain = (text: string, indent: number, kind: Row['kind']) => wrapped(pen, text).map((line): Row => ({ kind, text: line, indent }));
  return [
    ...summary.flatMap((text) => plain(text, 0, 'text')),
    ...remarks.flatMap(({ day, lines }) => [...plain(day, 0, 'strong'), ...lines.flatMap((line) => plain(line, 16, 'text'))]),
    ...plain(t('notMedical'), 0, 'muted'),
  ];
}
