import { type CatalogueEntry, type DayFilter, isIll, type Modality, type ReasonCode, type Window } from '../catalogue';
import { ceilTo } from '../core/numbers';
import { HOUR_MS, MINUTE_MS } from '../core/time';
import { LONG_MIN } from '../training';
import { type RestDay, trainingOn } from './rest-days';
import { fits, type LocalDay, type Scene, type Session } from './rules';

/** An occasion: a modality, the window it may fall in, and the session or day that it belongs to. */
export interface Occasion {
  readonly id: string;
  readonly modality: Modality;
  readonly window: Window;
  readonly reason: ReasonCode;
  readonly session: Session | null;
  readonly day: LocalDay | null;
  /** Starts at `fromMs` or later and ends by `toMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Latest start, for windows that limit the start instead of the end. */
  readonly lastStartMs: number;
  /** Duration, if the occasion sets it instead of the dose. */
  readonly minutes: number | null;
}

const EVENING_H = 4;
/** Soreness reported this morning counts for today and tomorrow. */
const SORE_DAYS = 2;

/** All occasions of a modality within the plan. If two belong to the same session or day, keeps the more important one. */
export function findOccasions(entry: CatalogueEntry, scene: Scene, ahead: readonly LocalDay[], rest: RestDay | null): Occasion[] {
  const found = new Map<string, Occasion>();
  for (const window of entry.windows) {
    for (const occasion of ofWindow(entry, window, scene, ahead, rest)) {
      const before = found.get(occasion.id);
      if (before === undefined || before.window.weight < window.weight) found.set(occasion.id, occasion);
    }
  }
  return [...found.values()].filter(
    ({ toMs, fromMs, lastStartMs }) => toMs > scene.situation.nowMs && lastStartMs >= scene.situation.nowMs && fromMs < scene.endMs,
  );
}

function ofWindow(
  { modality }: CatalogueEntry,
  window: Window,
  scene: Scene,
  ahead: readonly LocalDay[],
  rest: RestDay | null,
): Occasion[] {
  const { sessions } = scene;
  const bare = { modality, window, reason: window.reason, session: null, day: null, minutes: null };
  switch (window.at) {
    case 'after':
      return fitting(sessions, window.sessions, scene).flatMap((session) => {
        const fromMs = session.endMs + window.fromMin * MINUTE_MS;
        const lastStartMs = session.endMs + window.toMin * MINUTE_MS;
        if (lastStartMs < scene.situation.nowMs) return [];
        return { ...bare, id: `${modality}@${session.id}+`, session, fromMs, lastStartMs, toMs: lastStartMs + 24 * HOUR_MS };
      });
    case 'before':
      return fitting(sessions, window.sessions, scene).flatMap((session) => {
        const fromMs = session.startMs - window.fromMin * MINUTE_MS;
        const toMs = session.startMs - window.toMin * MINUTE_MS;
        return session.done ? [] : [{ ...bare, id: `${modality}@${session.id}-`, session, fromMs, lastStartMs: toMs, toMs }];
      });
    case 'during':
      return fitting(sessions, window.sessions, scene).flatMap((session) => {
        const { id, startMs, endMs, minutes, done } = session;
        return done ? [] : [{ ...bare, id: `${modality}@${id}`, session, fromMs: startMs, lastStartMs: startMs, toMs: endMs, minutes }];
      });
    case 'day':
      return ahead
        .filter((day, i) => dayFits(window.days, day, i, scene))
        .map((day) => {
          const fromMs = window.part === 'evening' ? Math.max(day.wakeMs, day.bedMs - EVENING_H * HOUR_MS) : day.wakeMs;
          return { ...bare, id: `${modality}@${day.day}`, day, fromMs, lastStartMs: day.bedMs, toMs: day.bedMs };
        });
    case 'night':
      return nights(scene).map(({ day, fromMs, toMs }) => ({
        ...bare,
        id: `${modality}@${day.day}`,
        day,
        fromMs,
        lastStartMs: fromMs,
        toMs,
        minutes: Math.round((toMs - fromMs) / MINUTE_MS),
      }));
    case 'rest-day': {
      if (rest === null) return [];
      const { day, reason } = rest;
      const fromMs = Math.max(day.wakeMs, ceilTo(scene.situation.nowMs, 5 * MINUTE_MS));
      const minutes = Math.round((day.bedMs - fromMs) / MINUTE_MS);
      return [{ ...bare, id: `${modality}@${day.day}`, reason, day, fromMs, lastStartMs: fromMs, toMs: day.bedMs, minutes }];
    }
  }
}

/** No window reaches farther back than this. */
const LONG_AGO_MS = 72 * HOUR_MS;

function fitting(sessions: readonly Session[], filter: Parameters<typeof fits>[1], scene: Scene): Session[] {
  const lately = sessions.filter((one) => one.endMs > scene.situation.nowMs - LONG_AGO_MS && !isCalledOff(one, scene));
  return lately.filter((session) => fits(session, filter, sessions, scene.findDay(session.endMs)?.endMs ?? session.endMs));
}

/** Nobody who is ill trains today: nothing prepares or follows a session that is still to come. */
function isCalledOff({ done, startMs }: Session, scene: Scene): boolean {
  const { health, nowMs } = scene.situation;
  return !done && isIll(health) && startMs < (scene.findDay(nowMs)?.endMs ?? nowMs);
}

function dayFits(filter: DayFilter, day: LocalDay, index: number, scene: Scene): boolean {
  switch (filter) {
    case 'every':
      return true;
    case 'without-training':
      return trainingOn(day, scene).every(({ workout }) => !workout);
    case 'training':
      return trainingOn(day, scene).some(({ workout }) => workout);
    case 'after-long': {
      const before = scene.days[scene.days.indexOf(day) - 1];
      return before !== undefined && trainingOn(before, scene).some(({ minutes, strength }) => !strength && minutes >= LONG_MIN);
    }
    case 'high-stress':
      return index === 0 && (scene.situation.stress ?? 0) >= 4;
    case 'sore':
      return index < SORE_DAYS && scene.severity !== 'none';
  }
}

/** The night that is running, and the nights that begin within the plan. */
function nights({ days, situation, sleepMin, endMs }: Scene): { day: LocalDay; fromMs: number; toMs: number }[] {
  return days.flatMap((day, i) => {
    const next = days[i + 1];
    if (next === undefined || next.wakeMs <= situation.nowMs || day.bedMs >= endMs) return [];
    const running = day.bedMs < situation.nowMs;
    const fromMs = running ? ceilTo(situation.nowMs, 5 * MINUTE_MS) : day.bedMs;
    if (fromMs >= next.wakeMs) return [];
    // An early bedtime does not lengthen the night beyond nine hours.
    const toMs = Math.min(next.wakeMs, fromMs + Math.max(sleepMin, 9 * 60) * MINUTE_MS);
    return [{ day, fromMs, toMs }];
  });
}
