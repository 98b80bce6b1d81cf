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

let earlier: Promise<unknown> = Promise.resolve();

/**
 * Changes the settings as they are stored now, because another tab may have changed them. The changes of one document wait for each other:
 * two that read the same settings would lose one of them. Rejects when the settings cannot be read or stored.
 */
export function changeCardPrefs(change: (prefs: CardPrefs) => Partial<CardPrefs>): Promise<CardPrefs> {
  const stored = earlier.then(async () => {
    const before = await cardPrefs();
    const after = parsePrefs({ ...before, ...change(before) });
    await browser.storage.local.set({ [KEY]: after });
    return after;
  });
  // Whoever asked for a change hears of its failure; the next one does not wait for it to succeed.
  earlier = stored.catch(() => {});
  return stored;
}

/** Reports each change of the stored settings, in whatever tab it was made, until the returned function is called. */
export function followCardPrefs(changed: (prefs: CardPrefs) => void): () => void {
  const listen = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => {
    if (KEY in changes) changed(parsePrefs(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listen);
  return () => browser.storage.local.onChanged.removeListener(listen);
}

/** A copy of a list with or without an entry. */
export function withOne(list: readonly string[], one: string, is: boolean): string[] {
  const others = list.filter((other) => other !== one);
  return is ? [...others, one] : others;
}
