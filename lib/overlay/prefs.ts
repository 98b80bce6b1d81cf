import { browser } from 'wxt/browser';

/**
 * How the user wants the card: kept in the extension's own storage, which a page cannot reach, because it must be known before the card is
 * shown and without waking the background. Nothing of the user's training is in it.
 */
export interface CardPrefs {
  readonly collapsed: boolean;
  /** Sites on which it floats in the corner instead of standing in the page. */
  readonly corner: readonly string[];
  readonly hiddenSites: readonly string[];
  /** As `pageKey` has them, the latest last. */
  readonly hiddenPages: readonly string[];
}

const KEY = 'card';
const MOST_PAGES = 300;
const LONGEST = 600;

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one.length <= LONGEST) : [];
}

/** What is stored, whoever wrote it, as far as it has the right form. */
export function parsePrefs(stored: unknown): CardPrefs {
  const given = typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  return {
    collapsed: given.collapsed === true,
    corner: texts(given.corner),
    hiddenSites: texts(given.hiddenSites),
    hiddenPages: texts(given.hiddenPages).slice(-MOST_PAGES),
  };
}

export async function cardPrefs(): Promise<CardPrefs> {
  return parsePrefs((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes what is stored now, which another tab may have changed meanwhile. */
export async function changeCardPrefs(change: (prefs: CardPrefs) => Partial<CardPrefs>): Promise<CardPrefs> {
  const before = await cardPrefs();
  const after = parsePrefs({ ...before, ...change(before) });
  await browser.storage.local.set({ [KEY]: after });
  return after;
}

/** A list with something in it, or without it. */
export function withOne(list: readonly string[], one: string, is: boolean): string[] {
  const others = list.filter((other) => other !== one);
  return is ? [...others, one] : others;
}
