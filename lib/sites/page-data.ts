import type { PageDataPaths, WorldPath } from './site';

/** What a page hands over is a few words or a figure; longer texts are not what was asked for. */
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
 * The wanted data that the page's own world has: texts, numbers and booleans by name, null for what is missing. For the script in that world;
 * what it returns is as forgeable as the page and is checked by the reader. Never throws.
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
        // The page has not got so far yet, or is made differently: the next way.
      }
      if (found[name] !== null) break;
    }
  }
  return found;
}
