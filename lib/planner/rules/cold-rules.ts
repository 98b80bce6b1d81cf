import { CATALOGUE, modalitiesIn, suits } from '../../catalogue';
import { HOUR_MS } from '../../core/time';
import { LOCAL_COLD, WHOLE_BODY_COLD } from './families';
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

export const COLD_RULES: readonly TimeRule[] = [coldAfterStrength, inflammationWanted, firstThreePlunges, cryotherapyWithin5h];
