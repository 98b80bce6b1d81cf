import type { Band, Readiness, Rule, Verdict } from '../../lib/readiness';

/** A band of ln(RMSSD) from 40 to 60 ms. */
export const USUAL: Band = { mean: Math.log(49), low: Math.log(40), high: Math.log(60) };

const VERDICTS: Record<Rule, Verdict> = {
  'no-check': 'learning',
  learning: 'learning',
  unreadable: 'learning',
  late: 'learning',
  ill: 'rest',
  'illness-start': 'rest',
  'answers-unread': 'easy',
  injured: 'easy',
  'after-illness': 'easy',
  'after-long-effort': 'easy',
  'very-sore': 'easy',
  'bar-slower': 'easy',
  'sore-after-strength': 'easy',
  'fatigue-warning': 'easy',
  'low-heart-rate': 'easy',
  'short-sleep': 'normal',
  travelled: 'easy',
  'little-training': 'normal',
  'race-today': 'normal',
  'race-tomorrow': 'normal',
  'hard-since-check': 'easy',
  'day-and-trend-low': 'rest',
  'day-and-felt-low': 'rest',
  'trend-and-felt-low': 'rest',
  'felt-very-low': 'rest',
  'day-low': 'easy',
  'trend-low': 'easy',
  'felt-low': 'easy',
  'heart-rate-high': 'easy',
  'muscles-outrank': 'normal',
  'only-day-low': 'normal',
  'only-trend-low': 'normal',
  'day-high': 'normal',
  'below-middle': 'normal',
  'not-best': 'normal',
  'in-range': 'push',
  'felt-usual': 'normal',
  'felt-good': 'push',
};

/** Rules based on answers alone: there is no HRV to name. */
const WITHOUT_HRV: readonly Rule[] = ['felt-usual', 'felt-good'];

export const RULES = Object.keys(VERDICTS) as Rule[];

/** The reading when a rule decides, with matching figures. */
export function judgedBy(rule: Rule, changes: Partial<Readiness> = {}): Readiness {
  const verdict = VERDICTS[rule];
  const judged = verdict !== 'learning' && !WITHOUT_HRV.includes(rule);
  return {
    verdict,
    rule,
    confidence: judged ? 'high' : 'low',
    learned: judged ? 13 : 3,
    needed: 7,
    provisional: !judged,
    days: judged ? 58 : 3,
    day: judged ? { position: 'within', band: USUAL } : null,
    trend: judged ? { mean7: USUAL.mean, position: 'within', band: USUAL } : null,
    hr: judged ? { mean: 52, low: 50, high: 54 } : null,
    cvPct: judged ? 4 : null,
    morning: rule === 'hard-since-check' ? { verdict: 'push', rule: 'in-range' } : null,
    doneSince: rule === 'hard-since-check' ? 118 : 0,
    bridged: null,
    newStrap: false,
    contributors: [],
    notes: [],
    ...changes,
  };
}
