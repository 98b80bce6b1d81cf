import { effect } from '@preact/signals';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import { getSettings, type ReboundDatabase } from '../../../lib/storage';
import { notify } from './notify';
import { playCue } from './sound';
import { cueWords } from './words';

/** Cues to notify, because the user may be in the water, in the boots, or elsewhere. The other cues would be too many. */
const NOTIFIED: ReadonlySet<string> = new Set(['step-start', 'out-now', 'end']);

/** Plays the timer's cues, and shows notifications where the user allowed them, on every screen. Returns a function that ends it. */
export function giveCues(guided: GuidedSessions, db: ReboundDatabase): () => void {
  return effect(() => {
    const given = guided.cue.value;
    const timer = guided.timer.peek();
    if (given === null) return;
    const words = cueWords(given.cue, timer?.steps[given.step]);
    void (async () => {
      if ((await getSettings(db)).guidedSound) playCue(given.cue);
      if (NOTIFIED.has(given.cue)) await notify(words);
    })().catch((error: unknown) => console.error('cue', error));
  });
}
