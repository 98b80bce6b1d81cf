import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Notice } from '../../components/Notice';

afterEach(cleanup);

describe('a notice', () => {
  it('shows what happened and what to do', () => {
    const { container } = render(
      <Notice what="The link was lost." todo="Come closer.">
        <button type="button">Try again</button>
      </Notice>,
    );
    expect(container.querySelector('p')?.textContent).toBe('The link was lost. Come closer.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('is announced only when asked for: a warning at once, anything else when the reader pauses', () => {
    render(<Notice what="Quiet." />);
    render(<Notice what="Quiet." kind="warn" />);
    expect([screen.queryByRole('alert'), screen.queryByRole('status')]).toEqual([null, null]);
    render(<Notice what="Loud." kind="warn" live />);
    render(<Notice what="Polite." live />);
    expect(screen.getByRole('alert').textContent).toContain('Loud.');
    expect(screen.getByRole('status').textContent).toContain('Polite.');
  });

  it('can be told from a warning by its icon', () => {
    const picture = (kind: 'info' | 'warn') => render(<Notice what="x" kind={kind} />).container.querySelector('svg')?.innerHTML;
    expect(picture('info')).not.toBe(picture('warn'));
  });
});
