/**
 * Stories of a training person: what changes on each day, and what a right verdict may say. Sizes follow published descriptions, and are
 * our choice within them. They were set before the verdict was tuned on them, and its code does not know them.
 */

/** What a day changes. HRV and heart rate in SDs of the person, answers in points (positive is worse), hours of sleep, °C. */
export interface Effect {
  readonly hrv?: number;
  readonly hr?: number;
  /** Every answer; the single ones are added to it. */
  readonly felt?: number;
  readonly sleep?: number;
  readonly energy?: number;
  readonly mood?: number;
  readonly soreness?: number;
  readonly stress?: number;
  readonly hours?: number;
  /** Breaths a minute, in SDs of the person. */
  readonly breaths?: number;
  readonly temperatureC?: number;
  /** Multiplies the noise of HRV. */
  readonly swing?: number;
  /** Multiplies the planned load; 0: no training. */
  readonly load?: number;
  /** Effort felt at the same load, CR10 points. */
  readonly effort?: number;
  readonly ill?: boolean;
  readonly tags?: readonly string[];
}

/** What may be told: `train` no easy or rest day, `ease` easy or rest, `rest` rest, `any` whatever; `no-rest` anything but rest. */
export type Truth = 'train' | 'ease' | 'rest' | 'any' | 'no-rest';

export interface StoryDay {
  readonly effect: Effect;
  readonly truth: Truth;
}

export interface Story {
  readonly name: string;
  readonly days: number;
  /** Whether weeks of fatigue are there to be found. */
  readonly fatigue: boolean;
  /** The change of time zone when it begins. */
  readonly hoursEast?: number;
  readonly on: (day: number) => StoryDay;
}

/** From 0 on day 0 to 1 from `days` on. */
const ramp = (day: number, days: number) => Math.min(1, day / days);
const fading = (day: number, days: number) => Math.max(0, 1 - day / days);

export const STORIES: readonly Story[] = [
  {
    // Meeusen 2013: more load, falling HRV and mood, rising resting heart rate, performance falling in the second week.
    name: 'overreaching',
    days: 21,
    fatigue: true,
    on: (day) => {
      const deep = ramp(day + 2, 6);
      return {
        effect: {
          load: 1.6,
          hrv: -1.5 * deep,
          hr: 1.5 * deep,
          felt: 0.7 * deep,
          soreness: 0.3 * deep,
          effort: day > 5 ? 1 : 0,
        },
        truth: day < 3 ? 'any' : 'ease',
      };
    },
  },
  {
    // Le Meur 2013, Bellenger 2016: heart rate far below usual, HRV high and swinging, the same work feels harder, mood falls.
    name: 'parasympathetic overreaching',
    days: 21,
    fatigue: true,
    on: (day) => {
      const deep = ramp(day + 2, 7);
      return {
        effect: {
          load: 1.6,
          hrv: 1.0 * deep,
          hr: -1.8 * deep,
          swing: 1 + 0.8 * deep,
          felt: 0.4 * deep,
          energy: 0.4 * deep,
          mood: 0.2 * deep,
          effort: 1.5 * deep,
        },
        truth: day < 5 ? 'any' : 'ease',
      };
    },
  },
  {
    // Half the load for two weeks: HRV up, heart rate down, better answers.
    name: 'taper',
    days: 14,
    fatigue: false,
    on: (day) => ({
      effect: { load: 0.5, hrv: 0.5 * ramp(day, 5), hr: -0.4 * ramp(day, 5), felt: -0.3 * ramp(day, 5) },
      truth: 'train',
    }),
  },
  {
    // A cold: off for a day before it is felt (heart rate, HRV, breathing; Mishra 2020, Radin 2020), five days ill, then well again.
    name: 'illness and return',
    days: 26,
    fatigue: false,
    on: (day) => {
      if (day === 0) return { effect: { hrv: -1.8, hr: 2.2, breaths: 2, temperatureC: 0.4, energy: 0.7 }, truth: 'rest' };
      if (day <= 5) {
        const effect = { hrv: -1.6, hr: 2, breaths: 1.5, temperatureC: 0.6, felt: 1.2, load: 0, ill: true };
        return { effect, truth: 'rest' };
      }
      const left = fading(day - 5, 6);
      return {
        effect: { hrv: -0.8 * left, hr: 1 * left, energy: 0.4 * left, load: day <= 10 ? 0.4 : 1 },
        truth: day <= 10 ? 'ease' : 'train',
      };
    },
  },
  {
    // One night of drinking (Pietilä 2018): far off next morning, half of it gone a day later, nothing left after that.
    name: 'alcohol',
    days: 10,
    fatigue: false,
    on: (day) => {
      if (day === 0) return { effect: { hrv: -2.2, hr: 2, felt: 0.5, sleep: 1, hours: -1.5, tags: ['alcohol'] }, truth: 'any' };
      if (day === 1) return { effect: { hrv: -0.5, hr: 0.5 }, truth: 'no-rest' };
      return { effect: {}, truth: 'train' };
    },
  },
  {
    // Two weeks at about 2,000 m: heart rate up and HRV down for the first days, back over two weeks (Saunders 2009, Buchheit 2013).
    name: 'altitude',
    days: 16,
    fatigue: false,
    on: (day) => {
      const left = fading(day, 14);
      return {
        effect: { hrv: -1.1 * left, hr: 1.5 * left, sleep: 0.6 * left, load: 0.8, tags: ['altitude'] },
        truth: day < 3 ? 'any' : 'no-rest',
      };
    },
  },
  {
    // Eight hours east: worse sleep and a little off for about a week.
    name: 'travel',
    days: 12,
    hoursEast: 8,
    fatigue: false,
    on: (day) => {
      const left = fading(day, 7);
      return {
        effect: {
          hrv: -0.8 * left,
          hr: 0.7 * left,
          sleep: 1.2 * left,
          energy: 0.6 * left,
          hours: -1.2 * left,
          ...(day === 0 ? { tags: ['travel'] } : {}),
        },
        truth: day === 0 ? 'any' : day < 5 ? 'no-rest' : 'train',
      };
    },
  },
  {
    // Four weeks off: heart rate creeps up, HRV down (Mujika and Padilla 2000); nothing to recover from.
    name: 'detraining',
    days: 28,
    fatigue: false,
    on: (day) => ({ effect: { load: 0, hrv: -0.6 * ramp(day, 21), hr: 1 * ramp(day, 21) }, truth: 'train' }),
  },
  { name: 'nothing at all', days: 28, fatigue: false, on: () => ({ effect: {}, truth: 'train' }) },
];
