import { type Decoded, decoded, missingBytes, unsupportedFrame } from '../decoded';
import { decodeNumber, encodeNumber, type NumberFormat, numberWidth } from '../number-format';

/** In the order of the numbers that stand for them, from 0. */
const settings: readonly { readonly key: PmdSetting; readonly format: NumberFormat }[] = [
  { key: 'rateHz', format: 'u16' },
  { key: 'resolutionBits', format: 'u16' },
  { key: 'range', format: 'u16' },
  { key: 'rangeMilliunits', format: 'u32' },
  { key: 'channels', format: 'u8' },
  { key: 'factor', format: 'u32' },
];

/** The range is in the unit of the stream (g for acceleration); the factor is a float32 as its raw bits. */
export type PmdSetting = 'rateHz' | 'resolutionBits' | 'range' | 'rangeMilliunits' | 'channels' | 'factor';

/** The values that a stream can have, for each setting that it has. */
export type PmdSettings = Partial<Readonly<Record<PmdSetting, readonly number[]>>>;

/**
 * Reads a list of settings, the parameters of a response to `encodePmdSettingsRequest`: number of the setting, count, values.
 * Errors: `truncated`, `unsupported-frame` for a setting of which nobody knows how wide it is.
 */
export function decodePmdSettings(view: DataView): Decoded<PmdSettings> {
  const found: Partial<Record<PmdSetting, readonly number[]>> = {};
  for (let at = 0; at < view.byteLength; ) {
    if (view.byteLength < at + 2) return missingBytes('truncated', at + 2, view.byteLength);
    const number = view.getUint8(at);
    const setting = settings[number];
    if (setting === undefined) return unsupportedFrame(number);
    const size = numberWidth(setting.format);
    const firstAt = at + 2;
    const count = view.getUint8(at + 1);
    at = firstAt + count * size;
    if (view.byteLength < at) return missingBytes('truncated', at, view.byteLength);
    found[setting.key] = Array.from({ length: count }, (_, i) => decodeNumber(view, firstAt + i * size, setting.format));
  }
  return decoded(found);
}

/** The bytes of such a list, in the order of the numbers. Throws `RangeError` for a value that does not fit. */
export function settingsBytes(chosen: PmdSettings): number[] {
  return settings.flatMap(({ key, format }, number) => {
    const values = chosen[key];
    return values === undefined ? [] : [number, values.length, ...values.flatMap((value) => encodeNumber(value, format))];
  });
}
