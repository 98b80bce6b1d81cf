// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { Morning } from '../../components/card/Morning';
import type { CardMorning } from '../../lib/messages';
import { speakEnglish } from '../support/english';

const morning: CardMorning = {
  verdict: 'push',
  headline: 'Ready for hard',
  reason: 'HRV is fine.',
  measured: '07:12',
  share: 1,
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
  it('says verdict, reason, and that it stands for the morning', () => {
    const { container } = render(<Morning morning={morning} />);
    expect(screen.getByRole('heading').textContent).toBe('Ready for hard');
    expect(container.textContent).toContain('HRV is fine.');
    expect(container.querySelector('small')?.textContent).toBe('measured 07:12. It stands for this morning, before this activity.');
  });

  it.each([
    ['without a check offers one', none, 'Start check', 'check'],
    ['with a check opens today', morning, 'Open Rebound', 'today'],
  ] as const)('%s', (_, of, name, to) => {
    render(<Morning morning={of} />);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(asked).toEqual([{ rebound: 1, kind: 'open-app', input: { screen: to } }]);
  });

  it('of the simulated strap is marked', () => {
    render(<Morning morning={{ ...morning, demo: true }} />);
    expect(screen.getByText('Demo')).toBeTruthy();
  });

  it('says when the extension cannot be asked, and nothing of a verdict', () => {
    const { container } = render(<Morning morning={new Error('secret')} />);
    expect(container.textContent).toContain('Reload the page');
    expect(container.textContent).not.toContain('secret');
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('before the answer says nothing yet', () => {
    render(<Morning morning={null} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
