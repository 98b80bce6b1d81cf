import { t } from '../../../lib/i18n';
import type { CoachWords } from '../../../lib/i18n/words/coach-week-words';
import { EDGE, font, pictureFrame, WIDTH, wrapped } from '../../charts/picture-frame';

const LINE = 22;
const FIRST_COLUMN = 120;
/** Height of the names above and the units below. */
const HEAD = 40;

type Row = { readonly kind: 'text' | 'strong' | 'muted'; readonly text: string; readonly indent: number };

/** The week as an image: the figures as a table, below it sessions and remarks. Null where the browser cannot create one. */
export async function coachPicture({ title, columns, rows, remarks, summary }: CoachWords, near: HTMLElement): Promise<Blob | null> {
  const frame = pictureFrame(near);
  if (frame === null) return null;
  const { pen, theme } = frame;
  const lines = toLines(pen, remarks, summary);
  const tableTop = EDGE + 54;
  const tableEnd = tableTop + HEAD + rows.length * LINE;
  frame.open(tableEnd + 16 + lines.length * LINE + EDGE, title);
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
  pen.font = font(12);
  columns.forEach(({ name, unit }, column) => {
    cell(name, column, tableTop + 10, '--muted');
    cell(unit, column, tableTop + 26, '--muted');
  });
  rule(tableTop + HEAD);
  pen.font = font(13);
  rows.forEach((cells, i) => {
    const top = tableTop + HEAD + i * LINE;
    for (const [column, text] of cells.entries()) cell(text, column, top + LINE / 2, column === 0 ? '--muted' : '--text');
    rule(top + LINE);
  });
  pen.textAlign = 'left';
  let y = tableEnd + 16 + LINE / 2;
  for (const { kind, text, indent } of lines) {
    pen.font = font(13, kind === 'strong' ? 600 : 400);
    pen.fillStyle = theme.colour(kind === 'muted' ? '--muted' : '--text');
    pen.fillText(text, EDGE + indent, y);
    y += LINE;
  }
  return frame.done();
}

function toLines(pen: CanvasRenderingContext2D, remarks: CoachWords['remarks'], summary: readonly string[]): Row[] {
  const plain = (text: string, indent: number, kind: Row['kind']) => wrapped(pen, text).map((line): Row => ({ kind, text: line, indent }));
  return [
    ...summary.flatMap((text) => plain(text, 0, 'text')),
    ...remarks.flatMap(({ day, lines }) => [...plain(day, 0, 'strong'), ...lines.flatMap((line) => plain(line, 16, 'text'))]),
    ...plain(t('notMedical'), 0, 'muted'),
  ];
}
