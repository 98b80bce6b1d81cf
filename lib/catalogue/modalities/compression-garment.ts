import type { ModalityEntry } from '../entry';

export const compressionGarment: ModalityEntry = {
  name: 'Compression garment',
  families: ['compression', 'garments', 'contact'],
  grades: { seed: 'debated', trials: 'mixed', kind: 'trials' },
  guides: ['fleet-feet', 'running-recovery'],
  literature: [],
  // 15–20 mmHg is from Running recovery; no guide says how long to wear them.
  doses: [{ id: 'worn', whose: 'running-recovery', minutes: 120, minutesWhose: 'ours', pressureMmHg: [15, 20] }],
  windows: [
    { at: 'after', sessions: 'hard-or-long', fromMin: 0, toMin: 180 },
    { at: 'after', sessions: 'race', fromMin: 0, toMin: 180 },
  ],
  equipment: [['compression-garment']],
  variants: [{ id: 'socks' }, { id: 'sleeves' }, { id: 'tights' }],
  counts: false,
  perDay: 2,
  local: false,
  steps: ['garment_fit', 'garment_after'],
  timer: 'none',
  // Socks, sleeves and tights: one of them may be worn on any limb.
  covers: ['arms', 'hips', 'glutes', 'quads', 'hamstrings', 'adductors', 'calves', 'shins', 'feet', 'knees'],
};
