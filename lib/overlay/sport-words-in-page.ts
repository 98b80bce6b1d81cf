import { lookup, squash } from '../sites/parse/text';
import type { Sport } from '../training';

/**
 * The words for sports in a page: those that the card's frame told the script, none before. In the build of a card's script this file takes
 * the place of lib/sites/parse/sport-words.ts (wxt.config.ts).
 */
let table: ReadonlyMap<string, Sport> = new Map();

/** @param words as in `SPORT_NAMES` */
export function learnSportWords(words: Readonly<Record<Sport, string>>): void {
  table = lookup(words, squash);
}

/** What the readers get as `sportTable`. */
export function tableInPage(): ReadonlyMap<string, Sport> {
  return table;
}
