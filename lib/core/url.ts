/** An address, made whole by a base where it is relative; null where it is none. (`URL.parse` and `canParse` are younger than the oldest browser supported.) */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
