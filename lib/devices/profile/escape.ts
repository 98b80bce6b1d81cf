import type { Escape } from './schema';

/**
 * Bytes from `from` on are sent as two: the marker, and what is left when `subtract` is taken off. The first `head` and the last
 * `tail` bytes stay as they are; the byte at `lengthAt` says how long the frame is as sent.
 */
export function escapedBytes(frame: readonly number[], rule: Escape): number[] {
  const end = frame.length - rule.tail;
  const sent = frame.flatMap((byte, at) =>
    at >= rule.head && at < end && byte >= rule.from ? [rule.marker, byte - rule.subtract] : [byte],
  );
  return relengthed(sent, rule, sent.length - frame.length);
}

/** The frame that was sent so; null when a marker is followed by nothing, or by what does not make a byte. */
export function unescapedBytes(sent: readonly number[], rule: Escape): number[] | null {
  const end = sent.length - rule.tail;
  const frame: number[] = [];
  for (let at = 0; at < sent.length; at++) {
    const byte = sent[at] ?? 0;
    if (at < rule.head || at >= end || byte !== rule.marker) {
      frame.push(byte);
      continue;
    }
    at++;
    const rest = (sent[at] ?? 256) + rule.subtract;
    if (at >= end || rest > 255) return null;
    frame.push(rest);
  }
  return relengthed(frame, rule, frame.length - sent.length);
}

function relengthed(bytes: number[], { lengthAt }: Escape, change: number): number[] {
  if (lengthAt === undefined || lengthAt >= bytes.length) return bytes;
  return bytes.with(lengthAt, ((bytes[lengthAt] ?? 0) + change) & 0xff);
}
