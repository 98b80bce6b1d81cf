import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { CardMorningView } from '../../components/card/Morning';
import type { CardMorning } from '../../lib/views/card/schema';
import { speakEnglish } from '../support/english';

const morning: CardMorning = {
  verdict: 'push',
  headline: 'Ready for hard',
  reason: 'HRV is fine.',
  measured: '07:12',
  share: 1,
  since: null,
  demo: false,
};
const none: CardMorning = { ...morning, verdict: 'learning', headline: 'No check yet today', reason: 'Measure.', measured: null, share: 0 };

let asked: unknown[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  asked = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: unknown) => {
    asked.push(message);
    return { ok: true, output: null };
  }) as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('this morning on the card', () => {
  it('shows verdict and reason, and says that they are about the morning', () => {
    const { container } = render(<CardMorningView morning={morning} />);
    expect(screen.getByRole('heading').textContent).toBe('Ready for hard');
    expect(container.textContent).toContain('HRV is fine.');
    expect(container.querySelector('small')?.textContent).toBe('measured 07:12');
  });

  it.each([
    ['without a check offers one', none, 'Start check', 'check'],
    ['with a check opens today', morning, 'Open Rebound', 'today'],
  ] as const)('%s', (_, of, name, to) => {
    render(<CardMorningView morning={of} />);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(asked).toEqual([{ rebound: 1, kind: 'open-app', input: { screen: to } }]);
  });

  it('is marked as simulated for the simulated strap', () => {
    render(<CardMorningView morning={{ ...morning, demo: true }} />);
    expect(screen.getByText('Demo')).toBeTruthy();
  });

  it('lists what was done since, when that did not change the verdict', () => {
    const { container } = render(<CardMorningView morning={{ ...morning, since: 'Done since: 30.' }} />);
    expect(container.textContent).toContain('HRV is fine. Done since: 30.');
  });
});
