import type { Modality } from '../../catalogue';
import { addDays, daysBetween } from '../../core/day';
import { isFullDose } from '../full-dose';
import { findTargets, type Target } from '../programme';
import type { DayAhead, RoutineStep } from '../routine';
import type { Scene } from '../rules';
import type { Placed } from './placer';

/** What the week's programme still wants on a day, for the open slots of its routine. */

/** Days between two sessions of mobility. Our choice: up to three a week (Svetness), spread over it. */
const MOBILITY_EVERY_DAYS = 2;

const AFTER_WORK = { at: 'day', part: 'after-work' } as const;

interface ProgrammeStep {
  readonly target: Target['id'];
  readonly step: RoutineStep;
}

/** In the order in which they take a slot. */
const PROGRAMME: readonly ProgrammeStep[] = [
  { target: 'sauna', step: { modality: 'sauna', time: AFTER_WORK, reason: 'programme-sauna' } },
  { target: 'mobility', step: { modality: 'mobility', time: AFTER_WORK, reason: 'programme-mobility' } },
  { target: 'cold', step: { modality: 'cold-water-immersion', time: AFTER_WORK, reason: 'programme-cold' } },
  {
    target: 'massage',
    step: {
      modality: 'foam-rolling',
      time: AFTER_WORK,
      reason: 'programme-massage',
    },
  },
  {
    target: 'stretching',
    step: { modality: 'stretching', doses: ['after', 'after-short'], variant: 'static', time: AFTER_WORK, reason: 'programme-stretching' },
  },
];

/** The steps that the programme wants on this day, given what was done and is already planned. */
export function listProgrammeSteps(ahead: DayAhead, scene: Scene, placed: readonly Placed[]): RoutineStep[] {
  const { day, week } = ahead.day;
  const { situation } = scene;
  const targets = new Map(findTargets(situation.phase, () => true).map((target) => [target.id, target]));
  const done = (modalities: readonly Modality[]) => {
    const logged = situation.log
      .filter((entry) => entry.outcome === 'done' && modalities.includes(entry.modality) && isFullDose(entry))
      .map(({ startMs }) => scene.findDay(startMs)?.day ?? '');
    const ofPlan = placed.filter(({ modality }) => modalities.includes(modality)).map((one) => one.day.day);
    return new Set([...logged, ...ofPlan]);
  };
  return PROGRAMME.flatMap(({ target: id, step }) => {
    const target = targets.get(id);
    if (target === undefined) return [];
    const days = done(target.modalities);
    if (days.has(day)) return [];
    const count = [...days].filter((one) => one >= week && one < addDays(week, 7)).length;
    const most = id === 'mobility' ? target.to : target.from;
    if (count >= most) return [];
    if (id === 'mobility' && [...days].some((one) => Math.abs(daysBetween(one, day)) < MOBILITY_EVERY_DAYS)) return [];
    return [step];
  });
}
