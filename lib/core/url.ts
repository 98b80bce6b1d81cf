/**
 * Parses an address, resolved against `base` if it is relative; null if it is not valid. (`URL.parse` and `URL.canParse` are newer than the
 * oldest supported browser.)
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
