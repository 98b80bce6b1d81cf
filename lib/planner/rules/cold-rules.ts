import { CATALOGUE, modalitiesIn, suits } from '../../catalogue';
import { HOUR_MS } from '../../core/time';
import { HEAT, LOCAL_COLD, WHOLE_BODY_COLD } from './families';
import type { TimeRule } from './rule';

/** ALYZE says "several hours"; six is our choice. */
export const STRENGTH_COLD_H = 6;
const CRYOTHERAPY_H = 5;

const coldAfterStrength: TimeRule = {
  name: 'cold-after-strength',
  from: ['alyze', 'running-recovery', 'ours'],
  concerns: [...WHOLE_BODY_COLD],
  against: ({ startMs, endMs }, { sessions, strengthCounts }) => {
    if (!strengthCounts) return null;
    const near = STRENGTH_COLD_H * HOUR_MS;
    // Also before strength work: ALYZE keeps the two apart.
    const lifted = sessions.find((one) => one.strength && startMs < one.endMs + near && endMs > one.startMs - near);
    return lifted === undefined ? null : { hours: STRENGTH_COLD_H, sessionMs: lifted.endMs };
  },
};

/** Strength work needs the inflammation that follows it (ALYZE), so local cold must not blunt it either. The hours are our choice. */
const inflammationWanted: TimeRule = {
  name: 'inflammation-wanted',
  from: ['alyze', 'ours'],
  concerns: [...LOCAL_COLD],
  against: ({ startMs }, { sessions, strengthCounts }) => {
    if (!strengthCounts) return null;
    const lifted = sessions.find((one) => one.strength && startMs >= one.startMs && startMs < one.endMs + STRENGTH_COLD_H * HOUR_MS);
    return lifted === undefined ? null : { hours: STRENGTH_COLD_H, sessionMs: lifted.endMs };
  },
};

/** Beginners have their own dose of cold water, and do not begin with contrast therapy. */
const firstThreePlunges: TimeRule = {
  name: 'first-three-plunges',
  scope: 'dose',
  from: ['ours'],
  concerns: modalitiesIn('plunge'),
  against: ({ modality, dose }, { situation: { plunges } }) => {
    // Without a count, assume that the user is no beginner.
    const before = plunges ?? Number.POSITIVE_INFINITY;
    return suits(dose, CATALOGUE[modality], before) ? null : { plunges: plunges ?? CATALOGUE[modality].firstTimes ?? 0 };
  },
};

const cryotherapyWithin5h: TimeRule = {
  name: 'cryotherapy-within-5-h',
  from: ['fleet-feet'],
  concerns: ['cryotherapy'],
  against: ({ startMs, endMs }, { sessions }) => {
    const within = sessions.some((one) => one.effort === 'hard' && startMs >= one.endMs && endMs <= one.endMs + CRYOTHERAPY_H * HOUR_MS);
    return within ? null : { hours: CRYOTHERAPY_H };
  },
};

/** Our choice: whole-body cold ends an hour before lights-out. */
const BEFORE_BED_MS = HOUR_MS;
const coldBeforeBed: TimeRule = {
  name: 'cold-before-bed',
  from: ['ours'],
  concerns: [...WHOLE_BODY_COLD],
  against: ({ startMs, endMs }, { days }) => {
    const next = days.findIndex(({ wakeMs }) => wakeMs > startMs);
    const night = days[next - 1];
    return night === undefined || endMs <= night.bedMs - BEFORE_BED_MS ? null : { hours: 1, bedMs: night.bedMs };
  },
};

/** No heat and no cold on the first two days after an illness. Our choice, on the cautious side. */
const AFTER_ILLNESS_DAYS = 2;
const afterIllness: TimeRule = {
  name: 'after-illness',
  from: ['ours'],
  concerns: [...new Set([...WHOLE_BODY_COLD, ...HEAT])],
  against: ({ startMs }, { situation: { returning, nowMs }, days, findWakingDay }) => {
    const [today, then] = [findWakingDay(nowMs), findWakingDay(startMs)];
    if (returning === null || today === undefined || then === undefined) return null;
    const day = returning.day + days.indexOf(then) - days.indexOf(today);
    return day <= Math.min(AFTER_ILLNESS_DAYS, returning.of) ? { day, of: returning.of } : null;
  },
};

export const COLD_RULES: readonly TimeRule[] = [
  coldAfterStrength,
  inflammationWanted,
  firstThreePlunges,
  cryotherapyWithin5h,
  coldBeforeBed,
  afterIllness,
];
