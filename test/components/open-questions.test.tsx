import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { windowText } from '../../components/card/window-words';
import { PlanCard } from '../../components/plan/PlanCard';
import { ask } from '../../lib/browser/messages';
import { doseOfText } from '../../lib/i18n/words/plan-words';
import { readToday } from '../../lib/today/read-today';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

// Files share their modules: what another file has loaded would not get the mock, and no other file may get it.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());
vi.mock('../../lib/browser/messages', () => ({ ask: vi.fn(async () => null) }));

beforeEach(() => speakEnglish());
afterEach(cleanup);

it('a plan that waits for the health questions leads to them from every surface', async () => {
  const db = freshDatabase();
  const today = await readToday(db, Date.now());
  expect(today.situation.screeningDue).toBe('never-asked');
  const { container } = render(<PlanCard db={db} today={today} start={() => null} footer={null} />);
  const link = container.querySelector('[data-open-questions]');
  if (link === null) throw new Error('no link');
  fireEvent.click(link);
  expect(ask).toHaveBeenCalledExactlyOnceWith('open-app', { screen: 'plan' });
});

it.each([
  [180, 'within the next 3 h'],
  [181, 'within the next 3 h 1 min'],
  [59, 'within the next 59 min'],
])('a window of %i min is %s', (minutes, words) => {
  expect(windowText(0, minutes * 60_000, 0)).toBe(words);
});

it('a source of an older version has no name of the code', () => {
  expect(doseOfText('seed-042')).toBe('a source that Rebound no longer has');
});
