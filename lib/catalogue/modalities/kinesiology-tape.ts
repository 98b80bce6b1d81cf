import type { ModalityEntry } from '../entry';

export const kinesiologyTape: ModalityEntry = {
  name: 'Kinesiology tape',
  families: [],
  grades: { seed: 'anecdotal', trials: 'little', kind: 'trials' },
  guides: ['fleet-feet'],
  literature: [],
  // Fleet Feet gives no time: the tape stays on during the event.
  doses: [{ id: 'event', whose: 'fleet-feet', minutes: 0 }],
  windows: [{ at: 'during', sessions: 'race' }],
  equipment: [['tape']],
  variants: [],
  counts: false,
  perDay: 2,
  local: true,
  steps: ['tape_event', 'tape_then_garment'],
  timer: 'none',
};
