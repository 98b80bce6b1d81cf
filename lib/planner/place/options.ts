import { CATALOGUE, type Modality, modalitiesIn, type Trials, type Window } from '../../catalogue';
import { OPTION_MODALITIES } from '../option-modalities';
import type { DAY_PARTS, DayAhead, OptionModality, RoutineStep, StepTime } from '../routine';
import type { Scene } from '../rules';
import type { PlannedDay } from './planned-day';

/** "If you have time": what does no harm on a day and is not part of its routine, from the windows of the catalogue. */

/** The most options on one day. Our choice. */
export const MOST_OPTIONS = 6;
/** The rank of each grade of evidence: better supported options come first. */
const RANK: Readonly<Record<Trials, number>> = { strong: 0, moderate: 1, mixed: 2, developing: 3, little: 4, none: 5 };
/** For soreness only when it is intense (Svetness). */
const FOR_INTENSE: ReadonlySet<Modality> = new Set(modalitiesIn('for-intense-soreness'));

/** Best supported first. */
export const OPTIONS = OPTION_MODALITIES.map((modality) => ({ ...CATALOGUE[modality], modality })).sort(
  (a, b) => RANK[a.grades.trials] - RANK[b.grades.trials],
);

/** The options of a day in the order in which they are offered: first what its routine names. */
export function listOptions(ahead: PlannedDay, scene: Scene): { readonly modality: Modality; readonly steps: readonly RoutineStep[] }[] {
  const { ifTime } = ahead.routine;
  const rank = (modality: OptionModality) => (ifTime.includes(modality) ? ifTime.indexOf(modality) : ifTime.length);
  return [...OPTIONS]
    .sort((a, b) => rank(a.modality) - rank(b.modality))
    .map(({ modality, windows }) => ({
      modality,
      steps: windows.flatMap((window) => toStep(modality, window, ahead, scene)),
    }));
}

function toStep(modality: OptionModality, window: Window, ahead: DayAhead, scene: Scene): RoutineStep[] {
  const time = toTime(modality, window, ahead, scene);
  if (time === null) return [];
  const { doses, variant } = window;
  return [
    {
      modality,
      time,
      reason: `may-${modality}`,
      ...(doses === undefined ? {} : { doses }),
      ...(variant === undefined ? {} : { variant }),
    },
  ];
}

function toTime(modality: OptionModality, window: Window, { facts }: DayAhead, { severity }: Scene): StepTime | null {
  switch (window.at) {
    case 'after':
      // A day with little to recover from needs nothing after its session.
      return facts.has('little')
        ? null
        : { at: 'after', sessions: window.sessions, fromMin: window.fromMin, toMin: window.toMin, last: true };
    case 'before':
      return facts.has('little') ? null : { at: 'before', sessions: window.sessions, fromMin: window.fromMin, toMin: window.toMin };
    case 'during':
      return { at: 'during', sessions: window.sessions };
    case 'day':
      return dayFits(window.days, modality, facts, severity) ? { at: 'day', part: findPart(modality, window.part) } : null;
    case 'night':
    case 'rest-day':
      return { at: window.at };
  }
}

/** The part of the day: movement after work, a warm bath and breathing before bed. */
function findPart(modality: OptionModality, part: Extract<Window, { at: 'day' }>['part']): keyof typeof DAY_PARTS {
  if (part === 'waking') return 'after-work';
  if (part === 'early-afternoon') return part;
  return modality === 'warm-bath' ? 'bath-time' : 'before-bed';
}

function dayFits(
  days: Extract<Window, { at: 'day' }>['days'],
  modality: Modality,
  facts: DayAhead['facts'],
  severity: Scene['severity'],
): boolean {
  switch (days) {
    case 'every':
      return true;
    case 'without-training':
      return facts.has('no-training');
    case 'training':
      return facts.has('training');
    case 'after-long':
      return facts.has('day-after-long');
    case 'high-stress':
      return facts.has('high-stress');
    case 'sore':
      return facts.has('sore') && (severity === 'intense' || !FOR_INTENSE.has(modality));
    case 'tired':
      return facts.has('short-night') || facts.has('travelled');
  }
}
