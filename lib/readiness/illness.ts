import { addDays, type Day, daysBetween } from '../core/day';
import { computeMean, computeSd } from '../core/statistics';
import type { DayCheckIn, DayNight, Return } from './types';

/** Illness before it is felt, while it lasts, and the way back after it. */

/** A day without a tick between two ill ones still belongs to the illness. Ours. */
const MOST_GAP = 2;
/** As many easy days as ill days, at most this many. Ours, after the graded return that sports physicians advise (Elliott 2020, BJSM 54:1174). */
export const MOST_EASY_DAYS = 7;
/** Nights that a usual breathing rate or temperature needs, and the least SD of each. Ours. */
const USUAL_FROM = 7;
const NIGHTS = 30;
const LEAST_SD = { respirationPerMin: 0.4, temperatureC: 0.1 } as const;

/** The days on which illness was ticked. */
export function findIllDays(checkIns: readonly DayCheckIn[]): ReadonlySet<Day> {
  return new Set(checkIns.flatMap(({ day, ill }) => (ill === true ? [day] : [])));
}

interface Spell {
  readonly first: Day;
  readonly last: Day;
}

function findSpells(illDays: ReadonlySet<Day>): Spell[] {
  const spells: Spell[] = [];
  for (const day of [...illDays].sort()) {
    const last = spells.at(-1);
    if (last !== undefined && daysBetween(last.last, day) <= MOST_GAP) spells[spells.length - 1] = { first: last.first, last: day };
    else spells.push({ first: day, last: day });
  }
  return spells;
}

function easyDays({ first, last }: Spell): number {
  return Math.min(MOST_EASY_DAYS, daysBetween(first, last) + 1);
}

/** Which day of the way back from an illness a day is; null: of none. An ill day itself is none. */
export function findReturn(checkIns: readonly DayCheckIn[], day: Day): Return | null {
  const illDays = findIllDays(checkIns);
  if (illDays.has(day)) return null;
  const spell = findSpells(new Set([...illDays].filter((one) => one < day))).at(-1);
  if (spell === undefined) return null;
  const [since, of] = [daysBetween(spell.last, day), easyDays(spell)];
  return since <= of ? { day: since, of } : null;
}

/** Heart and answers are off before an illness is noticed (Mishra 2020; Radin 2020). The days are ours. */
const DAYS_BEFORE = 2;

/** Ill days, the days before in which the illness began, and those of the way back: they show the illness and not the training. */
export function findUnwellDays(checkIns: readonly DayCheckIn[]): ReadonlySet<Day> {
  const days = new Set<Day>();
  for (const spell of findSpells(findIllDays(checkIns))) {
    const last = addDays(spell.last, easyDays(spell));
    for (let day = addDays(spell.first, -DAYS_BEFORE); day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days;
}

/** How far last night's breathing rate and temperature lie above usual, in SDs; null where unknown. */
export interface NightSigns {
  readonly respiration: number | null;
  readonly temperature: number | null;
}

export function judgeNight(nights: readonly DayNight[], day: Day): NightSigns {
  const tonight = nights.find((night) => night.day === day);
  const before = nights.filter((night) => night.day < day && night.day >= addDays(day, -NIGHTS));
  const judge = (name: 'respirationPerMin' | 'temperatureC') => {
    const value = tonight?.[name] ?? null;
    const usual = before.flatMap((night) => night[name] ?? []);
    const [mean, sd] = [computeMean(usual), computeSd(usual)];
    return value === null || mean === null || sd === null || usual.length < USUAL_FROM
      ? null
      : (value - mean) / Math.max(LEAST_SD[name], sd);
  };
  return { respiration: judge('respirationPerMin'), temperature: judge('temperatureC') };
}

/** All off together, in SDs from usual. With breathing or temperature known, less of each is enough. Ours. */
const KNOWN = { hr: 1.5, hrv: 1.2, night: 1.2 } as const;
const UNKNOWN = { hr: 2.6, hrv: 2, felt: -0.5 } as const;

/**
 * Whether the morning looks like the start of an illness: heart rate up and HRV down, breathing rate and temperature up where they are
 * known, all at once (Mishra 2020, Nat Biomed Eng 4:1208; Radin 2020, Lancet Digit Health 2:e93). Without either of these, heart rate and
 * HRV must be farther off, and the answers no better than usual.
 * @param hrv and `hr` from usual, negative is worse
 */
export function looksLikeIllness(hrv: number, hr: number, felt: number | null, { respiration, temperature }: NightSigns): boolean {
  const nights = [respiration, temperature].flatMap((z) => z ?? []);
  if (nights.length > 0) return hr <= -KNOWN.hr && hrv <= -KNOWN.hrv && nights.every((z) => z >= KNOWN.night);
  return hr <= -UNKNOWN.hr && hrv <= -UNKNOWN.hrv && (felt === null || felt <= UNKNOWN.felt);
}
