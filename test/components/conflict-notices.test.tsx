import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { ConflictNotices } from '../../components/plan/ConflictNotices';
import type { Today } from '../../lib/today/read-today';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());

it('shows each conflict with its reason', () => {
  const race = { kind: 'event', why: 'ill', event: { kind: 'race', atMs: 1_777_900_000_000, day: '2026-05-04' }, offers: [], easier: null };
  const run = { kind: 'session', why: 'rest-day', session: { sport: 'run', atMs: 1_777_990_000_000, day: '2026-05-05' } };
  const today = { conflicts: [race, run], readiness: { verdict: 'rest' } } as unknown as Today;
  render(<ConflictNotices today={today} />, document.body);
  const [first, second] = [...document.querySelectorAll('[data-conflict]')].map((one) => one.textContent);
  expect(first).toContain('You are ill: no training and no racing until you are well.');
  expect(first).toContain('Race');
  expect(second).toContain("Your plan has this week's rest day on that day.");
});
