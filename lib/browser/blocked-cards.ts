import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * The origins whose pages did not let the card's frame start, for the popup, which says so there. Kept in the browser's session storage: a
 * page may have changed its policy by the next start.
 */
const KEY = 'blocked-cards';
const MOST = 50;

const stored = v.fallback(v.array(v.string()), []);

async function readBlocked(): Promise<string[]> {
  return v.parse(stored, (await browser.storage.session.get(KEY))[KEY]);
}

export async function isBlocked(origin: string): Promise<boolean> {
  return (await readBlocked()).includes(origin);
}

export async function noteBlocked(origin: string): Promise<void> {
  const others = (await readBlocked()).filter((one) => one !== origin);
  await browser.storage.session.set({ [KEY]: [...others, origin].slice(-MOST) });
}

/** A card of this origin started. Writes only if its origin is in the list. */
export async function forgetBlocked(origin: string): Promise<void> {
  const before = await readBlocked();
  if (before.includes(origin)) await browser.storage.session.set({ [KEY]: before.filter((one) => one !== origin) });
}
