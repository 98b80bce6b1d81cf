/** Past mornings, written directly into the database: a baseline with known values. */
import type { Page } from 'puppeteer';
import { summarise } from '../../../lib/check/assemble';
import { toDay } from '../../../lib/core/day';
import type { Check, Sensor } from '../../../lib/storage';

export interface SeededMorning {
  readonly daysAgo: number;
  readonly rmssdMs: number;
}

/** The strap of the seeded recordings. */
export const H10: Sensor = {
  id: 'strap',
  name: 'Polar H10 A1B2C3D4',
  class: 'chest',
  location: 'chest',
  manufacturer: 'Polar',
  model: 'H10',
  firmware: '5.0.0',
  batteryPct: 90,
};

/** Stores a readable check of five minutes at 50 bpm for each morning. Mornings are compared only within the same class of sensor. */
export async function seedMornings(page: Page, mornings: readonly SeededMorning[], sensor: Sensor | null = null): Promise<void> {
  await page.evaluate(
    async (all: readonly SeededMorning[], strap: Sensor | null) => {
      const opening = indexedDB.open('rebound');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(['checks', 'mornings', 'digests'], 'readwrite');
      // The product's database layer, which is bypassed here, would write these two.
      transaction.objectStore('digests').put({ key: 'revision', mark: crypto.randomUUID() });
      for (const { daysAgo, rmssdMs } of all) {
        const at = new Date();
        at.setDate(at.getDate() - daysAgo);
        at.setHours(6, 40, 0, 0);
        const two = (value: number) => String(value).padStart(2, '0');
        const time = {
          meanRrMs: 1200,
          sdnnMs: 50,
          rmssdMs,
          lnRmssd: Math.log(rmssdMs),
          sdsdMs: rmssdMs,
          pnn50Pct: 20,
          pnn20Pct: 60,
          sd1Ms: rmssdMs / Math.SQRT2,
          sd2Ms: 60,
        };
        transaction.objectStore('checks').put({
          id: `seeded-${daysAgo}`,
          world: 'own',
          plan: { settleS: 60, measureS: 180 },
          posture: 'lying',
          breathing: { kind: 'free' },
          startedAtMs: at.getTime(),
          endedAtMs: at.getTime() + 240_000,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
          complete: true,
          sensor: strap,
          source: 'heart-rate-service',
          rrTicks: new Uint16Array(200).fill(1229),
          counted: { first: 50, end: 200 },
          gaps: [],
          packets: { atMs: new Uint32Array(0), beats: new Uint8Array(0), hrBpm: new Uint16Array(0) },
          contactShare: 1,
          summary: {
            engine: 'seed',
            beats: 150,
            meanHrBpm: 50,
            raw: time,
            corrected: time,
            correctedPct: 0,
            flaggedPct: 0,
            jumpsOver20Pct: 0,
            coveragePct: 100,
            quality: { rating: 'good', reasons: [] },
          },
        });
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    mornings,
    sensor,
  );
}

/** Forty mornings that alternate around a mean: ln RMSSD ± `swing`, so that mean and SD are known. */
export function steadyMornings(meanMs: number, swing = 0.15): SeededMorning[] {
  return Array.from({ length: 40 }, (_, i) => ({ daysAgo: i + 1, rmssdMs: meanMs * Math.exp(i % 2 === 0 ? swing : -swing) }));
}

export interface SeededRecording {
  readonly id: string;
  readonly daysAgo: number;
  /** Minutes after 6:40. */
  readonly minutes?: number;
  /** The counted intervals, in ms. */
  readonly rrMs: readonly number[];
  /** Gaps after these counted intervals, 8 s each. */
  readonly gapsAfter?: readonly number[];
  readonly changes?: Partial<Pick<Check, 'world' | 'posture' | 'breathing' | 'tags' | 'note'>>;
}

/** Intervals of the settling phase, before the counted ones. */
const SETTLING = 20;

/** Intervals in ms as sent by a strap, and as stored: in 1/1024 s. */
export function asTicks(rrMs: readonly number[]): number[] {
  return rrMs.map((ms) => Math.round(ms * 1.024));
}

/** Stores checks of real intervals, with the engine's summary of them. */
export async function seedRecordings(page: Page, recordings: readonly SeededRecording[]): Promise<void> {
  const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const checks = recordings.map(({ id, daysAgo, minutes = 0, rrMs, gapsAfter = [], changes = {} }) => {
    const at = new Date();
    at.setDate(at.getDate() - daysAgo);
    at.setHours(6, 40 + minutes, 0, 0);
    const ticks = [...new Array<number>(SETTLING).fill(1024), ...asTicks(rrMs)];
    const check: Omit<Check, 'summary'> = {
      id,
      world: 'own',
      plan: { settleS: 60, measureS: 180 },
      posture: 'lying',
      breathing: { kind: 'free' },
      startedAtMs: at.getTime(),
      endedAtMs: at.getTime() + 240_000,
      timeZone,
      day: toDay(at.getTime(), timeZone),
      complete: true,
      sensor: H10,
      source: 'heart-rate-service',
      rrTicks: Uint16Array.from(ticks),
      counted: { first: SETTLING, end: ticks.length },
      gaps: gapsAfter.map((beat) => ({ afterBeat: SETTLING + beat + 1, lengthMs: 8000, cause: 'link' })),
      packets: { atMs: Uint32Array.of(0), beats: Uint8Array.of(0), hrBpm: Uint16Array.of(60) },
      contactShare: 1,
      ...changes,
    };
    return { ...check, summary: summarise(check), rrTicks: ticks, packets: { atMs: [0], beats: [0], hrBpm: [60] } };
  });
  await page.evaluate(async (all) => {
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['checks', 'mornings', 'digests'], 'readwrite');
    // The product's database layer, which is bypassed here, would write these two.
    transaction.objectStore('digests').put({ key: 'revision', mark: crypto.randomUUID() });
    for (const check of all) {
      const packets = {
        atMs: Uint32Array.from(check.packets.atMs),
        beats: Uint8Array.from(check.packets.beats),
        hrBpm: Uint16Array.from(check.packets.hrBpm),
      };
      transaction.objectStore('checks').put({ ...check, rrTicks: Uint16Array.from(check.rrTicks), packets });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, checks);
}
