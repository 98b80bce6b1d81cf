import { type Breath, IN_SHARE } from '../../../lib/breathing/breath';

/** Hz: low and close together, so that they keep nobody awake. */
const LOW_HZ = 174;
const HIGH_HZ = 220;
const LOUDNESS = 0.09;
/** Inaudible, but not 0, because an exponential ramp cannot start at 0. */
const SILENT = 0.0001;
const FADE_S = 0.08;

/**
 * One soft tone over all breaths of a pace: it rises while breathing in, and falls and fades while breathing out. Everything is scheduled
 * on the audio clock at once, so that slow page timers do not delay it. Returns a function that ends it.
 *
 * @param nowMs the app's time now
 * @param forS duration from now
 */
export function playBreaths(audio: AudioContext, { perMin, fromMs }: Breath, nowMs: number, forS: number): () => void {
  const lengthS = 60 / perMin;
  const startS = audio.currentTime - (nowMs - fromMs) / 1000;
  const endS = audio.currentTime + forS;
  const oscillator = new OscillatorNode(audio, { type: 'sine', frequency: LOW_HZ });
  const gain = new GainNode(audio, { gain: SILENT });
  for (let k = Math.ceil((audio.currentTime - startS) / lengthS - 0.02); startS + k * lengthS < endS - 1; k++) {
    const inS = Math.max(audio.currentTime, startS + k * lengthS);
    const turnS = startS + (k + IN_SHARE) * lengthS;
    const outS = startS + (k + 0.97) * lengthS;
    oscillator.frequency.setValueAtTime(LOW_HZ, inS);
    oscillator.frequency.linearRampToValueAtTime(HIGH_HZ, turnS);
    oscillator.frequency.linearRampToValueAtTime(LOW_HZ, outS);
    gain.gain.setValueAtTime(SILENT, inS);
    gain.gain.exponentialRampToValueAtTime(LOUDNESS, turnS);
    gain.gain.exponentialRampToValueAtTime(SILENT, outS);
  }
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start();
  oscillator.stop(endS);
  return () => {
    gain.gain.cancelScheduledValues(audio.currentTime);
    gain.gain.setTargetAtTime(0, audio.currentTime, FADE_S);
    oscillator.stop(audio.currentTime + 5 * FADE_S);
  };
}
