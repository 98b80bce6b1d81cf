/**
 * The result of the first reader that finds something. A reader that throws has found nothing: pages can be half loaded, changed or
 * hostile, and one failing reader must not stop the others.
 */
export function first<T>(...ways: readonly (() => T | null | undefined)[]): T | null {
  for (const way of ways) {
    try {
      const value = way();
      if (value !== null && value !== undefined) return value;
    } catch {
      // Found nothing; try the next one.
    }
  }
  return null;
}

/** The one value that all results agree on. Null for no result, and for results that differ. */
export function agreed<T>(findings: Iterable<T | null | undefined>): T | null {
  const distinct = new Set<T>();
  for (const finding of findings) if (finding !== null && finding !== undefined) distinct.add(finding);
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? only : null;
}
