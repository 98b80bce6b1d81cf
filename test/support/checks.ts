import { addDays } from '../../lib/core/day';
import type { TimeDomain } from '../../lib/hrv';
import type { Check, OpenRecording } from '../../lib/storage';
import { START_MS } from './packets';

/** Stored checks without taking one. Fields that a test does not set have plausible values. */

export const TODAY = '2026-05-04';

interface CheckOptions {
  readonly id?: string;
  readonly world?: Check['world'];
  readonly daysAgo?: number;
  /** Minutes after the usual time. */
  readonly minutes?: number;
  readonly rmssdMs?: number | null;
  readonly hrBpm?: number;
  readonly rating?: Check['summary']['quality']['rating'];
  readonly countedS?: number;
}

let made = 0;

export function aCheck(options: CheckOptions = {}): Check {
  const { world = 'own', daysAgo = 0, minutes = 0, rmssdMs = 50, hrBpm = 60, rating = 'good', countedS = 180 } = options;
  const startedAtMs = START_MS - daysAgo * 86_400_000 + minutes * 60_000;
  const meanRrMs = 60_000 / hrBpm;
  const beats = Math.round((countedS * 1000) / meanRrMs);
  const figures: TimeDomain = {
    meanRrMs,
    sdnnMs: 50,
    rmssdMs,
    lnRmssd: rmssdMs === null ? null : Math.log(rmssdMs),
    sdsdMs: rmssdMs,
    pnn50Pct: 20,
    pnn20Pct: 50,
    sd1Ms: 35,
    sd2Ms: 60,
  };
  return {
    id: options.id ?? `check ${++made}`,
    world,
    plan: { settleS: 60, measureS: 180 },
    posture: 'lying',
    breathing: { kind: 'free' },
    startedAtMs,
    endedAtMs: startedAtMs + 240_000,
    timeZone: 'UTC',
    day: addDays(TODAY, -daysAgo),
    complete: true,
    sensor: null,
    source: 'heart-rate-service',
    rrTicks: new Uint16Array(beats).fill(Math.round(meanRrMs * 1.024)),
    counted: { first: 0, end: beats },
    gaps: [],
    packets: { atMs: Uint32Array.of(0), beats: Uint8Array.of(0), hrBpm: Uint16Array.of(hrBpm) },
    contactShare: 1,
    summary: {
      engine: 'test',
      beats,
      meanHrBpm: hrBpm,
      raw: figures,
      corrected: figures,
      correctedPct: 0,
      flaggedPct: 0,
      jumpsOver20Pct: 0,
      coveragePct: 100,
      quality: { rating, reasons: [] },
    },
  };
}

export function aRecording(id: string, left = false): OpenRecording {
  const { world, plan, posture, breathing, startedAtMs, timeZone } = aCheck();
  return { id, world, plan, posture, breathing, startedAtMs, timeZone, sensor: null, left };
}
