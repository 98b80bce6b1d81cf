import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { ConflictNotices } from '../../components/plan/ConflictNotices';
import type { Conflict } from '../../lib/planner';
import type { ReboundDatabase } from '../../lib/storage';
import type { Today } from '../../lib/today/read-today';
import { speakEnglish } from '../support/english';

beforeEach(() => speakEnglish());

const race: Conflict = {
  sessionId: 's1',
  kind: 'event',
  why: 'ill',
  event: { kind: 'race', atMs: 1_777_900_000_000, day: '2026-05-04' },
  offers: ['drop', 'keep'],
  easier: null,
  moveTo: null,
};
const run: Conflict = {
  sessionId: 's2',
  kind: 'session',
  why: 'rest-day',
  session: { sport: 'run', atMs: 1_777_990_000_000, day: '2026-05-05', minutes: 60, intensity: 'hard' },
  offers: ['easy', 'move', 'drop', 'keep'],
  easier: { intensity: 'easy', minutes: 40 },
  moveTo: '2026-05-07',
};

it('shows each conflict with its reason, and a button for each answer', () => {
  const today = { conflicts: [race, run], readiness: { verdict: 'rest' }, world: 'own' } as unknown as Today;
  render(<ConflictNotices db={{} as ReboundDatabase} today={today} />, document.body);
  const shown = [...document.querySelectorAll('[data-conflict]')];
  expect(shown[0]?.textContent).toContain('You are ill: not today.');
  expect(shown[0]?.textContent).toContain('Race');
  expect(shown[1]?.textContent).toContain("Your plan has this week's rest day on that day.");
  const buttons = shown.map((one) => [...one.querySelectorAll('button')].map((button) => button.textContent));
  expect(buttons[0]).toEqual(['Drop it', 'Keep it']);
  expect(buttons[1]?.[0]).toBe('Make it easy, 40 minutes');
  expect(buttons[1]?.[1]).toContain('7 May');
  expect(buttons[1]?.slice(2)).toEqual(['Drop it', 'Keep it']);
});
