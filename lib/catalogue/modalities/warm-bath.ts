import type { ModalityEntry } from '../entry';

export const warmBath: ModalityEntry = {
  name: 'Warm bath',
  families: ['heat', 'water', 'for-intense-soreness', 'calm'],
  grades: { seed: 'anecdotal', trials: 'little', kind: 'trials' },
  guides: ['running-recovery'],
  literature: ['haghayegh-2019'],
  // Running recovery gives no figures. Haghayegh 2019: 40–42.5 °C for 10 min and longer; the minutes beyond that are ours.
  doses: [
    {
      id: 'haghayegh-2019',
      whose: 'haghayegh-2019',
      minutes: 15,
      minutesRange: [10, 20],
      lengthsMin: [10, 15, 20],
      minutesWhose: 'ours',
      temperatureC: [40, 42.5],
    },
  ],
  windows: [{ at: 'day', days: 'every', part: 'evening' }],
  equipment: [['warm-bath']],
  variants: [{ id: 'plain' }, { id: 'epsom-salts' }],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['bath_warm', 'heat_out', 'heat_no_alcohol'],
  timer: 'listed',
  exposure: 'heat',
};
