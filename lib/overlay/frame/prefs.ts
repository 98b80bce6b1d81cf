import { browser } from 'wxt/browser';

/**
 * The user's settings for the card. Stored in the extension's own storage, which a page cannot reach, because they are needed before the
 * card is shown and without waking the background. They contain nothing about the user's training.
 */
export interface CardPrefs {
  readonly collapsed: boolean;
  /** Sites on which the card floats in the corner instead of standing in the page. */
  readonly corner: readonly string[];
  readonly hiddenSites: readonly string[];
  /** Keys of `pageKey`, the latest last. */
  readonly hiddenPages: readonly string[];
}

const KEY = 'card';
const MOST_PAGES = 300;
const LONGEST = 600;

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one.length <= LONGEST) : [];
}

/** The stored settings, whoever wrote them, as far as they are valid. */
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

/** Changes the settings as they are stored now, because another tab may have changed them. */
export async function changeCardPrefs(change: (prefs: CardPrefs) => Partial<CardPrefs>): Promise<CardPrefs> {
  const before = await cardPrefs();
  const after = parsePrefs({ ...before, ...change(before) });
  await browser.storage.local.set({ [KEY]: after });
  return after;
}

/** A copy of a list with or without an entry. */
export function withOne(list: readonly string[], one: string, is: boolean): string[] {
  const others = list.filter((other) => other !== one);
  return is ? [...others, one] : others;
}
