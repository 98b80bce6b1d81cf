/** Small checks of values whose shape nobody vouches for: page data, answers, JSON in pages. One field that is not as expected costs only itself. */

/** The value under these keys; undefined where anything on the way is no object. Never throws but for a page's own traps. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return found;
}

export function aText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function aNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function aFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** An identity is text, however it is written. */
export function anId(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : aText(value);
}

export function aList(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** The JSON of a text; undefined where it is none. */
export function json(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
