import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConflictLine } from '../../components/popup/ConflictLine';
import { PlannedCard } from '../../components/training/PlannedCard';
import { addDays } from '../../lib/core/day';
import { answerCheckIn, answerScreening, putPlanned, type ReboundDatabase, setSetting } from '../../lib/storage';
import { readToday } from '../../lib/today/read-today';
import { toTodaySnapshot } from '../../lib/today/snapshot';
import { freshDatabase } from '../support/database';
import { speakEnglish } from '../support/english';

const DAY = '2026-05-04';
const NOON_MS = Date.parse(`${DAY}T12:00:00Z`);

let db: ReboundDatabase;
beforeEach(async () => {
  speakEnglish('en-GB');
  db = freshDatabase();
  await answerScreening(db, [], NOON_MS - 1000);
  await setSetting(db, 'wake', '07:00');
  await setSetting(db, 'bed', '22:30');
  await planRun(0);
});
afterEach(() => {
  cleanup();
  db.close();
});

const planRun = (ahead: number) => {
  const session = { sport: 'run', atMs: NOON_MS + (24 * ahead + 6) * 3_600_000, minutes: 60, intensity: 'hard' } as const;
  return putPlanned(db, { ...session, id: `run-${ahead}`, world: 'own', day: addDays(DAY, ahead) });
};
const say = (answers: Parameters<typeof answerCheckIn>[2]) =>
  answerCheckIn(db, { world: 'own', day: DAY, timeZone: 'UTC' }, answers, NOON_MS);

describe('a planned session that conflicts with the day', () => {
  it('can be moved only where the plan and the verdict leave a day free', async () => {
    await planRun(1);
    await say({ injured: true });
    const today = await readToday(db, NOON_MS);
    render(<PlannedCard db={db} today={today} />);
    // The next day has a session of its own.
    expect(screen.getAllByRole('button', { name: /Move to/ }).map((one) => one.textContent)).toEqual(['Move to Wednesday 6 May']);
  });

  it('is named in the popup with its reason, and how many more there are', async () => {
    await say({ ill: true });
    await setSetting(db, 'events', [{ kind: 'race', atMs: NOON_MS + 3_600_000 }]);
    render(<ConflictLine today={toTodaySnapshot(await readToday(db, NOON_MS))} />);
    const text = document.querySelector('[data-conflict="ill"]')?.textContent ?? '';
    expect(text).toContain('Race');
    expect(text).toContain('You are ill: not today.');
    expect(text).toContain('There is 1 more in the app.');
  });

  it('is in no popup where nothing conflicts', async () => {
    render(<ConflictLine today={toTodaySnapshot(await readToday(db, NOON_MS))} />);
    expect(document.querySelector('[data-conflict]')).toBeNull();
  });

  it('that fits is said to fit', async () => {
    await say({ sleepQuality: 4, energy: 4, mood: 4, stress: 2, soreness: 1 });
    const today = await readToday(db, NOON_MS);
    render(<PlannedCard db={db} today={today} />);
    expect(document.querySelector('[data-advice]')?.getAttribute('data-advice')).toBe(
      today.judged.sessions.length === 0 ? undefined : 'as-planned',
    );
  });
});
