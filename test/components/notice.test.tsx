import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Notice } from '../../components/Notice';

afterEach(cleanup);

describe('a notice', () => {
  it('says what happened and what to do', () => {
    const { container } = render(
      <Notice what="The link was lost." todo="Come closer.">
        <button type="button">Try again</button>
      </Notice>,
    );
    expect(container.querySelector('p')?.textContent).toBe('The link was lost. Come closer.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('is read out only where it is told to: a warning at once, the rest when there is a pause', () => {
    render(<Notice what="Quiet." />);
    render(<Notice what="Quiet." kind="warn" />);
    expect([screen.queryByRole('alert'), screen.queryByRole('status')]).toEqual([null, null]);
    render(<Notice what="Loud." kind="warn" live />);
    render(<Notice what="Polite." live />);
    expect(screen.getByRole('alert').textContent).toContain('Loud.');
    expect(screen.getByRole('status').textContent).toContain('Polite.');
  });

  it('can be told from a warning by its picture', () => {
    const picture = (kind: 'info' | 'warn') => render(<Notice what="x" kind={kind} />).container.querySelector('svg')?.innerHTML;
    expect(picture('info')).not.toBe(picture('warn'));
  });
});
