import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localZone } from '../../../../lib/core/day';
import { toInstant } from '../../../../lib/core/local-time';
import type { SiteId } from '../../../../lib/sites';
import { activitiesBetween, putActivity, type ReboundDatabase, type StoredActivity } from '../../../../lib/storage';
import { openCard } from '../../../../lib/views/card/open-card';
import type { PageInput } from '../../../../lib/views/card/schema';
import { freshDatabase } from '../../../support/database';
import { speakEnglish } from '../../../support/english';
import { ZONES } from '../../planner/random-situation';

/** Pages of activities that are opened again on a journey. A page shows the local time of the start, and never the zone. */

const DAY_MS = 86_400_000;
const START = '2026-05-04T12:15';
/** Three days later: the activity has begun in every zone. */
const LATER_MS = Date.parse('2026-05-07T12:00:00Z');
const RUN: NonNullable<PageInput['activity']> = {
  id: '17',
  title: 'Tempo',
  sport: 'run',
  startLocal: START,
  movingTimeS: 5400,
  elapsedTimeS: null,
  distanceM: null,
  elevationGainM: null,
  avgHrBpm: 169,
  maxHrBpm: null,
  own: true,
};

let db: ReboundDatabase;
const zoneOfTests = process.env.TZ;
beforeEach(() => {
  speakEnglish();
  db = freshDatabase();
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
  if (zoneOfTests === undefined) delete process.env.TZ;
  else travel(zoneOfTests);
});

/** Node reads the zone of the machine anew when it is set. */
function travel(zone: string): void {
  process.env.TZ = zone;
}

const open = (changes: Partial<typeof RUN> = {}, site: SiteId = 'strava', nowMs = LATER_MS) =>
  openCard(db, { site, activity: { ...RUN, ...changes }, notFound: [] }, nowMs);
const stored = () => activitiesBetween(db, 'own', 0, Number.MAX_SAFE_INTEGER);
async function only(): Promise<StoredActivity> {
  const [row, ...others] = await stored();
  expect(others).toEqual([]);
  if (row === undefined) throw new Error('nothing is stored');
  return row;
}
const when = ({ startMs, day, timeZone }: StoredActivity) => ({ startMs, day, timeZone });

it('a zone that is set is the zone of this machine', () => {
  for (const zone of ['Asia/Tokyo', 'America/Havana']) {
    travel(zone);
    expect(localZone()).toBe(zone);
    expect(new Date(START).getTime()).toBe(toInstant(START, zone));
  }
});

describe('the page of a stored activity that is opened in another zone', () => {
  it('property: leaves its start, its day and its zone as they were, whatever the zones, the season and the hour', async () => {
    const local = fc
      .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
      .map((minute) => new Date(minute * 60_000).toISOString().slice(0, 16));
    const skippedOrTwice = fc.constantFrom('2026-03-29T02:30', '2026-10-25T02:30', '2026-03-08T02:30', '2026-11-01T01:30');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(local, skippedOrTwice),
        fc.constantFrom(...ZONES),
        fc.array(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 3 }),
        async (startLocal, home, journey) => {
          await db.activities.clear();
          const nowMs = Date.parse(`${startLocal}Z`) + 3 * DAY_MS;
          travel(home);
          await open({ startLocal }, 'strava', nowMs);
          const before = when(await only());
          expect(before).toEqual({ startMs: Date.parse(startLocal), day: startLocal.slice(0, 10), timeZone: localZone() });
          for (const zone of journey) {
            travel(zone);
            await open({ startLocal, title: zone }, 'strava', nowMs);
            expect(when(await only())).toEqual(before);
            // What has nothing to do with the time is read anew.
            expect((await only()).title).toBe(zone);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('follows a start that the site corrected, in the zone of the activity', async () => {
    travel('Europe/Berlin');
    await open();
    travel('America/New_York');
    await open({ startLocal: '2026-05-03T23:30' });
    expect(when(await only())).toEqual({ startMs: Date.parse('2026-05-03T21:30:00Z'), day: '2026-05-03', timeZone: 'Europe/Berlin' });
  });

  it('leaves a start that the user corrected', async () => {
    travel('Europe/Berlin');
    await open();
    const row = await only();
    const moved = { startMs: row.startMs + 3_600_000, edited: ['startMs'] } as const;
    await putActivity(db, { ...row, ...moved });
    travel('Asia/Tokyo');
    await open({ startLocal: '2026-05-04T06:00' });
    expect(await only()).toMatchObject({ ...when(row), ...moved });
  });

  it('shows an activity that began hours ago there, although the clock here is not so far', async () => {
    travel('Asia/Tokyo');
    const nowMs = Date.parse('2026-05-04T06:00:00Z');
    await open({}, 'strava', nowMs);
    travel('America/New_York');
    const view = await open({ title: 'Renamed' }, 'strava', nowMs);
    expect([view.without, (await only()).title]).toEqual([null, 'Renamed']);
  });
});

describe('the same workout at another source, opened in another zone', () => {
  it.each([
    ['another site adds nothing to the start', 'garmin', 'strava'],
    ['a training site takes the row over from an added page', 'strava', 'generic'],
    ['an added page', 'generic', 'strava'],
  ] as const)('%s', async (_, second, first) => {
    travel('Europe/Berlin');
    await open({ id: 'a' }, first);
    const before = when(await only());
    travel('America/New_York');
    await open({ id: 'b' }, second);
    expect(when(await only())).toEqual(before);
  });

  it('is the one that the user typed', async () => {
    travel('Europe/Berlin');
    const startMs = toInstant(START, 'Europe/Berlin');
    await open();
    const typed: StoredActivity = { ...(await only()), id: 'typed', source: 'typed', sourceId: null, rpe: 7 };
    await db.activities.clear();
    await putActivity(db, typed);
    travel('America/New_York');
    await open();
    expect(await only()).toMatchObject({ id: 'typed', rpe: 7, startMs, timeZone: 'Europe/Berlin', sourceId: '17' });
  });

  it('is another one at another hour, of another length, or at the same source under another id', async () => {
    travel('Pacific/Kiritimati');
    await open();
    travel('America/New_York');
    await open({ id: 'b', startLocal: '2026-05-04T12:20' }, 'garmin');
    await open({ id: 'c', movingTimeS: 6000 }, 'garmin');
    await open({ id: 'd' });
    expect(await stored()).toHaveLength(4);
  });
});
