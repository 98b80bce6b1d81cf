/** The longest value that an attribute can have. */
export const MAX_VALUE_BYTES = 512;

/** "0a 3f ff". */
export function toHex(value: DataView | Uint8Array): string {
  const bytes = value instanceof DataView ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/**
 * Parses bytes as people type them: two digits each, with or without spaces, colons, commas or `0x`. Null for anything else, and for no
 * bytes.
 */
export function parseHex(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = text
    .replace(/0x/gi, ' ')
    .replace(/[\s,:]+/g, ' ')
    .trim();
  const words = digits.split(' ');
  // "1 2" could mean 01 02 or 12. Refuse what is ambiguous.
  if (!words.every((word) => /^([0-9a-f]{2})+$/i.test(word))) return null;
  const pairs = words.join('').match(/../g) ?? [];
  return pairs.length <= MAX_VALUE_BYTES ? Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)) : null;
}
