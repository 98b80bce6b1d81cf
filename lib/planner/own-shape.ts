/** The shape of a routine of the user's own, for the situation of a plan. Names nothing of the routines, which rest on situations. */

export interface OwnStep {
  /** The step's id in `STEP_LIBRARY`. */
  readonly step: string;
  /** The dose to try first; omitted: in the order of the step. */
  readonly dose?: string;
  /** The length of that dose, min; omitted: the dose's own. */
  readonly minutes?: number;
}

export interface OwnShape<Kind extends string = string> {
  readonly id: string;
  readonly name: string;
  /** The routine that it was copied from. */
  readonly copyOf: Kind;
  /** In order of importance: when time or treatments run out, the last ones are left out. */
  readonly steps: readonly OwnStep[];
  /** The kinds of day that have it instead of the product's. */
  readonly on: readonly Kind[];
}
