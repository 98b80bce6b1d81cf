import { expect, it } from 'vitest';
import { CATALOGUE, MODALITIES, type Window } from '../../../../lib/catalogue';

/** When each modality has its place, in minutes, with the end of the best part after the bar; the sources and what is ours stand in docs. */
const WINDOWS: Readonly<Record<string, readonly string[]>> = {
  'active-recovery': [
    'day without-training waking: rest-day-movement (easy-day)',
    'day training waking: desk-movement (gentle-machine) as machine',
  ],
  'bed-massage': [],
  breathwork: ['day high-stress waking: high-stress (paced paced-short)', 'day every evening: evening (paced paced-short)'],
  // Running recovery: 1–4 g/kg in the hours before. Refilling begins at once.
  carbohydrate: ['before fuelled 240–60: before-session (before) as meal', 'after hard-or-long 0–180|60: refuel (after) as refuel'],
  // PALM Health: most useful within 2 h, above all after endurance or high intensity; still fine at any time. ALYZE: best on days without
  // training.
  'cold-water-immersion': [
    'after endurance 0–1440|120: after-session',
    'after intense 0–1440|120: after-intense-session',
    'after strength 0–1440|1440: after-strength',
    'day without-training waking: non-training-day',
    'day sore waking: sore',
  ],
  // Fleet Feet: compression after exercise.
  'compression-garment': ['after hard-or-long 0–180|60: after-session', 'after race 0–180|60: after-event'],
  contrast: ['after any 0–720|180: after-session'],
  'cool-down': ['after any 0–10: right-after-session'],
  creatine: ['day every waking: chosen-supplement'],
  // Fleet Feet: within 5 h; PALM Health: after intense activity.
  cryotherapy: ['after intense 0–300|120: after-intense-session'],
  fluids: [
    'before any 120–10: before-session (before)',
    'after any 0–240|60: after-session (after)',
    'day without-training waking: thirst (day)',
  ],
  // PALM Health: before and after each workout; Svetness: daily.
  'foam-rolling': [
    'before any 25–10: before-session',
    'after any 0–60|30: after-session',
    'day sore waking: sore',
    'day without-training waking: daily',
  ],
  'ice-compression': ['day sore waking: sore'],
  // PALM Health: on days of rest, or after exercise.
  infrared: ['after any 0–720|180: after-session', 'day without-training waking: non-training-day'],
  // Fleet Feet: during an event.
  'kinesiology-tape': ['during race: during-event'],
  // Running recovery: after a hard workout.
  'local-cold': ['after hard-or-long 0–360|60: after-intense-session', 'day sore waking: sore'],
  'massage-gun': ['after any 0–720|120: after-session', 'day sore waking: sore'],
  // It has to be booked: not within 2 h; for two days.
  'massage-therapy': ['after any 120–2880|1440: weekly-programme', 'day sore waking: sore'],
  mobility: ['day every waking: weekly-programme'],
  pemf: ['after any 0–1440|1440: after-session', 'day without-training waking: non-training-day'],
  // PALM Health: at once after the workout; Fleet Feet: also the day after a long run, and between two starts on one day.
  'pneumatic-compression': [
    'after any 0–180|60: right-after-session',
    'day after-long waking: day-after-long',
    'after again-today 0–180|60: between-starts',
  ],
  // Running recovery: 30–120 min after training.
  protein: ['after any 30–120|60: meal-after-session (meal)', 'day without-training waking: spread-over-meals (day)'],
  // ALYZE: within hours of training; six is ours.
  'red-light': ['after any 0–360|120: after-session'],
  'rest-day': ['rest-day: rest-day-due'],
  sauna: ['day every waking: weekly-programme'],
  sleep: ['night: every-night'],
  // Dynamic before a workout, static after it (PALM Health, Svetness).
  stretching: [
    'before any 20–5: before-session (before) as dynamic',
    'after any 0–60|30: after-session (after after-short) as static',
    'day without-training waking: daily (after after-short) as static',
  ],
  'tart-cherry': ['day every waking: chosen-supplement'],
  'warm-bath': ['day every evening: evening'],
};

function describe(window: Window): string {
  const { reason, doses, variant } = window;
  return `${when(window)}: ${reason}${doses ? ` (${doses.join(' ')})` : ''}${variant ? ` as ${variant}` : ''}`;
}

function when(window: Window): string {
  switch (window.at) {
    case 'after':
      return `after ${window.sessions} ${window.fromMin}–${window.toMin}${window.bestToMin === undefined ? '' : `|${window.bestToMin}`}`;
    case 'before':
      return `before ${window.sessions} ${window.fromMin}–${window.toMin}`;
    case 'during':
      return `during ${window.sessions}`;
    case 'day':
      return `day ${window.days} ${window.part}`;
    default:
      return window.at;
  }
}

it.each(MODALITIES)('%s has its place when the sources say', (modality) => {
  expect(CATALOGUE[modality].windows.map(describe)).toEqual(WINDOWS[modality]);
});

it.each(MODALITIES)('every occasion for %s is worth something, and at its latest less than at its best', (modality) => {
  for (const window of CATALOGUE[modality].windows) {
    expect(window.weight > 0 && window.weight <= 1).toBe(true);
    if (window.at !== 'after' || window.late === undefined) continue;
    expect(window.late > 0 && window.late < 1).toBe(true);
  }
});

it('what falls off towards the end of its window says how far', () => {
  for (const modality of MODALITIES)
    for (const window of CATALOGUE[modality].windows)
      if (window.at === 'after') expect(window.late === undefined, modality).toBe(window.bestToMin === window.toMin);
});
