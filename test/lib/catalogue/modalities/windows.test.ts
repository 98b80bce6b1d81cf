import { expect, it } from 'vitest';
import { CATALOGUE, MODALITIES, type Window } from '../../../../lib/catalogue';

/** When each modality has its place, in minutes; the sources and what is ours stand in docs. */
const WINDOWS: Readonly<Record<string, readonly string[]>> = {
  'active-recovery': ['day without-training waking (easy-day)', 'day training waking (gentle-machine) as machine'],
  'bed-massage': [],
  breathwork: ['day high-stress waking (paced paced-short)', 'day every evening (paced paced-short)'],
  // Running recovery: 1–4 g/kg in the hours before. Refilling begins at once.
  carbohydrate: ['before fuelled 240–60 (before) as meal', 'after fuelled 0–180 (after) as refuel'],
  // PALM Health: most useful within 2 h, above all after endurance or high intensity; still fine at any time. ALYZE: best on days without
  // training.
  'cold-water-immersion': [
    'after endurance 0–1440',
    'after intense 0–1440',
    'after strength 0–1440',
    'day without-training waking',
    'day sore waking',
  ],
  // Fleet Feet: compression after exercise.
  'compression-garment': ['after hard-or-long 0–180', 'after race 0–180'],
  contrast: ['after any 0–720'],
  'cool-down': ['after any 0–10'],
  creatine: ['day every waking'],
  // Fleet Feet: within 5 h; PALM Health: after intense activity.
  cryotherapy: ['after intense 0–300'],
  fluids: ['before any 120–10 (before)', 'after any 0–240 (after)', 'day without-training waking (day)'],
  // PALM Health: before and after each workout; Svetness: daily.
  'foam-rolling': ['before any 25–10', 'after any 0–60', 'day sore waking', 'day without-training waking'],
  'ice-compression': ['day sore waking'],
  // PALM Health: on days of rest, or after exercise.
  infrared: ['after any 0–720', 'day without-training waking'],
  // Fleet Feet: during an event.
  'kinesiology-tape': ['during race'],
  // Running recovery: after a hard workout.
  'local-cold': ['after hard-or-long 0–360', 'day sore waking'],
  'massage-gun': ['after any 0–720', 'day sore waking'],
  // It has to be booked: not within 2 h; for two days.
  'massage-therapy': ['after any 120–2880', 'day sore waking'],
  mobility: ['day every waking'],
  nap: ['day tired early-afternoon'],
  pemf: ['after any 0–1440', 'day without-training waking'],
  // PALM Health: at once after the workout; Fleet Feet: also the day after a long run, and between two starts on one day.
  'pneumatic-compression': ['after any 0–180', 'day after-long waking', 'after again-today 0–180'],
  // Running recovery: 30–120 min after training.
  protein: ['after any 30–120 (meal)', 'day without-training waking (day)'],
  // ALYZE: within hours of training; six is ours.
  'red-light': ['after any 0–360'],
  'rest-day': ['rest-day'],
  sauna: ['day every waking'],
  sleep: ['night'],
  // Dynamic before a workout, static after it (PALM Health, Svetness).
  stretching: [
    'before any 20–5 (before) as dynamic',
    'after any 0–60 (after after-short) as static',
    'day without-training waking (after after-short) as static',
  ],
  'tart-cherry': ['day every waking'],
  'warm-bath': ['day every evening'],
};

function describe(window: Window): string {
  const { doses, variant } = window;
  return `${when(window)}${doses ? ` (${doses.join(' ')})` : ''}${variant ? ` as ${variant}` : ''}`;
}

function when(window: Window): string {
  switch (window.at) {
    case 'after':
      return `after ${window.sessions} ${window.fromMin}–${window.toMin}`;
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
