import { HOUR_MS } from '../../core/time';
import { endMs, isStrength, REGIONS, type Region, type ScoredActivity, type Sport } from '../../training';
import { isLongRace } from '../long-effort';
import type { DayEvent } from '../race-day';
import type { DayCheckIn } from '../types';

/** How long muscles may need, by region: usually one to three days, from the session and from soreness. */

/** The regions that a sport works unless the user names others. Strength work without regions has none. */
const WORKED: Readonly<Record<Sport, readonly Region[]>> = {
  run: ['quads', 'hamstrings', 'calves'],
  ride: ['quads', 'glutes'],
  swim: ['shoulders', 'upper-back'],
  walk: ['calves'],
  hike: ['quads', 'calves'],
  row: ['quads', 'upper-back'],
  ski: ['quads', 'glutes'],
  strength: [],
  mobility: [],
  other: [],
};
/** Hours after the end of a session, by what it was. Ours, within "usually 1–3 days". */
const BANDS = {
  heavy: [24, 72],
  light: [12, 48],
  power: [24, 48],
  hard: [24, 48],
  easy: [0, 24],
  // Three to ten days after a race on foot of two hours or more (HSS guidance for a marathon: a week to ten days).
  longRace: [72, 240],
} as const;
/** Endurance sessions are hard on muscles from this load on, or this load per hour. Ours. */
const HARD_SCORE = 70;
const HARD_PER_HOUR = 75;
/** Highest effort (CR10) of light strength work. Ours. */
const LIGHT_RPE = 5;
const STEP_H = 12;
/** Steps of `STEP_H` from the answer that soreness makes likely, by level; lower levels mean none. Ours. */
const SORE: Readonly<Record<number, readonly [number, number]>> = { 3: [1, 3], 4: [2, 4], 5: [3, 6] };

/** A range of hours from now. `sore`: 1 … 5 as answered this morning, null when not answered. */
export interface MuscleClock {
  readonly region: Region;
  readonly hoursFrom: number;
  readonly hoursTo: number;
  readonly sore: number | null;
}

type Hours = [from: number, to: number];

/**
 * The regions that still need time, in the order of the body. An answer speaks only of the sessions that had ended when it was given: those
 * after it count by what they were.
 * @param events races that make a long session on foot a race
 */
export function muscleClocks(
  activities: readonly ScoredActivity[],
  today: DayCheckIn | undefined,
  nowMs: number,
  events: readonly DayEvent[] = [],
): MuscleClock[] {
  const [answered, since] = [new Map<Region, Hours>(), new Map<Region, Hours>()];
  const races = new Set<Region>();
  for (const activity of activities) {
    if (activity.startMs > nowMs) continue;
    const hours = Math.max(0, nowMs - endMs(activity)) / HOUR_MS;
    const longRace = isLongRace(activity, events);
    const [from, to] = longRace ? BANDS.longRace : chooseBand(activity);
    if (to - hours <= 0) continue;
    const bands = isAnsweredAfter(today, activity) ? answered : since;
    for (const region of activity.regions.length > 0 ? activity.regions : WORKED[activity.sport]) {
      widen(bands, region, Math.max(0, from - hours), to - hours);
      if (longRace) races.add(region);
    }
  }
  const levels = soreLevels(today, [...answered.keys()]);
  const agoH = today?.atMs === undefined ? 0 : Math.max(0, nowMs - today.atMs) / HOUR_MS;
  for (const [region, level] of levels) {
    const [sore, band] = [SORE[level], answered.get(region)];
    if (sore !== undefined) {
      if (STEP_H * sore[1] > agoH) widen(answered, region, Math.max(0, STEP_H * sore[0] - agoH), STEP_H * sore[1] - agoH);
    }
    // Hardly sore a day later: it may be earlier than the session alone says. Never after a long race, and never the other way round.
    else if (band !== undefined && !races.has(region)) answered.set(region, [0, band[1]]);
  }
  for (const [region, [from, to]] of since) widen(answered, region, from, to);
  return REGIONS.flatMap((region) => {
    const band = answered.get(region);
    if (band === undefined) return [];
    const [from, to] = band;
    const [hoursFrom, hoursTo] = [STEP_H * Math.floor(from / STEP_H), STEP_H * Math.ceil(to / STEP_H - 1e-9)];
    return [{ region, hoursFrom, hoursTo, sore: levels.get(region) ?? null }];
  });
}

/**
 * Whether an answer was given after a session ended. Where its time is not known, it is the answer of a morning, and says nothing about the
 * sessions of its day.
 */
function isAnsweredAfter(today: DayCheckIn | undefined, activity: ScoredActivity): boolean {
  if (today === undefined) return false;
  return today.atMs === undefined ? activity.day < today.day : today.atMs >= endMs(activity);
}

function chooseBand(activity: ScoredActivity): readonly [number, number] {
  if (isStrength(activity)) {
    if (activity.kind === 'power') return BANDS.power;
    return activity.rpe !== null && activity.rpe <= LIGHT_RPE ? BANDS.light : BANDS.heavy;
  }
  if (activity.kind === 'skill' || activity.sport === 'mobility') return BANDS.easy;
  const perHour = activity.movingTimeS > 0 ? activity.score / (activity.movingTimeS / 3600) : 0;
  return activity.score >= HARD_SCORE || (perHour >= HARD_PER_HOUR && activity.score >= HARD_SCORE / 2) ? BANDS.hard : BANDS.easy;
}

function widen(bands: Map<Region, Hours>, region: Region, from: number, to: number): void {
  const known = bands.get(region);
  bands.set(region, known === undefined ? [from, to] : [Math.max(known[0], from), Math.max(known[1], to)]);
}

/** Soreness by region; overall soreness applies to the worked regions when no region is named. */
function soreLevels(today: DayCheckIn | undefined, worked: readonly Region[]): Map<Region, number> {
  const named = today?.sore ?? [];
  if (named.length > 0) return new Map(named.map(({ region, level }) => [region, level]));
  const overall = today?.soreness ?? null;
  return overall === null ? new Map() : new Map(worked.map((region) => [region, overall]));
}
