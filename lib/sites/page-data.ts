import type { PageDataPaths } from './site';

/**
 * Collects data from the page's own world: texts, numbers and booleans by name, null for missing ones. The browser runs the text of this
 * function there, so it must use nothing from outside itself; a page can forge the result, and the reader checks it. Never throws.
 * @param world the page's global object
 */
export function collectPageData(paths: PageDataPaths, world: unknown = globalThis): Record<string, string | number | boolean | null> {
  // Values from a page are short texts or numbers. A longer text is something else.
  const longest = 500;
  const plain = (value: unknown) => {
    if (typeof value === 'string') return value.length <= longest ? value : null;
    return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;
  };
  const found: Record<string, string | number | boolean | null> = {};
  for (const name of Object.keys(paths)) {
    found[name] = null;
    for (const path of paths[name] ?? []) {
      try {
        let value = world;
        for (const step of path) {
          const from = value as Readonly<Record<string, unknown>>;
          if (typeof step === 'string') value = from[step];
          else value = (from[step[0]] as (...args: readonly string[]) => unknown).apply(from, step.slice(1));
        }
        found[name] = plain(value);
      } catch {
        // The page is not ready yet, or is built differently: try the next path.
      }
      if (found[name] !== null) break;
    }
  }
  return found;
}
