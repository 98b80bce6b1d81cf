import type { SiteAnswer } from '../site';
import { json } from './untrusted';

/** Parses a JSON response with `shape`, which returns null for an unknown shape and `'none'` where the site says that there are no data. */
export function findAnswer<T>(body: string, shape: (value: unknown) => T | 'none' | null): SiteAnswer<T> {
  const value = json(body);
  if (value === undefined) return { ok: false, fault: 'no-json' };
  const shaped = shape(value);
  if (shaped === 'none') return { ok: false, fault: 'none' };
  return shaped === null ? { ok: false, fault: 'unknown-shape' } : { ok: true, value: shaped };
}
