/** The effect of a stretch of a session on the body; readings of a thermometer are judged by it. */
export type Exposure = 'cold' | 'heat';

/** A stretch of a round. Its temperature comes from another modality's dose, so that it is defined once. */
export interface Stage {
  readonly minutes: number;
  readonly exposure: Exposure;
  readonly like: { readonly modality: string; readonly doseId: string };
  /** Our own temperature instead of that dose's, °C. */
  readonly rangeC?: readonly [number, number];
}

/** How the minutes of a dose are divided, if they are not one stretch. */
export type Course =
  /** One region after the other, with time to change place. If there is not enough time for all, the first regions are treated. */
  | {
      readonly by: 'regions';
      /** Shortest and longest time at one region, s. */
      readonly leastS: number;
      readonly mostS: number;
      readonly changeS: number;
    }
  /** The stages in order, repeated until the minutes are over. */
  | { readonly by: 'rounds'; readonly stages: readonly Stage[] }
  /** One pace after the other, breaths a minute, each for an equal share of the minutes. */
  | { readonly by: 'rates'; readonly ratesPerMin: readonly number[] };
