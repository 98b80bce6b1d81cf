import { HOUR_MS } from '../../core/time';
import type { TimeRule } from './rule';
import type { Scene } from './scene';
import type { Session } from './sessions';

/** Rules about races and about garments and tape. */

const compressionBeforeRace: TimeRule = {
  name: 'compression-before-race',
  from: ['fleet-feet'],
  concerns: ['pneumatic-compression'],
  against: ({ startMs, endMs }, scene) => {
    const race = findRaceAfter(startMs, endMs, scene);
    return race === null ? null : { raceMs: race.startMs };
  },
};

/** The race that a time lies before: from noon of the day before until the first start of the day. Null: none. */
export function findRaceAfter(startMs: number, endMs: number, scene: Scene): Session | null {
  const races = scene.sessions.filter(({ race }) => race);
  for (const race of races) {
    // Between two starts on one day it is allowed again.
    const day = scene.findDay(race.startMs);
    const first = races.find((one) => day !== undefined && one.startMs >= day.startMs) ?? race;
    if (startMs < first.startMs && endMs > nightBefore(first.startMs, scene)) return first;
  }
  return null;
}

/** "The night before" starts at noon of the previous day (our choice), so that it covers the whole evening. */
function nightBefore(raceMs: number, { days }: Scene): number {
  const at = days.findIndex(({ startMs, endMs }) => raceMs >= startMs && raceMs < endMs);
  return days[at - 1]?.noonMs ?? raceMs - 24 * HOUR_MS;
}

/**
 * A garment that is not tight may be worn in exercise (Fleet Feet), so one that is on may stay on in a gentler session. Nobody puts one on in the
 * middle of a session, and the firm one of recovery comes off before a hard session or a race: both are our choice.
 */
const garmentNotDuring: TimeRule = {
  name: 'garment-not-during',
  from: ['fleet-feet', 'ours'],
  concerns: ['compression-garment'],
  against: ({ startMs, endMs }, { sessions }) => {
    const isDuring = (one: Session) => startMs < one.endMs && endMs > one.startMs;
    const during = sessions.find((one) => isDuring(one) && (startMs >= one.startMs || one.race || one.effort === 'hard'));
    return during === undefined ? null : { sessionMs: during.startMs };
  },
};

export const RACE_RULES: readonly TimeRule[] = [compressionBeforeRace, garmentNotDuring];
