import { glasses, temperaturesIn, toSessionPlan } from '../../catalogue';
import type { PlanItem } from '../../planner';
import { language, number, plural, t } from '..';
import { temperatureRange } from '../units';

/** A dose in words, as short as a line of the plan: "10 min at 10–15 °C", "20–30 g of protein", "8 h of sleep". */

type Pair = readonly [number, number];

function pair([low, high]: Pair, decimals = 0): string {
  return low === high ? number(low, decimals) : t('planRange', number(low, decimals), number(high, decimals));
}

/** Glasses of 250 ml, to the half: "2", "2.5". */
export function glassText(ml: number): string {
  const count = glasses(ml);
  return number(count, Number.isInteger(count) ? 0 : 1);
}

function glassesText(fluidMl: number | Pair): string {
  if (typeof fluidMl === 'number') return plural('planDoseGlasses', glasses(fluidMl));
  const [low, high] = [glassText(fluidMl[0]), glassText(fluidMl[1])];
  return low === high ? plural('planDoseGlasses', glasses(fluidMl[0])) : t('planSeveralGlasses', low, high);
}

/** The temperatures of a session that goes from one to another; null: it has none. */
function inTurnText(item: Pick<PlanItem, 'doseId' | 'minutes' | 'modality' | 'variant' | 'regions'>): string | null {
  const session = toSessionPlan(item);
  const ranges = session === null ? [] : temperaturesIn(session);
  if (ranges.length === 0) return null;
  return new Intl.ListFormat(language()).format(ranges.map(([low, high]) => temperatureRange(low, high)));
}

/** What stands beside the name of an item; empty where there is nothing to say but the name. */
export function doseText(item: Pick<PlanItem, 'dose' | 'doseId' | 'minutes' | 'counts' | 'modality' | 'variant' | 'regions'>): string {
  const { dose, minutes, counts, modality, variant } = item;
  if (modality === 'sleep') return t('planDoseHours', number(minutes / 60, minutes % 60 === 0 ? 0 : 1));
  const { temperatureC, breathsPerMin, level, pressureMmHg, wavelengthNm, holdS, minutesPerMuscle, proteinG, fluidMl } = dose;
  const time = counts ? plural('planDoseMinutes', minutes) : null;
  const warmth =
    temperatureC === undefined
      ? inTurnText(item)
      : typeof temperatureC === 'number'
        ? temperatureRange(temperatureC, temperatureC)
        : temperatureRange(temperatureC[0], temperatureC[1]);
  const parts = [
    time !== null && warmth !== null ? t('planDoseAt', time, warmth) : (time ?? warmth),
    breathsPerMin && t('planDoseBreaths', pair(breathsPerMin, 1)),
    level !== undefined && t('planDoseLevel', number(level)),
    pressureMmHg && t('planDosePressure', pair(pressureMmHg)),
    wavelengthNm && t('planDoseLight', pair(wavelengthNm)),
    holdS && t('planDoseHold', pair(holdS)),
    minutesPerMuscle !== undefined && plural('planDoseMuscle', minutesPerMuscle),
    proteinG && t('planDoseProtein', pair(proteinG)),
    // The window is for beginning; what refills the stores is eaten over a day (Sherman 1992).
    dose.carbohydrateG && t(variant === 'refuel' ? 'planDoseCarbohydrateDay' : 'planDoseCarbohydrate', pair(dose.carbohydrateG)),
    dose.carbohydrateGPerKg &&
      t(variant === 'refuel' ? 'planDoseCarbohydratePerKgDay' : 'planDoseCarbohydratePerKg', pair(dose.carbohydrateGPerKg)),
    fluidMl !== undefined && glassesText(fluidMl),
    dose.toThirst && t('planDoseThirst'),
    dose.asLabelled && t('planDoseLabel'),
  ];
  return parts.filter((part): part is string => typeof part === 'string').join(', ');
}

/**
 * What the source of the dose itself says of how long, or that the minutes are not its own; null: nothing beyond the dose. A dose of ours or
 * of trials has no source that could say so.
 */
export function minutesText({
  dose: { minutesRange, sleepH },
  minutesWhose,
  whose,
}: Pick<PlanItem, 'dose' | 'minutesWhose' | 'whose'>): string | null {
  if (whose === 'ours' || whose === 'trials') return null;
  if (minutesWhose === 'ours') return t('planMinutesOurs');
  if (sleepH !== undefined) return t('planHoursRange', pair(sleepH));
  return minutesRange === undefined ? null : t('planMinutesRange', pair(minutesRange));
}
