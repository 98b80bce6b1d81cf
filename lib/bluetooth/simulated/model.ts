import type { CharacteristicProperties } from '../transport';

/**
 * A simulated peripheral: time and writes in, packets out. A model knows no clock, no radio and no browser, so the same one runs in demo
 * mode (simulated/transport.ts), in unit tests, and behind the stand-in radio of the end-to-end tests.
 *
 * Time is the caller's, in ms from any fixed point, and never runs backwards. The caller asks `nextAtMs()`, waits until then, and calls
 * `advance(thatTime)` to get what the device sends; nothing is sent while nobody is connected and subscribed (that is the caller's part).
 */
export interface PeripheralModel {
  /** The device's address, `AA:BB:CC:DD:EE:FF`. */
  readonly address: string;
  readonly name: string;
  /** Full 128-bit UUIDs that the device advertises. */
  readonly advertised: readonly string[];
  readonly services: readonly ModelService[];
  /** The link came up, or went down, at this time. */
  connected(atMs: number): void;
  disconnected(atMs: number): void;
  read(characteristic: string, atMs: number): ModelReply;
  write(characteristic: string, bytes: Uint8Array, atMs: number): ModelReply;
  /** When the device will next have something to send, or `null` when it has nothing more. */
  nextAtMs(): number | null;
  /** Everything the device sends up to and including `toMs`, in order. */
  advance(toMs: number): readonly ModelPacket[];
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
