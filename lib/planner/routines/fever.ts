import type { Routine } from '../routine/routine';

/** Ill or feverish: nothing but rest, sleep, drink and food. Everything else is off (docs/recovery-sources.md, "Who must not"). */
export const fever: Routine = {
  name: 'Ill',
  from: ['ours'],
  precedence: 1,
  when: ['ill'],
  steps: [
    { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-ill' },
    { modality: 'fluids', doses: ['day'], time: { at: 'day', part: 'waking' }, reason: 'drink-ill' },
    { modality: 'protein', doses: ['day'], time: { at: 'day', part: 'waking' }, reason: 'eat-ill' },
    { modality: 'sleep', time: { at: 'night' }, reason: 'sleep-ill' },
  ],
  ifTime: [],
  programmeSlots: 0,
};
