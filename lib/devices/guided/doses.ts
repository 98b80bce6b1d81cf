import type { SessionPlan, SessionStep } from '../../catalogue';
import type { Region } from '../../training';
import { minutes } from '../session/presets';
import { COLD_PAIR, COLDER_PAIR, FIRST_COLD_PAIR, FIRST_TIMES, type Pair, SAUNA_PAIR, WARM_BATH_PAIR } from './water';

/** What a step of a guided session is to the body; readings of a thermometer are judged by it. */
export type Exposure = 'cold' | 'heat' | null;

export interface GuidedStep {
  readonly seconds: number;
  readonly exposure: Exposure;
  readonly temperatureC: Pair['temperatureC'] | null;
  readonly region: Region | null;
  /** To change place, or to rest. */
  readonly pause: boolean;
}

/** A dose for something without a radio. */
export interface GuidedDose {
  readonly id: string;
  readonly modality: string;
  readonly doseOf: string;
  /** Lengths that may be chosen, s; the first is meant until another is. Null: the dose's own. */
  readonly lengthsS: readonly number[] | null;
  /** The water rules stand before it. */
  readonly water: boolean;
  /** Only for those who have done it this often. */
  readonly timesBefore: { readonly from: number; readonly below: number } | null;
  steps(lengthS: number): readonly GuidedStep[];
}

const plain = (seconds: number, region: Region | null = null, pause = false): GuidedStep => ({
  seconds,
  exposure: null,
  temperatureC: null,
  region,
  pause,
});
const inWater = (seconds: number, exposure: Exclude<Exposure, null>, { temperatureC }: Pair): GuidedStep => ({
  ...plain(seconds),
  exposure,
  temperatureC,
});

const LEGS: readonly Region[] = ['calves', 'quads', 'hamstrings'];
const CHANGE_S = 15;

/** The same regions one after another, with time to change between them. */
function around(regions: readonly Region[], seconds: number): readonly GuidedStep[] {
  return regions.flatMap((region, index) =>
    index === 0 ? [plain(seconds, region)] : [plain(CHANGE_S, null, true), plain(seconds, region)],
  );
}

const BEGINNERS = { from: 0, below: FIRST_TIMES };
const USED_TO_IT = { from: FIRST_TIMES, below: Number.POSITIVE_INFINITY };

function dose(
  id: string,
  modality: string,
  doseOf: string,
  lengthsS: readonly number[] | null,
  steps: GuidedDose['steps'],
  more: Partial<Pick<GuidedDose, 'water' | 'timesBefore'>> = {},
): GuidedDose {
  return { id, modality, doseOf, lengthsS, water: false, timesBefore: null, ...more, steps };
}

/** After facts/recovery.md; `ours` where no seed gives a figure. */
export const GUIDED_DOSES: readonly GuidedDose[] = [
  dose('boots', 'pneumatic-compression', 'trials', minutes(20, 25, 30), (seconds) => [plain(seconds)]),
  dose('gun-legs', 'massage-gun', 'ours', null, () => around(LEGS, 120)),
  // PALM Health: 5–10 min at each end of the workout, rolling and stretching together.
  dose('roller-legs', 'foam-rolling', 'palm-health', minutes(5, 10), (seconds) => around(LEGS, Math.floor(seconds / LEGS.length))),
  dose('cold-first', 'cold-water-immersion', FIRST_COLD_PAIR.doseOf, minutes(2, 1), (s) => [inWater(s, 'cold', FIRST_COLD_PAIR)], {
    water: true,
    timesBefore: BEGINNERS,
  }),
  dose('cold', 'cold-water-immersion', COLD_PAIR.doseOf, minutes(10, 5, 12, 15), (s) => [inWater(s, 'cold', COLD_PAIR)], {
    water: true,
    timesBefore: USED_TO_IT,
  }),
  dose('colder', 'cold-water-immersion', COLDER_PAIR.doseOf, minutes(2, 3, 4, 5), (s) => [inWater(s, 'cold', COLDER_PAIR)], {
    water: true,
    timesBefore: USED_TO_IT,
  }),
  dose('sauna', 'sauna', SAUNA_PAIR.doseOf, minutes(15, 20), (s) => [inWater(s, 'heat', SAUNA_PAIR)]),
  dose('warm-bath', 'warm-bath', 'ours', minutes(15, 10, 20), (s) => [inWater(s, 'heat', WARM_BATH_PAIR)], { water: true }),
  // ALYZE names heat, then cold, in turn; how long each, nobody says.
  dose('contrast-first', 'contrast', 'ours', null, () => inTurn(3, 5 * 60, 40, FIRST_COLD_PAIR), { water: true, timesBefore: BEGINNERS }),
  dose('contrast', 'contrast', 'ours', null, () => inTurn(3, 5 * 60, 60, COLD_PAIR), { water: true, timesBefore: USED_TO_IT }),
  dose('ice-pack', 'ice-compression', 'ours', minutes(10, 5, 15), (seconds) => [plain(seconds)]),
];

/** What a plain count-down is enough for: the plan says the rest. */
const PLAIN: ReadonlySet<string> = new Set([
  'cool-down',
  'active-recovery',
  'stretching',
  'mobility',
  'infrared',
  'red-light',
  'local-cold',
  'pemf',
  'breathwork',
]);
const HEAT: ReadonlySet<string> = new Set(['infrared']);

/** The dose of a plan's item that has none of its own here; null for what nobody times, such as food. */
export function plainDose(modality: string, doseOf: string, minutesLong: number): GuidedDose | null {
  if (!PLAIN.has(modality)) return null;
  return dose(modality, modality, doseOf, minutes(minutesLong), (seconds) => [
    { ...plain(seconds), exposure: HEAT.has(modality) ? 'heat' : null },
  ]);
}

/** Whether a modality of the plan can be timed here. */
export function isTimed(modality: string): boolean {
  return PLAIN.has(modality) || GUIDED_DOSES.some((one) => one.modality === modality);
}

function inTurn(rounds: number, heatS: number, coldS: number, cold: Pair): readonly GuidedStep[] {
  return Array.from({ length: rounds }, () => [inWater(heatS, 'heat', SAUNA_PAIR), inWater(coldS, 'cold', cold)]).flat();
}

/** The doses that somebody may choose who has done the modality this often. */
export function dosesFor(timesBefore: (modality: string) => number): readonly GuidedDose[] {
  return GUIDED_DOSES.filter(({ modality, timesBefore: only }) => {
    const times = timesBefore(modality);
    return only === null || (times >= only.from && times < only.below);
  });
}

/** The plan of a dose, as the diary keeps it. */
export function planOfDose({ id, modality, doseOf }: GuidedDose, steps: readonly GuidedStep[]): SessionPlan {
  const step = ({ seconds, region, pause }: GuidedStep): SessionStep => ({
    seconds,
    ...(region === null ? {} : { region }),
    ...(pause ? { pause } : {}),
  });
  return { modality, steps: steps.map(step), doseOf, from: id };
}
