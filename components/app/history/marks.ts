import type { BeatMark } from '../../../lib/check/detail';

/** The shape of each kind of marked beat, told apart without colour: SVG paths in a box of 12, for legend and canvas alike. */
export const MARKS: Readonly<Record<BeatMark['kind'], string>> = {
  ectopic: 'M6 1L11 10.5H1Z',
  missed: 'M6 .5L11.5 6L6 11.5L.5 6Z',
  extra: 'M1.5 1.5H10.5V10.5H1.5Z',
  long: 'M1 1.5H11L6 11Z',
  short: 'M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1Z',
  other: 'M4.3 1H7.7V4.3H11V7.7H7.7V11H4.3V7.7H1V4.3H4.3Z',
};

export const MARK_KINDS = Object.keys(MARKS) as BeatMark['kind'][];

/** Draws a shape around a place, in canvas pixels; `scale` is canvas pixels per unit of the box. */
export function drawShape(
  context: CanvasRenderingContext2D,
  path: string,
  at: { readonly x: number; readonly y: number },
  scale: number,
  paint: { readonly stroke: string; readonly fill?: string; readonly width?: number },
): void {
  const shape = new Path2D(path);
  context.save();
  context.translate(at.x - 6 * scale, at.y - 6 * scale);
  context.scale(scale, scale);
  if (paint.fill !== undefined) {
    context.fillStyle = paint.fill;
    context.fill(shape);
  }
  context.strokeStyle = paint.stroke;
  context.lineWidth = paint.width ?? 1.5;
  context.stroke(shape);
  context.restore();
}
