import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDay } from '../../components/use-day';
import { clock } from '../../lib/core/clock';
import type { SleepTimes } from '../../lib/core/waking-day';

const Shown = ({ wake = null, bed = null }: Partial<SleepTimes>) => <p role="note">{useDay({ wake, bed })}</p>;
const shown = () => screen.getByRole('note').textContent;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 4, 4, 23, 58) });
  // The tests' clock is held; here it follows the fake timers.
  vi.spyOn(clock, 'now').mockImplementation(() => Date.now());
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the day of a page that stays open', () => {
  it('changes to the next day within a minute', async () => {
    render(<Shown />);
    expect(shown()).toBe('2026-05-04');
    await act(() => void vi.advanceTimersByTime(60_000));
    expect(shown()).toBe('2026-05-04');
    await act(() => void vi.advanceTimersByTime(120_000));
    expect(shown()).toBe('2026-05-05');
  });

  it('lasts past midnight until the middle of the usual sleep', async () => {
    render(<Shown wake="06:30" bed="22:30" />);
    await act(() => void vi.advanceTimersByTime(10 * 60_000));
    expect(shown()).toBe('2026-05-04');
    await act(() => void vi.advanceTimersByTime(150 * 60_000));
    expect(shown()).toBe('2026-05-05');
  });

  it('is read again when the page becomes visible, because a hidden page may have slept', async () => {
    render(<Shown />);
    vi.setSystemTime(new Date(2026, 4, 6, 7));
    await act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(shown()).toBe('2026-05-06');
  });
});
