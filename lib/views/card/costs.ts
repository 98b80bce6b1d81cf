import { sum } from '../../core/statistics';
import { DAY_MS } from '../../core/time';
import { number, plural, t } from '../../i18n';
import { REGION_WORDS } from '../../i18n/words/region-words';
import { type DayCheckIn, type MuscleClock, setClocks } from '../../readiness';
import type { HeartRateTimes } from '../../storage';
import type { DayReading } from '../../today/today';
import { endMs, type ScoredActivity } from '../../training';
import type { CardView } from './schema';

/** Describes an activity's load, how it compares with others, and what it costs on the three clocks. */

const COMPARED_DAYS = 30;
/** With fewer other activities there is no comparison. */
const LEAST_OTHERS = 4;

export function loadWords(
  activity: ScoredActivity,
  others: readonly ScoredActivity[],
  rates: HeartRateTimes | null,
  nowMs: number,
): NonNullable<CardView['load']> {
  const lately = others.filter(({ startMs }) => startMs !== activity.startMs && startMs > nowMs - COMPARED_DAYS * DAY_MS);
  const easier = lately.filter(({ score }) => score < activity.score).length;
  return {
    score: number(activity.score),
    compared: lately.length < LEAST_OTHERS ? t('cardHundred') : t('cardHarderThan', number(easier), number(lately.length), COMPARED_DAYS),
    basis: t(({ 'heart-rate': 'cardBasisHeartRate', effort: 'cardBasisEffort', minutes: 'cardBasisMinutes' } as const)[activity.basis]),
    zones: zoneWords(rates),
  };
}

/** "Z1 12 min", by the site's zones; empty without them. */
function zoneWords(rates: HeartRateTimes | null): string[] {
  const { times = [], zones = [] } = rates ?? {};
  if (times.length === 0 || zones.length === 0) return [];
  const findZone = (bpm: number) => zones.filter((upper) => bpm > upper).length;
  return Array.from({ length: zones.length + 1 }, (_, zone) => {
    const seconds = sum(times.filter(({ bpm }) => findZone(bpm) === zone).map(({ s }) => s));
    return t('cardZone', zone + 1, number(seconds / 60));
  });
}

/** What this one activity costs: ranges of hours from now. */
export function costWords(
  activity: ScoredActivity,
  { readiness, check, judged }: DayReading,
  checkIn: DayCheckIn | undefined,
  nowMs: number,
): CardView['costs'] {
  const alone = setClocks(readiness, [activity], undefined, nowMs, null);
  const worked = new Set(alone.muscles.map(({ region }) => region));
  // Soreness lengthens a clock, but says nothing about regions that this activity did not work.
  const muscles = setClocks(readiness, [activity], checkIn, nowMs, null).muscles.filter(({ region }) => worked.has(region));
  const measuredAfter = check !== null && check.startedAtMs >= endMs(activity);
  const { state } = alone.autonomic;
  // The day has one figure, whatever else was done on it.
  const grams = alone.fuel === null ? null : (judged.clocks.fuel?.carbohydrateG ?? null);
  return [
    {
      clock: 'fuel',
      name: t('clockFuel'),
      value: alone.fuel === null ? t('cardCostNone') : band(alone.fuel.hoursFrom, alone.fuel.hoursTo),
      note:
        alone.fuel === null
          ? ''
          : !alone.fuel.emptied
            ? t('cardFuelUsual')
            : grams === null
              ? t('cardFuelNote')
              : t('cardFuelGrams', number(grams[0]), number(grams[1])),
    },
    {
      clock: 'autonomic',
      name: t('clockAutonomic'),
      value: measuredAfter ? t(`cardAutonomic_${state}`) : t('cardAutonomicNext'),
      note: measuredAfter ? t('cardAutonomicAfter') : t(`cardAutonomicBefore_${state}`),
    },
    { clock: 'muscles', name: t('clockMuscles'), ...muscleWords(muscles) },
  ];
}

function muscleWords(muscles: readonly MuscleClock[]): { readonly value: string; readonly note: string } {
  const longest = muscles.reduce<MuscleClock | null>((most, one) => (most === null || one.hoursTo > most.hoursTo ? one : most), null);
  if (longest === null) return { value: t('cardCostNone'), note: '' };
  const names = muscles.map(({ region, sore }) =>
    sore === null ? t(REGION_WORDS[region]) : t('cardSoreRegion', t(REGION_WORDS[region]), number(sore)),
  );
  return { value: band(longest.hoursFrom, longest.hoursTo), note: names.join(' · ') };
}

const DAY_H = 24;

/** A range short enough for a cell: in days if both ends are whole days. */
function band(from: number, to: number): string {
  const [fromDays, toDays] = [from / DAY_H, to / DAY_H];
  if (Number.isInteger(fromDays) && Number.isInteger(toDays))
    return from === 0 ? plural('cardUpToDays', toDays) : t('cardDays', number(fromDays), number(toDays));
  return from === 0 ? t('cardUpToHours', number(to)) : t('cardHours', number(from), number(to));
}
