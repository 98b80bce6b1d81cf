import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignalCard } from '../../components/app/SignalCard';
import { TodayCard } from '../../components/app/TodayCard';
import { judgeDay } from '../../lib/readiness';
import type { Check } from '../../lib/storage';
import type { DayReading } from '../../lib/today/today';
import { aCheck } from '../support/checks';
import { speakEnglish } from '../support/english';
import { judgedBy } from '../support/readiness';

beforeEach(() => speakEnglish());
afterEach(cleanup);

/** A day without other data. */
const JUDGED = judgeDay({
  day: '2026-05-04',
  nowMs: Date.parse('2026-05-04T12:00Z'),
  checks: [],
  today: null,
  checkIns: [],
  activities: [],
  loads: [],
  massKg: null,
});

const today = (changes: Partial<DayReading> = {}): DayReading => ({
  day: '2026-05-04',
  world: 'own',
  judged: JUDGED,
  ruledOut: null,
  readiness: judgedBy('in-range'),
  check: aCheck({ rmssdMs: 54.4, hrBpm: 52 }),
  ...changes,
});

describe('today', () => {
  it('shows the figures with their usual ranges', () => {
    const { container } = render(<TodayCard today={today()} />);
    expect(container.querySelector('[data-rmssd]')?.textContent).toBe('54ms');
    expect(screen.getByText('your usual 40–60')).toBeTruthy();
    expect(screen.getByText('your usual 50–54')).toBeTruthy();
    expect(container.textContent).toContain('7-day average: 49 ms, usual 40–60');
    expect(container.textContent).toContain('Monday 4 May · Measured 6:00');
  });

  it('shows a small RMSSD with a decimal, where it matters', () => {
    const { container } = render(<TodayCard today={today({ check: aCheck({ rmssdMs: 12.34 }) })} />);
    expect(container.querySelector('[data-rmssd]')?.textContent).toBe('12.3ms');
  });

  it('has no range while learning, and says when it will', () => {
    render(<TodayCard today={today({ readiness: judgedBy('learning') })} />);
    expect(screen.getByText('your range shows after 7 mornings')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('shows no figures for a check without any', () => {
    const { container } = render(
      <TodayCard today={today({ readiness: judgedBy('unreadable'), check: aCheck({ rmssdMs: null, rating: 'unusable' }) })} />,
    );
    expect(container.querySelector('[data-rmssd]')).toBeNull();
    expect(container.textContent).not.toMatch(/NaN|null|undefined/);
  });

  it.each([
    ['without a check', today({ check: null, readiness: judgedBy('no-check') }), 'Start check'],
    ['with one', today(), 'Measure again'],
    ['with one of the simulated strap', today({ world: 'demo' }), 'Start check'],
  ] as const)('%s offers to measure', (_, of, name) => {
    render(<TodayCard today={of} />);
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe('#check');
  });

  it('is marked as simulated for the simulated strap', () => {
    render(<TodayCard today={today({ world: 'demo' })} />);
    expect(screen.getByText('Demo')).toBeTruthy();
  });

  it('offers another measurement after a check', () => {
    const again = vi.fn();
    render(<TodayCard today={today()} again={again} />);
    fireEvent.click(screen.getByRole('button', { name: 'Measure again' }));
    expect(again).toHaveBeenCalledOnce();
  });
});

describe('the signal', () => {
  const signal = (quality: Check['summary']['quality'], changes: Partial<Check> = {}) => {
    const check = aCheck();
    return render(<SignalCard check={{ ...check, ...changes, summary: { ...check.summary, quality } }} />).container;
  };

  it('shows the rating and every reason', () => {
    const container = signal({
      rating: 'fair',
      reasons: [
        { code: 'corrected', value: 4.2 },
        { code: 'coverage', value: 93 },
      ],
    });
    expect(screen.getByText('Fair signal')).toBeTruthy();
    expect([...container.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      '4.2 % of beats had to be corrected.',
      'Only 93 % of the time is covered by beats.',
    ]);
  });

  it('says when there is nothing to report, and when the check was cut short', () => {
    const container = signal({ rating: 'good', reasons: [] }, { complete: false });
    expect(container.textContent).toContain('No problems.');
    expect(container.textContent).toContain('Ended early');
  });
});
