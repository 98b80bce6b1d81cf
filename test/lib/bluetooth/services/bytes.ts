/** A view over the bytes of a hex string, at an offset in its buffer, as views from a radio often are. */
export function hex(text: string): DataView {
  const bytes = (text.match(/[0-9a-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16));
  return toView(Uint8Array.from(bytes));
}

export function toView(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(bytes.length + 5).fill(0xee);
  padded.set(bytes, 3);
  return new DataView(padded.buffer, 3, bytes.length);
}
