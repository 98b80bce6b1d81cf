import { type Decision, rankVerdict } from './decide';
import type { Change, DayCheck, DayCheckIn, Rule, Verdict } from './types';

/** What would have given a better verdict: the smallest change of one figure, with the others unchanged. */

type Decide = (today: DayCheck | null, checkIn: DayCheckIn | undefined) => Decision;

/** RMSSD in whole ms, and in halves where it is small. */
const SMALL_MS = 20;
/** How far below the usual heart rate the search goes, in bpm: a lower one changes nothing. */
const LOWER_BPM = 30;

/** Causes that no other figure could outweigh. */
const UNCHANGEABLE: readonly Rule[] = ['ill', 'illness-start', 'after-illness', 'answers-unread'];

/**
 * @param decided the verdict of the morning as it is
 * @param decide the verdict of the morning with another check or other answers
 * @param highLn the upper end of the usual range: values above it are unusual, not better
 */
export function findChanges(
  decided: Decision,
  decide: Decide,
  today: DayCheck | null,
  checkIn: DayCheckIn | undefined,
  highLn: number | null,
): Change[] {
  if (decided.verdict === 'learning' || UNCHANGEABLE.includes(decided.rule)) return [];
  const judge = (check: DayCheck | null, answers: DayCheckIn | undefined) => decide(check, answers).verdict;
  const better = (verdict: Verdict) => rankVerdict(verdict) > rankVerdict(decided.verdict);
  return [
    ...hrvChange(today, highLn, (check) => judge(check, checkIn), better),
    ...hrChange(today, (check) => judge(check, checkIn), better),
    ...answerChanges(checkIn, (answers) => judge(today, answers), better),
  ];
}

function hrvChange(
  today: DayCheck | null,
  highLn: number | null,
  judge: (check: DayCheck) => Verdict,
  better: (verdict: Verdict) => boolean,
): Change[] {
  if (today === null || highLn === null) return [];
  const [now, high] = [Math.exp(today.lnRmssd), Math.exp(highLn)];
  const step = now < SMALL_MS ? 0.5 : 1;
  const at = (steps: number) => judge({ ...today, lnRmssd: Math.log(steps * step) });
  // Within the range a higher value is never worse, so bisection finds the border.
  let [low, top] = [Math.floor(now / step), Math.floor(high / step)];
  if (top <= low || !better(at(top))) return [];
  while (top - low > 1) {
    const middle = (low + top) >> 1;
    if (better(at(middle))) top = middle;
    else low = middle;
  }
  return [{ name: 'hrv', aboveRmssdMs: top * step, verdict: at(top) }];
}

function hrChange(today: DayCheck | null, judge: (check: DayCheck) => Verdict, better: (verdict: Verdict) => boolean): Change[] {
  if (today === null || today.hrBpm === null) return [];
  const top = Math.floor(today.hrBpm);
  const at = (bpm: number) => judge({ ...today, hrBpm: bpm });
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
  judge: (checkIn: DayCheckIn) => Verdict,
  better: (verdict: Verdict) => boolean,
): Change[] {
  if (checkIn === undefined) return [];
  const less = LESS.flatMap((name) => {
    const now = checkIn[name] ?? null;
    if (now === null) return [];
    const found = [...SCORES].reverse().find((score) => score < now && better(judge({ ...checkIn, ...eased(checkIn, name, score) })));
    return found === undefined ? [] : [{ name, atMost: found, verdict: judge({ ...checkIn, ...eased(checkIn, name, found) }) }];
  });
  const more = MORE.flatMap((name) => {
    const field = name === 'sleep' ? 'sleepQuality' : name;
    const now = checkIn[field] ?? null;
    if (now === null) return [];
    const found = SCORES.find((score) => score > now && better(judge({ ...checkIn, [field]: score })));
    return found === undefined ? [] : [{ name, atLeast: found, verdict: judge({ ...checkIn, [field]: found }) }];
  });
  return [...less, ...more];
}

/** Less soreness overall means less in every region. */
function eased(checkIn: DayCheckIn, name: 'soreness' | 'stress', score: (typeof SCORES)[number]): Partial<DayCheckIn> {
  if (name === 'stress') return { stress: score };
  return { soreness: score, sore: (checkIn.sore ?? []).filter(({ level }) => level <= score) };
}
