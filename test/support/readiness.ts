import type { Band, Readiness, Rule, Verdict } from '../../lib/readiness';

/** A band of ln(RMSSD) from 40 to 60 ms. */
export const USUAL: Band = { mean: Math.log(49), low: Math.log(40), high: Math.log(60) };

const VERDICTS: Record<Rule, Verdict> = {
  'no-check': 'learning',
  learning: 'learning',
  unreadable: 'learning',
  'day-and-trend-low': 'rest',
  'day-low': 'easy',
  'trend-low': 'easy',
  'day-high': 'normal',
  'below-middle': 'normal',
  'in-range': 'push',
};

export const RULES = Object.keys(VERDICTS) as Rule[];

/** What readiness says when a rule decides, with figures to fit. */
export function judgedBy(rule: Rule, wish: Partial<Readiness> = {}): Readiness {
  const verdict = VERDICTS[rule];
  const judged = verdict !== 'learning';
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
    ...wish,
  };
}
