import type { Evidence } from '../../../lib/readiness/evidence';

/** Evidence of a morning of which nothing is known but what a test names. */
export function makeEvidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    hrv: null,
    trend: null,
    week: null,
    hr: null,
    weekHr: null,
    together: 0.5,
    lowHeart: null,
    felt: null,
    load: null,
    health: { ill: [], injured: [], unread: false, mostConfidence: 'high' },
    untrained: null,
    illnessStarts: false,
    returning: null,
    shortSleep: null,
    longEffort: null,
    disturbances: { travelled: null, altitude: false, alcohol: false },
    race: null,
    muscles: { daysSince: null, worst: null, bar: null, says: 'nothing' },
    warned: false,
    since: { score: 0, hard: false },
    learned: 14,
    cvPct: null,
    ...changes,
  };
}

/** Answers that together are `z` SDs from usual; `each` is how far each of them is, and none is clearly worse unless told. */
export function feltLike(z: number, each: readonly number[] = [0, 0, 0], known = 40): NonNullable<Evidence['felt']> {
  const items = ['sleep', 'soreness', 'energy', 'mood', 'stress'] as const;
  return { z, known, answers: each.map((one, i) => ({ item: items[i % items.length] ?? 'sleep', z: one, usual: null })) };
}
