import { HOUR_MS } from '../../core/time';
import { LOCAL_COLD, WHOLE_BODY_COLD } from './families';
import type { TimeRule } from './rule';

/** "Several hours" in 002; six is this product's choice. */
export const STRENGTH_COLD_H = 6;
const CRYOTHERAPY_H = 5;
const FIRST_PLUNGES = 3;

const coldAfterStrength: TimeRule = {
  name: 'cold-after-strength',
  from: ['002', '004', 'ours'],
  concerns: [...WHOLE_BODY_COLD],
  against: ({ startMs, endMs }, { sessions, strengthCounts }) => {
    if (!strengthCounts) return null;
    const near = STRENGTH_COLD_H * HOUR_MS;
    // Before it as well: 002 wants the two apart.
    const lifted = sessions.find((one) => one.strength && startMs < one.endMs + near && endMs > one.startMs - near);
    return lifted === undefined ? null : { hours: STRENGTH_COLD_H, sessionMs: lifted.endMs };
  },
};

/** Inflammation right after strength work is wanted (002): cold on the spot does not blunt it either. The hours are ours. */
const inflammationWanted: TimeRule = {
  name: 'inflammation-wanted',
  from: ['002', 'ours'],
  concerns: [...LOCAL_COLD],
  against: ({ startMs }, { sessions, strengthCounts }) => {
    if (!strengthCounts) return null;
    const lifted = sessions.find((one) => one.strength && startMs >= one.startMs && startMs < one.endMs + STRENGTH_COLD_H * HOUR_MS);
    return lifted === undefined ? null : { hours: STRENGTH_COLD_H, sessionMs: lifted.endMs };
  },
};

const firstThreePlunges: TimeRule = {
  name: 'first-three-plunges',
  scope: 'dose',
  from: ['ours'],
  concerns: ['cold-water-immersion', 'contrast'],
  against: ({ modality, dose }, { situation: { plunges } }) => {
    const first = plunges !== null && plunges < FIRST_PLUNGES;
    const forThem = dose.id === 'first-three';
    // Hot and cold in turn is not how to begin with cold water.
    if (modality === 'contrast') return first ? { plunges } : null;
    return first !== forThem ? { plunges: plunges ?? FIRST_PLUNGES } : null;
  },
};

const cryotherapyWithin5h: TimeRule = {
  name: 'cryotherapy-within-5-h',
  from: ['003'],
  concerns: ['cryotherapy'],
  against: ({ startMs, endMs }, { sessions }) => {
    const within = sessions.some((one) => one.effort === 'hard' && startMs >= one.endMs && endMs <= one.endMs + CRYOTHERAPY_H * HOUR_MS);
    return within ? null : { hours: CRYOTHERAPY_H };
  },
};

export const COLD_RULES: readonly TimeRule[] = [coldAfterStrength, inflammationWanted, firstThreePlunges, cryotherapyWithin5h];
