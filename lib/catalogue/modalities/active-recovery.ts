import type { CatalogueEntry, Equipment } from './entry';

export const MACHINES = ['walking-pad', 'treadmill', 'stepper', 'elliptical', 'bike', 'desk-bike'] as const satisfies readonly Equipment[];

export const activeRecovery: CatalogueEntry = {
  modality: 'active-recovery',
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  seeds: ['001', '004'],
  literature: [],
  doses: [
    { id: 'easy-day', whose: '001', minutes: 30, minutesRange: [30, 60], share: 1 },
    // 004 names the machines without minutes.
    { id: 'gentle-machine', whose: 'ours', minutes: 20, share: 0.7 },
  ],
  windows: [
    { at: 'day', days: 'without-training', part: 'waking', doses: ['easy-day'], reason: 'rest-day-movement', weight: 0.8 },
    { at: 'day', days: 'training', part: 'waking', doses: ['gentle-machine'], variant: 'machine', reason: 'desk-movement', weight: 0.4 },
  ],
  equipment: [],
  variants: [
    { id: 'jog' },
    { id: 'walk' },
    { id: 'cycle' },
    { id: 'yoga' },
    { id: 'machine', equipment: MACHINES, steps: ['machine_gentle', 'machine_heart_rate'] },
  ],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['easy_pace', 'stop_if_worse'],
  presets: ['walking-pad-20'],
};
