import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChartGroup } from '../../components/app/trends/chart-group';

describe('the group of the charts', () => {
  it('shows all days at first, and at least a week', () => {
    expect(new ChartGroup(90).view.value).toEqual({ from: 0, to: 89 });
    expect(new ChartGroup(1).view.value).toEqual({ from: -6, to: 0 });
  });

  it('zooms to the dragged stretch, and back', () => {
    const group = new ChartGroup(90);
    group.zoom(29.7, 10.2);
    expect(group.view.value).toEqual({ from: 10, to: 30 });
    expect(group.zoomed.value).toBe(true);
    group.reset();
    expect(group.zoomed.value).toBe(false);
  });

  it('moves by days from the last one in view, and scrolls with it', () => {
    const group = new ChartGroup(90);
    group.move(-1);
    expect(group.cursor.value).toBe(89);
    group.move(-1);
    expect(group.cursor.value).toBe(88);
    group.zoom(70, 89);
    group.move(-30);
    expect(group.cursor.value).toBe(58);
    expect(group.view.value).toEqual({ from: 58, to: 77 });
  });

  it('property: any keys keep view and cursor within the days, and the view at least a week long', () => {
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
        const group = new ChartGroup(days);
        const all = group.view.value;
        for (const one of steps) {
          if (one.kind === 'zoom') group.zoom(one.a, one.b);
          else if (one.kind === 'move') group.move(one.a);
          else if (one.kind === 'scale') group.scale(one.a);
          else group.point(one.a);
          const { from, to } = group.view.value;
          expect(from).toBeGreaterThanOrEqual(all.from);
          expect(to).toBeLessThanOrEqual(all.to);
          expect(to - from).toBeGreaterThanOrEqual(6);
          const cursor = group.cursor.value;
          if (cursor !== null) expect(cursor >= 0 && cursor <= group.last && Number.isInteger(cursor)).toBe(true);
        }
      }),
    );
  });
});
