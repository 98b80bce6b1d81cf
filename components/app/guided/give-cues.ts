import { effect } from '@preact/signals';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import { getSettings, type ReboundDatabase } from '../../../lib/storage';
import { notify } from './notify';
import { playCue } from './sound';
import { cueWords } from './words';

/** Cues that come while somebody is in the water, under the boots, or elsewhere: without a word of the clock's every second. */
const NOTIFIED: ReadonlySet<string> = new Set(['step-start', 'out-now', 'end']);

/** Lets the timer's cues be heard, and notifies where that was allowed, whichever screen is looked at. Returns what ends it. */
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
