import { CATALOGUE, type CatalogueEntry, type Dose, type SessionFilter } from '../../catalogue';
import { MINUTE_MS } from '../../core/time';
import { plannedDoses } from '../planned-doses';
import { DAY_PARTS, type DayAhead, type DayFact, type DayPart, needsItems, type RoutineStep, type StepReason } from '../routine';
import { fits, type LocalDay, type PlacementCandidate, type Scene, type Session } from '../rules';

/** One step of a routine on one day: what is wanted, and when it may start. */
export interface Wanted {
  readonly id: string;
  readonly entry: CatalogueEntry;
  readonly reason: StepReason;
  readonly variant: string | null;
  readonly doses: readonly Dose[];
  readonly at: PlacementCandidate['at'];
  readonly session: Session | null;
  readonly ahead: DayAhead;
  /** Starts at `fromMs` or later, at `lastStartMs` at the latest, and ends by `toMs`. */
  readonly fromMs: number;
  readonly lastStartMs: number;
  readonly toMs: number;
  /** Duration, if the occasion sets it instead of the dose. */
  readonly minutes: number | null;
}

/** Names an item by its modality and its session or day, so that it stays the same while they do. `@s` marks a session. */
export function toItemId(modality: string, anchor: string, part?: string): string {
  return `${modality}@${anchor}${part === undefined ? '' : `/${part}`}`;
}

/** Whether a step's facts hold on a day. */
export function holds({ facts }: Pick<DayAhead, 'facts'>, wanted: readonly DayFact[] = []): boolean {
  return wanted.every((fact) => facts.has(fact));
}

/** A step on a day: once for each session that it belongs to, or once for the day; none if its facts do not hold. */
export function toWanted(step: RoutineStep, ahead: DayAhead, scene: Scene): Wanted[] {
  if (!holds(ahead, step.if)) return [];
  const entry = CATALOGUE[step.modality];
  const { day } = ahead;
  const bare = {
    entry,
    reason: step.reason,
    variant: step.variant ?? null,
    doses: findDoses(step, entry),
    at: step.time.at,
    ahead,
    session: null,
    minutes: null,
  };
  const { time, modality, part } = step;
  const nowMs = scene.situation.nowMs;
  switch (time.at) {
    case 'after': {
      const found = matching(ahead, time.sessions, scene);
      return (time.last === true ? found.slice(-1) : found).flatMap((session) => {
        const evening = time.evening === true ? day.bedMs + inMs(-DAY_PARTS.evening.fromBed) : 0;
        const fromMs = Math.max(session.endMs + inMs(time.fromMin), evening);
        const lastStartMs = session.endMs + inMs(time.toMin);
        if (lastStartMs < nowMs) return [];
        return { ...bare, id: toItemId(modality, `${session.id}+`, part), session, fromMs, lastStartMs, toMs: day.bedMs };
      });
    }
    case 'before':
      return matching(ahead, time.sessions, scene)
        .filter(({ done }) => !done)
        .map((session) => ({
          ...bare,
          id: toItemId(modality, `${session.id}-`, part),
          session,
          fromMs: session.startMs - inMs(time.fromMin),
          lastStartMs: session.startMs - inMs(time.toMin),
          toMs: session.startMs,
        }));
    case 'during':
      return matching(ahead, time.sessions, scene)
        .filter(({ done }) => !done)
        .map((session) => {
          const { id, startMs, endMs, minutes } = session;
          return { ...bare, id: toItemId(modality, id, part), session, fromMs: startMs, lastStartMs: startMs, toMs: endMs, minutes };
        });
    case 'day': {
      const [fromMs, toMs] = toInterval(DAY_PARTS[time.part], day);
      return [{ ...bare, id: toItemId(modality, day.day, part), fromMs, lastStartMs: toMs, toMs }];
    }
    case 'night':
      return toNight(day, scene).map((night) => ({ ...bare, id: toItemId(modality, day.day, part), ...night }));
    case 'rest-day': {
      if (ahead.restReason === null) return [];
      const fromMs = Math.max(day.wakeMs, 300_000 * Math.ceil(nowMs / 300_000));
      const minutes = Math.round((day.bedMs - fromMs) / MINUTE_MS);
      return [
        { ...bare, id: toItemId(modality, day.day, part), reason: ahead.restReason, fromMs, lastStartMs: fromMs, toMs: day.bedMs, minutes },
      ];
    }
  }
}

/** In the order of preference. Minutes that the step sets are those of its first dose. */
function findDoses({ doses, minutes }: RoutineStep, entry: CatalogueEntry): readonly Dose[] {
  const found = doses?.flatMap((id) => entry.doses.find((dose) => dose.id === id) ?? []) ?? plannedDoses(entry);
  return minutes === undefined ? found : found.map((dose, at) => (at === 0 ? { ...dose, minutes } : dose));
}

const inMs = (minutes: number) => minutes * MINUTE_MS;

function matching({ sessions, day }: DayAhead, filter: SessionFilter, scene: Scene): Session[] {
  return sessions.filter(
    (session) => needsItems(session) && fits(session, filter, sessions, day.nextDawnMs) && session.startMs < scene.endMs,
  );
}

function toInterval(part: DayPart, { wakeMs, bedMs }: LocalDay): [number, number] {
  const fromMs = part.fromWake === undefined ? bedMs - inMs(part.fromBed ?? 0) : wakeMs + inMs(part.fromWake);
  const toMs = part.toWake === undefined ? bedMs - inMs(part.toBed ?? 0) : wakeMs + inMs(part.toWake);
  return [Math.max(fromMs, wakeMs), Math.min(toMs, bedMs)];
}

/** The night that follows a day, or the rest of it once it has begun. */
function toNight(day: LocalDay, { days, situation, sleepMin }: Scene): Pick<Wanted, 'fromMs' | 'lastStartMs' | 'toMs' | 'minutes'>[] {
  const next = days[days.indexOf(day) + 1];
  if (next === undefined || next.wakeMs <= situation.nowMs) return [];
  const fromMs = day.bedMs < situation.nowMs ? 300_000 * Math.ceil(situation.nowMs / 300_000) : day.bedMs;
  if (fromMs >= next.wakeMs) return [];
  // An early bedtime does not lengthen the night beyond nine hours.
  const toMs = Math.min(next.wakeMs, fromMs + Math.max(sleepMin, 9 * 60) * MINUTE_MS);
  return [{ fromMs, lastStartMs: fromMs, toMs, minutes: Math.round((toMs - fromMs) / MINUTE_MS) }];
}
