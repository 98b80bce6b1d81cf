/** Tags of a check: short words of the user's own, in the order they were added, without duplicates. */

const LONGEST = 40;
const MOST = 20;

/** Adds the tags in `typed`, which may hold several, separated by commas. Tags that differ only in case are the same. */
export function addTags(tags: readonly string[], typed: string): readonly string[] {
  const all = [...tags];
  for (const word of typed.split(',')) {
    const tag = word.trim().replace(/\s+/g, ' ').slice(0, LONGEST).trim();
    if (tag !== '' && !hasTag(all, tag)) all.push(tag);
  }
  return all.slice(0, MOST);
}

export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase());
}
