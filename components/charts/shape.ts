/** How a shape is painted; an outline where `fill` is left out. */
export interface Paint {
  readonly stroke: string;
  readonly fill?: string;
  readonly width?: number;
  readonly dash?: readonly [number, number];
}

/** Draws an SVG path in a box of 12 around a place, in canvas pixels; `scale` is canvas pixels per unit of the box. */
export function drawShape(
  context: CanvasRenderingContext2D,
  path: string,
  at: { readonly x: number; readonly y: number },
  scale: number,
  paint: Paint,
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
  if (paint.dash !== undefined) context.setLineDash([...paint.dash]);
  if (paint.width !== 0) context.stroke(shape);
  context.restore();
}
