import type { PageDataPaths, WorldPath } from './site';

/** Values from a page are short texts or numbers. A longer text is something else. */
const LONGEST = 500;

type Steppable = Readonly<Record<string, unknown>>;

function follow(world: unknown, path: WorldPath): unknown {
  let value = world;
  for (const step of path) {
    const from = value as Steppable;
    if (typeof step === 'string') value = from[step];
    else value = (from[step[0]] as (...args: readonly string[]) => unknown).apply(from, step.slice(1));
  }
  return value;
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.length <= LONGEST ? value : null;
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;
}

/**
 * Collects data from the page's own world: texts, numbers and booleans by name, null for missing ones. It runs in that world, so a page can
 * forge the result; the reader checks it. Never throws.
 * @param world the page's `window`
 */
export function collectPageData(world: unknown, paths: PageDataPaths): Readonly<Record<string, string | number | boolean | null>> {
  const found: Record<string, string | number | boolean | null> = {};
  for (const name of Object.keys(paths)) {
    found[name] = null;
    for (const path of paths[name] ?? []) {
      try {
        found[name] = plain(follow(world, path));
      } catch {
        // The page is not ready yet, or is built differently: try the next path.
      }
      if (found[name] !== null) break;
    }
  }
  return found;
}
