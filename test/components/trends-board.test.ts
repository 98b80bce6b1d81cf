import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrendBoard } from '../../components/app/trends/board';

describe('the board of the charts', () => {
  it('shows all days at first, and at least a week', () => {
    expect(new TrendBoard(90).view.value).toEqual({ from: 0, to: 89 });
    expect(new TrendBoard(1).view.value).toEqual({ from: -6, to: 0 });
  });

  it('zooms to what was drawn over, and back', () => {
    const board = new TrendBoard(90);
    board.zoom(29.7, 10.2);
    expect(board.view.value).toEqual({ from: 10, to: 30 });
    expect(board.zoomed.value).toBe(true);
    board.reset();
    expect(board.zoomed.value).toBe(false);
  });

  it('moves by days from the last one in view, and the view goes along', () => {
    const board = new TrendBoard(90);
    board.move(-1);
    expect(board.cursor.value).toBe(89);
    board.move(-1);
    expect(board.cursor.value).toBe(88);
    board.zoom(70, 89);
    board.move(-30);
    expect(board.cursor.value).toBe(58);
    expect(board.view.value).toEqual({ from: 58, to: 77 });
  });

  it('property: whatever is pressed, view and cursor stay within the days and the view is at least a week', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('zoom' as const),
        a: fc.double({ min: -50, max: 500, noNaN: true }),
        b: fc.double({ min: -50, max: 500, noNaN: true }),
      }),
      fc.record({ kind: fc.constant('move' as const), a: fc.integer({ min: -400, max: 400 }) }),
      fc.record({ kind: fc.constant('scale' as const), a: fc.constantFrom(0.5, 2) }),
      fc.record({ kind: fc.constant('point' as const), a: fc.integer({ min: -10, max: 500 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.array(step, { maxLength: 30 }), (days, steps) => {
        const board = new TrendBoard(days);
        const all = board.view.value;
        for (const one of steps) {
          if (one.kind === 'zoom') board.zoom(one.a, one.b);
          else if (one.kind === 'move') board.move(one.a);
          else if (one.kind === 'scale') board.scale(one.a);
          else board.point(one.a);
          const { from, to } = board.view.value;
          expect(from).toBeGreaterThanOrEqual(all.from);
          expect(to).toBeLessThanOrEqual(all.to);
          expect(to - from).toBeGreaterThanOrEqual(6);
          const cursor = board.cursor.value;
          if (cursor !== null) expect(cursor >= 0 && cursor <= board.last && Number.isInteger(cursor)).toBe(true);
        }
      }),
    );
  });
});
