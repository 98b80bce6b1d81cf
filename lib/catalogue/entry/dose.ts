import type { Course } from './course';
import type { Whose } from './sources';
import type { Step } from './steps';

/** Lower and upper end, in the unit of the field's name. */
export type DoseRange = readonly [number, number];

/** Amounts that follow from body mass and session; lib/catalogue/nutrition works them out. */
export type Amount =
  | 'protein-meal'
  | 'protein-day'
  | 'carbohydrate-before'
  | 'carbohydrate-after'
  | 'fluids-before'
  | 'fluids-after'
  | 'fluids-day';

/**
 * One complete dose of one source. What stands here together belongs together: a temperature is never taken from one dose and the minutes
 * from another.
 */
export interface Dose {
  readonly id: string;
  readonly whose: Whose;
  /** What a plan gives, and what the source says where that is a range. */
  readonly minutes: number;
  readonly minutesRange?: DoseRange;
  /** Lengths that the user may choose instead, in minutes; left out: only `minutes`. */
  readonly lengthsMin?: readonly number[];
  /** Where the rest of the dose is the source's and the minutes are not. */
  readonly minutesWhose?: 'ours';
  /** For those who have done the modality less often than its `firstTimes`, or at least as often; left out: for anybody. */
  readonly only?: 'beginners' | 'experienced';
  readonly temperatureC?: number | DoseRange;
  readonly breathsPerMin?: DoseRange;
  readonly level?: number;
  readonly pressureMmHg?: DoseRange;
  readonly wavelengthNm?: DoseRange;
  readonly holdS?: DoseRange;
  readonly sleepH?: DoseRange;
  readonly minutesPerMuscle?: number;
  /** As its label says: no amount is known to this product. */
  readonly asLabelled?: true;
  readonly amount?: Amount;
  /** Steps that only this dose has; they come before those of the modality. */
  readonly steps?: readonly Step[];
  /** How a session of it runs; left out: one stretch of its minutes. */
  readonly course?: Course;
  /** Share of the benefit of the fullest dose, 0 … 1. Ours. */
  readonly share: number;
}
