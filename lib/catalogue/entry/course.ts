/** What a stretch of a session is to the body; readings of a thermometer are judged by it. */
export type Exposure = 'cold' | 'heat';

/** A stretch of a round. Its temperature is that of another modality's dose, so that it stands in one place. */
export interface Stage {
  readonly minutes: number;
  readonly exposure: Exposure;
  readonly like: { readonly modality: string; readonly doseId: string };
}

/** How the minutes of a dose are spent, where they are not one stretch. */
export type Course =
  /** One region after the other, with time to change place. Where there is time for fewer, the first ones have it. */
  | {
      readonly by: 'regions';
      /** Shortest and longest time at one region, s. */
      readonly leastS: number;
      readonly mostS: number;
      readonly changeS: number;
    }
  /** The stages in order, again and again, until the minutes are over. */
  | { readonly by: 'rounds'; readonly stages: readonly Stage[] }
  /** One pace after the other, breaths a minute; the minutes are those of each. */
  | { readonly by: 'rates'; readonly ratesPerMin: readonly number[] };
