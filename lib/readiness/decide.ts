import { clamp } from '../core/numbers';
import type { Evidence } from './evidence';
import { ALONE_NEEDS } from './felt';
import type { Rule, Verdict } from './types';

/** From evidence to a verdict. docs/readiness.md has the order and the thresholds, which are ours. */

/** All signs except HRV (`side`): a weighted mean of answers, resting heart rate and load, each in SDs, scaled to an SD of 1. */
const SIDE = { felt: 1, hr: 0.6, load: 0.2 } as const;
/** The same including HRV (`overall`). More than one SD above usual is unusual, and counts like one SD. */
const WITH_HRV = 0.5;
const HIGHEST_HRV = 1;
const EXTREME = 4;
/** Low by itself; low enough to be the second sign for rest; very low. */
const LOW = -1.1;
const SECOND = -1.3;
const VERY_LOW = -2.3;
/** Below this, no day is Ready for hard. */
const NOT_BEST = -0.4;
/** From here on, a low HRV is the only low sign: one step below the best verdict instead of two. */
const FINE = 0;
const BETTER = 0.5;
/** Answers this good allow Ready for hard without a check, if the user's usual answers are known from this many mornings. */
const FELT_GOOD_FROM = 14;

export interface Decision {
  readonly verdict: Verdict;
  readonly rule: Rule;
}

const ORDER: readonly Verdict[] = ['rest', 'easy', 'normal', 'push'];

/** The better the day, the higher; −1 while it is being learned, which is no better than any verdict. */
export function rankVerdict(verdict: Verdict): number {
  return ORDER.indexOf(verdict);
}

type Part = { readonly z: number } | null;

/** Answers, resting heart rate and load together, in SDs; 0 without any. */
function weighSide({ felt, hr, load }: Evidence): number {
  return together([SIDE.felt, felt], [SIDE.hr, hr], [SIDE.load, load]);
}

function weighAll({ felt, hr, load }: Evidence, { sureZ }: NonNullable<Evidence['hrv']>): number {
  return together([SIDE.felt, felt], [SIDE.hr, hr], [SIDE.load, load], [WITH_HRV, { z: Math.min(HIGHEST_HRV, sureZ) }]);
}

function together(...parts: readonly (readonly [weight: number, part: Part])[]): number {
  let [sum, squares] = [0, 0];
  for (const [weight, part] of parts) {
    if (part === null) continue;
    sum += weight * clamp(part.z, -EXTREME, EXTREME);
    squares += weight * weight;
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares);
}

/** The verdict of the morning, before what was done since. `none` is the rule when there is nothing to judge. */
export function decideMorning(evidence: Evidence, none: Rule): Decision {
  const { health, race } = evidence;
  if (health.ill.length > 0) return { verdict: 'rest', rule: 'ill' };
  const numbers = evidence.hrv === null ? withoutHrv(evidence, none) : withHrv(evidence, evidence.hrv);
  const injury: Decision[] = health.injured.length > 0 ? [{ verdict: 'easy', rule: 'injured' }] : [];
  if (health.unread) return { verdict: numbers.verdict === 'rest' ? 'rest' : 'easy', rule: 'answers-unread' };
  const limited = lower(numbers, [...injury, ...limits(evidence)]);
  if (race === 'today' && !isOpen(limited)) return lower({ verdict: 'normal', rule: 'race-today' }, injury);
  return race === 'tomorrow' ? lower(limited, [{ verdict: 'normal', rule: 'race-tomorrow' }]) : limited;
}

/** Whether a verdict allows a race: the day is one to train on, or nothing is known yet. */
function isOpen({ verdict }: Decision): boolean {
  return verdict === 'learning' || rankVerdict(verdict) >= rankVerdict('normal');
}

/** After a hard workout since the check, the rest of the day is for recovery. */
export function decideNow(morning: Decision, evidence: Evidence): Decision {
  if (!evidence.since.hard || (morning.verdict !== 'learning' && rankVerdict(morning.verdict) <= rankVerdict('easy'))) return morning;
  return { verdict: 'easy', rule: 'hard-since-check' };
}

