import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoAnswer } from '../../components/app/NoAnswer';
import { speakEnglish } from '../support/english';

beforeEach(() => {
  speakEnglish();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

it('a database that does not answer is named after five seconds, with another try and a copy of what can be read', async () => {
  render(<NoAnswer />);
  await act(() => void vi.advanceTimersByTime(4900));
  expect(document.body.textContent).toBe('');
  await act(() => void vi.advanceTimersByTime(200));
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Try again', 'Save what can be read']);
});
