import { MODELS } from './models';
import type { KnownModel } from './types';

/**
 * The models that match the query: each of its words is the beginning of a word of the model. Models whose own name starts with the query
 * come first; at most `most`. Empty for an empty query, and when nothing matches.
 */
export function searchModels(query: string, most = 8): readonly KnownModel[] {
  const wanted = wordsIn(query);
  if (wanted.length === 0) return [];
  const found = MODELS.filter((model) => {
    const words = wordsIn(`${model.brand} ${model.model} ${(model.alsoKnownAs ?? []).join(' ')}`);
    return wanted.every((word) => words.some((other) => other.startsWith(word)));
  });
  const begins = (text: string) => wordsIn(text).join(' ').startsWith(wanted.join(' '));
  const rank = ({ brand, model }: KnownModel) => (begins(`${brand} ${model}`) || begins(model) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** Lower case, without accents and signs: `Tylö` is found by `tylo`, `C-2` by `c2`. */
function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/(?<=\w)-(?=\w)/g, '').match(/[a-z0-9]+/g) ?? [];
}
