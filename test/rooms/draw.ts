import { ROOMS, type Room, toRoom } from './order';
import type { Source } from './source';

/** The number of imports from one room to another. */
type Counts = ReadonlyMap<Room, ReadonlyMap<Room, number>>;

export function countImports(sources: readonly Source[]): Counts {
  const counts = new Map<Room, Map<Room, number>>(ROOMS.map((room) => [room, new Map()]));
  for (const { path, imports } of sources) {
    const from = toRoom(path);
    for (const { ours, to } of imports) {
      if (!ours || !/\.tsx?$/.test(to) || toRoom(to) === from) continue;
      const row = counts.get(from);
      row?.set(toRoom(to), (row.get(toRoom(to)) ?? 0) + 1);
    }
  }
  return counts;
}

/** One line per room, in order: the rooms that it imports, with the number of imports. */
export function listCounts(counts: Counts): string {
  const width = Math.max(...ROOMS.map(({ length }) => length));
  return ROOMS.map((room) => {
    const to = [...(counts.get(room) ?? [])].sort(([a], [b]) => ROOMS.indexOf(a) - ROOMS.indexOf(b));
    return `${room.padEnd(width)}  ${to.map(([name, count]) => `${name} ${count}`).join(', ')}`.trimEnd();
  }).join('\n');
}

/** The text of docs/rooms.md. */
export function drawRooms(counts: Counts): string {
  const arrows = ROOMS.flatMap((room) => findNearest(room, counts).map((to) => `  ${room} --> ${to}`));
  return `# Rooms

An arrow leads from a room to one that it imports. An arrow that follows from two others is left out: \`views\` imports \`core\` as well.
A room imports only rooms further down; \`test/lib/rooms.test.ts\` enforces it. \`npm run rooms\` draws this anew and prints every import count.

\`\`\`mermaid
flowchart TD
${arrows.join('\n')}
\`\`\`
`;
}

/** The imported rooms that are not imported by another imported room. */
function findNearest(room: Room, counts: Counts): Room[] {
  const imported = [...(counts.get(room)?.keys() ?? [])];
  const behind = new Set(imported.flatMap((one) => [...findReachable(one, counts)]));
  return ROOMS.filter((one) => imported.includes(one) && !behind.has(one));
}

function findReachable(room: Room, counts: Counts, found = new Set<Room>()): ReadonlySet<Room> {
  for (const to of counts.get(room)?.keys() ?? []) {
    if (found.has(to)) continue;
    found.add(to);
    findReachable(to, counts, found);
  }
  return found;
}
