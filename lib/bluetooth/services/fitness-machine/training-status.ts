import { type Decoded, decoded, missingBytes } from '../decoded';

const HAS_TEXT = 0x01;

/** In order of their numbers, from 0 (Fitness Machine Service 1.0). */
const states = [
  'other',
  'idle',
  'warming-up',
  'low-intensity-interval',
  'high-intensity-interval',
  'recovery-interval',
  'isometric',
  'heart-rate-control',
  'fitness-test',
  'speed-below-control-region',
  'speed-above-control-region',
  'cool-down',
  'watt-control',
  'manual',
  'pre-workout',
  'post-workout',
] as const;

/** `unknown` is a reserved number; `other` is the machine's own answer. */
export interface TrainingStatus {
  readonly state: (typeof states)[number] | 'unknown';
  /** The machine's own text, if it sends one. */
  readonly text: string | null;
}

/** Reads Training Status (2AD3): flags, state, and an optional UTF-8 text. Error: `too-short` below 2 bytes. */
export function decodeTrainingStatus(view: DataView): Decoded<TrainingStatus> {
  if (view.byteLength < 2) return missingBytes('too-short', 2, view.byteLength);
  const rest = new DataView(view.buffer, view.byteOffset + 2, view.byteLength - 2);
  const text = view.getUint8(0) & HAS_TEXT ? new TextDecoder('utf-8').decode(rest) : null;
  return decoded({ state: states[view.getUint8(1)] ?? 'unknown', text });
}

export function encodeTrainingStatus({
  state,
  text,
}: TrainingStatus & { readonly state: (typeof states)[number] }): Uint8Array<ArrayBuffer> {
  const words = new TextEncoder().encode(text ?? '');
  return Uint8Array.from([text === null ? 0 : HAS_TEXT, states.indexOf(state), ...words]);
}
