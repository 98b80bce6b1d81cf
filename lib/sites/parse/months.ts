/** Beginnings of month names and abbreviations in en, fr, de, pt, es, it, ru, nl and id, folded. Chinese and Japanese use numbers. */
const BEGINNINGS = [
  'jan|ene|gen|янв',
  'feb|fev|фев',
  'mar|mrt|mrz|maa|мар',
  'apr|abr|avr|апр',
  'ma[iy]|mag|mei|ма[ия]',
  'jui?n|giu|июн',
  'jui?l|lug|июл',
  'aug|aou|ago|agu|ag[st]|авг',
  'sep|set|сен',
  'o[ck]t|out|ott|окт',
  'no[vp]|ноя',
  'de[csz]|dic|дек',
].map((beginnings) => new RegExp(`^(${beginnings})\\p{L}{0,7}$`, 'u'));

/** 1..12 for a folded month name in any of the languages; null for any other word. */
export function monthNumber(word: string): number | null {
  // Words that begin like March: Tuesday in several languages, and "marathon".
  const other = /^(mard|mart[ei]|mara)/.test(word);
  const found = BEGINNINGS.findIndex((beginning) => beginning.test(word));
  return found === -1 || other ? null : found + 1;
}
