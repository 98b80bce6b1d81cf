/**
 * The first of several ways that finds something. A way that throws has found nothing: pages are half built, redefined or hostile, and one broken
 * way must not cost the others.
 */
export function first<T>(...ways: readonly (() => T | null | undefined)[]): T | null {
  for (const way of ways) {
    try {
      const value = way();
      if (value !== null && value !== undefined) return value;
    } catch {
      // Found nothing; the next way may.
    }
  }
  return null;
}

/** The only value that all the findings agree on; null for none, and for two that differ. */
export function agreed<T>(findings: Iterable<T | null | undefined>): T | null {
  const distinct = new Set<T>();
  for (const finding of findings) if (finding !== null && finding !== undefined) distinct.add(finding);
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? only : null;
}
