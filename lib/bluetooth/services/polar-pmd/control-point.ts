import { type PmdSetting, settingsBytes } from './settings';
import { type PmdStream, streamNumber } from './stream';

export const pmdOp = { settings: 0x01, start: 0x02, stop: 0x03 } as const;

/** One value for each setting of a stream. */
export type PmdChoice = Partial<Readonly<Record<PmdSetting, number>>>;

/** What a Polar H10 has for its ECG; it offers no other. */
export const ecgChoice: PmdChoice = { rateHz: 130, resolutionBits: 14 };
/** The fastest and widest that a Polar H10 has for its acceleration. */
export const accChoice: PmdChoice = { rateHz: 200, resolutionBits: 16, range: 8 };

/** Asks what a stream can be set to. To be written to the control point with response; the answer is an indication. */
export function encodePmdSettingsRequest(stream: PmdStream): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(pmdOp.settings, streamNumber(stream));
}

/**
 * Starts a stream: `ecgChoice` or `accChoice`, or values from the settings that the device offers; none for PPI (that PPI takes none is a
 * guess from the table of operations, not seen). Throws `RangeError` for a value that does not fit.
 */
export function encodePmdStart(stream: PmdStream, choice: PmdChoice = {}): Uint8Array<ArrayBuffer> {
  const lists = Object.fromEntries(Object.entries(choice).map(([key, value]) => [key, [value]]));
  return Uint8Array.from([pmdOp.start, streamNumber(stream), ...settingsBytes(lists)]);
}

/** Stops a stream. Owed for every one that was started: a Polar H10 goes on measuring, link or no link, until its battery is empty. */
export function encodePmdStop(stream: PmdStream): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(pmdOp.stop, streamNumber(stream));
}
