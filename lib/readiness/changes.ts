import { type Decision, rankVerdict } from './decide';
import type { Change, DayCheck, DayCheckIn, Rule, Verdict } from './types';

/** What would have made a better verdict: the smallest change of one figure, the others as they are. */

type Decide = (today: DayCheck | null, checkIn: DayCheckIn | undefined) => Decision;

/** RMSSD in whole ms, and in halves where it is small. */
const SMALL_MS = 20;
/** How far below the usual heart rate one looks, in bpm: lower says nothing better. */
const LOWER_BPM = 30;

/** Causes that no other figure would outweigh. */
const UNCHANGEABLE: readonly Rule[] = ['ill', 'answers-unread'];

/**
 * @param decided the verdict of the morning as it is
 * @param decide the same of a morning with another check or other answers
 * @param highLn the upper end of the usual range: above it is unusual, and no better
 */
export function findChanges(
  decided: Decision,
  decide: Decide,
  today: DayCheck | null,
  checkIn: DayCheckIn | undefined,
  highLn: number | null,
): Change[] {
  if (decided.verdict === 'learning' || UNCHANGEABLE.includes(decided.rule)) return [];
  const verdictOf = (check: DayCheck | null, answers: DayCheckIn | undefined) => decide(check, answers).verdict;
  const better = (verdict: Verdict) => rankVerdict(verdict) > rankVerdict(decided.verdict);
  return [
    ...hrvChange(today, highLn, (check) => verdictOf(check, checkIn), better),
    ...hrChange(today, (check) => verdictOf(check, checkIn), better),
    ...answerChanges(checkIn, (answers) => verdictOf(today, answers), better),
  ];
}

function hrvChange(
  today: DayCheck | null,
  highLn: number | null,
  verdictOf: (check: DayCheck) => Verdict,
  better: (verdict: Verdict) => boolean,
): Change[] {
  if (today === null || highLn === null) return [];
  const [now, high] = [Math.exp(today.lnRmssd), Math.exp(highLn)];
  const step = now < SMALL_MS ? 0.5 : 1;
  const at = (steps: number) => verdictOf({ ...today, lnRmssd: Math.log(steps * step) });
  // Within the range more is never worse, so that halving finds the border.
  let [low, top] = [Math.floor(now / step), Math.floor(high / step)];
  if (top <= low || !better(at(top))) return [];
  while (top - low > 1) {
    const middle = (low + top) >> 1;
    if (better(at(middle))) top = middle;
    else low = middle;
  }
  return [{ name: 'hrv', aboveRmssdMs: top * step, verdict: at(top) }];
}

function hrChange(today: DayCheck | null, verdictOf: (check: DayCheck) => Verdict, better: (verdict: Verdict) => boolean): Change[] {
  if (today === null || today.hrBpm === null) return [];
  const top = Math.floor(today.hrBpm);
  const at = (bpm: number) => verdictOf({ ...today, hrBpm: bpm });
  let [good, bad] = [top - LOWER_BPM, top + 1];
  if (!better(at(good))) return [];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (better(at(middle))) good = middle;
    else bad = middle;
  }
  return [{ name: 'resting-hr', belowBpm: good, verdict: at(good) }];
}

const LESS = ['soreness', 'stress'] as const;
const MORE = ['energy', 'mood', 'sleep'] as const;
const SCORES = [1, 2, 3, 4, 5] as const;

function answerChanges(
  checkIn: DayCheckIn | undefined,
  verdictOf: (checkIn: DayCheckIn) => Verdict,
  better: (verdict: Verdict) => boolean,
): Change[] {
  if (checkIn === undefined) return [];
  const less = LESS.flatMap((name) => {
    const now = checkIn[name] ?? null;
    if (now === null) return [];
    const found = [...SCORES].reverse().find((score) => score < now && better(verdictOf({ ...checkIn, ...eased(checkIn, name, score) })));
    return found === undefined ? [] : [{ name, atMost: found, verdict: verdictOf({ ...checkIn, ...eased(checkIn, name, found) }) }];
  });
  const more = MORE.flatMap((name) => {
    const field = name === 'sleep' ? 'sleepQuality' : name;
    const now = checkIn[field] ?? null;
    if (now === null) return [];
    const found = SCORES.find((score) => score > now && better(verdictOf({ ...checkIn, [field]: score })));
    return found === undefined ? [] : [{ name, atLeast: found, verdict: verdictOf({ ...checkIn, [field]: found }) }];
  });
  return [...less, ...more];
}

/** Less sore as a whole is less sore everywhere. */
function eased(checkIn: DayCheckIn, name: 'soreness' | 'stress', score: (typeof SCORES)[number]): Partial<DayCheckIn> {
  if (name === 'stress') return { stress: score };
  return { soreness: score, sore: (checkIn.sore ?? []).filter(({ level }) => level <= score) };
}
