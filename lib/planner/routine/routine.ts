import type { Guide, LiteratureSource, Modality, SessionFilter } from '../../catalogue';
import type { DayFact } from './facts';
import type { OptionModality, StepReason } from './reasons';

/** A routine: what a day of one kind holds, in the order in which one would do it. Plain JSON. */

/** Parts of a waking day, as minutes from waking (`fromWake`, `toWake`) or before bed (`fromBed`, `toBed`). All are our choice. */
export const DAY_PARTS = {
  /** From an hour after waking to half an hour before bed. */
  waking: { fromWake: 60, toBed: 30 },
  /** The first half of the day, for movement between work. */
  daytime: { fromWake: 150, toWake: 690 },
  /** Early afternoon: 13:00 to 15:00 for somebody who wakes at 6:30. */
  'early-afternoon': { fromWake: 390, toWake: 510 },
  /** From the end of a usual working day. */
  'after-work': { fromWake: 630, toBed: 60 },
  evening: { fromBed: 240, toBed: 30 },
  /** A warm bath ends one to two hours before bed (Haghayegh 2019). */
  'bath-time': { fromBed: 120, toBed: 60 },
  /** The last hour and a half. */
  'before-bed': { fromBed: 90, toBed: 10 },
} as const satisfies Readonly<Record<string, DayPart>>;

export interface DayPart {
  readonly fromWake?: number;
  readonly toWake?: number;
  readonly fromBed?: number;
  readonly toBed?: number;
}

/**
 * When a step may be done. `after`: it starts so many minutes after the end of a session. `before`: it starts so many minutes before the
 * start of a session. `last`: only the last session that fits counts.
 */
export type StepTime =
  | {
      readonly at: 'after';
      readonly sessions: SessionFilter;
      readonly fromMin: number;
      readonly toMin: number;
      readonly last?: true;
      /** Not before the evening, when the session ended earlier. */
      readonly evening?: true;
    }
  | { readonly at: 'before'; readonly sessions: SessionFilter; readonly fromMin: number; readonly toMin: number }
  | { readonly at: 'during'; readonly sessions: SessionFilter }
  | { readonly at: 'day'; readonly part: keyof typeof DAY_PARTS }
  | { readonly at: 'night' }
  | { readonly at: 'rest-day' };

export interface RoutineStep {
  readonly modality: Modality;
  /** Doses in the order of preference; the first that fits is taken. Omitted: all of the modality's that a plan uses. */
  readonly doses?: readonly string[];
  /** The length of the first dose, if it is not the dose's own. */
  readonly minutes?: number;
  readonly variant?: string;
  readonly time: StepTime;
  readonly reason: StepReason;
  /** Tells two steps of one modality and one session apart. */
  readonly part?: string;
  /** Facts of the day that must all hold. */
  readonly if?: readonly DayFact[];
  /** What takes its place when it cannot be done: no equipment, or a rule forbids it. The first that can be done. */
  readonly instead?: readonly RoutineStep[];
}

export interface Routine {
  /** In English; shown in languages without a message `routine_…` for it. */
  readonly name: string;
  readonly from: readonly (Guide | LiteratureSource | 'ours')[];
  /** The place in the order in which routines are tried; the first whose condition holds is the day's. */
  readonly precedence: number;
  /** The day has this routine when one of these facts holds. */
  readonly when: readonly DayFact[];
  /** In order of importance: when time or treatments run out, the last ones are left out. */
  readonly steps: readonly RoutineStep[];
  /** What is offered first "if you have time"; everything else that does no harm follows by its evidence. */
  readonly ifTime: readonly OptionModality[];
  /** How many things of the week's programme the day may hold. */
  readonly programmeSlots: 0 | 1 | 2;
}
