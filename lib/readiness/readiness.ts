import { type Baseline, computeBaseline, DAY_WIDTH_SD, enters, LEARNING_NEEDS } from './baseline';
import { findChanges } from './changes';
import { listContributors } from './contributors';
import { type Decision, decideMorning, decideNow } from './decide';
import { type Evidence, weighEvidence } from './evidence';
import { usualFelt } from './felt';
import { findIllDays } from './illness';
import { listNotes } from './notes';
import type { Band, Change, Confidence, DayCheck, DayCheckIn, Readiness, ReadinessInput, Rule } from './types';

/** Check-ins of the last 28 days from which answers alone give medium confidence. */
const FELT_MEDIUM_FROM = 14;
/** From this uncertainty of another strap's level on, in the user's SDs, the verdict is less certain. Ours. */
const NEW_STRAP_DOUBT = 1 / 4;

/**
 * What kind of day it is: the verdict, its confidence, the deciding rule, and all contributors.
 *
 * HRV is judged by two tests against the 60 days before. *Day*: ln(RMSSD) against mean ± 1 SD. *Trend*: the 7-day mean against mean ± 0.5
 * SD (Plews 2013). A day outside its range lowers the verdict by one step; rest needs the trend, or another sign, as well. Unusually high
 * counts as unusual, not as good. Answers, resting heart rate and load are weighed in addition. Illness, injury, sore or tired muscles and
 * weeks of fatigue set a limit that numbers do not lift; a race today or tomorrow is kept free. Rules, order, constants and sources:
 * docs/readiness.md. Deterministic.
 */
export function judgeReadiness(input: ReadinessInput): Readiness {
  return readinessIn(gatherMorning(input), input);
}

/**
 * What would have given a better verdict this morning: for each figure the smallest change, with the others unchanged. Empty for illness,
 * while learning, and for the best verdict. What was done since does not matter here.
 */
export function wouldChange(input: ReadinessInput): Change[] {
  return changesIn(gatherMorning(input), input);
}

/** Both results for one morning, computed once. */
export function judgeMorning(input: ReadinessInput): { readonly readiness: Readiness; readonly changes: readonly Change[] } {
  const morning = gatherMorning(input);
  return { readiness: readinessIn(morning, input), changes: changesIn(morning, input) };
}

type Morning = ReturnType<typeof gatherMorning>;

function readinessIn({ baseline, checkIn, evidence, decided: morning }: Morning, { today }: ReadinessInput): Readiness {
  const decided = decideNow(morning, evidence);
  const range = baseline.lnRmssd;
  return {
    ...decided,
    confidence: atMost(rateConfidence(evidence, baseline, decided, today), mostConfidence(evidence)),
    morning: decided === morning ? null : morning,
    doneSince: evidence.since.score,
    learned: evidence.learned,
    needed: LEARNING_NEEDS,
    provisional: baseline.provisional,
    days: baseline.days + (today !== null && enters(today) ? 1 : 0),
    day: evidence.hrv === null || range === null ? null : { position: evidence.hrv.position, band: range.day },
    trend:
      evidence.trend === null || range === null
        ? null
        : { mean7: evidence.trend.mean7, position: evidence.trend.position, band: range.trend },
    hr: evidence.hrv === null ? null : (baseline.hr?.band ?? null),
    cvPct: evidence.cvPct,
    bridged: baseline.bridged,
    newStrap: isNewStrap(baseline),
    contributors: listContributors(evidence, today, checkIn, baseline),
    notes: listNotes(evidence, checkIn),
  };
}

function changesIn({ baseline, checkIn, decided, decide }: Morning, { today }: ReadinessInput): Change[] {
  return findChanges(decided, decide, today, checkIn, baseline.lnRmssd?.day.high ?? null);
}

/** The usual values before a day, the evidence and the verdict of its morning, and the verdict for any other check and answers. */
function gatherMorning(input: ReadinessInput) {
  const checkIns = input.checkIns ?? [];
  const baseline = computeBaseline(input.checks, input.day, input.today, input.widthSd ?? DAY_WIDTH_SD, findIllDays(checkIns));
  const usual = usualFelt(checkIns, input.day);
  const checkIn = checkIns.find((one) => one.day === input.day);
  const none = nothingToJudge(input);
  const judge = (check: DayCheck | null, answers: DayCheckIn | undefined) => weighEvidence(input, check, answers, baseline, usual);
  const evidence = judge(input.today, checkIn);
  return {
    baseline,
    checkIn,
    evidence,
    decided: decideMorning(evidence, none),
    decide: (check: DayCheck | null, answers: DayCheckIn | undefined) => decideMorning(judge(check, answers), none),
  };
}

/** The rule when neither HRV nor answers can be judged. */
function nothingToJudge({ today, unreadable }: ReadinessInput): Rule {
  if (today === null) return unreadable === true ? 'unreadable' : 'no-check';
  return enters(today) ? 'learning' : 'late';
}

/**
 * At least 3 valid days of the last 7 for more than low (Plews 2014); never high while the range is provisional, the recording only fair or
 * the strap new; answers alone give at most medium.
 */
function rateConfidence(evidence: Evidence, baseline: Baseline, { verdict }: Decision, today: DayCheck | null): Confidence {
  if (verdict === 'learning') return 'low';
  // While HRV is being learned, answers alone do not give more.
  if (evidence.hrv === null) return today === null && (evidence.felt?.known ?? 0) >= FELT_MEDIUM_FROM ? 'medium' : 'low';
  const last7 = baseline.last6 + 1;
  if (last7 < 3) return 'low';
  return baseline.provisional || last7 < 5 || today?.rating === 'fair' || isNewStrap(baseline) ? 'medium' : 'high';
}

function atMost(confidence: Confidence, most: Confidence): Confidence {
  return confidence === 'high' ? most : confidence;
}

/** Never high with an irregular rhythm or heart-rate medicine, nor where travel or altitude moves the heart. */
function mostConfidence({ health, disturbances }: Evidence): Confidence {
  return disturbances.travelled !== null || disturbances.altitude ? 'medium' : health.mostConfidence;
}

function isNewStrap({ doubtSd, lnRmssd }: Baseline): boolean {
  return lnRmssd !== null && doubtSd > NEW_STRAP_DOUBT * lnRmssd.sd;
}

/** The usual ranges that a check is compared with, whatever the day's verdict; null without any. */
export function findUsual(checks: readonly DayCheck[], check: DayCheck, widthSd = DAY_WIDTH_SD): { lnRmssd: Band | null; hr: Band | null } {
  const baseline = computeBaseline(checks, check.day, check, widthSd);
  const learned = baseline.last13 + (enters(check) ? 1 : 0) >= LEARNING_NEEDS;
  return learned && baseline.lnRmssd !== null
    ? { lnRmssd: baseline.lnRmssd.day, hr: baseline.hr?.band ?? null }
    : { lnRmssd: null, hr: null };
}
