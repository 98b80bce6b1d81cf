import type { Source } from '../rooms/source';

/** What a run changes, by its name on the command line; every other name is a folder or file of `lib/` or a folder of `test/`. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  card: ['lib/views/card/', 'lib/browser/card-answers.ts'],
};

/** The files of a room, or of a folder or file in it, without tests. */
export function findFiles(room: string, sources: readonly Source[]): Source[] {
  const starts = ROOMS[room] ?? [`lib/${room}/`, `lib/${room}.ts`, `test/${room}/`];
  return sources.filter(({ path }) => !/\.test\.tsx?$/.test(path) && starts.some((start) => path.startsWith(start)));
}

/** The files that import one, directly or through others, and itself: each with the number of imports between. */
export function findDependents(path: string, sources: readonly Source[]): Map<string, number> {
  const importers = new Map<string, string[]>();
  for (const { path: from, imports } of sources) {
    // Types do not exist at run time.
    for (const { to, typeOnly } of imports) if (!typeOnly) importers.set(to, [...(importers.get(to) ?? []), from]);
  }
  const found = new Map([[path, 0]]);
  for (const [one, distance] of found) {
    for (const from of importers.get(one) ?? []) if (!found.has(from)) found.set(from, distance + 1);
  }
  return found;
}

/** The tests that a file can be seen from, nearest first: those of its own folder, then those of its room, then by the imports between. */
export function orderTests(path: string, dependents: ReadonlyMap<string, number>, tests: readonly string[]): string[] {
  const folder = `test/${path.slice(0, path.lastIndexOf('/') + 1)}`;
  const room = `test/${path.split('/').slice(0, 2).join('/')}/`;
  const distance = (test: string) =>
    (dependents.get(test) ?? Number.POSITIVE_INFINITY) - (test.startsWith(folder) ? 2000 : test.startsWith(room) ? 1000 : 0);
  return tests.filter((test) => dependents.has(test)).sort((a, b) => distance(a) - distance(b) || a.localeCompare(b));
}

/** Draws `count` of them, the same ones for the same seed, in their first order. */
export function drawSample<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = mulberry32(seed);
  const drawn = all.map((item, index) => ({ item, index, at: random() })).sort((a, b) => a.at - b.at);
  return drawn
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item);
}

/** Tommy Ettinger's generator: small, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
