import { isFreshJourney } from './disturbances';
import type { Evidence } from './evidence';
import { ALONE_NEEDS } from './felt';
import type { Rule, Verdict } from './types';
import { weighAll, weighOthers, weighSide } from './weigh';

/** From evidence to a verdict. docs/readiness.md has the order and the thresholds, which are ours. */

/**
 * Thresholds of all signs together, in SDs of ordinary mornings (weigh.ts). Nothing but a limit says easy or rest above these, so that
 * mornings of pure noise are seldom easy and hardly ever rest, however many signs there are.
 */
const LOW = -1.25;
const VERY_LOW = -2.5;
/** A heart rate or an HRV so far out of its range makes an easy day by itself, in half-widths of the range. */
const FAR = { hrv: -2.5, hr: -3 } as const;
/** The signs beside HRV are the second cause of a rest day. */
const SECOND = -1;
/** Fewest single signs that are clearly worse, for an easy day without low HRV and for a rest day: one bad answer is one sign. */
const LEAST_SIGNS = 2;
const SIGN = -1;
/** Below this, no day is Ready for hard; nor where HRV alone is this far down in its range. */
const NOT_BEST = -0.1;
const MIDDLE = -0.8;
/** After a fresh journey across this many time zones the day is easy; across fewer it is not Ready for hard. Ours. */
const FAR_ZONES = 5;
/** Answers this good allow Ready for hard without a check, if the user's usual answers are known from this many mornings. */
const BETTER = 0.5;
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

/** The verdict of the morning, before what was done since. `none` is the rule when there is nothing to judge. */
export function decideMorning(evidence: Evidence, none: Rule): Decision {
  const { health, race } = evidence;
  if (health.ill.length > 0) return { verdict: 'rest', rule: 'ill' };
  const numbers = decideNumbers(evidence, none);
  const unwell = unwellLimits(evidence);
  if (health.unread) return { verdict: numbers.verdict === 'rest' ? 'rest' : 'easy', rule: 'answers-unread' };
  const limited = lower(numbers, [...unwell, ...limits(evidence)]);
  if (race === 'today' && !isOpen(limited)) return lower({ verdict: 'normal', rule: 'race-today' }, unwell);
  const kept = race === 'tomorrow' ? lower(limited, [{ verdict: 'normal', rule: 'race-tomorrow' }]) : limited;
  return named(kept, evidence);
}

function decideNumbers(evidence: Evidence, none: Rule): Decision {
  if (evidence.illnessStarts) return { verdict: 'rest', rule: 'illness-start' };
  return evidence.hrv === null ? withoutHrv(evidence, none) : withHrv(evidence, evidence.hrv);
}

