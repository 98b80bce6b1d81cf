import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Strips, toColumns } from '../../components/app/trends/far-view';

it('keeps one column for each day that is at least a pixel wide', () => {
  expect(toColumns([1, null, 3], 0, 2, (place) => 10 * place)).toEqual([
    { x: 0, value: 1 },
    { x: 10, value: null },
    { x: 20, value: 3 },
  ]);
});

it('averages the days of one pixel, at their middle', () => {
  // Four days a pixel: 0–3 and 4–7.
  expect(toColumns([1, 2, null, 6, null, null, null, null], 0, 7, (place) => place / 4)).toEqual([
    { x: 0.375, value: 3 },
    { x: 1.375, value: null },
  ]);
});

it('property: one column for each pixel with days, between their minimum and maximum', () => {
  const values = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }), { minLength: 1, maxLength: 300 });
  const steps = fc.double({ min: 0.05, max: 3, noNaN: true });
  fc.assert(
    fc.property(values, steps, fc.double({ min: -20, max: 20, noNaN: true }), (all, step, left) => {
      const at = (place: number) => left + place * step;
      const columns = toColumns(all, 0, all.length - 1, at);
      const days = new Map<number, number[]>();
      for (const place of all.keys()) days.set(Math.floor(at(place)), [...(days.get(Math.floor(at(place))) ?? []), place]);
      expect(columns).toHaveLength(days.size);
      for (const [i, [pixel, places]] of [...days].entries()) {
        const known = places.flatMap((place) => all[place] ?? []);
        const { x, value } = columns[i] ?? { x: Number.NaN, value: Number.NaN };
        expect(Math.abs(x - pixel - 0.5)).toBeLessThanOrEqual(0.5);
        if (known.length === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(known.reduce((sum, one) => sum + one, 0) / known.length, 9);
      }
    }),
  );
});

it('joins touching marks of the same height into one strip, and no others', () => {
  const drawn: number[][] = [];
  const ctx = { fillStyle: '', fillRect: (...rect: number[]) => drawn.push(rect) } as unknown as CanvasRenderingContext2D;
  const strips = new Strips();
  for (const [x, y] of [
    [10, 5],
    [11, 5],
    [12, 5],
    [12, 9],
    [15, 5],
  ] as const)
    strips.add(x, y, 2);
  strips.draw(ctx, 'red', 2);
  expect(drawn).toEqual([
    [10, 5, 4, 2],
    [15, 5, 2, 2],
    [12, 9, 2, 2],
  ]);
  expect(ctx.fillStyle).toBe('red');
});
