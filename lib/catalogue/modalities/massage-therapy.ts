import type { ModalityEntry } from '../entry';

export const massageTherapy: ModalityEntry = {
  name: 'Massage',
  families: ['massage', 'by-hand', 'contact', 'for-intense-soreness', 'calm'],
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  guides: ['svetness', 'fleet-feet', 'running-recovery'],
  literature: [],
  doses: [{ id: 'session', whose: 'svetness', minutes: 30, minutesRange: [30, 60] }],
  windows: [
    // It must be booked, so not within two hours (ours).
    { at: 'after', sessions: 'any', fromMin: 120, toMin: 48 * 60 },
    { at: 'day', days: 'sore', part: 'waking' },
  ],
  equipment: [],
  variants: [
    { id: 'by-hand' },
    { id: 'soft-tissue' },
    { id: 'instrument-assisted' },
    { id: 'cupping' },
    { id: 'strain-counterstrain' },
    { id: 'trigger-points' },
    { id: 'stretch-therapy' },
  ],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['massage_book', 'massage_say'],
  timer: 'none',
  asksOneTap: true,
  perWeek: 3,
  mostAhead: 1,
};
