import { type Modality, modalitiesIn } from '../../catalogue';
import type { Phase } from '../rules/situation';

/** The targets of a week. */

export interface Target {
  readonly id: 'mobility' | 'stretching' | 'massage' | 'rest-day' | 'sauna' | 'cold';
  /** The modalities that count towards it. */
  readonly modalities: readonly Modality[];
  readonly from: number;
  readonly to: number;
  readonly whose: readonly string[];
}

/** Whole-body cold per week by phase: more in heavy blocks (Running recovery). The numbers are our choice. */
const COLD: Readonly<Record<Phase, readonly [number, number]>> = {
  base: [0, 2],
  heavy: [2, 4],
  taper: [0, 1],
  race: [0, 2],
  off: [0, 2],
};

export function coldMostAWeek(phase: Phase | null): number {
  return COLD[phase ?? 'base'][1];
}

/**
 * The targets of a week (Svetness, ALYZE, Running recovery). Leaves out what the user cannot do for lack of equipment or because of the
 * screening.
 */
export function findTargets(phase: Phase | null, can: (modality: Modality) => boolean): Target[] {
  const [coldFrom, coldTo] = COLD[phase ?? 'base'];
  const all: Target[] = [
    { id: 'mobility', modalities: ['mobility'], from: 1, to: 3, whose: ['svetness'] },
    { id: 'stretching', modalities: ['stretching'], from: 7, to: 7, whose: ['svetness'] },
    { id: 'massage', modalities: ['massage-therapy', 'massage-gun', 'foam-rolling'], from: 1, to: 3, whose: ['svetness'] },
    { id: 'rest-day', modalities: ['rest-day'], from: 1, to: 2, whose: ['running-recovery'] },
    // ALYZE plans sauna by the week and quotes four to seven times, which come from a cohort.
    { id: 'sauna', modalities: ['sauna'], from: 4, to: 7, whose: ['alyze'] },
    { id: 'cold', modalities: modalitiesIn('whole-body-cold'), from: coldFrom, to: coldTo, whose: ['running-recovery', 'ours'] },
  ];
  return all.filter(({ modalities, to }) => to > 0 && modalities.some(can));
}
