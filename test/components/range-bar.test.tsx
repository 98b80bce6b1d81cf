import { cleanup, render } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RangeBar } from '../../components/RangeBar';
import type { Band } from '../../lib/readiness';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());
afterEach(cleanup);

/** RMSSD from 40 to 60 ms, in ln. */
const band: Band = { mean: Math.log(Math.sqrt(2400)), low: Math.log(40), high: Math.log(60) };

function bar(rmssdMs: number, of: Band = band) {
  const { container, unmount } = render(<RangeBar value={Math.log(rmssdMs)} band={of} shown={Math.exp} unit="ms" />);
  const percent = (selector: string, side: 'left' | 'width') =>
    Number.parseFloat(container.querySelector<HTMLElement>(selector)?.style[side] ?? 'NaN');
  const left = percent('.band', 'left');
  const result = {
    low: left,
    high: left + percent('.band', 'width'),
    mark: percent('.mark', 'left'),
    label: container.querySelector('[role=img]')?.getAttribute('aria-label'),
    text: container.querySelector('small')?.textContent,
  };
  unmount();
  return result;
}

describe('a value in its range', () => {
  it('is described in words', () => {
    expect(bar(54)).toMatchObject({ label: '54 ms, your usual range 40 to 60', text: 'your usual 40–60' });
  });

  it('shows the middle of the range in the middle', () => {
    const { low, high, mark } = bar(Math.sqrt(2400));
    expect([mark, (low + high) / 2]).toEqual([expect.closeTo(50, 6), expect.closeTo(50, 6)]);
  });

  it('shows a value at the border on the border of the band', () => {
    expect(bar(40).mark).toBeCloseTo(bar(40).low, 6);
    expect(bar(60).mark).toBeCloseTo(bar(60).high, 6);
  });

  it('uses the scale of the verdict: equal ratios are equal distances', () => {
    const [one, two] = [bar(45), bar(50)];
    const perLn = ({ mark }: { mark: number }, ms: number) => (mark - 50) / (Math.log(ms) - band.mean);
    expect(perLn(one, 45)).toBeCloseTo(perLn(two, 50), 6);
  });

  it('property: keeps mark and band on the bar, and the mark in the band exactly when the value is in range', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 300, noNaN: true }), fc.double({ min: 0.02, max: 1, noNaN: true }), (rmssdMs, half) => {
        const of = { mean: band.mean, low: band.mean - half, high: band.mean + half };
        const { low, high, mark } = bar(rmssdMs, of);
        for (const place of [low, high, mark]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
        }
        const ln = Math.log(rmssdMs);
        fc.pre(Math.abs(ln - of.low) > 1e-6 && Math.abs(ln - of.high) > 1e-6);
        expect(mark > low && mark < high).toBe(ln > of.low && ln < of.high);
      }),
    );
  });
});
