import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VerdictLine } from '../../components/Verdict';
import { speakEnglish } from '../support/english';
import { judgedBy } from '../support/readiness';

beforeEach(() => speakEnglish());
afterEach(cleanup);

/** The paths of the mark, as one text for comparison. */
function shape(container: Element): string {
  return [...container.querySelectorAll('svg path')].map((path) => path.getAttribute('d')).join('|');
}

describe('the verdict', () => {
  it('is a heading with its reason', () => {
    render(<VerdictLine readiness={judgedBy('day-and-trend-low')} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rest or very easy');
    expect(screen.getByText(/below your usual 40–60 ms today/)).toBeTruthy();
  });

  /** Verdicts must be distinguishable without colour, by shape and word. */
  it('is recognisable by shape', () => {
    const shapes = (['in-range', 'below-middle', 'day-low', 'day-and-trend-low', 'learning'] as const).map((rule) => {
      const { container, unmount } = render(<VerdictLine readiness={judgedBy(rule)} />);
      const drawn = shape(container);
      unmount();
      return drawn;
    });
    expect(new Set(shapes).size).toBe(5);
    expect(shapes).not.toContain('');
  });

  it('shows the progress of learning', () => {
    const part = (learned: number) => {
      const { container, unmount } = render(<VerdictLine readiness={judgedBy('learning', { learned })} />);
      const dashes = container.querySelector('[stroke-dasharray]')?.getAttribute('stroke-dasharray')?.split(' ').map(Number) ?? [0, 1];
      unmount();
      return (dashes[0] ?? 0) / (dashes[1] ?? 1);
    };
    expect([part(0), part(3), part(7)]).toEqual([0, expect.closeTo(3 / 7, 6), expect.closeTo(1, 6)]);
  });

  it('has a mark that adds nothing to the words', () => {
    const { container } = render(<VerdictLine readiness={judgedBy('in-range')} />);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});
