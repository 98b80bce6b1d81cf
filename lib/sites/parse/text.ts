/** Normalises text from pages so that it can be compared. */

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line of plain characters: replaces no-break, narrow and full-width forms by ordinary ones, and removes invisible direction marks. */
export function tidy(raw: string | null | undefined): string {
  return (raw ?? '').normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** `tidy`, in lower case and without accents. For look-ups only, never for display. */
export function fold(raw: string | null | undefined): string {
  return tidy(raw).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Only the letters and digits of `fold`, so that "E-Bike Ride" and "EBikeRide" are equal. */
export function squash(raw: string | null | undefined): string {
  return fold(raw).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A look-up table from `word|word|…` per key. `by` normalises the words; normalise the text to look up in the same way. */
export function lookup<K extends string>(words: Readonly<Record<K, string>>, by: (raw: string) => string): ReadonlyMap<string, K> {
  const table = new Map<string, K>();
  for (const key of Object.keys(words) as K[]) {
    for (const word of words[key].split('|')) table.set(by(word), key);
  }
  return table;
}

/** A person's own words for display: only white space is changed. Null when there are none. */
export function oneLine(raw: string | null | undefined): string | null {
  return raw?.replace(/\s+/g, ' ').trim() || null;
}
