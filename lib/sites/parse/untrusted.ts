/** Small checks for values of unknown shape: page data, responses, JSON in pages. An unexpected field affects only itself. */

/** The value under these keys; undefined when one of them is not in an object. Throws only if the page's own getters throw. */
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

/** An id as text, whether it came as a text or a number. */
export function anId(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : aText(value);
}

export function aList(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** Parses JSON; undefined when the text is not JSON. */
export function json(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
