import { computeMean, computeSd } from '../../../lib/core/statistics';
import type { Told } from './person';

/**
 * Published rules of training by HRV, as far as their texts say. A rule that leaves the choice between an easy day and rest counts as easy.
 * What a text leaves open is our choice and marked so.
 */

export type Says = 'rest' | 'easy' | 'train';
export interface Peer {
  readonly name: string;
  readonly judge: (told: Told, i: number) => Says;
}

const some = (values: readonly (number | null)[]) => values.flatMap((value) => value ?? []);
const listLn = ({ checks }: Told, from: number, to: number) =>
  some(checks.slice(Math.max(0, from), to).map((check) => check?.lnRmssd ?? null));
const listHr = ({ checks }: Told, from: number, to: number) =>
  some(checks.slice(Math.max(0, from), to).map((check) => check?.hrBpm ?? null));
const averageWeek = (told: Told, i: number) => computeMean(listLn(told, i - 6, i + 1));
const range = (values: readonly number[]) => ({ mean: computeMean(values) ?? 0, sd: computeSd(values) ?? 0 });

/** Plews 2013 (Sports Med 43:773): the 7-day mean of ln(RMSSD) below mean − 0.5 SD. Reference: the 60 days before the week (ours). */
function plews(told: Told, i: number): Says {
  const week = averageWeek(told, i);
  const { mean, sd } = range(listLn(told, i - 66, i - 6));
  return week !== null && week < mean - sd / 2 ? 'easy' : 'train';
}

/** Kiviniemi 2007 (Eur J Appl Physiol 101:743): below the mean − 1 SD of the 10 days before, or falling for two days: low intensity or rest. */
function kiviniemi(told: Told, i: number): Says {
  const [before, yesterday, today] = [told.checks[i - 2], told.checks[i - 1], told.checks[i]];
  if (today == null) return 'train';
  const { mean, sd } = range(listLn(told, i - 10, i));
  const falls = before != null && yesterday != null && today.lnRmssd < yesterday.lnRmssd && yesterday.lnRmssd < before.lnRmssd;
  return today.lnRmssd < mean - sd || falls ? 'easy' : 'train';
}

/**
 * Javaloyes 2019 (Int J Sports Physiol Perform 14:23): hard only while the 7-day mean is inside mean ± 0.5 SD of four weeks; outside it, on
 * either side, low intensity or rest.
 */
function javaloyes(told: Told, i: number): Says {
  const week = averageWeek(told, i);
  const { mean, sd } = range(listLn(told, i - 34, i - 6));
  return week !== null && Math.abs(week - mean) > sd / 2 ? 'easy' : 'train';
}

/**
 * HRV4Training (hrv4training.com, "Daily score, baseline and normal range"): today's score, or the 7-day baseline, below the normal range of
 * 60 days. The texts give no width: mean ± 0.75 SD is ours; both below counts as rest (ours).
 */
function normalRange(told: Told, i: number): Says {
  const today = told.checks[i];
  const week = averageWeek(told, i);
  const { mean, sd } = range(listLn(told, i - 60, i));
  const low = mean - 0.75 * sd;
  const [dayLow, weekLow] = [today != null && today.lnRmssd < low, week !== null && week < low];
  return dayLow && weekLow ? 'rest' : dayLow || weekLow ? 'easy' : 'train';
}

/**
 * Oura's readiness, as far as its help pages say: resting heart rate (3–5 bpm above or 10–15 below the average of two months counts
 * against), HRV balance (14 days, the last ones more, against two months), temperature, last night, sleep balance (14 days); a score below
 * 70 is "fair" and usually means that one part is out of its range, below 60 "pay attention". The scale of each part is ours, and so is the
 * mean of all parts and the worst one.
 */
function oura(told: Told, i: number): Says {
  const today = told.checks[i];
  const down = (worse: number, full: number) => 100 * Math.min(1, Math.max(0, 1 - worse / full));
  const rates = range(listHr(told, i - 60, i));
  const hr = today?.hrBpm == null ? null : today.hrBpm - rates.mean;
  const heart = hr === null ? null : hr > 0 ? down(hr, 8) : down(-hr - 7, 16);
  const usual = range(listLn(told, i - 60, i));
  const recent = told.checks.slice(i - 13, i + 1).flatMap((check, k) => (check === null ? [] : [{ value: check.lnRmssd, weight: k + 1 }]));
  const weight = recent.reduce((sum, one) => sum + one.weight, 0);
  const balance = weight === 0 ? null : recent.reduce((sum, one) => sum + one.value * one.weight, 0) / weight;
  const hrv = balance === null ? null : down((usual.mean - balance) / usual.sd, 2);
  const warm = range(told.nights.slice(i - 60, i).map(({ temperatureC }) => temperatureC));
  const temperature = down(Math.max(0, (told.nights[i]?.temperatureC ?? warm.mean) - warm.mean - 0.2), 1);
  const said = told.checkIns[i];
  const night = said?.sleepQuality == null ? null : 25 * (said.sleepQuality - 1) * 0.6 + 40;
  const hours = computeMean(some(told.checkIns.slice(i - 13, i + 1).map((one) => one?.sleepHours ?? null)));
  const sleep = hours === null ? null : down(7 - hours, 3);
  const parts = some([heart, hrv, temperature, night, sleep]);
  const score = ((computeMean(parts) ?? 100) + Math.min(...parts)) / 2;
  return score < 60 ? 'rest' : score < 70 ? 'easy' : 'train';
}

/**
 * Garmin's HRV status, as far as its manuals say: the 7-day average against a baseline range from at least three weeks: above or below it
 * "unbalanced", well below it "low". Widths are ours: mean ± 0.75 SD of 60 days, low from 1.25 SD on; only below it counts as easy, low as
 * rest.
 */
function garmin(told: Told, i: number): Says {
  const week = averageWeek(told, i);
  const { mean, sd } = range(listLn(told, i - 66, i - 6));
  if (week === null) return 'train';
  return week < mean - 1.25 * sd ? 'rest' : week < mean - 0.75 * sd ? 'easy' : 'train';
}

export const PEERS: readonly Peer[] = [
  { name: 'Plews', judge: plews },
  { name: 'Kiviniemi', judge: kiviniemi },
  { name: 'Javaloyes', judge: javaloyes },
  { name: 'HRV4Training', judge: normalRange },
  { name: 'Oura', judge: oura },
  { name: 'Garmin', judge: garmin },
];
