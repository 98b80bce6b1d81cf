import type { CharacteristicProperties } from '../bluetooth/transport';

/**
 * A simulated peripheral: time and writes in, packets out. A model knows no clock, no radio and no browser, so the same one runs in demo
 * mode (simulated/transport.ts), in unit tests, and behind the fake radio of the end-to-end tests.
 *
 * The caller provides the time, in ms from any fixed point; it never runs backwards. The caller asks `nextAtMs()`, waits until then, and
 * calls `advance(thatTime)` to get what the device sends. The caller also drops packets while nobody is connected and subscribed.
 */
export interface PeripheralModel {
  /** The device's address, `AA:BB:CC:DD:EE:FF`. */
  readonly address: string;
  readonly name: string;
  /** Full 128-bit UUIDs that the device advertises. */
  readonly advertised: readonly string[];
  readonly services: readonly ModelService[];
  /** The link came up or went down at this time. */
  connected(atMs: number): void;
  disconnected(atMs: number): void;
  /** A client subscribes to a characteristic, or no longer. A new link begins without. Left out: the model does not care. */
  subscribed?(characteristic: string, on: boolean, atMs: number): void;
  read(characteristic: string, atMs: number): ModelReply;
  write(characteristic: string, bytes: Uint8Array, atMs: number): ModelReply;
  /** When the device will next send something; `null` if it will send nothing more. */
  nextAtMs(): number | null;
  /** Everything that the device sends up to and including `toMs`, in order. */
  advance(toMs: number): readonly ModelPacket[];
  /** When the device or the radio ends the current link by itself; `null`, or left out, for never. */
  endsLinkAtMs?(): number | null;
  /** How the operation requested now ends. Left out: every operation succeeds at once. Only the simulated transport asks. */
  radio?(operation: RadioOperation, atMs: number): RadioOutcome;
}

/** `discover` is the search for a service. */
export type RadioOperation = 'connect' | 'discover' | 'read' | 'write' | 'subscribe';

/**
 * How an operation ends after `delayMs`:
 * - `done`, `in-progress` (not done), `fails` (not done).
 * - `hangs`, `hangs-when-done`: never ends by itself, whether or not the device did what was asked. The link is lost 30 s later, as the
 *   attribute protocol has it; a `connect` that hangs waits until it is given up.
 * - `link-lost`: the link is lost instead. A `connect` is lost as soon as it is up.
 */
export interface RadioOutcome {
  readonly delayMs: number;
  readonly end: 'done' | 'in-progress' | 'fails' | 'hangs' | 'hangs-when-done' | 'link-lost';
}

export interface ModelService {
  readonly uuid: string;
  readonly characteristics: readonly { readonly uuid: string; readonly properties: CharacteristicProperties }[];
}

export interface ModelPacket {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

/** A value (empty for a write), or the fault that the device answers with. */
export type ModelReply =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: 'not-permitted' | 'not-supported' | 'in-progress' | 'failed' };
