import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { renewBadge } from '../../../lib/browser/badge';
import { followBadge } from '../../../lib/browser/follow-badge';
import { answerCheckIn, getStoredSnapshot, type ReboundDatabase, setSetting } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';
import { speakEnglish } from '../../support/english';

const NOW_MS = new Date(2026, 4, 4, 9).getTime();
const MIN = 60_000;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  db.close();
});
let db: ReboundDatabase;
beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  db = freshDatabase();
});

const due = async () => (await fakeBrowser.alarms.getAll()).find(({ name }) => name === 'badge')?.scheduledTime;
const sayIll = () => answerCheckIn(db, { world: 'own', day: '2026-05-04', timeZone: 'UTC' }, { ill: true }, NOW_MS);

describe('the badge is renewed', () => {
  it('when the verdict or the next step stops holding, and within a quarter of an hour', async () => {
    await setSetting(db, 'events', [{ kind: 'race', atMs: NOW_MS + 4 * MIN }]);
    await renewBadge(db, '1', NOW_MS);
    expect(await due()).toBe(NOW_MS + 4 * MIN);
    expect((await getStoredSnapshot(db))?.untilMs).toBe(NOW_MS + 4 * MIN);
    await renewBadge(db, '1', NOW_MS + 5 * MIN);
    expect(await due()).toBe(NOW_MS + 20 * MIN);
  });

  it('after every write that today rests on', async () => {
    ends.push(followBadge(db, () => renewBadge(db, '1', NOW_MS)));
    await vi.waitFor(async () => expect(await due()).toBeDefined());
    expect(await fakeBrowser.action.getBadgeText({})).toBe('');
    await sayIll();
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe('■'), 5000);
  });

  it('once for writes that come while it is being renewed', async () => {
    let begun = 0;
    let finish = () => {};
    const renew = () => {
      begun++;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    };
    ends.push(followBadge(db, renew));
    await vi.waitFor(() => expect(begun).toBe(1));
    for (const goal of ['size', 'strength', 'health'] as const) await setSetting(db, 'goal', goal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(begun).toBe(1);
    finish();
    await vi.waitFor(() => expect(begun).toBe(2));
    finish();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(begun).toBe(2);
  });
});
