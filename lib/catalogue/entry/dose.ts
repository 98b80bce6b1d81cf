import type { Course } from './course';
import type { Whose } from './sources';
import type { Step } from './steps';

/** Lower and upper end, in the unit of the field's name. */
export type DoseRange = readonly [number, number];

/** Amounts that depend on body mass and session; lib/catalogue/nutrition computes them. */
export type Amount =
  | 'protein-meal'
  | 'protein-day'
  | 'carbohydrate-before'
  | 'carbohydrate-after'
  | 'carbohydrate-between'
  | 'creatine-day'
  | 'fluids-before'
  | 'fluids-after'
  | 'fluids-day';

/** One complete dose from one source. Its parts belong together: a temperature is never combined with the minutes of another dose. */
export interface Dose {
  readonly id: string;
  readonly whose: Whose;
  /** The figure that a plan uses, and the source's range if it gives one. */
  readonly minutes: number;
  readonly minutesRange?: DoseRange;
  /** Other lengths that the user may choose, in minutes; omitted: only `minutes`. */
  readonly lengthsMin?: readonly number[];
  /** Set when the minutes are ours and the rest of the dose is the source's. */
  readonly minutesWhose?: 'ours';
  /** For users who have done the modality less often than its `firstTimes`, or at least as often; omitted: for everybody. */
  readonly only?: 'beginners' | 'experienced';
  readonly temperatureC?: number | DoseRange;
  readonly breathsPerMin?: DoseRange;
  readonly level?: number;
  readonly pressureMmHg?: DoseRange;
  readonly wavelengthNm?: DoseRange;
  readonly holdS?: DoseRange;
  readonly sleepH?: DoseRange;
  readonly minutesPerMuscle?: number;
  /** As on its label: this product knows no amount. */
  readonly asLabelled?: true;
  readonly amount?: Amount;
  /** Steps of this dose only; they come before those of the modality. */
  readonly steps?: readonly Step[];
  /** How its session runs; omitted: one stretch of its minutes. */
  readonly course?: Course;
}
