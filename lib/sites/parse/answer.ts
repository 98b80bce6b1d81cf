import type { SiteAnswer } from '../site';
import { json } from './untrusted';

/** Parses the JSON of an answer by `shape`, which gives null for a shape it does not know and `'none'` where the site says that there is nothing. */
export function findAnswer<T>(body: string, shape: (value: unknown) => T | 'none' | null): SiteAnswer<T> {
  const value = json(body);
  if (value === undefined) return { ok: false, fault: 'no-json' };
  const shaped = shape(value);
  if (shaped === 'none') return { ok: false, fault: 'none' };
  return shaped === null ? { ok: false, fault: 'unknown-shape' } : { ok: true, value: shaped };
}
