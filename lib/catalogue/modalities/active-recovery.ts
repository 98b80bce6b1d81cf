import type { ModalityEntry } from '../entry';
import { MACHINES } from '../entry/equipment';

export const activeRecovery: ModalityEntry = {
  name: 'Active recovery',
  families: ['movement', 'for-light-soreness', 'calm'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['svetness', 'running-recovery'],
  literature: [],
  doses: [
    { id: 'easy-day', whose: 'svetness', minutes: 30, minutesRange: [30, 60] },
    // For sore legs, and for the first days after a race or an illness.
    { id: 'short-walk', whose: 'ours', minutes: 20, minutesRange: [10, 30], lengthsMin: [10, 15, 20, 30] },
    // Running recovery names the machines without minutes; 20 is less than the 30–60 of a full easy day.
    { id: 'gentle-machine', whose: 'ours', minutes: 20, lengthsMin: [10, 20, 30, 45, 60] },
  ],
  windows: [
    { at: 'day', days: 'without-training', part: 'waking', doses: ['easy-day'] },
    { at: 'day', days: 'training', part: 'waking', doses: ['gentle-machine'], variant: 'machine' },
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
