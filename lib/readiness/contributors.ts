import { clamp } from '../core/numbers';
import type { Baseline } from './baseline';
import { findSorest } from './check-in';
import type { Evidence } from './evidence';
import type { FeltItem } from './felt';
import type { Contributor, ContributorCode, ContributorName, DayCheck, DayCheckIn } from './types';

/** Evidence as it is shown: each thing with its direction, its size and what its sentence says. */

/** The share of the whole that one contributor has when it is 2.5 SD from usual; illness and injury are 1. Display only: rules decide. */
const SHARES: Readonly<Record<ContributorName, number>> = {
  hrv: 0.8,
  'hrv-trend': 0.7,
  'resting-hr': 0.5,
  sleep: 0.5,
  soreness: 0.6,
  energy: 0.5,
  mood: 0.4,
  stress: 0.4,
  illness: 1,
  injury: 1,
  load: 0.3,
};
const FULL_SD = 2.5;
/** Smaller weights are neither up nor down. */
const NEUTRAL = 0.1;
/** Unusually high HRV is no praise: it keeps a day from being one to push. */
const UNUSUALLY_HIGH = -0.2;

function contributor(name: ContributorName, weight: number, says: ContributorCode): Contributor {
  const direction = Math.abs(weight) < NEUTRAL ? 'neutral' : weight > 0 ? 'up' : 'down';
  return { name, direction, weight, says };
}

function toWeight(name: ContributorName, z: number): number {
  return SHARES[name] * clamp(z / FULL_SD, -1, 1);
}

/** All that speaks, the strongest first. */
export function listContributors(
  evidence: Evidence,
  today: DayCheck | null,
  checkIn: DayCheckIn | undefined,
  baseline: Baseline,
): Contributor[] {
  const all = [
    ...states(evidence),
    ...measured(evidence, today, baseline),
    ...answered(evidence, checkIn),
    ...muscles(evidence),
    ...loads(evidence),
  ];
  // The sort is stable: of equals the order above holds.
  const sorted = all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  // Of two sentences on one thing (soreness as a whole, and a region) the stronger is said.
  return sorted.filter(({ name }, i) => sorted.findIndex((other) => other.name === name) === i);
}

function states({ health: { ill, injured } }: Evidence): Contributor[] {
  return [...ill.map((code) => contributor('illness', -1, { code })), ...injured.map((code) => contributor('injury', -1, { code }))];
}

function measured({ hrv, trend, hr }: Evidence, today: DayCheck | null, { lnRmssd, hr: usualHr }: Baseline): Contributor[] {
  const parts: Contributor[] = [];
  if (hrv !== null && trend !== null && lnRmssd !== null && today !== null) {
    const high = hrv.position === 'above';
    parts.push(
      contributor('hrv', high ? UNUSUALLY_HIGH : toWeight('hrv', hrv.z), {
        code: 'hrv',
        rmssdMs: Math.exp(today.lnRmssd),
        lowMs: Math.exp(lnRmssd.day.low),
        highMs: Math.exp(lnRmssd.day.high),
        position: hrv.position,
      }),
      // A week's mean varies less than a day: half an SD is what one SD is to a day.
      contributor('hrv-trend', trend.position === 'below' ? toWeight('hrv-trend', 2 * trend.z) : 0, {
        code: 'hrv-trend',
        meanMs: Math.exp(trend.mean7),
        lowMs: Math.exp(lnRmssd.trend.low),
        highMs: Math.exp(lnRmssd.trend.high),
        position: trend.position,
      }),
    );
  }
  if (hr !== null && usualHr !== null && today?.hrBpm != null) {
    parts.push(
      contributor('resting-hr', toWeight('resting-hr', hr.z), {
        code: 'resting-hr',
        bpm: today.hrBpm,
        lowBpm: usualHr.band.low,
        highBpm: usualHr.band.high,
        position: hr.position,
      }),
    );
  }
  return parts;
}

function answered({ felt }: Evidence, checkIn: DayCheckIn | undefined): Contributor[] {
  return (felt?.answers ?? []).map(({ item, z, usual }) => contributor(item, toWeight(item, z), describeFelt(item, usual, checkIn)));
}

function describeFelt(item: FeltItem, usual: number | null, checkIn: DayCheckIn | undefined): ContributorCode {
  if (item === 'sleep') return { code: 'sleep', hours: checkIn?.sleepHours ?? null, quality: checkIn?.sleepQuality ?? null, usual };
  const score = (item === 'soreness' ? findSorest(checkIn) : checkIn?.[item]) ?? 0;
  return { code: 'score', score, usual };
}

/** What the muscles say after strength work, beside the answer on soreness as a whole. */
function muscles({ muscles: { worst, bar, daysSince, says } }: Evidence): Contributor[] {
  const lasting = says === 'very-sore' || says === 'sore-after-strength';
  return [
    ...(lasting && worst?.region != null
      ? [contributor('soreness', -0.9, { code: 'sore-region', region: worst.region, level: worst.level, daysSince })]
      : []),
    ...(bar !== null && daysSince !== null
      ? [contributor('soreness', bar === 'slower' ? -0.9 : bar === 'faster' ? 0.3 : 0.2, { code: 'bar', moved: bar, daysSince })]
      : []),
  ];
}

function loads({ load, since }: Evidence): Contributor[] {
  return [
    ...(load === null ? [] : [contributor('load', toWeight('load', load.z), { code: 'load', ctl: load.ctl, atl: load.atl })]),
    ...(since.hard ? [contributor('load', -0.9, { code: 'done-since', score: since.score })] : []),
  ];
}