/** Too little sleep and too little training are named as well where they do not lower a day that was not Ready for hard anyway. */
function named(decided: Decision, { shortSleep, untrained }: Evidence): Decision {
  if (decided.verdict !== 'normal' || decided.rule.startsWith('race-')) return decided;
  if (shortSleep !== null) return { verdict: 'normal', rule: 'short-sleep' };
  return untrained?.weeks === true ? { verdict: 'normal', rule: 'little-training' } : decided;
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

/** Limits that hold on the day of a race as well. */
function unwellLimits({ health, returning }: Evidence): Decision[] {
  return [
    ...(health.injured.length > 0 ? [{ verdict: 'easy', rule: 'injured' } as const] : []),
    ...(returning === null ? [] : [{ verdict: 'easy', rule: 'after-illness' } as const]),
  ];
}

/** The best verdict that sore muscles, long sessions, weeks of fatigue, short nights, flights and long breaks allow. */
function limits({ muscles, longEffort, warned, lowHeart, shortSleep, untrained, disturbances: { travelled } }: Evidence): Decision[] {
  const sore = muscles.says;
  return [
    ...(sore === 'very-sore' || sore === 'bar-slower' || sore === 'sore-after-strength' ? [{ verdict: 'easy', rule: sore } as const] : []),
    ...(sore === 'somewhat-sore' ? [{ verdict: 'normal', rule: 'sore-after-strength' } as const] : []),
    ...(longEffort === null ? [] : [{ verdict: longEffort.most, rule: 'after-long-effort' } as const]),
    ...(warned ? [{ verdict: 'easy', rule: 'fatigue-warning' } as const] : []),
    ...(lowHeart === null ? [] : [{ verdict: lowHeart.worse ? 'easy' : 'normal', rule: 'low-heart-rate' } as const]),
    ...(shortSleep === null ? [] : [{ verdict: 'normal', rule: 'short-sleep' } as const]),
    ...(travelled === null || !isFreshJourney(travelled)
      ? []
      : [{ verdict: Math.abs(travelled.hoursEast ?? 0) >= FAR_ZONES ? 'easy' : 'normal', rule: 'travelled' } as const]),
    ...(untrained?.weeks === true ? [{ verdict: 'normal', rule: 'little-training' } as const] : []),
  ];
}

function withHrv(evidence: Evidence, hrv: NonNullable<Evidence['hrv']>): Decision {
  const all = weighAll(evidence);
  const dayLow = hrv.position === 'below';
  const trendLow = evidence.trend?.position === 'below';
  const many = countSigns(evidence) >= LEAST_SIGNS;
  if (all <= VERY_LOW && many && mayRest(evidence)) return { verdict: 'rest', rule: nameRest(evidence) };
  if (evidence.hr !== null && evidence.hr.z <= FAR.hr && all > LOW) return { verdict: 'easy', rule: 'heart-rate-high' };
  if (all <= LOW || hrv.z <= FAR.hrv) {
    if (dayLow && !trendLow && evidence.muscles.says === 'ready' && weighOthers(evidence) > LOW) {
      return { verdict: 'normal', rule: 'muscles-outrank' };
    }
    if (dayLow) return { verdict: 'easy', rule: 'day-low' };
    if (trendLow) return { verdict: 'easy', rule: 'trend-low' };
    if (many) return { verdict: 'easy', rule: 'felt-low' };
  }
  if (dayLow) return { verdict: 'normal', rule: 'only-day-low' };
  if (trendLow) return { verdict: 'normal', rule: 'only-trend-low' };
  if (hrv.position === 'above') return { verdict: 'normal', rule: 'day-high' };
  if (hrv.z < MIDDLE) return { verdict: 'normal', rule: 'below-middle' };
  return all < NOT_BEST ? { verdict: 'normal', rule: 'not-best' } : { verdict: 'push', rule: 'in-range' };
}

/** No rest by numbers where there is nothing to rest from, or where travel or altitude explains what the heart and the night show. */
function mayRest({ untrained, disturbances }: Evidence): boolean {
  return untrained === null && disturbances.travelled === null && !disturbances.altitude;
}

function nameRest(evidence: Evidence): Rule {
  const dayLow = evidence.hrv?.position === 'below';
  const weekLow = isWeekLow(evidence);
  if (dayLow && weekLow) return 'day-and-trend-low';
  const sideLow = weighSide(evidence) <= SECOND;
  if (weekLow && sideLow) return 'trend-and-felt-low';
  return dayLow && sideLow ? 'day-and-felt-low' : 'felt-very-low';
}

/** From the answers alone. While HRV is being learned, they can lower the verdict but not raise it. */
function withoutHrv(evidence: Evidence, none: Rule): Decision {
  const { felt } = evidence;
  if (felt === null || felt.answers.length < ALONE_NEEDS) return { verdict: 'learning', rule: none };
  const side = weighSide(evidence);
  const many = countSigns(evidence) >= LEAST_SIGNS;
  if (side <= VERY_LOW && many && mayRest(evidence)) return { verdict: 'rest', rule: 'felt-very-low' };
  if (side <= LOW && many) return { verdict: 'easy', rule: 'felt-low' };
  if (none === 'learning') return { verdict: 'learning', rule: none };
  if (side >= BETTER && felt.known >= FELT_GOOD_FROM) return { verdict: 'push', rule: 'felt-good' };
  return { verdict: 'normal', rule: 'felt-usual' };
}

/** How many of answers, heart rate and HRV are clearly worse than usual. A week that today alone makes low is no sign of its own. */
function countSigns(evidence: Evidence): number {
  const { felt, hr, hrv } = evidence;
  const low = (felt?.answers ?? []).filter(({ z }) => z <= SIGN).length;
  return low + (hr !== null && hr.z <= SIGN ? 1 : 0) + (hrv?.position === 'below' ? 1 : 0) + (isWeekLow(evidence) ? 1 : 0);
}

/** A morning that lowers the week's mean by itself is one sign, not two. */
function isWeekLow({ trend }: Evidence): boolean {
  return trend?.position === 'below' && trend.lowWithoutToday;
}
