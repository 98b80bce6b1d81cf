import type { ModalityEntry } from '../entry';

export const pneumaticCompression: ModalityEntry = {
  name: 'Compression boots',
  families: ['compression', 'contact'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['palm-health', 'fleet-feet', 'running-recovery'],
  literature: ['maia-2024', 'wisniowski-2022'],
  // No guide gives minutes; trials use 20–30. The level is the user's usual comfortable one.
  doses: [{ id: 'trials', whose: 'trials', minutes: 20, minutesRange: [20, 30], lengthsMin: [20, 25, 30] }],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 180 },
    { at: 'day', days: 'after-long', part: 'waking' },
    { at: 'after', sessions: 'again-today', fromMin: 0, toMin: 180 },
  ],
  equipment: [['compression-boots']],
  variants: [{ id: 'boots' }, { id: 'sleeves' }],
  counts: true,
  perDay: 2,
  local: false,
  steps: ['boots_lie', 'boots_usual_level', 'boots_stop'],
  timer: 'listed',
  devices: [{ class: 'compression', level: 'usual', rampS: 60 }],
  presets: [{ id: 'boots-legs', doseId: 'trials' }],
  covers: ['hips', 'glutes', 'quads', 'hamstrings', 'adductors', 'calves', 'shins', 'feet', 'knees'],
  asksOneTap: true,
};
