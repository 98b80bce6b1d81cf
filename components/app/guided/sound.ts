import type { Cue } from '../../../lib/devices/guided/guided-timer';

/** Frequency in Hz, and start after the cue in s. */
type Tone = readonly [hz: number, atS: number];

/** Rising: something begins. Falling: it is over. The same tone repeated: get out. */
const TONES: Readonly<Record<Cue, readonly Tone[]>> = {
  'step-start': [
    [523, 0],
    [659, 0.22],
  ],
  half: [[587, 0]],
  'ten-seconds': [
    [587, 0],
    [587, 0.3],
  ],
  end: [
    [659, 0],
    [523, 0.25],
    [392, 0.5],
  ],
  'out-now': [
    [784, 0],
    [784, 0.25],
    [784, 0.5],
    [784, 0.75],
  ],
};

const LENGTH_S = 0.35;
const LOUDNESS = 0.16;

let audio: AudioContext | null = null;

/** Prepares the sound. Browsers let a page play sound only after a click, so call it from one. */
export function readySound(): void {
  try {
    audio ??= new AudioContext();
    audio.resume().catch((error: unknown) => console.error('sound', error));
  } catch (error) {
    // There is no sound device. Everything is also shown, and announced to screen readers.
    console.error('sound', error);
  }
}

/** The audio context for tones; null before `readySound`, and without a sound device. */
export function soundContext(): AudioContext | null {
  return audio;
}

/** Plays soft tones: a sine that fades in and out. Silent before `readySound`. */
export function playCue(cue: Cue): void {
  if (audio === null) return;
  for (const [hz, atS] of TONES[cue]) {
    const fromS = audio.currentTime + atS;
    const oscillator = new OscillatorNode(audio, { type: 'sine', frequency: hz });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, fromS);
    gain.gain.linearRampToValueAtTime(LOUDNESS, fromS + 0.04);
    gain.gain.exponentialRampToValueAtTime(0.001, fromS + LENGTH_S);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(fromS);
    oscillator.stop(fromS + LENGTH_S);
  }
}
