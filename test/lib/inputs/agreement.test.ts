import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type ReboundDatabase, setSetting, type World } from '../../../lib/storage';
import { aCheck } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { speakEnglish } from '../../support/english';
import { aRun } from '../../support/plans';
import { build, description, inZone, TODAY, toNowMs } from './random-database';
import { inCardWords, readCards, readSurfaces, type Said } from './surfaces';

/** Whatever was recorded, edited or imported, in any zone, no two surfaces may disagree. */

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish('en-GB');
});

/** Values that two surfaces both show must be equal. */
function expectSame(a: Said, b: Said, names: string): number {
  let compared = 0;
  for (const [startMs, one] of a.activities) {
    const other = b.activities.get(startMs);
    if (other === undefined) continue;
    compared++;
    expect({ names, ...one }).toEqual({ names, ...other });
  }
  if (a.fitness !== undefined && b.fitness !== undefined && a.fitness !== null) {
    expect(b.fitness, names).not.toBeNull();
    expect(Math.abs(a.fitness.ctl - (b.fitness?.ctl ?? Number.NaN)), names).toBeLessThan(1e-9);
    expect(Math.abs(a.fitness.atl - (b.fitness?.atl ?? Number.NaN)), names).toBeLessThan(1e-9);
  }
  return compared;
}

describe('property: surfaces with the same database', () => {
  it('show the same load of each activity, the same resting heart rate, the same fitness', async () => {
    const compared: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(description, (described) =>
        inZone(described.zone, async () => {
          const db = await build(described);
          const nowMs = toNowMs(described);
          for (const world of ['own', 'demo'] satisfies World[]) {
            const said = Object.entries(await readSurfaces(db, world, TODAY, nowMs));
            for (const [a, one] of said)
              for (const [b, other] of said)
                if (a < b) compared[`${a}, ${b}`] = (compared[`${a}, ${b}`] ?? 0) + expectSame(one, other, `${a}, ${b}`);
            if (world === 'own') expectCards(await readCards(db, nowMs), said);
          }
          db.close();
        }),
      ),
      { numRuns: 40 },
    );
    // A surface without a value agrees with all others.
    for (const [pair, count] of Object.entries(compared)) expect({ pair, some: count > 10 }).toEqual({ pair, some: true });
  });
});

describe('an activity of a site', () => {
  const PROFILE = { birthYear: 1990, sex: 'male', massKg: 70, hrMaxBpm: 190, hrRestBpm: null, lthrBpm: null } as const;
  const NOW = Date.parse(`${TODAY}T20:00:00Z`);
  const run = aRun(Date.parse(`${TODAY}T17:00:00Z`), { source: 'strava', sourceId: '1', avgHrBpm: 150, rpe: null });
  /** By Banister's formula for a man, in units of an hour at the threshold. */
  const hourAt = (hrBpm: number, restBpm: number) => {
    const trimp = (share: number) => share * 0.64 * Math.exp(1.92 * share);
    return (100 * trimp((hrBpm - restBpm) / (190 - restBpm))) / trimp(0.85);
  };

  async function expectOneLoad(db: ReboundDatabase, score: number): Promise<void> {
    const said = await inZone('UTC', () => readSurfaces(db, 'own', TODAY, NOW));
    expect(Object.keys(said)).toEqual(['today', 'trends 30', 'trends 90', 'trends null', 'coach', 'command line']);
    for (const [name, { activities }] of Object.entries(said))
      expect({ name, score: activities.get(run.startMs)?.score }).toEqual({ name, score: expect.closeTo(score, 9) });
    expect((await inZone('UTC', () => readCards(db, NOW))).get(run.startMs)).toBe(inCardWords(score));
  }

  it.each([
    ['by its mean heart rate', [], hourAt(150, 53)],
    ['by the stream of the site', [120, 180], (hourAt(120, 53) + hourAt(180, 53)) / 2],
  ] as const)('has one load, although the mornings changed: %s', async (_, rates, score) => {
    const db = freshDatabase();
    await setSetting(db, 'profile', PROFILE);
    // The mean of the last 60 mornings is 53; that of the 30 on Trends, or of all 80, would differ.
    for (let daysAgo = 0; daysAgo < 80; daysAgo++) await db.checks.put(aCheck({ daysAgo, hrBpm: daysAgo < 30 ? 48 : 58 }));
    await db.activities.put(run);
    const times = rates.map((bpm) => ({ bpm, s: 1800 }));
    if (times.length > 0) await db.heartRates.put({ source: 'strava', sourceId: '1', readAtMs: NOW, times });
    await expectOneLoad(db, score);
    db.close();
  });

  it('keeps its load when checks that do not count are added', async () => {
    const db = freshDatabase();
    await setSetting(db, 'profile', PROFILE);
    for (let daysAgo = 0; daysAgo < 60; daysAgo++)
      await db.checks.put(daysAgo % 2 === 0 ? aCheck({ daysAgo, hrBpm: 50 }) : { ...aCheck({ daysAgo, hrBpm: 95 }), asMorning: false });
    await db.activities.put(run);
    await expectOneLoad(db, hourAt(150, 50));
    db.close();
  });
});

function expectCards(cards: ReadonlyMap<number, string>, said: readonly (readonly [string, Said])[]): void {
  for (const [name, { activities }] of said)
    for (const [startMs, words] of cards) {
      const one = activities.get(startMs);
      if (one !== undefined) expect({ name, words: inCardWords(one.score) }).toEqual({ name, words });
    }
}
