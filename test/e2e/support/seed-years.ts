/** Years of mornings, answers, training and sessions, written directly into the database. Deterministic. */
import type { Page } from 'puppeteer';

export interface SeededYears {
  readonly days: number;
  readonly activities: number;
  /** Beats of each check. */
  readonly beats?: number;
  readonly world?: 'own' | 'demo';
}

/** Stores a check and a check-in for each of the last `days` mornings including today's, and that many activities over them. */
export async function seedYears(page: Page, years: SeededYears): Promise<void> {
  await page.evaluate(async ({ days, activities, beats = 240, world = 'own' }: SeededYears) => {
    let state = 12345;
    const random = () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state / 2147483648;
    };
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const score = (mean: number) => Math.max(1, Math.min(5, Math.round(mean + 0.8 * normal())));
    const two = (value: number) => String(value).padStart(2, '0');
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['checks', 'mornings', 'digests', 'checkIns', 'activities', 'sessions'], 'readwrite');
    // The product's database layer, which is bypassed here, would write these two.
    transaction.objectStore('digests').put({ key: 'revision', mark: `seeded ${days}` });
    const store = (name: string) => transaction.objectStore(name);
    const morning = (daysAgo: number) => {
      const at = new Date();
      at.setDate(at.getDate() - daysAgo);
      at.setHours(6, 40, 0, 0);
      return { at, day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` };
    };
    let strained = 0;
    for (let daysAgo = days - 1; daysAgo >= 0; daysAgo--) {
      const { at, day } = morning(daysAgo);
      // Three weeks of load and one of rest, seasons, and illness now and then.
      const hard = Math.floor(daysAgo / 7) % 4 !== 0;
      const ill = daysAgo % 97 < 4 && daysAgo > 10;
      strained = 0.9 * strained + (hard ? 0.1 : -0.05);
      const lnRmssd = Math.log(52) + 0.12 * Math.sin((2 * Math.PI * daysAgo) / 365) - 0.18 * strained + 0.13 * normal() - (ill ? 0.4 : 0);
      const rmssdMs = Math.exp(lnRmssd);
      const hr = 50 + 4 * strained + 1.6 * normal() + (ill ? 6 : 0);
      const time = {
        meanRrMs: 60_000 / hr,
        sdnnMs: 50,
        rmssdMs,
        lnRmssd,
        sdsdMs: rmssdMs,
        pnn50Pct: 20,
        pnn20Pct: 60,
        sd1Ms: rmssdMs / Math.SQRT2,
        sd2Ms: 60,
      };
      const measured = random() > 0.06;
      if (measured) {
        store('checks').put({
          id: `year-${daysAgo}`,
          world,
          plan: { settleS: 60, measureS: 180 },
          posture: 'lying',
          breathing: { kind: 'free' },
          startedAtMs: at.getTime(),
          endedAtMs: at.getTime() + 240_000,
          timeZone,
          day,
          complete: true,
          sensor: {
            id: 'strap',
            name: 'Polar H10',
            class: 'chest',
            location: 'chest',
            manufacturer: 'Polar',
            model: 'H10',
            firmware: '5',
            batteryPct: 80,
          },
          source: 'heart-rate-service',
          rrTicks: new Uint16Array(beats).fill(1229),
          counted: { first: 50, end: beats },
          gaps: [],
          packets: { atMs: new Uint32Array(beats), beats: new Uint8Array(beats).fill(1), hrBpm: new Uint16Array(beats).fill(50) },
          contactShare: 1,
          summary: {
            engine: 'seed',
            beats: beats - 50,
            meanHrBpm: hr,
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
      if (measured) {
        store('mornings').put({
          id: `year-${daysAgo}`,
          world,
          day,
          startedAtMs: at.getTime(),
          engine: 'seed',
          readable: true,
          check: {
            day,
            lnRmssd,
            hrBpm: hr,
            series: { sensor: 'chest', strap: 'strap', posture: 'lying', breathing: 'free' },
            rating: 'good',
          },
        });
      }
      if (random() > 0.1) {
        store('checkIns').put({
          world,
          day,
          timeZone,
          atMs: at.getTime(),
          sleepHours: Math.round(4 * (7.4 + 0.7 * normal())) / 4,
          sleepQuality: score(3.6 - strained),
          soreness: score(2 + 2 * strained),
          sore: [],
          energy: score(3.6 - strained),
          mood: score(3.7 - strained),
          stress: score(2.3 + strained),
          ill,
          injured: false,
          pain: [],
          bar: null,
          cycleDay: null,
          tags: random() < 0.12 ? ['alcohol'] : [],
          note: '',
        });
      }
      if (daysAgo % 5 === 2) {
        store('sessions').put({
          id: `session-${daysAgo}`,
          plan: { modality: daysAgo % 2 === 0 ? 'massage-gun' : 'compression-boots', steps: [], doseOf: 'ours', from: null },
          device: null,
          startedAtMs: at.getTime() + 12 * 3_600_000,
          endedAtMs: at.getTime() + 12.3 * 3_600_000,
          timeZone,
          day,
          end: 'finished',
          done: [],
          activeS: 1080,
          demo: world === 'demo',
        });
      }
    }
    const sports = ['run', 'run', 'ride', 'strength', 'run', 'swim'];
    for (let i = 0; i < activities; i++) {
      const daysAgo = Math.floor((i * days) / activities);
      if (daysAgo === 0) continue;
      const { at, day } = morning(daysAgo);
      const sport = sports[i % sports.length] ?? 'run';
      const hard = Math.floor(daysAgo / 7) % 4 !== 0;
      store('activities').put({
        id: `activity-${i}`,
        world,
        source: 'typed',
        sourceId: `${i}`,
        sport,
        startMs: at.getTime() + (10 + (i % 3) * 2) * 3_600_000,
        movingTimeS: Math.round(60 * (hard ? 62 : 38) * (0.5 + random())),
        avgHrBpm: sport === 'strength' ? null : Math.round(132 + 14 * normal()),
        rpe: 3 + (i % 5),
        kind: sport === 'strength' ? 'size' : null,
        regions: sport === 'strength' ? ['quads'] : [],
        timeZone,
        day,
        title: null,
        maxHrBpm: null,
        distanceM: null,
        edited: [],
      });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, years);
}
