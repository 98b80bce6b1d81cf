import { findEntry, glasses, type SessionPlan, toSessionPlan, warmthsIn } from '../../catalogue';
import type { PlanItem } from '../../planner';
import { language, number, plural, t } from '..';
import { temperatureRange } from '../units';

/** A dose as short text: "10 min at 10–15 °C", "20–30 g of protein", "8 h of sleep". */

type Pair = readonly [number, number];

/** The parts of a dose that its text needs: from an item of the plan, or from a session of any modality. */
type WordedDose = Pick<PlanItem, 'dose' | 'doseId' | 'minutes' | 'counts' | 'variant' | 'regions'> & { readonly modality: string };

function pair([low, high]: Pair, decimals = 0): string {
  return low === high ? number(low, decimals) : t('planRange', number(low, decimals), number(high, decimals));
}

/** Glasses of 250 ml, rounded to halves: "2", "2.5". */
export function glassText(ml: number): string {
  const count = glasses(ml);
  return number(count, Number.isInteger(count) ? 0 : 1);
}

function glassesText(fluidMl: number | Pair): string {
  if (typeof fluidMl === 'number') return plural('planDoseGlasses', glasses(fluidMl));
  const [low, high] = [glassText(fluidMl[0]), glassText(fluidMl[1])];
  return low === high ? plural('planDoseGlasses', glasses(fluidMl[0])) : t('planSeveralGlasses', low, high);
}

/** The temperatures of a session that alternates between several; null when it does not. */
function inTurnText(item: WordedDose): string | null {
  const session = toSessionPlan(item);
  const texts = session === null ? [] : warmthTexts(session);
  return texts.length === 0 ? null : new Intl.ListFormat(language()).format(texts);
}

/** The temperatures of a session in order; with several, each is marked as hot or cold. */
export function warmthTexts(plan: Pick<SessionPlan, 'steps'>): readonly string[] {
  const warmths = warmthsIn(plan);
  return warmths.map(({ exposure, rangeC }) => {
    const range = temperatureRange(...rangeC);
    if (warmths.length < 2 || exposure === undefined) return range;
    return t(exposure === 'cold' ? 'planRangeCold' : 'planRangeHot', range);
  });
}

/** The text next to an item's name; empty when there is nothing to add. */
export function doseText(item: WordedDose): string {
  const { dose, minutes, counts, modality, variant } = item;
  if (modality === 'sleep') return sleepText(minutes);
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
    ...carbohydrateTexts(dose, variant === 'refuel'),
    dose.creatineG && t('planDoseCreatine', pair(dose.creatineG)),
    dose.uncounted === 'diabetes-team' && t('planDoseTeam'),
    dose.carbohydrateGPerHour && t('planDoseCarbohydrateHour', pair(dose.carbohydrateGPerHour)),
    dose.carbohydrateGPerKgHour && t('planDoseCarbohydratePerKgHour', pair(dose.carbohydrateGPerKgHour, 1)),
    fluidMl !== undefined && glassesText(fluidMl),
    dose.toThirst && t('planDoseThirst'),
    dose.asLabelled && t('planDoseLabel'),
  ];
  return parts.filter((part): part is string => typeof part === 'string').join(', ');
}

/** Carbohydrate of a day, with what is still to eat, or before a session. */
function carbohydrateTexts(dose: WordedDose['dose'], isDay: boolean): readonly (string | undefined)[] {
  const { carbohydrateG: grams, carbohydrateGPerKg: perKg, carbohydrateStillG: still } = dose;
  const ofDay =
    grams === undefined
      ? perKg && t('planDoseCarbohydratePerKgDay', pair(perKg))
      : t('planDoseCarbohydrateDay', pair(grams), pair(perKg ?? [0, 0]));
  const before = grams === undefined ? perKg && t('planDoseCarbohydratePerKg', pair(perKg)) : t('planDoseCarbohydrate', pair(grams));
  return [isDay ? ofDay : before, still && t('planDoseStill', pair(still))];
}

/**
 * What the source of the dose says about its duration, or that the minutes are ours; null when there is nothing to add. A dose of ours or
 * of trials has no source to quote.
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

/** How long a finished item took, in the plan's terms; null if it was skipped or takes no time of its own. */
export function loggedText({
  modality,
  minutes,
  outcome,
}: {
  readonly modality: string | null;
  readonly minutes: number;
  readonly outcome: 'done' | 'skipped';
}): string | null {
  if (modality === null || outcome !== 'done' || minutes <= 0) return null;
  if (modality === 'sleep') return sleepText(minutes);
  return findEntry(modality)?.counts === true ? plural('planDoseMinutes', Math.max(1, Math.round(minutes))) : null;
}

function sleepText(minutes: number): string {
  return t('planDoseHours', number(minutes / 60, minutes % 60 === 0 ? 0 : 1));
}

/** For a sheet without the dose's text: that a team agrees the grams; empty where they are given. */
export function teamSentences({ dose }: Pick<WordedDose, 'dose'>): readonly string[] {
  return dose.uncounted === 'diabetes-team' ? [t('planDoseTeamSentence')] : [];
}
