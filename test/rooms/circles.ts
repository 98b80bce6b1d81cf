import type { Source } from './source';

/** Groups of files that import each other, directly or through others; type-only imports count. The strongly connected components (Tarjan 1972). */
export function findCircles(sources: readonly Source[]): string[][] {
  const next = new Map(sources.map(({ path, imports }) => [path, imports.filter(({ ours }) => ours).map(({ to }) => to)]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): number => {
    const own = index.size;
    index.set(path, own);
    let lowest = own;
    open.push(path);
    for (const to of next.get(path) ?? []) {
      if (!index.has(to)) lowest = Math.min(lowest, visit(to));
      else if (open.includes(to)) lowest = Math.min(lowest, low.get(to) ?? index.get(to) ?? own);
    }
    low.set(path, lowest);
    if (lowest === own) {
      const circle = open.splice(open.indexOf(path));
      if (circle.length > 1 || (next.get(path) ?? []).includes(path)) circles.push(circle.sort());
    }
    return lowest;
  };
  for (const { path } of sources) if (!index.has(path)) visit(path);
  return circles;
}
