import type { PaperSpec, PaperZone } from './paper-device';

const chamber = (zone: number): PaperZone => ({ zone, unit: 2, min: 20, max: 100, step: 5 });

/** Two chambers, so that a test is short and still sees which one moves. */
export const BOOTS: PaperSpec = {
  name: 'Paper boots',
  class: 3,
  minor: 1,
  zones: [chamber(1), chamber(2)],
  programmes: [
    [4, 'Flush'],
    [9, 'Hold'],
  ],
  watchdogS: 10,
  timerMinS: 10,
  timerMaxS: 900,
  pauses: true,
  pressure: true,
  temperature: false,
  restMs: 2000,
  risesPerS: 9,
  answerMs: 80,
};

/** Two zones in levels, with a temperature. */
export const MAT: PaperSpec = {
  name: 'Paper mat',
  class: 1,
  minor: 1,
  zones: [
    { zone: 1, unit: 0, min: 1, max: 4, step: 1 },
    { zone: 2, unit: 0, min: 1, max: 4, step: 1 },
  ],
  programmes: [[1, 'Välle']],
  watchdogS: 8,
  timerMinS: 5,
  timerMaxS: 1200,
  pauses: true,
  pressure: false,
  temperature: true,
  restMs: 1000,
  risesPerS: 0.8,
  answerMs: 30,
};

/** One motor in percent, without pause and programmes. */
export const GUN: PaperSpec = {
  name: 'Paper gun',
  class: 2,
  minor: 1,
  zones: [{ zone: 1, unit: 1, min: 20, max: 100, step: 10 }],
  programmes: [],
  watchdogS: 6,
  timerMinS: 5,
  timerMaxS: 600,
  pauses: false,
  pressure: false,
  temperature: false,
  restMs: 500,
  risesPerS: 20,
  answerMs: 20,
};
