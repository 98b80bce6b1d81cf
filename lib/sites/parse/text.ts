/** Text as pages hold it, made comparable. */

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line of plain characters: no-break, narrow and full-width forms become ordinary ones, invisible direction marks go. */
export function tidy(raw: string | null | undefined): string {
  return (raw ?? '').normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** `tidy`, in lower case and without accents: for looking words up, never for showing them. */
export function fold(raw: string | null | undefined): string {
  return tidy(raw).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Only the letters and digits of `fold`: "E-Bike Ride" and "EBikeRide" are the same word. */
export function squash(raw: string | null | undefined): string {
  return fold(raw).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A look-up table from `word|word|…` per key; the words are passed through `by`, as the text to look up must be. */
export function lookup<K extends string>(words: Readonly<Record<K, string>>, by: (raw: string) => string): ReadonlyMap<string, K> {
  const table = new Map<string, K>();
  for (const key of Object.keys(words) as K[]) {
    for (const word of words[key].split('|')) table.set(by(word), key);
  }
  return table;
}

/** Somebody's own words as they may be shown: only the white space is changed. Null for none. */
export function oneLine(raw: string | null | undefined): string | null {
  return raw?.replace(/\s+/g, ' ').trim() || null;
}
