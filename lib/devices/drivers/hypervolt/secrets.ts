/** Why the user's input cannot be the address or the table. */
export type SecretError =
  | { readonly name: 'not-an-address' }
  | { readonly name: 'not-hex-or-json' }
  | { readonly name: 'wrong-length'; readonly neededBytes: number; readonly receivedBytes: number }
  | { readonly name: 'not-a-byte'; readonly index: number }
  | { readonly name: 'all-the-same' };

export type Parsed = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly error: SecretError };

const ADDRESS = /^([0-9a-f]{2})[:\-\s]?([0-9a-f]{2})[:\-\s]?([0-9a-f]{2})[:\-\s]?([0-9a-f]{2})[:\-\s]?([0-9a-f]{2})[:\-\s]?([0-9a-f]{2})$/i;
const TABLE_BYTES = 256;
/** Much longer than any way to write 256 bytes as text, including comments. */
const LONGEST_TEXT = 20_000;

/**
 * Parses the six bytes of a Bluetooth address as people type it: `10:20:30:40:50:60`, with hyphens, or without separators. Errors:
 * `not-an-address`; `all-the-same` for 00…00 and FF…FF, which no device has.
 */
export function parseAddress(text: string): Parsed {
  const match = ADDRESS.exec(text.trim());
  if (match === null) return failed({ name: 'not-an-address' });
  return various(Uint8Array.from(match.slice(1), (byte) => Number.parseInt(byte, 16)));
}

/**
 * Parses the maker's table of 256 bytes from a file: a JSON array of numbers, or bytes in hex, with or without `0x`, commas, brackets and
 * spaces. Errors: `not-hex-or-json`, `not-a-byte` at that index of an array, `wrong-length`, `all-the-same`.
 */
export function parseSecretTable(text: string): Parsed {
  if (text.length > LONGEST_TEXT) return failed({ name: 'not-hex-or-json' });
  const array = jsonArray(text);
  if (array !== null) {
    const index = array.findIndex((value) => !isByte(value));
    if (index !== -1) return failed({ name: 'not-a-byte', index });
    return parseBytes(Uint8Array.from(array.filter(isByte)));
  }
  const words = text
    .replace(/[[\](){}]/g, ' ')
    .split(/[\s,;:]+/)
    .filter((word) => word !== '');
  const digits = words.map((word) => word.replace(/^0x/i, ''));
  if (digits.length === 0 || !digits.every((word) => /^([0-9a-f]{2})+$/i.test(word))) return failed({ name: 'not-hex-or-json' });
  const pairs = digits.join('').match(/../g) ?? [];
  return parseBytes(Uint8Array.from(pairs, (byte) => Number.parseInt(byte, 16)));
}

function jsonArray(text: string): readonly unknown[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : null;
  } catch {
    // Not JSON, so try hex.
    return null;
  }
}

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}

function parseBytes(bytes: Uint8Array): Parsed {
  if (bytes.length === TABLE_BYTES) return various(bytes);
  return failed({ name: 'wrong-length', neededBytes: TABLE_BYTES, receivedBytes: bytes.length });
}

function various(bytes: Uint8Array): Parsed {
  return bytes.every((byte) => byte === bytes[0]) ? failed({ name: 'all-the-same' }) : { ok: true, bytes };
}

function failed(error: SecretError): Parsed {
  return { ok: false, error };
}
