import { HOUR_MS, MINUTE_MS } from '../../core/time';
import { FOOD_AND_DRINK } from './families';
import type { TimeRule } from './rule';

/** Rules about times: food and light around training, waking hours, quiet hours, sessions, and windows in the past. */

const LIGHT_H = 6;

const proteinWindow: TimeRule = {
  name: 'protein-window',
  from: ['palm-health', 'svetness', 'running-recovery'],
  concerns: ['protein'],
  against: ({ dose, session, startMs }) => {
    if (dose.amount !== 'protein-meal' || session === null) return null;
    const after = (startMs - session.endMs) / MINUTE_MS;
    return after >= 30 && after <= 120 ? null : { fromMin: 30, toMin: 120 };
  },
};

const carbohydrateWindow: TimeRule = {
  name: 'carbohydrate-window',
  from: ['alyze', 'running-recovery'],
  concerns: ['carbohydrate'],
  against: ({ dose, session, startMs, endMs }) => {
    if (session === null) return dose.amount === undefined ? null : { hours: 24 };
    if (dose.amount === 'carbohydrate-before') {
      const before = (session.startMs - startMs) / HOUR_MS;
      return before <= 4 && endMs <= session.startMs - 30 * MINUTE_MS ? null : { hours: 4 };
    }
    // The light snack: it starts 30 to 60 minutes before (Running recovery).
    if (startMs < session.startMs)
      return session.startMs - startMs <= HOUR_MS && session.startMs - startMs >= 30 * MINUTE_MS ? null : { hours: 1 };
    return startMs >= session.endMs && startMs <= session.endMs + 24 * HOUR_MS ? null : { hours: 24 };
  },
};

const lightWithinHours: TimeRule = {
  name: 'light-within-hours',
  from: ['alyze', 'ours'],
  concerns: ['red-light'],
  against: ({ startMs }, { sessions }) =>
    sessions.some(({ endMs }) => startMs >= endMs && startMs <= endMs + LIGHT_H * HOUR_MS) ? null : { hours: LIGHT_H },
};

const outsideTheDay: TimeRule = {
  name: 'outside-the-day',
  scope: 'calendar',
  from: ['ours'],
  against: ({ modality, startMs, endMs, at }, { days }) => {
    if (modality === 'sleep' || at === 'during' || at === 'rest-day') return null;
    const inside = days.some(({ wakeMs, bedMs }) => startMs >= wakeMs && endMs <= bedMs);
    return inside ? null : {};
  },
};

const quietHours: TimeRule = {
  name: 'quiet-hours',
  scope: 'calendar',
  from: ['ours'],
  against: ({ modality, startMs, endMs, at }, { quiet }) => {
    if (modality === 'sleep' || at === 'during' || at === 'rest-day') return null;
    // A garment may still be on when they begin.
    const until = modality === 'compression-garment' ? startMs + MINUTE_MS : endMs;
    // Somebody who is awake for an early session eats before it: quiet hours are for sleep and silence.
    if (at === 'before' && FOOD_AND_DRINK.has(modality)) return null;
    const hit = quiet.find(({ fromMs, toMs }) => startMs < toMs && until > fromMs);
    return hit === undefined ? null : { fromMs: hit.fromMs, toMs: hit.toMs };
  },
};

/** Nothing to eat or drink inside a fast that the user keeps. */
const inTheFast: TimeRule = {
  name: 'in-the-fast',
  from: ['ours'],
  concerns: [...FOOD_AND_DRINK],
  against: ({ startMs, endMs }, { fasts }) => {
    if (fasts === 'unknown') return {};
    const hit = fasts.find(({ fromMs, toMs }) => startMs < toMs && endMs > fromMs);
    return hit === undefined ? null : { fromMs: hit.fromMs, toMs: hit.toMs };
  },
};

const NOT_BUSY: ReadonlySet<string> = new Set(['sleep', 'rest-day', 'kinesiology-tape']);
const trainingThen: TimeRule = {
  name: 'training-then',
  scope: 'calendar',
  from: ['ours'],
  against: ({ modality, startMs, endMs }, { sessions }) => {
    if (NOT_BUSY.has(modality)) return null;
    const busy = sessions.find((one) => startMs < one.endMs && endMs > one.startMs);
    return busy === undefined ? null : { sessionMs: busy.startMs };
  },
};

const notInThePast: TimeRule = {
  name: 'not-in-the-past',
  scope: 'calendar',
  from: ['ours'],
  against: ({ startMs }, { situation, endMs }) => (startMs < situation.nowMs || startMs >= endMs ? {} : null),
};

/** Massage by hand is booked: from the next day on, in daytime hours (minutes after waking). Our choice. */
const DAYTIME_MIN = [150, 690] as const;
const massageBooked: TimeRule = {
  name: 'massage-booked',
  from: ['ours'],
  concerns: ['massage-therapy'],
  against: ({ startMs, endMs }, { situation: { nowMs }, findWakingDay }) => {
    const [today, day] = [findWakingDay(nowMs), findWakingDay(startMs)];
    if (day === undefined || day === today) return {};
    const [from, to] = DAYTIME_MIN.map((minutes) => day.wakeMs + minutes * MINUTE_MS);
    return startMs >= (from ?? 0) && endMs <= (to ?? 0) ? null : {};
  },
};

export const WINDOW_RULES: readonly TimeRule[] = [
  massageBooked,
  proteinWindow,
  carbohydrateWindow,
  inTheFast,
  lightWithinHours,
  trainingThen,
  quietHours,
  outsideTheDay,
  notInThePast,
];
