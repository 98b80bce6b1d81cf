import type { ModalityEntry } from '../entry';
import { MACHINES } from '../entry/equipment';

export const activeRecovery: ModalityEntry = {
  name: 'Active recovery',
  families: ['movement', 'for-light-soreness', 'calm'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['svetness', 'running-recovery'],
  literature: [],
  doses: [
    { id: 'easy-day', whose: 'svetness', minutes: 30, minutesRange: [30, 60], share: 1 },
    // Running recovery names the machines without minutes; 20 is less than the 30–60 of a full easy day.
    { id: 'gentle-machine', whose: 'ours', minutes: 20, lengthsMin: [10, 20, 30, 45, 60], share: 0.7 },
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
  timer: 'from-plan',
  devices: [
    { class: 'belt', level: 'usual-or-lowest', rampS: 60 },
    { class: 'resistance', level: 'usual-or-lowest', rampS: 60 },
  ],
  presets: [{ id: 'walking-pad', doseId: 'gentle-machine' }],
};
