import type { Region } from '../../training';
import { type CatalogueEntry, findEntry } from '../catalogue';
import type { Course, Dose, DoseRange, Stage } from '../entry';
import type { SessionStep } from './session-plan';

/** The steps of a dose: its minutes divided by its course. */

export interface StepsWanted {
  readonly entry: CatalogueEntry;
  readonly dose: Dose;
  readonly variant: string | null;
  readonly minutes: number;
  readonly regions: readonly Region[];
  readonly breathsPerMin?: number | undefined;
}

/** How a session of the dose runs; null: in one stretch. */
function findCourse({ variants }: CatalogueEntry, dose: Dose, variant: string | null): Course | null {
  return variants.find(({ id }) => id === variant)?.course ?? dose.course ?? null;
}

/** The regions that fit into the minutes, in the given order. Applied to its own result, it returns the same. */
export function regionsWithin(dose: Dose, minutes: number, regions: readonly Region[]): readonly Region[] {
  const { course } = dose;
  if (course?.by !== 'regions') return regions;
  const most = Math.floor((minutes * 60 + course.changeS) / (course.leastS + course.changeS));
  const muscles = dose.minutesPerMuscle === undefined ? most : Math.min(most, Math.round(minutes / dose.minutesPerMuscle));
  return regions.slice(0, Math.max(1, muscles));
}

/** Whether the minutes can be divided over this many regions without exceeding the limit of each. */
export function canSpend(dose: Dose, minutes: number, regions: readonly Region[]): boolean {
  const { course } = dose;
  if (course?.by !== 'regions') return true;
  const count = regionsWithin(dose, minutes, regions).length;
  return count > 0 && minutes * 60 - (count - 1) * course.changeS <= count * course.mostS;
}

/** The steps, whose seconds add up to the minutes. */
export function toSteps(wanted: StepsWanted): readonly SessionStep[] {
  const { entry, dose, variant, minutes, regions, breathsPerMin } = wanted;
  const seconds = minutes * 60;
  const course = findCourse(entry, dose, variant);
  switch (course?.by) {
    case 'regions':
      return aroundRegions(course, seconds, regionsWithin(dose, minutes, regions));
    case 'rounds':
      return inRounds(course.stages, seconds);
    case 'rates':
      return course.ratesPerMin.map((rate, _, { length }) => ({ seconds: seconds / length, breathsPerMin: rate }));
    case undefined: {
      const [only] = regions;
      return [
        {
          seconds,
          ...(regions.length === 1 && only !== undefined ? { region: only } : {}),
          ...(entry.exposure === undefined ? {} : { exposure: entry.exposure }),
          ...toRange(dose),
          ...(breathsPerMin === undefined ? {} : { breathsPerMin }),
        },
      ];
    }
  }
}

/** A dose's temperature as a range, with its source. */
function toRange({ temperatureC, whose }: Dose): Pick<SessionStep, 'rangeC' | 'rangeOf'> {
  if (temperatureC === undefined) return {};
  const rangeC: DoseRange = typeof temperatureC === 'number' ? [temperatureC, temperatureC] : temperatureC;
  return { rangeC, rangeOf: whose };
}

/** Regions one after another, with time to change between them; the last one gets the remainder. */
function aroundRegions({ changeS }: Extract<Course, { by: 'regions' }>, seconds: number, regions: readonly Region[]): SessionStep[] {
  if (regions.length === 0) return [{ seconds }];
  const left = seconds - (regions.length - 1) * changeS;
  const each = Math.floor(left / regions.length);
  return regions.flatMap((region, index): SessionStep[] => {
    const last = index === regions.length - 1;
    const step: SessionStep = { seconds: last ? left - each * index : each, region };
    return last ? [step] : [step, { seconds: changeS, pause: true }];
  });
}

/** @throws RangeError when a stage names an unknown dose, which is an error in the catalogue. */
function inRounds(stages: readonly Stage[], seconds: number): SessionStep[] {
  const round = stages.map(({ minutes, exposure, like, rangeC }): SessionStep => {
    const dose = findEntry(like.modality)?.doses.find(({ id }) => id === like.doseId);
    if (dose === undefined) throw new RangeError(`no dose ${like.doseId} of ${like.modality}`);
    return { seconds: minutes * 60, exposure, ...(rangeC === undefined ? toRange(dose) : { rangeC, rangeOf: 'ours' }) };
  });
  const roundS = round.reduce((sum, step) => sum + step.seconds, 0);
  return Array.from({ length: Math.round(seconds / roundS) }, () => round).flat();
}
