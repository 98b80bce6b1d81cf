import { effect } from '@preact/signals';
import type { BreathDesk } from '../../../lib/breathing/breath-desk';
import { clock } from '../../../lib/core/clock';
import { soundContext } from '../guided/sound';
import { playBreaths } from './tones';

/** Lets the pace be heard where that is wanted, whichever screen is looked at. Returns what ends it. */
export function giveBreath(desk: BreathDesk): () => void {
  return effect(() => {
    const breath = desk.breath.value;
    const audio = desk.sound.value ? soundContext() : null;
    if (breath === null || audio === null) return;
    const leftS = desk.run.peek()?.timer.stepRemainingS.peek() ?? 0;
    return playBreaths(audio, breath, clock.now(), leftS);
  });
}