function lower(decided: Decision, caps: readonly Decision[]): Decision {
  return caps.reduce((before, cap) => (lowers(cap.verdict, before.verdict) ? cap : before), decided);
}

/** While learning, a limit applies only if it says easy; "at most as planned" means nothing then. */
function lowers(cap: Verdict, decided: Verdict): boolean {
  return decided === 'learning' ? rankVerdict(cap) <= rankVerdict('easy') : rankVerdict(cap) < rankVerdict(decided);
}

/** The best verdict that sore muscles and weeks of fatigue allow. */
function limits({ muscles, warned }: Evidence): Decision[] {
  const sore = muscles.says;
  return [
    ...(sore === 'very-sore' || sore === 'bar-slower' || sore === 'sore-after-strength' ? [{ verdict: 'easy', rule: sore } as const] : []),
    ...(sore === 'somewhat-sore' ? [{ verdict: 'normal', rule: 'sore-after-strength' } as const] : []),
    ...(warned ? [{ verdict: 'easy', rule: 'fatigue-warning' } as const] : []),
  ];
}

function withHrv(evidence: Evidence, hrv: NonNullable<Evidence['hrv']>): Decision {
  const { trend, felt, hr } = evidence;
  const [side, overall] = [weighSide(evidence), weighAll(evidence, hrv)];
  const trendLow = trend?.position === 'below';
  // A morning that lowers the week's mean by itself is one sign, not two.
  const weekLow = trendLow && trend?.lowWithoutToday === true;
  if (overall <= VERY_LOW && side <= SECOND && signs(evidence) >= 2) return { verdict: 'rest', rule: 'felt-very-low' };
  if (weekLow && side <= SECOND) return { verdict: 'rest', rule: 'trend-and-felt-low' };
  if (hrv.position === 'below') {
    const contradicted = (felt !== null || hr !== null) && side > FINE;
    if (weekLow && !contradicted) return { verdict: 'rest', rule: 'day-and-trend-low' };
    if (side <= SECOND) return { verdict: 'rest', rule: 'day-and-felt-low' };
    if (!trendLow && evidence.muscles.says === 'ready') return { verdict: 'normal', rule: 'muscles-outrank' };
    if (!trendLow && felt !== null && side >= FINE) return { verdict: 'normal', rule: 'only-day-low' };
    return { verdict: 'easy', rule: 'day-low' };
  }
  if (trendLow)
    return felt !== null && side >= BETTER ? { verdict: 'normal', rule: 'only-trend-low' } : { verdict: 'easy', rule: 'trend-low' };
  if (overall <= LOW) return { verdict: 'easy', rule: 'felt-low' };
  if (hrv.position === 'above') return { verdict: 'normal', rule: 'day-high' };
  if (hrv.z < 0) return { verdict: 'normal', rule: 'below-middle' };
  return side < NOT_BEST ? { verdict: 'normal', rule: 'not-best' } : { verdict: 'push', rule: 'in-range' };
}

/** From the answers alone. While HRV is being learned, they can lower the verdict but not raise it. */
function withoutHrv(evidence: Evidence, none: Rule): Decision {
  const { felt } = evidence;
  if (felt === null || felt.answers.length < ALONE_NEEDS) return { verdict: 'learning', rule: none };
  const side = weighSide(evidence);
  if (side <= VERY_LOW && signs(evidence) >= 2) return { verdict: 'rest', rule: 'felt-very-low' };
  if (side <= LOW) return { verdict: 'easy', rule: 'felt-low' };
  if (none === 'learning') return { verdict: 'learning', rule: none };
  if (side >= BETTER && felt.known >= FELT_GOOD_FROM) return { verdict: 'push', rule: 'felt-good' };
  return { verdict: 'normal', rule: 'felt-usual' };
}

/** How many of answers and heart rate are clearly worse than usual. */
function signs({ felt, hr, trend, hrv }: Evidence): number {
  const low = (felt?.answers ?? []).filter(({ z }) => z <= -1).length;
  return low + (hr !== null && hr.z <= -1 ? 1 : 0) + (hrv?.position === 'below' ? 1 : 0) + (trend?.position === 'below' ? 1 : 0);
}
