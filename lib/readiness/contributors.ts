import { clamp } from '../core/numbers';
import type { Baseline } from './baseline';
import { findSorest } from './check-in';
import type { Evidence } from './evidence';
import type { FeltItem } from './felt';
import type { Contributor, ContributorCode, ContributorName, DayCheck, DayCheckIn } from './types';

/** Evidence for display: each contributor with its direction, its size and the content of its sentence. */

/** The weight of a contributor that is 2.5 SD from usual or more. Display only: rules decide. */
const SHARES: Readonly<Record<Exclude<ContributorName, 'illness' | 'injury'>, number>> = {
  hrv: 0.8,
  'hrv-trend': 0.7,
  'resting-hr': 0.5,
  sleep: 0.5,
  soreness: 0.6,
  energy: 0.5,
  mood: 0.4,
  stress: 0.4,
  load: 0.3,
};
const FULL_SD = 2.5;
/** Smaller weights count as neither up nor down. */
const NEUTRAL = 0.1;
/** Unusually high HRV does not improve a verdict: it excludes Ready for hard. */
const UNUSUALLY_HIGH = -0.2;
/** What limits a day by itself: a sore region, a bar that moved slower, a hard workout since the check. */
const LIMITING = -0.9;
const BAR = { slower: LIMITING, usual: 0.2, faster: 0.3 } as const;

function contributor(name: ContributorName, weight: number, says: ContributorCode): Contributor {
  const direction = Math.abs(weight) < NEUTRAL ? 'neutral' : weight > 0 ? 'up' : 'down';
  return { name, direction, weight, says };
}

function toWeight(name: keyof typeof SHARES, z: number): number {
  return SHARES[name] * clamp(z / FULL_SD, -1, 1);
}

/** All contributors, strongest first. */
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
    ...limiting(evidence),
    ...loads(evidence),
  ];
  // The sort is stable, so equal ones keep this order.
  const sorted = all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  // Of two sentences about one thing (overall soreness, and a region), the stronger one is kept.
  return sorted.filter(({ name }, i) => sorted.findIndex((other) => other.name === name) === i);
}

function states({ health: { ill, injured }, illnessStarts, returning }: Evidence): Contributor[] {
  return [
    ...ill.map((code) => contributor('illness', -1, { code })),
    ...(illnessStarts ? [contributor('illness', -1, { code: 'illness-start' })] : []),
    ...(returning === null ? [] : [contributor('illness', -1, { code: 'after-illness', ...returning })]),
    ...injured.map((code) => contributor('injury', -1, { code })),
  ];
}

/** What sets a limit whatever is usual for the person: short nights, and a very long session. */
function limiting({ shortSleep, longEffort }: Evidence): Contributor[] {
  return [
    ...(shortSleep === null ? [] : [contributor('sleep', LIMITING, { code: 'short-sleep', ...shortSleep })]),
    ...(longEffort === null
      ? []
      : [
          contributor('load', LIMITING, {
            code: 'long-effort',
            hours: longEffort.hours,
            daysSince: longEffort.daysSince,
            days: longEffort.days,
          }),
        ]),
  ];
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
      // A week's mean varies less than a day: the half-width of its range, half an SD, counts like one SD of a day.
      contributor('hrv-trend', trend.position === 'below' ? toWeight('hrv-trend', trend.z) : 0, {
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

/** What the muscles show after strength work, in addition to the answer about overall soreness. */
function muscles({ muscles: { worst, bar, daysSince, says } }: Evidence): Contributor[] {
  const lasting = says === 'very-sore' || says === 'sore-after-strength';
  return [
    ...(lasting && worst?.region != null
      ? [contributor('soreness', LIMITING, { code: 'sore-region', region: worst.region, level: worst.level, daysSince })]
      : []),
    ...(bar !== null && daysSince !== null ? [contributor('soreness', BAR[bar], { code: 'bar', moved: bar, daysSince })] : []),
  ];
}

function loads({ load, since }: Evidence): Contributor[] {
  return [
    ...(load === null ? [] : [contributor('load', toWeight('load', load.z), { code: 'load', ctl: load.ctl, atl: load.atl })]),
    ...(since.hard ? [contributor('load', LIMITING, { code: 'done-since', score: since.score })] : []),
  ];
}
