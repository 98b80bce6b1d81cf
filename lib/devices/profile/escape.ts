import type { Escape } from './schema';

/**
 * Sends each byte from `from` on as two: the marker, and the byte less `subtract`. The first `head` and the last `tail` bytes stay
 * unchanged. The byte at `lengthAt` is the length of the frame as sent.
 */
export function escapedBytes(frame: readonly number[], rule: Escape): number[] {
  const end = frame.length - rule.tail;
  const sent = frame.flatMap((byte, at) =>
    at >= rule.head && at < end && byte >= rule.from ? [rule.marker, byte - rule.subtract] : [byte],
  );
  return relengthed(sent, rule, sent.length - frame.length);
}

/** The original frame; null when a marker is not followed by a byte, or by one out of range. */
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
