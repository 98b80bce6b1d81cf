/** Mornings of the past, written straight into the database: a baseline that a test can reckon with. */
import type { Page } from 'puppeteer-core';

export interface SeededMorning {
  readonly daysAgo: number;
  readonly rmssdMs: number;
}

/** Stores a readable check of five minutes at 50 bpm for each morning. */
export async function seedMornings(page: Page, mornings: readonly SeededMorning[]): Promise<void> {
  await page.evaluate(async (all: readonly SeededMorning[]) => {
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction('checks', 'readwrite');
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
        sensor: null,
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
  }, mornings);
}

/** Forty mornings that swing around a mean: ln RMSSD ± `swing`, so that mean and SD are known. */
export function steadyMornings(meanMs: number, swing = 0.15): SeededMorning[] {
  return Array.from({ length: 40 }, (_, i) => ({ daysAgo: i + 1, rmssdMs: meanMs * Math.exp(i % 2 === 0 ? swing : -swing) }));
}
