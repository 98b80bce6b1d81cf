import { effect } from '@preact/signals';
import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import { clock } from '../../../lib/core/clock';
import { soundContext } from '../guided/sound';
import { playBreaths } from './tones';

/** Plays the pace as sound if the user chose it, on every screen. Returns a function that ends it. */
export function giveBreath(breathing: BreathingSessions): () => void {
  return effect(() => {
    const breath = breathing.breath.value;
    const audio = breathing.sound.value ? soundContext() : null;
    if (breath === null || audio === null) return;
    const leftS = breathing.run.peek()?.timer.stepRemainingS.peek() ?? 0;
    return playBreaths(audio, breath, clock.now(), leftS);
  });
}
